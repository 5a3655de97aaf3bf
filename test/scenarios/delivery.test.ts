import { readFileSync } from 'node:fs';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import type { Policy } from '../../src/policy/index.ts';
import type { Carrier, Delivery, OutgoingMessage, Report } from '../../src/post/index.ts';
import type { Store } from '../../src/store/index.ts';
import { abandonTaken, deliverDue, lookAgain } from '../../src/system/index.ts';
import { openWorld, type Person, type TestWorld, type Visitor } from '../world.ts';

const text = readFileSync(new URL('../../examples/dala-kitap.txt', import.meta.url), 'utf8');
const aigul: Person = {
  full_name: 'Айгүл Жақыпова',
  birth_date: '1985-05-15',
  email: 'aigul.zhakypova@example.kz',
  phone: '+77010001122',
};

/** A carrier that answers as it is told, and `sent` when it is told nothing; it keeps what it was given. */
class Told implements Carrier {
  readonly name = 'mail.example';
  readonly thirdParty: boolean;
  readonly given: OutgoingMessage[] = [];
  readonly answers: Delivery[] = [];
  readonly reports = new Map<string, Report>();

  constructor(thirdParty = false) {
    this.thirdParty = thirdParty;
  }

  async deliver(message: OutgoingMessage): Promise<Delivery> {
    this.given.push(message);
    return this.answers.shift() ?? { state: 'sent', carrierId: String(this.given.length) };
  }

  report = async () => this.reports;

  code(): string {
    return /\b(\d{6})\b/.exec(this.given.at(-1)?.text ?? '')?.[1] ?? '';
  }
}

let world: TestWorld;
afterEach(() => world?.close());

const namingCarriers = (policy: Policy): Policy => ({
  ...policy,
  recipients: [...policy.recipients, { recipient: 'messaging_providers', cites: [], origin: 'officer' }],
});

async function begin(visitor: Visitor, person: Person = aigul): Promise<string> {
  const started = await world.fill(visitor, person);
  expect(started.status, started.body).toBe(200);
  return /name="draft"[^>]*value="([0-9a-f-]{36})"|value="([0-9a-f-]{36})"[^>]*name="draft"/
    .exec(started.body)
    ?.slice(1)
    .find((found) => found !== undefined) as string;
}

const outbox = async () => (await (await world.officer()).get(`/console${world.base}/outbox`)).body;
const tick = () => world.installation.tick();
const hrefIn = (body: string) =>
  new RegExp(`/console${world.base}/outbox/[0-9a-f-]{36}`).exec(body)?.[0] ?? '';

describe('messages with a carrier', () => {
  it('reach the person: the code comes by mail, and the officer reads nothing', async () => {
    const email = new Told();
    world = await openWorld(text, { post: { email } });
    const visitor = world.visitor();
    const draft = await begin(visitor);
    expect(await outbox()).toContain('ждёт отправки');
    await tick();
    expect(email.given).toHaveLength(1);
    expect(email.given[0]).toMatchObject({ channel: 'email', to: aigul['email'] });
    const done = await visitor.post(`${world.base}/confirm`, { draft, code: email.code() });
    expect(done.status, done.body).toBe(303);
    const list = await outbox();
    expect(list).toContain('отправлено');
    expect(list).toContain('mail.example');
    expect(hrefIn(list)).toBe('');
    const [row] = await world.installation.world.store.transaction((tx) =>
      tx.messages.list(world.service.id, { limit: 1 }),
    );
    const opened = await (await world.officer()).get(`/console${world.base}/outbox/${row?.id}`);
    expect(opened.status).toBe(403);
    await tick();
    expect(email.given).toHaveLength(1);
    await world.checkPledges();
  });

  it.each(['the taking', 'the settling'])(
    'reach the person once though the answer of %s is lost',
    async (what) => {
      const email = new Told();
      world = await openWorld(text, { post: { email } });
      await begin(world.visitor());
      const within = world.installation.world;
      const { store } = within;
      // Every commit is kept, and nobody hears of the first, or of those after the carrier had the message.
      const deaf = () => (what === 'the taking' ? true : email.given.length > 0);
      const lossy: Pick<Store, 'transaction'> = {
        async transaction(work) {
          const done = await store.transaction(work);
          if (deaf()) throw new Error('no answer');
          return done;
        },
      };
      Object.assign(within, { store: Object.assign(Object.create(store), lossy) });
      await expect(deliverDue(within)).rejects.toThrow('no answer');
      Object.assign(within, { store });
      for (let n = 0; n < 3; n++) await deliverDue(within);
      expect(email.given).toHaveLength(1);
      const rows = await store.transaction((tx) => tx.messages.list(world.service.id, { limit: 9 }));
      expect(rows.map(({ state }) => state)).toEqual(['sent']);
    },
  );

  it('are carried once though one fails while another is still made ready', async () => {
    const email = new Told();
    world = await openWorld(text, { post: { email } });
    await begin(world.visitor());
    await begin(world.visitor(), { ...aigul, email: 'other@example.kz', phone: '+77010003344' });
    const within = world.installation.world;
    const { store } = within;
    let go = () => {};
    const ready = new Promise<void>((resolve) => {
      go = resolve;
    });
    let n = 0;
    const failing: Pick<Store, 'transaction'> = {
      async transaction(work) {
        n += 1;
        if (n === 2) throw new Error('connection lost');
        if (n === 3) await ready;
        return store.transaction(work);
      },
    };
    Object.assign(within, { store: Object.assign(Object.create(store), failing) });
    const first = deliverDue(within).catch(({ message }: Error) => message);
    while (n < 3) await new Promise(setImmediate);
    await deliverDue(within);
    go();
    expect(await first).toBe('connection lost');
    Object.assign(within, { store });
    await deliverDue(within);
    const to = email.given.map((message) => message.to);
    expect([to.length, new Set(to).size]).toEqual([2, 2]);
  });

  it('that do not open hold no other up, are recorded, and go out once they open', async () => {
    const email = new Told();
    world = await openWorld(text, { post: { email } });
    const sql = new pg.Client({ connectionString: world.databaseUrl });
    await sql.connect();
    const { visitor } = await registered(email);
    const before = email.given.length;
    for (const kind of ['object', 'human_review'])
      expect((await visitor.post(`${world.base}/me/requests`, { kind, words: 'Прошу.' })).status).toBe(303);
    const officer = await world.officer();
    const list = (await officer.get(`/console${world.base}/requests`)).body;
    const pages = new Set(list.match(new RegExp(`/console${world.base}/requests/[0-9a-f-]{36}`, 'g')));
    for (const page of pages)
      expect((await officer.post(page, { outcome: 'done', answer: 'Сделано.' })).status).toBe(303);
    const flip = `update message set sealed = set_byte(sealed, 20, 255 - get_byte(sealed, 20))
      where message_id = (select max(message_id::text)::uuid from message where state = $1)
      returning message_id as id`;
    const { rows } = await sql.query(flip, ['waiting']);
    await tick();
    expect(email.given.length - before).toBe(1);
    expect((await sql.query('select place from broken_seal')).rows).toEqual([{ place: 'message' }]);
    expect(await outbox()).toContain('Сообщение не открывается');
    await sql.query(flip, ['failed']);
    const again = await officer.post(`/console${world.base}/outbox/${rows[0].id}`, {});
    expect(again.status, again.body).toBe(303);
    await tick();
    expect(email.given.length - before).toBe(2);
    expect(await lookAgain(world.installation.world, world.service.id)).toBe(1);
    await sql.end();
  });

  it('are tried again after a while, longer each time, and stay with the officer in the end', async () => {
    const email = new Told();
    world = await openWorld(text, { post: { email } });
    const { visitor } = await registered(email);
    const asked = await visitor.post(`${world.base}/me/requests`, {
      kind: 'block_restrict',
      words: 'Прошу заблокировать.',
    });
    expect(asked.status, asked.body).toBe(303);
    const before = email.given.length;
    email.answers.push(...Array.from({ length: 40 }, () => ({ state: 'later', reason: 'carrier' }) as const));
    const officer = await world.officer();
    const list = await officer.get(`/console${world.base}/requests`);
    const request = new RegExp(`/console${world.base}/requests/[0-9a-f-]{36}`).exec(list.body)?.[0] ?? '';
    const answered = await officer.post(request, { outcome: 'done', answer: 'Копия в кабинете.' });
    expect(answered.status, answered.body).toBe(303);
    await tick();
    await tick();
    expect(email.given.length - before).toBe(1);
    expect(await outbox()).toContain('попытки продолжаются');
    for (let n = 0; n < 60; n++) {
      world.wait({ minutes: 30 });
      await tick();
    }
    expect(email.given.length - before).toBe(12);
    const left = await outbox();
    expect(left).toContain('не отправлено');
    const opened = await officer.get(hrefIn(left));
    expect(opened.body).toContain('дан ответ');
    email.answers.length = 0;
    const again = await officer.post(hrefIn(left), {});
    expect(again.status, again.body).toBe(303);
    await tick();
    expect(email.given.at(-1)?.text).toContain('дан ответ');
    expect(hrefIn(await outbox())).toBe('');
    expect((await officer.post(hrefIn(left), {})).status).toBe(403);
    await world.checkPledges();
  });

  it('are not sent twice when a run ends between a carrier and its answer', async () => {
    const email = new Told();
    world = await openWorld(text, { post: { email } });
    await begin(world.visitor());
    const inner = world.installation.world;
    await inner.store.transaction((tx) => tx.messages.takeDue(inner.now(), ['email'], 9));
    await abandonTaken(inner);
    await tick();
    expect(email.given).toHaveLength(0);
    const list = await outbox();
    expect(list).toContain('неизвестно, отправлено ли');
    const opened = await (await world.officer()).get(hrefIn(list));
    expect(opened.status).toBe(200);
  });

  it('of before a carrier was there stay with the officer', async () => {
    world = await openWorld(text);
    await begin(world.visitor());
    const email = new Told();
    Object.assign(world.installation.world, { post: { email } });
    await tick();
    expect(email.given).toHaveLength(0);
    expect(await outbox()).toContain('передать самим');
  });

  it('whose time is over go nowhere', async () => {
    const email = new Told();
    world = await openWorld(text, { post: { email } });
    email.answers.push({ state: 'later', reason: 'carrier' });
    await begin(world.visitor());
    await tick();
    world.wait({ minutes: 11 });
    await tick();
    expect(email.given).toHaveLength(1);
  });
});

describe('messages by a gateway of somebody else', () => {
  const byPhone = (policy: Policy): Policy => ({
    ...policy,
    data: policy.data.filter(({ category }) => category !== 'email'),
  });
  const person: Person = { ...aigul, phone: '+77010001133' };
  const { email: _, ...phoneOnly } = person;

  it('wait for the officer while the policy names no such recipient', async () => {
    const sms = new Told(true);
    world = await openWorld(text, { post: { sms }, revise: byPhone });
    await begin(world.visitor(), phoneOnly as Person);
    await tick();
    expect(sms.given).toHaveLength(0);
    expect(await outbox()).toContain('не называет среди получателей');
    expect(await world.code()).toMatch(/^\d{6}$/);
  });

  it('go where it does, and say what became of them', async () => {
    const sms = new Told(true);
    world = await openWorld(text, { post: { sms }, revise: (policy) => namingCarriers(byPhone(policy)) });
    await begin(world.visitor(), phoneOnly as Person);
    await tick();
    expect(sms.given.map(({ to }) => to)).toEqual([person['phone']]);
    sms.reports.set('1', 'delivered');
    expect(await outbox()).toContain('отправлено');
    world.wait({ minutes: 3 });
    await tick();
    expect(await outbox()).toContain('доставлено');
  });
});

async function registered(email: Told): Promise<{ visitor: Visitor }> {
  const visitor = world.visitor();
  const draft = await begin(visitor);
  await tick();
  const done = await visitor.post(`${world.base}/confirm`, { draft, code: email.code() });
  expect(done.status, done.body).toBe(303);
  return { visitor };
}
