import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeEntry } from '../../src/ledger/index.ts';
import { offerSetUp, openService, sweepDestroyed } from '../../src/system/index.ts';
import { Attacker, hidden } from './attacker.ts';
import { aigul, completion, dauren, putInForce } from './liar.ts';

const times = <T>(n: number, act: () => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: n }, () => act()));
const form = (fields: Readonly<Record<string, string>>) => new URLSearchParams(fields).toString();

function fail(error: Error): never {
  throw error;
}

async function open(): Promise<Attacker> {
  const attacker = await Attacker.open();
  await attacker.world.officer();
  return attacker;
}

/** Sends a registration and reads its code. */
async function begin(attacker: Attacker, person: Readonly<Record<string, string>>) {
  const reply = await attacker.world.fill(attacker.world.visitor(), person);
  expect(reply.status, reply.body).toBe(200);
  return { draft: hidden(reply.body, 'draft'), code: await attacker.world.code() };
}

const count = async (attacker: Attacker, from: string): Promise<number> =>
  (await attacker.sql.query(`select count(*)::int as n from ${from}`)).rows[0].n;

/** Every entry of the service's log, pending ones too. */
async function entriesOf(attacker: Attacker) {
  const { rows } = await attacker.sql.query(
    `select leaf from log_leaf where service_id = $1
     union all select leaf from entry_pending where service_id = $1`,
    [attacker.world.service.id],
  );
  return rows.flatMap(({ leaf }) => decodeEntry(leaf) ?? []);
}

describe('at once', () => {
  let attacker: Attacker;
  let base: string;
  beforeAll(async () => {
    attacker = await open();
    base = attacker.world.base;
  });
  afterAll(() => attacker?.close());
  const statuses = (replies: readonly { statusCode: number }[]) =>
    replies.map(({ statusCode }) => statusCode).sort((a, b) => a - b);

  it('five confirmations of one registration make one account', async () => {
    const draft = await begin(attacker, aigul);
    const replies = await times(5, () => attacker.form(`${base}/confirm`, form(draft)));
    expect(statuses(replies)).toEqual([303, 410, 410, 410, 410]);
    expect(await count(attacker, "subject where kind = 'user'")).toBe(1);
    expect(await count(attacker, 'consent')).toBe(1);
  });

  it('two registrations with one address make one account', async () => {
    const drafts = [
      await begin(attacker, dauren),
      await begin(attacker, { ...dauren, phone: '+77010005566' }),
    ];
    const replies = await Promise.all(drafts.map((draft) => attacker.form(`${base}/confirm`, form(draft))));
    expect(statuses(replies)).toEqual([303, 410]);
    expect(await count(attacker, "subject where kind = 'user'")).toBe(2);
    expect(await count(attacker, 'draft')).toBe(0);
  });

  it('fifty reads against a withdrawal: none is let through after it', async () => {
    const key = await attacker.key({ purpose: 'support', category: 'email' });
    const { rows } = await attacker.sql.query(
      'select subject_id, consent_id from consent order by given_at limit 1',
    );
    const { subject_id: id, consent_id: consent } = rows[0];
    const cookie = `kepil_s_test=${await attacker.session(id)}`;
    const read = () => attacker.read(key, { subject: id, purpose: 'support', categories: ['email'] });
    const withdraw = () => attacker.form(`${base}/me/consents/${consent}/withdraw`, 'whole=yes', { cookie });
    const [early, gone, late] = await Promise.all([times(25, read), withdraw(), times(25, read)]);
    expect(gone.statusCode).toBe(303);
    const found = await attacker.sql.query('select withdrawn_at from consent where consent_id = $1', [
      consent,
    ]);
    const at = Number(found.rows[0].withdrawn_at);
    const reads = (await entriesOf(attacker)).filter(
      ({ kind, outcome }) => kind === 'read' && outcome === 'allowed',
    );
    const allowed = reads.filter(({ channel }) => channel === 'api');
    expect(allowed.filter((entry) => Date.parse(entry.at) > at)).toEqual([]);
    const answered = [...early, ...late].filter(({ statusCode }) => statusCode === 200);
    expect(answered.length).toBe(allowed.length);
    expect((await read()).statusCode).toBe(403);
    await attacker.world.checkPledges();
  });

  it('five withdrawals of one consent are one', async () => {
    const { rows } = await attacker.sql.query(
      'select subject_id, consent_id from consent where withdrawn_at is null limit 1',
    );
    const cookie = `kepil_s_test=${await attacker.session(rows[0].subject_id)}`;
    const at = `${base}/me/consents/${rows[0].consent_id}/withdraw`;
    const before = (await entriesOf(attacker)).filter(({ kind }) => kind === 'withdrawal').length;
    const replies = await times(5, () => attacker.form(at, 'whole=yes', { cookie }));
    expect(statuses(replies)).toEqual([303, 303, 303, 303, 303]);
    const after = (await entriesOf(attacker)).filter(({ kind }) => kind === 'withdrawal').length;
    expect(after - before).toBe(1);
  });

  it('four deletions of one account, with two sweeps in between, are one act with its counts', async () => {
    const { rows } = await attacker.sql.query("select subject_id from subject where kind = 'user' limit 1");
    const { world } = attacker.world.installation;
    const cookie = `kepil_s_test=${await attacker.session(rows[0].subject_id)}`;
    const doing = times(4, () => attacker.form(`${base}/me/delete`, 'confirm=yes', { cookie }));
    await Promise.all([
      doing,
      sweepDestroyed(world, fail),
      sweepDestroyed(world, fail),
      attacker.world.installation.tick(),
    ]);
    await Promise.all([sweepDestroyed(world, fail), sweepDestroyed(world, fail)]);
    const acts = await attacker.sql.query('select counts, swept_at from destruction_act');
    expect(acts.rows.length).toBe(1);
    expect(acts.rows[0].counts.accounts).toBe(1);
    expect(acts.rows[0].counts.segments).toBeGreaterThan(0);
    const kinds = (await entriesOf(attacker)).map(({ kind, outcome }) => `${kind} ${outcome}`);
    expect(kinds.filter((kind) => kind === 'destruction allowed').length).toBe(1);
    expect(kinds.filter((kind) => kind === 'sweep done').length).toBe(1);
    await attacker.world.checkPledges();
  });

  it('three approvals and three acts of putting in force are one version in force', async () => {
    const { rows } = await attacker.sql.query(
      "select subject_id, service_id from staff where role = 'officer'",
    );
    const { openSession } = await import('../../src/system/sessions.ts');
    const { store } = attacker.world.installation.world;
    const { world } = attacker.world.installation;
    const from = { service: rows[0].service_id, subject: rows[0].subject_id, role: 'staff' as const };
    const cookie = `kepil_staff=${await store.transaction((tx) => openSession(tx, world, from))}`;
    const at = `/console${base}/approve`;
    for (const reply of await times(3, () => attacker.form(at, 'version=1&all=yes', { cookie })))
      expect([303, 409]).toContain(reply.statusCode);
    const { policy } = (await attacker.world.prove()).version;
    const clauses = policy.clauses.filter(({ kind }) => kind === 'clause').length;
    expect(await count(attacker, 'clause_approval')).toBe(clauses);
    const live = await times(3, () => attacker.form(at, form({ version: '1', ...completion }), { cookie }));
    expect(live.filter(({ statusCode }) => statusCode === 303).length).toBe(1);
    expect(await count(attacker, "policy_version where status = 'live'")).toBe(1);
    expect(await count(attacker, 'policy_version')).toBe(2);
  });
});

describe('in between', () => {
  let attacker: Attacker;
  let base: string;
  beforeAll(async () => {
    attacker = await Attacker.open();
    base = attacker.world.base;
  });
  afterAll(() => attacker?.close());

  it('a set-up link works once, for a day, and not after a newer one', async () => {
    const { world } = attacker.world.installation;
    const fields = {
      name: 'Гульнара Сейткали',
      email: 'first@kepil.example',
      password: 'длинный пароль на день',
    };
    const set = (token: string) => attacker.form('/console/set-up', form({ ...fields, token }));
    const late = (await offerSetUp(world)) as string;
    attacker.world.wait({ hours: 24 });
    expect((await set(late)).statusCode).toBe(422);
    expect((await attacker.send({ method: 'GET', url: `/console/set-up?token=${late}` })).statusCode).toBe(
      410,
    );
    const older = (await offerSetUp(world)) as string;
    const token = (await offerSetUp(world)) as string;
    expect((await set(older)).statusCode).toBe(422);
    const both = await times(2, () => set(token));
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([303, 422]);
    expect((await set(token)).statusCode).toBe(422);
    // One person, administrator and officer.
    expect(await count(attacker, 'staff')).toBe(2);
    expect(await offerSetUp(world)).toBeUndefined();
  });

  it('a policy that changed between form and submit, or submit and code, stores nothing', async () => {
    const other = await open();
    const { world } = other;
    try {
      const hash = await other.policy();
      const fields = Object.fromEntries(Object.entries(aigul).map(([name, value]) => [`f.${name}`, value]));
      const waiting = await begin(other, aigul);
      const { policy } = (await world.prove()).version;
      const revise = (title: string) =>
        openService(world.installation.world, { key: world.service.key, policy: { ...policy, title } });
      expect((await revise('Новая редакция')).outcome).toBe('next-draft');
      expect(await other.policy()).toBe(hash);
      await putInForce(world);
      expect(await other.policy()).not.toBe(hash);
      const stale = await other.form(
        `${world.base}/register`,
        form({ ...fields, policy: hash, consent: 'yes' }),
      );
      expect(stale.statusCode).toBe(422);
      expect((await other.form(`${world.base}/confirm`, form(waiting))).statusCode).toBe(410);
      const again = await begin(other, aigul);
      expect((await revise('Ещё одна редакция')).outcome).toBe('next-draft');
      await putInForce(world);
      expect((await other.form(`${world.base}/confirm`, form(again))).statusCode).toBe(410);
      expect(await count(other, "subject where kind = 'user'")).toBe(0);
      expect(await count(other, 'draft')).toBe(0);
      await other.register(aigul);
      await world.checkPledges();
    } finally {
      await other.close();
    }
    expect(base).toBe(world.base);
  });
});
