import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { decodeEntry, type Entry } from '../../src/ledger/index.ts';
import type { Policy } from '../../src/policy/index.ts';
import type { Visitor } from '../world.ts';
import { Attacker } from './attacker.ts';
import { aigul, Liar, lawless, putInForce } from './liar.ts';

/** The policy says that data are used by decision of authorised representatives only. */
const byDecision = (policy: Policy): Policy => ({
  ...policy,
  labels: [
    ...policy.labels,
    { facet: 'provisions', label: 'manual_decision', cites: ['13.2'], origin: 'text' },
  ],
});

describe('a policy under which acts rest on decisions of authorised representatives', () => {
  let attacker: Attacker;
  let desk: string;
  let subject: string;
  let key: string;
  let first: Visitor;
  let second: Visitor;
  beforeAll(async () => {
    attacker = await Attacker.open('test', { revise: byDecision });
    await putInForce(attacker.world);
    desk = `/console${attacker.world.base}`;
    subject = (await attacker.register(aigul)).id;
    const officer = await attacker.world.officer();
    const form = { name: 'Склад', purpose: 'support', category: ['email', 'phone'], days: '365' };
    const issued = await officer.post(`${desk}/keys`, form);
    key = /kepil_[0-9a-f-]{36}_[A-Za-z0-9_-]+/.exec(issued.body)?.[0] ?? '';
    const grants = [`${attacker.world.service.key}:approver`];
    first = (await attacker.world.staff('Ерлан Подписывающий', grants)).visitor;
    second = (await attacker.world.staff('Дана Вторая', grants)).visitor;
  }, 60_000);
  afterAll(() => attacker?.close());

  const text = (body: string) => body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
  const ask = (more: object = {}) =>
    attacker.read(key, { subject, purpose: 'support', categories: ['email'], ...more });
  const list = () =>
    attacker.send({
      method: 'POST',
      url: `/api/v1${attacker.world.base}/list`,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      payload: JSON.stringify({ purpose: 'support', categories: ['email'] }),
    });
  const rows = async (query: string) => (await attacker.sql.query(query)).rows as Record<string, unknown>[];
  const newest = async (): Promise<Entry> => {
    const [row] = await rows('select leaf from entry_pending order by arrived desc limit 1');
    return decodeEntry(row?.leaf as Uint8Array) as Entry;
  };
  const decision = {
    ...{ act: 'propose', verb: ['read'], purpose: ['support'], category: ['email'] },
    untilOn: '2026-12-31',
  };
  const propose = (by: Visitor, more: object = {}) => by.post(`${desk}/mandates`, { ...decision, ...more });
  const only = async () =>
    String((await rows('select mandate_id from mandate order by 1 desc limit 1'))[0]?.mandate_id);
  const act = (by: Visitor, what: string, id: string) => by.post(`${desk}/mandates`, { act: what, id });
  const state = async () =>
    (await attacker.world.checkPledges()).clauses
      .flatMap(({ pledges }) => pledges)
      .filter(({ pledge }) => pledge.kind === 'decided-by-representative')
      .map(({ state: found }) => found);

  it('refuses what nobody decided, and says by which clause', async () => {
    expect(key).not.toBe('');
    expect(await state()).toEqual(['unexercised']);
    const reply = await ask();
    expect(reply.statusCode).toBe(403);
    expect(reply.body).toContain('mandate-missing');
    expect(await newest()).toMatchObject({
      outcome: 'refused',
      because: ['mandate-missing@clause:13.2'],
    });
  });

  it('refuses a list that nobody decided as well', async () => {
    const reply = await list();
    expect(reply.statusCode).toBe(403);
    expect(reply.body).toContain('mandate-missing');
  });

  it('lets people, the officer and what the law orders go on without one', async () => {
    const officer = await attacker.world.officer();
    const read = await officer.post(`${desk}/subjects/${subject}`, {
      purpose: 'support',
      category: 'email',
      matter: '',
    });
    expect(read.status, text(read.body)).toBe(200);
    // The code of a registration went out by itself: the person asked for it.
    expect(subject).not.toBe('');
  });

  it('names what is wrong with a decision, and keeps nothing of it', async () => {
    const wrong: readonly [object, string][] = [
      [{ verb: [] }, 'Отметьте, что разрешает решение'],
      [{ verb: ['collect'] }, 'Отметьте, что разрешает решение'],
      [{ purpose: ['statistics_research'] }, 'Отметьте, для какой цели'],
      [{ category: ['health'] }, 'Отметьте, какие данные'],
      [{ verb: ['transfer'] }, 'Получатели и действия не подходят'],
      [{ matter: 'дело 5' }, 'Номер дела записан неверно'],
      [{ untilOn: '' }, 'Это поле обязательно'],
      [{ untilOn: '2026-02-30' }, 'Дата'],
      [{ untilOn: '2026-11-01' }, 'Этот день уже прошёл'],
      [{ untilOn: '2029-01-01' }, 'дольше года'],
    ];
    for (const [change, says] of wrong) {
      const refused = await propose(first, change);
      expect({ says, status: refused.status }).toEqual({ says, status: 422 });
      expect(text(refused.body)).toContain(says);
    }
    expect(await rows('select 1 from mandate')).toEqual([]);
  });

  it('holds once a second representative has signed, and its id stands in the entry', async () => {
    expect((await propose(first)).status).toBe(303);
    const id = await only();
    expect((await ask()).statusCode).toBe(403);
    expect((await act(first, 'sign', id)).status).toBe(403);
    expect((await act(await attacker.world.officer(), 'sign', id)).status).toBe(403);
    expect((await ask()).statusCode).toBe(403);
    expect((await act(second, 'sign', id)).status).toBe(303);
    expect((await act(second, 'sign', id)).status).toBe(303);
    const reply = await ask();
    expect(reply.statusCode, reply.body).toBe(200);
    expect(await newest()).toMatchObject({ outcome: 'allowed', decision: id });
    const listed = await list();
    expect([listed.statusCode, listed.json().people.length]).toEqual([200, 1]);
    expect(await newest()).toMatchObject({ outcome: 'allowed', decision: id, counts: { people: 1 } });
    expect((await ask({ categories: ['email', 'phone'] })).statusCode).toBe(403);
    expect(await state()).toEqual(['kept']);
  });

  it('ends at once, is over by itself, and comes back by a new one only', async () => {
    const id = await only();
    expect((await act(second, 'end', id)).status).toBe(303);
    expect((await ask()).statusCode).toBe(403);
    expect((await act(second, 'sign', id)).status).toBe(409);
    expect((await propose(second)).status).toBe(303);
    expect((await act(first, 'sign', await only())).status).toBe(303);
    expect((await ask()).statusCode).toBe(200);
    expect(await state()).toEqual(['kept']);
    attacker.world.wait({ days: 42 });
    expect((await ask()).statusCode).toBe(403);
    expect(await state()).toEqual(['kept']);
    expect(text((await (await attacker.world.officer()).get(`${desk}/mandates`)).body)).toContain(
      'Срок истёк',
    );
  });

  it('is for one matter alone where it names one', async () => {
    const grants = [`${attacker.world.service.key}:approver`];
    const [one, two] = [
      (await attacker.world.staff('Третий', grants)).visitor,
      (await attacker.world.staff('Четвёртый', grants)).visitor,
    ];
    const matter = '01999999-0000-7000-8000-000000000001';
    expect((await propose(one, { matter, untilOn: '2027-02-01' })).status).toBe(303);
    expect((await act(two, 'sign', await only())).status).toBe(303);
    expect((await ask()).statusCode).toBe(403);
    expect((await ask({ matter: '01999999-0000-7000-8000-000000000002' })).statusCode).toBe(403);
    expect((await ask({ matter })).statusCode).toBe(200);
  });

  it('is prepared for all purposes at once, and not twice', async () => {
    const officer = await attacker.world.officer();
    const count = async () => Number((await rows('select count(*) as n from mandate'))[0]?.n);
    const before = await count();
    expect((await officer.post(`${desk}/mandates`, { act: 'propose-missing' })).status).toBe(303);
    const after = await count();
    expect(after).toBeGreaterThan(before);
    expect((await officer.post(`${desk}/mandates`, { act: 'propose-missing' })).status).toBe(303);
    expect(await count()).toBe(after);
    expect((await officer.post(`${desk}/mandates`, { act: 'sign', id: 'x' })).status).toBe(403);
    expect((await act(officer, 'end', '01999999-0000-7000-8000-000000000001')).status).toBe(404);
  });
});

describe('the pledge that acts rest on decisions goes red when', () => {
  let liar: Liar;
  beforeAll(async () => {
    liar = await Liar.open({ live: true, revise: byDecision });
  }, 60_000);
  afterEach(() => liar.repent());
  afterAll(() => liar?.close());

  const read = async () => {
    const { rows } = await liar.sql.query("select hash from policy_version where status = 'live'");
    const what = { kind: 'read', verb: 'read', channel: 'api', actor: { role: 'key' } } as const;
    return { ...what, purpose: 'support', categories: ['email'], policy: String(rows[0]?.hash) };
  };

  it('the gate lets a key through without one', () =>
    liar.turnsRed('decided-by-representative', { law: lawless('registration_auth') }));

  it('a use is on record without one', () =>
    liar.turnsRed('decided-by-representative', { deed: async () => liar.forge(await read()) }));

  it('a use is on record by one that was never taken', () =>
    liar.turnsRed('decided-by-representative', {
      deed: async () => liar.forge({ ...(await read()), decision: '01999999-0000-7000-8000-000000000007' }),
    }));
});
