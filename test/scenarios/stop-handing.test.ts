import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Attacker } from './attacker.ts';
import { carrier, register } from './handing.ts';
import { aigul, putInForce } from './liar.ts';

describe('a request to stop handing data on', () => {
  let attacker: Attacker;
  let base: string;
  let desk: string;
  let own: Awaited<ReturnType<Attacker['register']>>;
  let card: string;
  beforeAll(async () => {
    attacker = await Attacker.open();
    await putInForce(attacker.world);
    base = attacker.world.base;
    desk = `/console${base}`;
    card = await register(attacker.world);
    own = await attacker.register(aigul);
    const agreed = await own.visitor.post(`${base}/me/recipients`, { box: `to.${card}.1`, agree: 'yes' });
    expect(agreed.status, agreed.body).toBe(303);
  }, 60_000);
  afterAll(() => attacker?.close());

  const rows = async (query: string) => (await attacker.sql.query(query)).rows as Record<string, unknown>[];
  const hand = async () => {
    const officer = await attacker.world.officer();
    const form = { recipient: card, purpose: 'order_delivery', category: carrier.category };
    return (await officer.post(`${desk}/subjects/${own.id}/hand-on`, form)).status;
  };
  const asked = async () => {
    const form = { kind: 'stop_dissemination', words: 'Больше никому не передавайте мои данные.' };
    expect((await own.visitor.post(`${base}/me/requests`, form)).status).toBe(303);
    const open = "select request_id as id from request where state = 'open' and kind = 'stop_dissemination'";
    return String((await rows(open))[0]?.['id']);
  };
  const answer = async (id: string, more: object) => {
    const officer = await attacker.world.officer();
    return officer.post(`${desk}/requests/${id}`, { answer: 'Передача прекращена.', ...more });
  };
  const consents = 'select withdrawn_at is not null as ended from consent where recipient_id is not null';

  it('changes nothing when it is refused', async () => {
    expect(await hand()).toBe(200);
    const id = await asked();
    const officer = await attacker.world.officer();
    const page = (await officer.get(`${desk}/requests/${id}`)).body;
    expect(page).toContain('прекратятся все согласия субъекта на передачу данных');
    expect((await answer(id, { outcome: 'refused', ground: 'unfounded' })).status).toBe(303);
    expect(await rows(consents)).toEqual([{ ended: false }]);
    expect(await hand()).toBe(200);
  });

  it('ends every consent to hand on at a yes, and orders recipients to stop', async () => {
    const id = await asked();
    expect((await answer(id, { outcome: 'done' })).status).toBe(303);
    expect(await rows(consents)).toEqual([{ ended: true }]);
    expect(await hand()).toBe(403);
    const orders = await rows('select kind, recipient_id, packages from recipient_order');
    const handed = await rows('select disclosure_id from disclosure where stopped_at is not null');
    expect(handed).toHaveLength(2);
    expect(orders).toEqual([
      {
        kind: 'stop',
        recipient_id: card,
        packages: expect.arrayContaining(handed.map((row) => row['disclosure_id'])),
      },
    ]);
    expect((await answer(id, { outcome: 'done' })).status).toBe(422);
    expect(await rows('select 1 from recipient_order')).toHaveLength(1);
    const other = 'select count(*) as n from consent where recipient_id is null and withdrawn_at is null';
    expect(await rows(other)).toEqual([{ n: '1' }]);
    await attacker.world.checkPledges();
  });

  it('ends nothing but the handing on when the person stops it', async () => {
    const page = (await own.visitor.get(`${attacker.world.base}/me/recipients`)).body;
    const box = /name="box"[^>]*value="(to\.[^"]+)"/.exec(page)?.[1] ?? '';
    const post = (form: Record<string, string>) =>
      own.visitor.post(`${attacker.world.base}/me/recipients`, form);
    expect((await post({ box, agree: 'yes' })).status).toBe(303);
    expect(await hand()).toBe(200);
    expect((await post({ stop: 'yes' })).status).toBe(303);
    expect(await hand()).toBe(403);
    const uses = 'select withdrawn_at, withdrawn_purposes from consent where recipient_id is null';
    expect(await rows(uses)).toEqual([{ withdrawn_at: null, withdrawn_purposes: {} }]);
    const bearer = await attacker.key({ purpose: 'order_delivery', category: ['phone'] });
    const read = await attacker.send({
      ...{ method: 'POST', url: `/api/v1${attacker.world.base}/read` },
      headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
      payload: JSON.stringify({ subject: own.id, purpose: 'order_delivery', categories: ['phone'] }),
    });
    expect(read.statusCode, read.body).toBe(200);
  });
});
