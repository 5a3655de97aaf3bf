import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Policy } from '../../src/policy/index.ts';
import type { Carrier, Delivery, OutgoingMessage } from '../../src/post/index.ts';
import { destroyAccount } from '../../src/system/destroy.ts';
import type { Reply, Visitor } from '../world.ts';
import { Attacker, hidden } from './attacker.ts';
import { aigul, dauren, putInForce } from './liar.ts';

/** Keeps what it is given. */
class Carried implements Carrier {
  readonly name = 'carrier.example';
  readonly thirdParty = false;
  readonly given: OutgoingMessage[] = [];

  async deliver(message: OutgoingMessage): Promise<Delivery> {
    this.given.push(message);
    return { state: 'sent', carrierId: String(this.given.length) };
  }
}

const purpose = 'order_delivery';
/** The policy says that people give data of others, for the service and its delivery. */
const expecting = (policy: Policy): Policy => ({
  ...policy,
  data: [
    ...policy.data.map((row) =>
      ['phone', 'email', 'full_name'].includes(row.category)
        ? { ...row, purposes: [...new Set([...row.purposes, purpose])] }
        : row,
    ),
    {
      ...(policy.data[0] as Policy['data'][number]),
      category: 'third_party_data',
      mandatory: false,
      purposes: [purpose],
    },
  ],
});

const somebody = '+77010009911';
const name = 'Мадияр Придуманный';
const plain = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

describe('somebody named by another', () => {
  const post = { email: new Carried(), sms: new Carried() };
  let attacker: Attacker;
  let world: Attacker['world'];
  let base: string;
  let giver: Visitor;
  let other: Visitor;

  const join = async (person: typeof aigul): Promise<Visitor> => {
    const visitor = world.visitor();
    const begun = await world.fill(visitor, person);
    await world.installation.tick();
    const code = /\b(\d{6})\b/.exec(post.email.given.at(-1)?.text ?? '')?.[1] ?? '';
    const done = await visitor.post(`${base}/confirm`, { draft: hidden(begun.body, 'draft'), code });
    expect(done.status, plain(done.body)).toBe(303);
    return visitor;
  };

  beforeAll(async () => {
    attacker = await Attacker.open('test', { post, revise: expecting });
    ({ world } = attacker);
    ({ base } = world);
    await putInForce(world);
    for (const value of [somebody, name]) world.secrets.add(value);
    giver = await join(aigul);
    other = await join(dauren);
  });
  afterAll(() => attacker?.close());

  const one = async (sql: string, values: unknown[] = []) => (await attacker.sql.query(sql, values)).rows;
  const count = async (kind: string) =>
    (
      await one('select 1 from subject s join subject_key using (service_id, subject_id) where s.kind = $1', [
        kind,
      ])
    ).length;
  const form = { act: 'name', address: somebody, name, purpose, way: 'oral', confirmed: 'yes' };
  const send = (visitor: Visitor, more: Record<string, string> = {}): Promise<Reply> =>
    visitor.post(`${base}/me/others`, { ...form, ...more });
  const link = async () => {
    await world.installation.tick();
    const text = post.sms.given.at(-1)?.text ?? '';
    return { text, path: new RegExp(`${base}/named/[A-Za-z0-9_-]+`).exec(text)?.[0] ?? '' };
  };
  const newest = async () =>
    (await one('select * from mention order by mention_id desc limit 1'))[0] as {
      mentioned_id: string;
      ended_at: number | null;
      refused: boolean;
    };
  const key = () => attacker.key({ purpose, category: ['phone', 'full_name'] });
  const read = async (bearer: string, subject: string, categories: string[]) =>
    attacker.read(bearer, { subject, purpose, categories });

  it('is not taken without the word of the giver that they agreed, nor for anything undeclared', async () => {
    for (const wrong of [
      { confirmed: '' },
      { way: '' },
      { address: 'nobody' },
      { purpose: '' },
      { purpose: 'marketing_notices' },
      { purpose: 'registration_auth' },
      { address: aigul.phone ?? '' },
    ])
      expect((await send(giver, wrong)).status, JSON.stringify(wrong)).toBe(422);
    expect((await send(giver, { act: 'publish' })).status).toBe(400);
    expect({ people: await count('mentioned'), rows: (await one('select 1 from mention')).length }).toEqual({
      people: 0,
      rows: 0,
    });
    expect(post.sms.given.filter(({ to }) => to === somebody)).toEqual([]);
  });

  it('becomes a subject of their own kind and is told at once: what, for what, where to refuse', async () => {
    const done = await send(giver);
    expect(done.status, plain(done.body)).toBe(303);
    const { text, path } = await link();
    expect(post.sms.given.at(-1)?.to).toBe(somebody);
    expect(text).toContain('подтвердил, что вы согласны');
    expect(text).not.toContain(aigul.full_name);
    expect(path).not.toBe('');
    expect(await count('mentioned')).toBe(1);
    const mine = plain((await giver.get(`${base}/me/others`)).body);
    expect(mine).not.toContain(somebody);
    // Another one sees nothing of it.
    expect(plain((await other.get(`${base}/me/others`)).body)).toContain('Вы никого не указывали');
    expect((await send(giver)).status).toBe(422);
    await world.checkPledges();
  });

  it('is no user: neither in the way of a registration, nor a way in for anybody', async () => {
    const asked = await world.visitor().post(`${base}/sign-in`, { address: somebody });
    expect(asked.status).toBe(200);
    await world.installation.tick();
    expect(post.sms.given.at(-1)?.text).not.toMatch(/Код для входа/);
    const taken = await world.fill(world.visitor(), { ...aigul, email: 'new@example.kz', phone: somebody });
    expect(taken.status).toBe(200);
  });

  it('may be used for the one purpose, never for another, never published, never for mailings', async () => {
    const { mentioned_id: id } = await newest();
    const bearer = await key();
    const good = await read(bearer, id, ['phone', 'full_name']);
    expect(good.statusCode, good.body).toBe(200);
    expect(JSON.parse(good.body).values).toBeDefined();
    const support = await attacker.key({ purpose: 'support', category: 'phone' });
    const bad = await attacker.read(support, { subject: id, purpose: 'support', categories: ['phone'] });
    expect(bad.statusCode, bad.body).toBe(403);
    expect(bad.body).toContain('mention-missing');
  });

  it('sees what is held behind the link; looking, as a scanner of links does, changes nothing', async () => {
    const { path } = await link();
    for (let n = 0; n < 3; n += 1) {
      const page = await world.visitor().get(path);
      expect(page.status).toBe(200);
      expect(plain(page.body)).toContain('Отказаться и уничтожить данные');
      expect(page.body).not.toContain(somebody);
      expect(page.body).not.toContain(aigul.full_name);
    }
    expect(await count('mentioned')).toBe(1);
    expect((await world.visitor().get(`${path.slice(0, -2)}AA`)).status).toBe(404);
    expect((await world.visitor().post(`${base}/named/nothing`, {})).status).toBe(404);
  });

  it('refuses by one press: the data go, the giver is told and cannot name them again', async () => {
    const { path } = await link();
    const { mentioned_id: id } = await newest();
    const both = await Promise.all([world.visitor().post(path, {}), world.visitor().post(path, {})]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(plain(both[0]?.body ?? '')).toContain('Данных больше нет');
    expect(await count('mentioned')).toBe(0);
    expect(await one('select 1 from destruction_act')).toHaveLength(1);
    expect(await newest()).toMatchObject({ refused: true });
    await world.installation.tick();
    expect(post.email.given.at(-1)).toMatchObject({ to: aigul.email });
    expect(post.email.given.at(-1)?.text).toContain('отказался');
    const mine = plain((await giver.get(`${base}/me/others`)).body);
    expect(mine).toContain('Человек отказался');
    const again = await send(giver);
    expect(again.status).toBe(422);
    expect(plain(again.body)).toContain('Указать его снова нельзя');
    const however = await send(giver, { address: '8 (701) 000-99-11' });
    expect(however.status).toBe(422);
    expect((await read(await key(), id, ['phone'])).statusCode).not.toBe(200);
    expect(plain((await world.visitor().get(path)).body)).toContain('Данных больше нет');
    await world.checkPledges();
  });

  it('may be named by somebody else, who takes it back', async () => {
    expect((await send(other)).status).toBe(303);
    expect(await count('mentioned')).toBe(1);
    const page = await other.get(`${base}/me/others`);
    const id = hidden(page.body, 'id');
    // Not by whoever did not name them.
    expect((await giver.post(`${base}/me/others`, { act: 'take-back', id })).status).toBe(404);
    expect((await other.post(`${base}/me/others`, { act: 'take-back', id })).status).toBe(303);
    expect((await other.post(`${base}/me/others`, { act: 'take-back', id })).status).toBe(303);
    expect(await count('mentioned')).toBe(0);
    expect(await newest()).toMatchObject({ refused: false });
    await world.checkPledges();
  });

  it('is not kept by the giver, masked neither, once destroyed on another ground', async () => {
    expect((await send(other)).status).toBe(303);
    const { mentioned_id: subject } = await newest();
    const { service, installation } = world;
    await destroyAccount(installation.world, { service, subject });
    expect(await newest()).toMatchObject({ refused: false, sealed: null, ended_at: expect.anything() });
    expect(plain((await other.get(`${base}/me/others`)).body)).toContain('Данные уничтожены');
    await installation.tick();
    await world.checkPledges();
  });

  it('goes with the account of whoever named them: nothing is done from that moment', async () => {
    expect((await send(other)).status).toBe(303);
    const { mentioned_id: id } = await newest();
    const bearer = await key();
    other.provesBy = undefined as never;
    const session = await attacker.session(
      (await one('select subject_id from mention order by mention_id desc'))[0].subject_id,
    );
    const gone = await attacker.send({
      method: 'POST',
      url: `${base}/me/delete`,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        cookie: `kepil_s_test=${session}`,
      },
      payload: 'confirm=yes&when=now',
    });
    expect(gone.statusCode, gone.body).toBe(303);
    const refused = await read(bearer, id, ['phone']);
    expect(refused.statusCode).toBe(403);
    await world.installation.tick();
    await world.installation.tick();
    expect(await count('mentioned')).toBe(0);
    expect(await one('select 1 from mention where ended_at is null')).toHaveLength(0);
    await world.checkPledges();
  });

  it('goes when whoever named them withdraws everything', async () => {
    const person = { ...dauren, email: 'someone.else@example.kz', phone: '+77010006655' };
    const third = await join(person);
    expect((await send(third)).status).toBe(303);
    const { mentioned_id: id } = await newest();
    const consents = await third.get(`${base}/me/consents`);
    const consent = new RegExp(`${base}/me/consents/[0-9a-f-]{36}`).exec(consents.body)?.[0] ?? '';
    expect((await third.post(`${consent}/withdraw`, { whole: 'yes' })).status).toBe(303);
    expect((await read(await key(), id, ['phone'])).statusCode).toBe(403);
    await world.installation.tick();
    expect(await count('mentioned')).toBe(0);
    await world.checkPledges();
  });

  it('who names too many waits', async () => {
    const told = [];
    for (let n = 0; n < 12; n += 1)
      told.push((await send(giver, { address: `somebody${n}@example.kz` })).status);
    expect(told).toContain(429);
  });
});

describe('a service that expects no data of others', () => {
  let attacker: Attacker;
  beforeAll(async () => {
    attacker = await Attacker.open();
  });
  afterAll(() => attacker?.close());

  it('takes none', async () => {
    const { world } = attacker;
    const { visitor } = await world.register(aigul);
    const page = plain((await visitor.get(`${world.base}/me/others`)).body);
    expect(page).toContain('не собирает данные других людей');
    const sent = await visitor.post(`${world.base}/me/others`, {
      ...{ act: 'name', address: somebody, name, purpose, way: 'oral', confirmed: 'yes' },
    });
    expect(sent.status).toBe(422);
  });
});
