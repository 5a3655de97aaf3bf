import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Policy } from '../../src/policy/index.ts';
import { Attacker } from './attacker.ts';
import { carrier, opened, packageIn, register } from './handing.ts';
import { aigul, dauren, putInForce } from './liar.ts';

/** Data may cross the border, on consent; an analytics provider is listed. */
const abroad = (policy: Policy): Policy => ({
  ...policy,
  recipients: [
    ...policy.recipients,
    { recipient: 'analytics_providers', name: 'Cloud GmbH', country: 'DE', cites: ['7.1'], origin: 'text' },
  ],
  labels: policy.labels.filter(({ label }) => label !== 'denied'),
});

const text = (body: string) => body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

describe('recipients and what goes to them', () => {
  let attacker: Attacker;
  let base: string;
  let desk: string;
  let card: string;
  let own: Awaited<ReturnType<Attacker['register']>>;
  let other: Awaited<ReturnType<Attacker['register']>>;

  beforeAll(async () => {
    attacker = await Attacker.open('test', { revise: abroad });
    await putInForce(attacker.world);
    base = attacker.world.base;
    desk = `/console${base}`;
  }, 60_000);
  afterAll(() => attacker?.close());

  const rows = async (query: string, values: readonly unknown[] = []) =>
    (await attacker.sql.query(query, [...values])).rows as Record<string, unknown>[];
  const boxes = async () => {
    const form = (await attacker.world.visitor().get(`${base}/register`)).body;
    return [...form.matchAll(/<input[^>]*name="((?:to|over)\.[^"]+)"[^>]*>/g)].map(([tag, name = '']) => ({
      name,
      ticked: /\schecked/.test(tag),
    }));
  };
  const hand = async (subject: string, more: object = {}) => {
    const officer = await attacker.world.officer();
    const form = { recipient: card, purpose: 'order_delivery', category: ['full_name', 'phone'], ...more };
    return officer.post(`${desk}/subjects/${subject}/hand-on`, form);
  };

  it('are those the policy lists, each with a whole card, and no other', async () => {
    const officer = await attacker.world.officer();
    const list = text((await officer.get(`${desk}/recipients`)).body);
    expect(list).toContain('Службы доставки');
    expect(list).not.toContain('Государственные органы');
    expect((await officer.get(`${desk}/recipients/new?of=1`)).status).toBe(200);
    expect((await officer.get(`${desk}/recipients/new?of=9`)).status).toBe(404);
    const wrong: readonly [object, string][] = [
      [{ kind: 'partners' }, 'не называет такого получателя'],
      [{ kind: 'government' }, 'не называет такого получателя'],
      [
        { kind: 'analytics_providers', name: 'Cloud GmbH', country: 'US' },
        'называет для этого получателя другую',
      ],
      [{ country: 'kaz' }, 'Страна записана неверно'],
      [{ contractOn: '2026-12-31' }, 'Эта дата ещё не наступила'],
      [{ expiresOn: '2026-11-01' }, 'Этот день уже прошёл'],
      [{ category: [] }, 'Отметьте данные'],
      [{ category: ['health'] }, 'Отметьте данные'],
      [{ category: ['birth_date'] }, 'не нужны ни для одной'],
      [{ purpose: ['statistics_research'] }, 'Отметьте цели'],
      [{ name: ' ' }, 'Это поле обязательно'],
    ];
    for (const [change, says] of wrong) {
      const refused = await officer.post(`${desk}/recipients`, { ...carrier, ...change });
      expect({ says, status: refused.status }).toEqual({ says, status: 422 });
      expect(text(refused.body)).toContain(says);
    }
    expect(await rows('select 1 from recipient')).toEqual([]);
    const { undertakingOn: _none, ...unsigned } = carrier;
    card = await register(attacker.world, unsigned);
    expect(await boxes()).toEqual([]);
    const page = `${desk}/recipients/${card}`;
    expect((await officer.get(page)).body).toContain('Нет обязательства о неразглашении');
    const saved = await officer.post(page, { ...carrier, act: 'save', was: '1' });
    expect(saved.status, saved.body).toBe(303);
    const stale = await officer.post(page, { ...carrier, act: 'save', was: '1' });
    expect([stale.status, text(stale.body).includes('изменил кто-то другой')]).toEqual([422, true]);
    expect(await rows('select version from recipient order by version')).toEqual([
      { version: 1 },
      { version: 2 },
    ]);
  });

  it('are offered one by one at the registration, unticked, and kept with text and receipt', async () => {
    expect(await boxes()).toEqual([{ name: `to.${card}.2`, ticked: false }]);
    const bad = await attacker.world.fill(attacker.world.visitor(), aigul, { recipients: [`to.${card}.1`] });
    expect([bad.status, text(bad.body).includes('за это время изменилась')]).toEqual([422, true]);
    const registered = await attacker.world.register(aigul, { recipients: [`to.${card}.2`] });
    const [{ subject_id: id } = {}] = await rows('select subject_id from consent where consent_id = $1', [
      registered.consent,
    ]);
    own = { ...registered, id: String(id) };
    other = await attacker.register(dauren);
    const [given = {}] = await rows('select * from consent where recipient_id is not null');
    expect(given).toMatchObject({ recipient_id: card, recipient_country: 'KZ', abroad: false });
    const receipt = await own.visitor.get(`${base}/me/consents/${given['consent_id']}`);
    expect(text(receipt.body)).toContain('ТОО «Жедел Жеткізу» (службы доставки), и никому больше');
    const linked = await own.visitor.get(`${base}/me/consents/${given['consent_id']}/receipt.jsonld`);
    expect(linked.body).toContain('"dct:identifier": "delivery_services"');
    expect(text((await own.visitor.get(`${base}/me/consents`)).body)).toContain(
      'Передача получателю «ТОО «Жедел',
    );
  });

  it('get a sealed package on a consent that names them, with record, entry and notice in one', async () => {
    const refused = await hand(other.id);
    expect([refused.status, text(refused.body).includes('Нет отдельного согласия на передачу')]).toEqual([
      403,
      true,
    ]);
    expect(await rows('select 1 from disclosure')).toEqual([]);
    const beyond = await hand(own.id, { category: ['full_name', 'email'] });
    expect([beyond.status, text(beyond.body).includes('нет на карточке получателя')]).toEqual([403, true]);
    const done = await hand(own.id);
    expect(done.status, done.body).toBe(200);
    const { text: jwe, passphrase } = packageIn(done.body);
    const content = opened(jwe, passphrase);
    expect(content.values).toEqual({ full_name: aigul.full_name, phone: aigul.phone });
    const [row = {}] = await rows('select * from disclosure');
    expect(row).toMatchObject({
      disclosure_id: content.package,
      recipient_id: card,
      purpose: 'order_delivery',
    });
    expect(row['notified_at']).not.toBe(null);
    expect(await rows(`select 1 from message where template = 'data-handed-on'`)).toHaveLength(1);
    await attacker.world.installation.tick();
    const leaves = await rows('select leaf from log_leaf order by leaf_index');
    const entries = leaves.map(({ leaf }) => JSON.parse(String(leaf)) as Record<string, unknown>);
    const [entry] = entries.filter(({ kind }) => kind === 'disclosure');
    expect(entry).toMatchObject({
      ...{ outcome: 'allowed', recipient: 'delivery_services', country: 'KZ', matter: content.package },
      categories: ['full_name', 'phone'],
    });
    const mine = text((await own.visitor.get(`${base}/me/recipients`)).body);
    expect(mine).toContain('согласие субъекта, в котором назван получатель');
    expect(mine).toContain(content.package);
    expect(text((await other.visitor.get(`${base}/me/recipients`)).body)).toContain(
      'ещё никому не передавались',
    );
    expect((await own.visitor.get(`${base}/me/export.json`)).body).toContain(content.package);
    await attacker.world.checkPledges();
  });

  it('get it by a program within its grant, and not beyond', async () => {
    const bearer = await attacker.key({ purpose: 'order_delivery', category: ['phone'] });
    const ask = (body: object) =>
      attacker.send({
        ...{ method: 'POST', url: `/api/v1${base}/hand-on`, payload: JSON.stringify(body) },
        headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
      });
    const what = { subject: own.id, recipient: card, purpose: 'order_delivery' };
    const done = await ask({ ...what, categories: ['phone'] });
    expect(done.statusCode, done.body).toBe(200);
    const made = done.json() as { package: string; passphrase: string };
    expect(opened(made.package, made.passphrase).values).toEqual({ phone: aigul.phone });
    expect((await ask({ ...what, categories: ['full_name'] })).statusCode).toBe(403);
    expect((await ask({ ...what, subject: other.id, categories: ['phone'] })).statusCode).toBe(403);
    const bad = await ask({ ...what, categories: ['phone'], publicKey: 'ключ' });
    expect([bad.statusCode, bad.body.includes('public-key')]).toEqual([422, true]);
    expect((await ask({ ...what, subject: card, categories: ['phone'] })).statusCode).toBe(422);
  });

  it('get no more than was consented to when their card grows', async () => {
    const officer = await attacker.world.officer();
    const grown = { ...carrier, category: [...carrier.category, 'email'] };
    const saved = await officer.post(`${desk}/recipients/${card}`, { ...grown, act: 'save', was: '2' });
    expect(saved.status, saved.body).toBe(303);
    expect((await hand(own.id, { category: ['email'] })).status).toBe(403);
    expect((await hand(own.id)).status).toBe(200);
    const page = await own.visitor.get(`${base}/me/recipients`);
    expect(page.body).toContain(`to.${card}.3`);
    const untouched = await own.visitor.post(`${base}/me/recipients`, { box: `to.${card}.3` });
    expect([untouched.status, text(untouched.body).includes('Отметка не поставлена')]).toEqual([422, true]);
    const old = await own.visitor.post(`${base}/me/recipients`, { box: `to.${card}.2`, agree: 'yes' });
    expect(old.status).toBe(422);
    const agreed = await own.visitor.post(`${base}/me/recipients`, { box: `to.${card}.3`, agree: 'yes' });
    expect(agreed.status, agreed.body).toBe(303);
    expect((await hand(own.id, { category: ['email'] })).status).toBe(200);
    expect((await own.visitor.get(`${base}/me/recipients`)).body).not.toContain(`to.${card}.3`);
  });

  it('are closed and opened by the officer, at once', async () => {
    const officer = await attacker.world.officer();
    const page = `${desk}/recipients/${card}`;
    expect((await officer.post(page, { act: 'close' })).status).toBe(303);
    expect(text((await hand(own.id)).body)).toContain('Получатель закрыт');
    expect(await boxes()).toEqual([]);
    expect((await officer.post(page, { act: 'close' })).status).toBe(303);
    expect((await officer.post(page, { act: 'open' })).status).toBe(303);
    expect((await hand(own.id)).status).toBe(200);
  });

  it('abroad get nothing without a second consent, that names the country', async () => {
    const there = { ...carrier, kind: 'analytics_providers', name: 'Cloud GmbH', country: 'DE' };
    const far = await register(attacker.world, there);
    const named = [`to.${far}.1`, `over.${far}.1`];
    expect((await boxes()).map(({ name }) => name)).toEqual(expect.arrayContaining(named));
    const agree = (box = '') => other.visitor.post(`${base}/me/recipients`, { box, agree: 'yes' });
    expect((await agree(named[0])).status).toBe(303);
    const refused = await hand(other.id, { recipient: far });
    expect(text(refused.body)).toContain('Нет согласия на трансграничную передачу');
    expect((await agree(named[1])).status).toBe(303);
    expect((await hand(other.id, { recipient: far })).status).toBe(200);
    const [row = {}] = await rows('select * from disclosure where recipient_id = $1', [far]);
    expect([row['country'], row['abroad_consent_id'] === null]).toEqual(['DE', false]);
    const stopped = await other.visitor.post(`${base}/me/recipients`, { stop: 'yes' });
    expect(stopped.status, stopped.body).toBe(303);
    expect(text((await hand(other.id, { recipient: far })).body)).toContain('отозвал согласие на передачу');
  });

  it('are told to stop when a consent is withdrawn, within fifteen working days', async () => {
    const officer = await attacker.world.officer();
    const open = await rows(`select * from recipient_order where kind = 'stop'`);
    expect(open).toHaveLength(1);
    const consents = await rows(
      'select consent_id from consent where recipient_id = $1 and subject_id = $2',
      [card, own.id],
    );
    for (const { consent_id } of consents) {
      const gone = await own.visitor.post(`${base}/me/consents/${consent_id}/withdraw`, { whole: 'yes' });
      expect(gone.status, gone.body).toBe(303);
    }
    expect((await hand(own.id)).status).toBe(403);
    const [order = {}] = await rows(
      'select *, due_on::text as due from recipient_order where recipient_id = $1',
      [card],
    );
    expect(order['due']).toBe('2026-12-11');
    const held = await rows('select disclosure_id from disclosure where recipient_id = $1', [card]);
    expect((order['packages'] as string[]).sort()).toEqual(
      held.map((row) => String(row['disclosure_id'])).sort(),
    );
    const page = text((await officer.get(`${desk}/disclosures`)).body);
    expect(page).toContain('Прекратить обработку');
    const mark = (act: string) => officer.post(`${desk}/disclosures/orders/${order['order_id']}`, { act });
    for (const act of ['sent', 'confirmed', 'confirmed', 'reopened', 'confirmed'])
      expect((await mark(act)).status).toBe(303);
    expect((await mark('lost')).status).toBe(400);
    const now = await rows(
      'select confirmed_at is not null as done from recipient_order where order_id = $1',
      [order['order_id']],
    );
    expect(now).toEqual([{ done: true }]);
    attacker.world.wait({ days: 30 });
    const late = await attacker.world.officer();
    expect(text((await late.get(`${desk}/disclosures`)).body)).toContain('Просрочено.');
  });

  it('are told to destroy when an account goes, and nothing ties the order to anybody', async () => {
    const { id } = other;
    const session = await attacker.session(id);
    const cookie = { cookie: `kepil_s_test=${session}` };
    const gone = await attacker.form(`${base}/me/delete`, 'confirm=yes', cookie);
    expect(gone.statusCode, gone.body).toBe(303);
    await attacker.world.installation.tick();
    expect(await rows('select 1 from disclosure where subject_id = $1', [id])).toEqual([]);
    const orders = await rows(`select * from recipient_order where kind = 'destroy'`);
    expect(orders).toHaveLength(1);
    expect(JSON.stringify(orders)).not.toContain(id);
    const [act = {}] = await rows('select counts from destruction_act');
    expect(act['counts']).toMatchObject({ disclosures: 1, orders: 1 });
    await attacker.world.checkPledges();
  });
});
