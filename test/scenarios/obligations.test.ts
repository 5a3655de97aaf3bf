import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Visitor } from '../world.ts';
import { Attacker } from './attacker.ts';

const fail = (error: Error) => {
  throw error;
};

const person = {
  full_name: 'Серик Придуманный',
  birth_date: '1982-11-30',
  email: 'serik@example.kz',
  phone: '+77010005566',
  postal_address: 'Павлодар, улица Придуманная, 4',
};

describe('an obligation that stands', () => {
  let attacker: Attacker;
  let world: Attacker['world'];
  let visitor: Visitor;
  let id: string;
  let page: string;

  beforeAll(async () => {
    attacker = await Attacker.open();
    ({ world } = attacker);
    ({ visitor } = await world.register(person));
    id = (await attacker.sql.query(`select subject_id from subject where kind = 'user'`)).rows[0].subject_id;
    page = `/console${world.base}/subjects/${id}/obligations`;
    world.secrets.add('заказ № 481 на 5000');
  });
  afterAll(() => attacker?.close());

  const order = {
    act: 'record',
    kind: 'order',
    about: 'заказ № 481 на 5000',
    category: ['full_name', 'phone'],
  };
  const requests = async () =>
    (await attacker.sql.query('select * from request where subject_id = $1 order by request_id', [id])).rows;
  const obligations = async () =>
    (await attacker.sql.query('select * from obligation order by obligation_id')).rows;
  const consents = async () =>
    (await attacker.sql.query('select * from consent where subject_id = $1', [id])).rows;
  const withdrawAll = async () => {
    for (const row of await consents()) {
      const at = `${world.base}/me/consents/${row.consent_id}/withdraw`;
      const reply = await visitor.post(at, { whole: 'yes' });
      expect(reply.status, reply.body).toBe(303);
    }
  };
  const read = async (category: string, matter: string, purpose = 'obligations') => {
    const officer = await world.officer();
    const form = { category, purpose, matter };
    return officer.post(`/console${world.base}/subjects/${id}`, form);
  };

  it('is entered whole or not at all', async () => {
    const officer = await world.officer();
    for (const wrong of [
      { ...order, kind: '' },
      { ...order, about: ' ' },
      { ...order, about: 'з'.repeat(201) },
      { ...order, category: [] },
      { ...order, category: ['shoe_size'] },
    ])
      expect((await officer.post(page, wrong)).status, JSON.stringify(wrong)).toBe(422);
    expect(await obligations()).toHaveLength(0);
    expect((await officer.post(page, order)).status).toBe(303);
    expect(await obligations()).toHaveLength(1);
    const shown = await officer.get(page);
    expect(shown.body).toContain(order.about);
  });

  it('is seen before a withdrawal, and lets destroy nothing it needs', async () => {
    const [consent] = await consents();
    const before = await visitor.get(`${world.base}/me/consents/${consent.consent_id}/withdraw`);
    expect(before.body).toContain('Неисполненное обязательство (заказ)');
    expect(before.body).toContain('ст. 8');
  });

  it('leaves a withdrawal waiting: everything stops but what it needs', async () => {
    await withdrawAll();
    const [waiting] = (await requests()).slice(-1);
    expect(waiting).toMatchObject({ kind: 'withdraw_consent', state: 'waiting', waits_until: null });
    const mine = await visitor.get(`${world.base}/me/requests`);
    expect(mine.body).toContain('Ждёт исполнения обязательства');
    expect(mine.body).toContain(order.about);
    expect((await consents()).every((row) => row.withdrawn_at !== null)).toBe(true);

    const [owed] = await obligations();
    expect((await read('phone', owed.obligation_id)).status).toBe(200);
    const beyond = await read('email', owed.obligation_id);
    expect({ status: beyond.status, says: beyond.body.includes('такие данные не нужны') }).toEqual({
      status: 403,
      says: true,
    });
    expect((await read('phone', owed.obligation_id, 'support')).status).toBe(403);
    // The clock of waiting for a person does not touch it.
    world.wait({ days: 20 });
    const { endWaits } = await import('../../src/system/index.ts');
    await endWaits(world.installation.world, fail);
    expect((await requests()).slice(-1)).toMatchObject([{ state: 'waiting' }]);
  });

  it('counts for nothing when it was entered after the withdrawal', async () => {
    const officer = await world.officer();
    expect((await officer.post(page, { ...order, about: 'долг задним числом', kind: 'debt' })).status).toBe(
      303,
    );
    const shown = await officer.get(page);
    expect(shown.body).toContain('Внесено после отзыва согласия');
    const late = (await obligations()).at(-1);
    expect((await read('phone', late.obligation_id)).status).toBe(403);
  });

  it('is met: the withdrawal finishes by itself, and the person is told', async () => {
    const officer = await world.officer();
    const [owed] = await obligations();
    const met = await officer.post(page, { act: 'meet', id: owed.obligation_id });
    expect(met.status, met.body).toBe(303);
    expect((await officer.post(page, { act: 'meet', id: owed.obligation_id })).status).toBe(422);
    const closed = (await requests()).filter(
      ({ kind, state }) => kind === 'withdraw_consent' && state === 'done',
    );
    expect(closed).toHaveLength(1);
    expect((await read('phone', owed.obligation_id)).status).toBe(403);
    const told = `select 1 from message where template = 'request-answered'`;
    expect((await attacker.sql.query(told)).rows).toHaveLength(1);
    await world.checkPledges();
  });
});

describe('without an obligation', () => {
  let attacker: Attacker;
  beforeAll(async () => {
    attacker = await Attacker.open();
  });
  afterAll(() => attacker?.close());

  it('a withdrawal is done at once, and another one’s obligation does not count', async () => {
    const { world } = attacker;
    const { visitor } = await world.register(person);
    const other = {
      ...person,
      email: 'other@example.kz',
      phone: '+77010006677',
      full_name: 'Другой Придуманный',
    };
    await world.register(other);
    const ids = `select subject_id from subject where kind = 'user' order by subject_id`;
    const [mine, theirs] = (await attacker.sql.query(ids)).rows.map((row) => row.subject_id);
    const officer = await world.officer();
    const order = { act: 'record', kind: 'order', about: 'заказ № 7', category: 'phone' };
    await officer.post(`/console${world.base}/subjects/${theirs}/obligations`, order);
    const consents = `select consent_id from consent where subject_id = $1`;
    for (const { consent_id } of (await attacker.sql.query(consents, [mine])).rows)
      await visitor.post(`${world.base}/me/consents/${consent_id}/withdraw`, { whole: 'yes' });
    const states = await attacker.sql.query('select state from request where subject_id = $1', [mine]);
    expect(states.rows.every(({ state }) => state === 'done')).toBe(true);
    expect(states.rows.length).toBeGreaterThan(0);
  });
});
