import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nilId } from '../../src/base/index.ts';
import { nodeCrypto } from '../../src/keys/index.ts';
import type { Policy, RetentionRow } from '../../src/policy/index.ts';
import { bodyOf, draftPolicy, readText } from '../../src/reader/index.ts';
import { openService } from '../../src/system/index.ts';
import type { Attacker } from './attacker.ts';
import { aigul, dauren, exampleText, putInForce } from './liar.ts';
import { silent, Watched, withPages } from './watched.ts';

const minute = 60_000;

describe('visits under a policy that declares address, program and pages', () => {
  let watched: Watched;
  let one: Awaited<ReturnType<Attacker['register']>>;
  let other: Awaited<ReturnType<Attacker['register']>>;
  beforeAll(async () => {
    watched = await Watched.open(withPages);
    await putInForce(watched.world);
    one = await watched.attacker.register(aigul);
    other = await watched.attacker.register(dauren);
    await watched.world.installation.tick();
    await watched.attacker.sql.query('delete from visit');
  });
  afterAll(() => watched?.close());

  it('of a guest keep the network and the minute, whatever the address says', async () => {
    await watched.visit('/privacy?token=secret-7&phone=%2B77010001122');
    await watched.visit('/register', { from: '2001:db8:1:2:3::4' });
    const [first, second, ...more] = await watched.recorded();
    expect(more).toEqual([]);
    expect(first).toEqual({ address: '203.0.113.0/24', time: first?.time });
    expect((first?.time ?? 1) % minute).toBe(0);
    expect(second?.address).toBe('2001:db8:1::/48');
    expect(JSON.stringify([first, second])).not.toMatch(/secret|7701|privacy|Firefox/);
  });

  it('of a person with a consent are whole: address, program, instant, page without values', async () => {
    const cookie = await watched.cookie(one.id);
    await watched.visit(`/me/consents/${one.consent}?x=1`, { cookie });
    await watched.visit('/privacy', { cookie });
    const [receipt, policy] = await watched.recorded(one.id);
    expect(receipt).toMatchObject({ address: '203.0.113.77', client: 'Firefox 128, Linux' });
    expect(receipt?.page).toBe('/me/consents/:id');
    expect(policy?.page).toBe('/privacy');
    expect(await watched.recorded(other.id)).toEqual([]);
  });

  it('leave one entry a day for the same yes, with names of categories and no value', async () => {
    const { rows } = await watched.attacker.sql.query(
      'select distinct entry_id from visit where subject_id = $1',
      [one.id],
    );
    await watched.visit('/me', { cookie: await watched.cookie(one.id) });
    await watched.recorded(one.id);
    const again = await watched.attacker.sql.query(
      'select distinct entry_id from visit where subject_id = $1',
      [one.id],
    );
    expect(again.rows).toEqual(rows);
    expect(rows).toHaveLength(1);
    const { world } = watched.world.installation;
    const entry = await world.store.transaction((tx) =>
      tx.entries.get(watched.world.service.id, rows[0].entry_id),
    );
    const said = JSON.parse(Buffer.from(entry?.leaf ?? []).toString('utf8'));
    expect(said).toMatchObject({ kind: 'collection', channel: 'visit', actor: { role: 'system' } });
    expect(said.categories).toEqual(['browser_device', 'ip_address', 'usage_history']);
  });

  it('are counted by page without anybody', async () => {
    const { world } = watched.world.installation;
    const counts = await world.store.transaction((tx) => tx.visits.counts(watched.world.service.id));
    expect(counts.find(({ page }) => page === '/privacy')?.n).toBeGreaterThanOrEqual(2);
    expect(counts.every(({ page }) => page.startsWith('/') && !/[?%]|[0-9a-f]{8}-/.test(page))).toBe(true);
  });

  it('of the console, our own probes, programs and addresses that are no page are none', async () => {
    const before = await watched.rows();
    const officer = await watched.world.officer();
    await officer.get(`/console${watched.world.base}/board`);
    await watched.visit('/no-such-page');
    await watched.visit('/log/checkpoint');
    await watched.attacker.send({ method: 'GET', url: `/api/v1${watched.world.base}/form` });
    await watched.world.prove();
    await watched.world.installation.tick();
    expect(await watched.rows()).toBe(before);
  });

  it('go with the consent they rest on, in its commit, and are a guest’s afterwards', async () => {
    const cookie = await watched.cookie(other.id);
    await watched.visit('/me', { cookie });
    expect(await watched.recorded(other.id)).toHaveLength(1);
    const guests = (await watched.recorded()).length;
    await watched.visit('/me/consents', { cookie });
    const { consent, visitor } = other;
    const done = await visitor.post(`${watched.world.base}/me/consents/${consent}/withdraw`, {
      whole: 'yes',
    });
    expect(done.status, done.body).toBe(303);
    expect(await watched.recorded(other.id)).toEqual([]);
    expect(await watched.recorded()).not.toHaveLength(guests);
    const { rows } = await watched.attacker.sql.query('select leaf from log_leaf order by leaf_index desc');
    const entries = rows.map(({ leaf }) => JSON.parse(leaf.toString('utf8')));
    const withdrawal = entries.find(({ kind }: { kind: string }) => kind === 'withdrawal');
    expect(withdrawal.counts).toEqual({ visits: 1 });
  });

  it('go with the account, and the act counts them', async () => {
    const n = (await watched.recorded(one.id)).length;
    expect(n).toBeGreaterThan(2);
    const done = await one.visitor.post(`${watched.world.base}/me/delete`, { confirm: 'yes' });
    expect(done.status, done.body).toBe(303);
    await watched.world.installation.tick();
    const { rows } = await watched.attacker.sql.query('select counts from destruction_act');
    expect(rows[0].counts.visits).toBe(n);
    const left = await watched.attacker.sql.query(
      'select count(*)::int as n from visit where subject_id <> $1',
      [nilId],
    );
    expect(left.rows[0].n).toBe(0);
  });

  it('stand readable nowhere', async () => {
    for (const value of ['203.0.113.77', '203.0.113.0', '2001:db8:1', 'Firefox', 'secret-7'])
      watched.world.secrets.add(value);
    expect(await watched.world.readable()).toEqual([]);
  });

  it('are destroyed with their day when its term is over, and no later than promised', async () => {
    const term = async () =>
      (await watched.attacker.sql.query('select ends_on - day as n from visit_day')).rows;
    expect(await term()).toEqual([{ n: 90 }]);
    watched.world.wait({ days: 90 });
    await watched.world.installation.tick();
    expect(await watched.rows()).toBeGreaterThan(0);
    watched.world.wait({ days: 1 });
    await watched.world.installation.tick();
    expect(await watched.rows()).toBe(0);
    expect(await term()).toEqual([]);
    const { rows } = await watched.attacker.sql.query('select count(*)::int as n from visit_count');
    expect(rows[0].n).toBe(0);
    await watched.world.checkPledges();
  });
});

describe('visits under a policy that declares none', () => {
  it('are not recorded at all: no row, no day, no count, no entry', async () => {
    const watched = await Watched.open(silent);
    await putInForce(watched.world);
    const { id } = await watched.attacker.register(aigul);
    await watched.visit('/privacy');
    await watched.visit('/me', { cookie: await watched.cookie(id) });
    await watched.world.installation.tick();
    for (const table of ['visit', 'visit_day', 'visit_count']) {
      const { rows } = await watched.attacker.sql.query(`select count(*)::int as n from ${table}`);
      expect([table, rows[0].n]).toEqual([table, 0]);
    }
    expect(await watched.attacker.dump()).not.toContain('"visit"');
    await watched.close();
  });
});

describe('visits under a policy that sets no term', () => {
  const untimed = (policy: Policy): Policy => ({
    ...withPages(policy),
    retention: policy.retention.filter((row: RetentionRow) => row.categories === undefined),
  });

  it('are kept thirty days', async () => {
    const watched = await Watched.open(untimed);
    await putInForce(watched.world);
    await watched.visit('/privacy');
    await watched.world.installation.tick();
    const end = async () => {
      const { rows } = await watched.attacker.sql.query('select ends_on - day as n from visit_day');
      return rows.map(({ n }) => n);
    };
    expect(await end()).toEqual([30]);
    await watched.close();
  });
});

describe('a new version that declares less of visits', () => {
  it('takes the visits of guests along, with an entry; those agreed to stay', async () => {
    const watched = await Watched.open(withPages);
    const { world } = watched;
    await putInForce(world);
    const { id } = await watched.attacker.register(aigul);
    await watched.visit('/privacy');
    await watched.visit('/me', { cookie: await watched.cookie(id) });
    expect((await watched.recorded()).length).toBeGreaterThan(0);
    const text = exampleText().replace(/\n9\.3\./, '\n9.8. Мы не продаём ваши данные.\n9.3.');
    const reading = readText(text, { name: 'policy.txt', hash: nodeCrypto.hash });
    const policy = silent(draftPolicy(reading, text, nodeCrypto.hash));
    await openService(world.installation.world, { key: world.service.key, policy, text: bodyOf(text) });
    expect((await watched.recorded()).length).toBeGreaterThan(0);
    await putInForce(world);
    expect(await watched.recorded()).toEqual([]);
    expect(await watched.recorded(id)).toHaveLength(1);
    expect(await watched.attacker.dump()).toContain(
      Buffer.from('"because":["visits-undeclared@article:94-V Art. 7(9)"]').toString('hex'),
    );
    await world.checkPledges();
    await watched.close();
  });
});
