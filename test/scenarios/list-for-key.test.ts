import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeEntry } from '../../src/ledger/index.ts';
import { listMyEntries } from '../../src/system/cabinet.ts';
import { destroyAccount } from '../../src/system/destroy.ts';
import { Attacker } from './attacker.ts';
import { aigul, dauren } from './liar.ts';

const bolat = {
  ...dauren,
  full_name: 'Болат Әлімов',
  email: 'bolat.alimov@example.kz',
  phone: '+77010005566',
};

describe('a list under one purpose', () => {
  let attacker: Attacker;
  let key: string;
  const ids: string[] = [];
  const consents: string[] = [];
  const cookies: Awaited<ReturnType<Attacker['register']>>['visitor'][] = [];
  beforeAll(async () => {
    attacker = await Attacker.open();
    for (const person of [aigul, dauren, bolat]) {
      const { id, consent, visitor } = await attacker.register(person);
      ids.push(id);
      consents.push(consent);
      cookies.push(visitor);
    }
    key = await attacker.key({ purpose: 'support', category: ['email', 'full_name'] });
  });
  afterAll(() => attacker?.close());

  const list = async (more: object = {}, bearer = key) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${bearer}` };
    const payload = JSON.stringify({ purpose: 'support', categories: ['email', 'full_name'], ...more });
    const url = `/api/v1${attacker.world.base}/list`;
    const reply = await attacker.send({ method: 'POST', url, headers, payload });
    return { status: reply.statusCode, ...(reply.json() as Listed) };
  };
  interface Listed {
    readonly entry: string;
    readonly people: readonly { readonly subject: string; readonly values: Record<string, string> }[];
    readonly refused: number;
    readonly unopened: number;
    readonly next?: string;
  }
  const links = async (entry: string) => {
    const said = 'select subject_id as id from entry_link where entry_id = $1 order by 1';
    return (await attacker.sql.query(said, [entry])).rows.map(({ id }: { id: string }) => id);
  };
  const entryOf = async (id: string) => {
    const said = `select leaf from log_leaf where entry_id = $1
      union all select leaf from entry_pending where entry_id = $1`;
    return decodeEntry((await attacker.sql.query(said, [id])).rows[0].leaf);
  };

  it('names everybody who consented, with what was asked and nothing else', async () => {
    const { status, people, refused, next } = await list();
    expect([status, refused, next]).toEqual([200, 0, undefined]);
    expect(people).toEqual(
      [aigul, dauren, bolat]
        .map(({ email, full_name }, n) => ({ subject: ids[n], values: { email, full_name } }))
        .sort((a, b) => String(a.subject).localeCompare(String(b.subject))),
    );
  });

  it('has one entry, which counts the people and holds no value, tied to each of them', async () => {
    const { entry } = await list();
    const said = await entryOf(entry);
    expect(said).toMatchObject({
      kind: 'read',
      outcome: 'allowed',
      actor: { role: 'key' },
      purpose: 'support',
    });
    expect(said).toMatchObject({ counts: { people: 3, refused: 0 }, categories: ['email', 'full_name'] });
    expect(said?.subject).toBeUndefined();
    expect(await links(entry)).toEqual([...ids].sort());
  });

  it('is shown to each person among what happened to their data', async () => {
    const { entry } = await list();
    const { service, installation, base } = attacker.world;
    for (const [n, subject] of ids.entries()) {
      const mine = await listMyEntries(installation.world, { service, subject }, { limit: 1 });
      expect(mine.map((one) => one.entry.id)).toEqual([entry]);
      expect((await cookies[n]?.get(`${base}/me/readers`))?.status).toBe(200);
    }
  });

  it('goes page by page, nobody twice and nobody left out', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    for (let page = 0; page < 5; page++) {
      const { people, next } = await list({ limit: 1, ...(after && { after }) });
      seen.push(...people.map(({ subject }) => subject));
      after = next;
      if (!next) break;
    }
    expect(seen).toEqual([...ids].sort());
  });

  it('is refused whole beyond the grant, with an entry and nothing read', async () => {
    const before = (await attacker.sql.query('select count(*) as n from entry_link')).rows[0].n;
    expect((await list({ purpose: 'order_delivery' })).status).toBe(403);
    expect((await list({ categories: ['phone'] })).status).toBe(403);
    expect((await list({}, `${key}x`)).status).toBe(401);
    expect((await attacker.sql.query('select count(*) as n from entry_link')).rows[0].n).toBe(before);
  });

  it('leaves out who is blocked, counted and not tied', async () => {
    const { sql, world } = attacker;
    await sql.query(
      `insert into block (service_id, subject_id, block_id, request_id, since, entry_id)
       values ($1, $2, gen_random_uuid(), gen_random_uuid(), $3, gen_random_uuid())`,
      [world.service.id, ids[1], world.now],
    );
    const { people, refused, entry } = await list();
    expect(people.map(({ subject }) => subject)).toEqual([ids[0], ids[2]].sort());
    expect(refused).toBe(1);
    expect(await links(entry)).toEqual([ids[0], ids[2]].sort());
    await sql.query('delete from block');
  });

  it('ends with a withdrawal for whoever withdrew, also when both come at once', async () => {
    const withdraw = () =>
      (cookies[0] as (typeof cookies)[number]).post(
        `${attacker.world.base}/me/consents/${consents[0]}/withdraw`,
        {
          whole: 'yes',
        },
      );
    const [many] = await Promise.all([Promise.all(Array.from({ length: 8 }, () => list())), withdraw()]);
    expect(many.every(({ status }) => status === 200)).toBe(true);
    const { people } = await list();
    expect(people.map(({ subject }) => subject)).toEqual([ids[1], ids[2]].sort());
  });

  it('knows nobody any more who was destroyed, and unties them from its entries', async () => {
    const { entry } = await list();
    const { service, installation } = attacker.world;
    await destroyAccount(installation.world, { service, subject: ids[2] as string });
    expect(await links(entry)).toEqual([ids[1]]);
    expect((await list()).people.map(({ subject }) => subject)).toEqual([ids[1]]);
  });

  it('leaves out whose data do not open, says how many, and the log says whose', async () => {
    const { sql } = attacker;
    const flip =
      'update segment set bytes = set_byte(bytes, 40, 255 - get_byte(bytes, 40)) where subject_id = $1';
    await sql.query(flip, [ids[1]]);
    const { status, people, refused, unopened } = await list();
    expect([status, people, refused, unopened]).toEqual([200, [], 0, 1]);
    const noticed = await sql.query('select subject_id from broken_seal');
    expect(noticed.rows).toEqual([{ subject_id: ids[1] }]);
    await sql.query(flip, [ids[1]]);
    const again = await list();
    expect([again.people.length, again.unopened]).toEqual([1, 0]);
  });

  it('leaves out whose data are past their term, before they are destroyed', async () => {
    const { service, installation, now } = attacker.world;
    const term = { service: service.id, category: 'email', days: 1, reason: 'purpose', note: '' } as const;
    const noted = { by: ids[1] as string, at: now, entry: ids[1] as string };
    await installation.world.store.transaction((tx) => tx.retention.terms.put({ ...term, ...noted }));
    expect((await list()).refused).toBe(0);
    attacker.world.wait({ days: 3 });
    const { people, refused } = await list();
    expect([people, refused]).toEqual([[], 1]);
    expect((await list({ categories: ['full_name'] })).people).toHaveLength(1);
  });
});
