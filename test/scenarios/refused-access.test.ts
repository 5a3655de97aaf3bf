import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeEntry, type Entry } from '../../src/ledger/index.ts';
import { Attacker } from './attacker.ts';
import { aigul, dauren } from './liar.ts';

describe('somebody signed in who is refused', () => {
  let attacker: Attacker;
  let base: string;
  let mine: Awaited<ReturnType<Attacker['register']>>;
  let theirs: Awaited<ReturnType<Attacker['register']>>;
  let seen = '0';

  beforeAll(async () => {
    attacker = await Attacker.open();
    base = attacker.world.base;
    mine = await attacker.register(aigul);
    theirs = await attacker.register(dauren);
  });
  afterAll(() => attacker?.close());

  /** Entries since the last look, with the log that each stands in. */
  async function fresh(): Promise<readonly (Entry & { service: string })[]> {
    const { rows } = await attacker.sql.query(
      'select service_id, leaf, arrived::text from entry_pending where arrived > $1 order by arrived',
      [seen],
    );
    seen = rows.at(-1)?.arrived ?? seen;
    return rows.flatMap(({ leaf, service_id: service }) => {
      const entry = decodeEntry(leaf);
      return entry ? [{ ...entry, service }] : [];
    });
  }
  const refusals = async () => (await fresh()).filter(({ kind }) => kind === 'refusal');
  const counted = async (): Promise<number> =>
    (
      await attacker.sql.query(
        "select coalesce(sum(n), 0)::int as n from refusal_count where rule = 'not-here'",
      )
    ).rows[0].n;

  it('a person who asks for what is another’s leaves an entry, under their own keys alone', async () => {
    await fresh();
    for (const path of [`/me/consents/${theirs.consent}`, `/me/consents/${theirs.consent}/withdraw`]) {
      const reply = await mine.visitor.get(`${base}${path}`);
      expect(reply.status, path).toBe(404);
      const [entry, ...more] = await refusals();
      expect(more).toEqual([]);
      expect(entry).toMatchObject({
        service: attacker.world.service.id,
        outcome: 'refused',
        because: ['not-here'],
        channel: 'cabinet',
        actor: { role: 'subject' },
      });
      expect(JSON.stringify(entry)).not.toContain(theirs.consent);
      expect(JSON.stringify(entry)).not.toContain(theirs.id);
    }
    const journal = await mine.visitor.get(`${base}/me/readers`);
    expect(journal.body).toContain('принадлежит другому лицу');
    expect((await theirs.visitor.get(`${base}/me/readers`)).body).not.toContain('принадлежит другому лицу');
  });

  it('a form that acts on another’s thing does so too', async () => {
    await fresh();
    const reply = await mine.visitor.post(`${base}/me/consents/${theirs.consent}/withdraw`, { whole: 'yes' });
    expect(reply.status).toBe(404);
    expect((await refusals()).map(({ because }) => because)).toEqual([['not-here']]);
  });

  it('an address that names nothing, or a guest, leaves none', async () => {
    await fresh();
    expect((await mine.visitor.get(`${base}/me/consents/none`)).status).toBe(404);
    expect((await mine.visitor.get(`${base}/nowhere`)).status).toBe(404);
    expect((await attacker.world.visitor().get(`${base}/me/consents/${mine.consent}`)).status).not.toBe(200);
    expect(await refusals()).toEqual([]);
  });

  it('staff beyond their role leave one on their card, with the service as its matter', async () => {
    const analyst = await attacker.world.staff('Аналитик', ['test:analyst']);
    await fresh();
    expect((await analyst.visitor.get(`/console${base}/subjects/${mine.id}`)).status).toBe(403);
    expect((await analyst.visitor.get('/console/staff')).status).toBe(403);
    const noted = await refusals();
    const house = (await attacker.sql.query("select service_id from service where kind = 'house'")).rows[0];
    const of = { because: ['role-not-admitted'], service: house.service_id, actor: { role: 'analyst' } };
    expect(noted).toMatchObject([{ ...of, matter: attacker.world.service.id }, of]);
    expect(noted[1]).not.toHaveProperty('matter');
    const officer = await attacker.world.officer();
    const card = await officer.get(`/console/staff/${analyst.id}`);
    expect(card.body).toContain('Страница не входит в полномочия роли');
  });

  it('staff who try ids leave one for those that are not there', async () => {
    const officer = await attacker.world.officer();
    await fresh();
    const nobody = '01890a5d-ac96-774b-bcce-b302099a8057';
    expect((await officer.get(`/console${base}/requests/${nobody}`)).status).toBe(404);
    expect(await refusals()).toMatchObject([{ because: ['not-here'], actor: { role: 'admin' } }]);
  });

  it('who floods is counted: six entries a minute, the others by the minute', async () => {
    attacker.world.wait({ minutes: 2 });
    await fresh();
    const before = await counted();
    for (let i = 0; i < 40; i++) await mine.visitor.get(`${base}/me/consents/${theirs.consent}`);
    const noted = (await refusals()).length;
    expect(noted).toBe(6);
    expect((await counted()) - before).toBe(34);
    attacker.world.wait({ minutes: 1 });
    await mine.visitor.get(`${base}/me/consents/${theirs.consent}`);
    expect(await refusals()).toHaveLength(1);
  });

  it('leaves the house in order', async () => {
    await attacker.world.checkPledges();
  });
});
