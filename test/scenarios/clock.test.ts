import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type TestWorld } from '../world.ts';
import { Attacker } from './attacker.ts';
import { aigul, dauren, type everyKind, exampleText, putInForce } from './liar.ts';

/** Days off by the law that fall on weekdays here: 16 December, 1 January, 2 January carried, 7 January. */
const off = new Set(['2026-12-16', '2027-01-01', '2027-01-04', '2027-01-07']);

/** The day by counting days one by one: the oracle of the working calendar. */
function countDays(from: string, days: number): string {
  const day = new Date(`${from}T00:00:00Z`);
  for (let left = days; left > 0; ) {
    day.setUTCDate(day.getUTCDate() + 1);
    const weekend = day.getUTCDay() === 0 || day.getUTCDay() === 6;
    if (!weekend && !off.has(day.toISOString().slice(0, 10))) left -= 1;
  }
  return day.toISOString().slice(0, 10);
}

const terms = { block_restrict: 1, object: 3, stop_processing: 15, compensation: 3 } as const;

describe('requests by the working calendar', () => {
  let attacker: Attacker;
  let world: TestWorld;
  let me: Awaited<ReturnType<Attacker['register']>>;
  beforeAll(async () => {
    attacker = await Attacker.open();
    world = attacker.world;
    me = await attacker.register(aigul);
  });
  afterEach(() => attacker.sql.query('delete from request'));
  afterAll(() => attacker?.close());

  /** Moves the clock to an instant of Almaty's, later than now. */
  const at = (local: string) => {
    const minutes = Math.ceil((Date.parse(`${local}:00+05:00`) - world.now) / 60_000);
    expect(minutes).toBeGreaterThanOrEqual(0);
    world.wait({ minutes });
  };
  /** Files a request with a session of today. @returns its due date */
  const file = async (kind: string) => {
    const cookie = `kepil_s_test=${await attacker.session(me.id)}`;
    const reply = await attacker.form(`${world.base}/me/requests`, `kind=${kind}&words=x`, { cookie });
    expect(reply.statusCode, reply.body).toBe(303);
    const { rows } = await attacker.sql.query(
      'select due_on::text as due, state from request order by received_at desc, request_id desc limit 1',
    );
    expect(rows[0].state).toBe('open');
    return rows[0].due as string;
  };
  const overdue = async () => {
    const board = await world.prove();
    const rows = board.clauses.flatMap(({ pledges }) =>
      pledges.filter(({ pledge }) => pledge.kind === 'right-by-officer'),
    );
    return { states: new Set(rows.map(({ state }) => state)), broken: board.counts.broken > 0 };
  };

  it('filed on Friday at 17:00, a block is due on Monday', async () => {
    at('2026-11-20T17:00');
    expect(await file('block_restrict')).toBe('2026-11-23');
  });

  it('filed on Friday at 23:59, it is still Friday’s, whatever the day is elsewhere', async () => {
    at('2026-11-20T23:59');
    expect(await file('object')).toBe('2026-11-25');
    at('2026-11-21T00:30');
    expect(await file('object')).toBe('2026-11-25');
    at('2026-11-23T00:30');
    expect(await file('object')).toBe('2026-11-26');
  });

  it('counts past Independence Day', async () => {
    at('2026-12-15T17:00');
    expect(await file('block_restrict')).toBe('2026-12-17');
  });

  it('filed on 30 December 2026, terms run past the holidays, the carried one and Christmas', async () => {
    at('2026-12-30T12:00');
    for (const [kind, days] of Object.entries(terms))
      expect(await file(kind), kind).toBe(countDays('2026-12-30', days));
    expect(countDays('2026-12-30', 1)).toBe('2026-12-31');
    expect(countDays('2026-12-30', 3)).toBe('2027-01-06');
    expect(countDays('2026-12-30', 15)).toBe('2027-01-25');
  });

  it('is in time to the end of its last day and red from the next, until it is answered', async () => {
    at('2026-12-31T10:00');
    expect(await file('object')).toBe('2027-01-08');
    at('2027-01-08T23:58');
    expect((await overdue()).broken).toBe(false);
    at('2027-01-09T00:01');
    expect(await overdue()).toEqual({ states: new Set(['broken']), broken: true });
    const officer = await world.officer();
    expect((await officer.get('/console')).body).toContain('Просрочен');
    const list = await officer.get(`/console${world.base}/requests?state=open`);
    const href = new RegExp(`/console${world.base}/requests/[0-9a-f-]{36}`).exec(list.body)?.[0] ?? '';
    expect((await officer.post(href, { answer: 'Возражение принято.', outcome: 'done' })).status).toBe(303);
    expect((await overdue()).broken).toBe(false);
  });
});

describe('terms of keeping, of six months', () => {
  let world: TestWorld;
  beforeAll(async () => {
    const revise = (policy: Parameters<typeof everyKind>[0]) => ({
      ...policy,
      retention: policy.retention.filter(({ months }) => months === undefined),
    });
    world = await openWorld(exampleText(), { at: '2026-08-31T12:00:00+05:00', revise });
    await putInForce(world, { 'c.retentionMonths': '6' });
  });
  afterAll(() => world?.close());

  const ask = async (subject: string, categories: readonly string[]) => {
    const officer = await world.officer();
    const at = `/console${world.base}/keys`;
    const issued = await officer.post(at, {
      name: 'x',
      purpose: 'support',
      category: [...categories],
      days: '1',
    });
    const key = /kepil_[0-9a-f-]{36}_[A-Za-z0-9_-]+/.exec(issued.body)?.[0] ?? '';
    const headers = { authorization: `Bearer ${key}` };
    const reply = await world
      .visitor()
      .call(`/api/v1${world.base}/read`, { subject, purpose: 'support', categories }, headers);
    const said = reply.json() as { because: { rule: string }[] };
    return { status: reply.status, rules: said.because.map(({ rule }) => rule) };
  };
  const subjectOf = async (consent: string) => {
    const { store } = world.installation.world;
    const rows = await store.transaction((tx) => tx.subjects.list(world.service.id, 'user', { limit: 10 }));
    for (const { id } of rows) {
      const consents = await store.transaction((tx) => tx.consents.list(world.service.id, id));
      if (consents.some((row) => row.id === consent)) return { id, consents };
    }
    throw new Error('nobody gave it');
  };
  const retention = async () => {
    const board = await world.prove();
    const rows = board.clauses.flatMap(({ pledges }) =>
      pledges.filter(({ pledge }) => pledge.kind === 'retention-term'),
    );
    return new Set(rows.map(({ state }) => state));
  };

  it('data serve to the end of February’s last day; then the gate refuses and the board is red', async () => {
    const { consent } = await world.register(aigul);
    const person = await subjectOf(consent);
    expect(new Date(person.consents[0]?.expiresAt ?? 0).toISOString()).toBe('2027-02-28T19:00:00.000Z');
    world.wait({ minutes: (Date.parse('2027-02-28T23:50:00+05:00') - world.now) / 60_000 });
    expect((await ask(person.id, ['email'])).status).toBe(200);
    expect(await retention()).toEqual(new Set(['kept']));
    world.wait({ minutes: 13 });
    const over = await ask(person.id, ['email']);
    expect(over).toEqual({ status: 403, rules: ['term-over'] });
    expect(await retention()).toEqual(new Set(['broken']));
    expect((await world.prove()).counts.broken).toBeGreaterThan(0);
  });

  it('a value renewed in time outlives the consent, and is refused for the consent’s sake', async () => {
    const { visitor, consent } = await world.register(dauren);
    const person = await subjectOf(consent);
    let signedIn = visitor;
    for (let day = 0; day < 170; day += 5) {
      world.wait({ days: 5 });
      expect((await signedIn.get(`${world.base}/me/consents`)).status).toBe(200);
      if (day % 25 === 20) signedIn = await signIn(dauren.email as string);
    }
    const fixed = await signedIn.post(`${world.base}/me/correct/full_name`, { value: 'Дәурен Сейтім' });
    expect(fixed.status, fixed.body).toBe(303);
    expect((await ask(person.id, ['full_name'])).status).toBe(200);
    world.wait({ days: 20 });
    expect(await ask(person.id, ['full_name'])).toEqual({ status: 403, rules: ['consent-expired'] });
    expect((await ask(person.id, ['email'])).rules).toEqual(['term-over']);
    const own = await signIn(dauren.email as string);
    expect((await own.get(`${world.base}/me/export.json`)).status).toBe(200);
    expect((await own.post(`${world.base}/me/delete`, { confirm: 'yes' })).status).toBe(303);
  });

  async function signIn(address: string) {
    const visitor = world.visitor();
    const asked = await visitor.post(`${world.base}/sign-in`, { address });
    const ticket = /value="([0-9a-f-]{36})"/.exec(asked.body)?.[1] ?? '';
    const done = await visitor.post(`${world.base}/sign-in`, { ticket, code: await world.code() });
    expect(done.status, done.body).toBe(303);
    return visitor;
  }
});
