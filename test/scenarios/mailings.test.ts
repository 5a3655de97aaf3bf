import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Policy } from '../../src/policy/index.ts';
import type { Carrier, Delivery, OutgoingMessage } from '../../src/post/index.ts';
import type { Tx } from '../../src/store/index.ts';
import { runCampaigns } from '../../src/system/index.ts';
import { openWorld, type Person, type Reply, type TestWorld, type Visitor } from '../world.ts';
import { hidden } from './attacker.ts';
import { aigul, dauren, exampleText, putInForce } from './liar.ts';

const fail = (error: Error) => {
  throw error;
};
const secret = 'only-the-gateway-knows-this-1';
const saule: Person = {
  full_name: 'Сәуле Ахметова',
  birth_date: '1991-12-01',
  email: 'saule.akhmetova@example.kz',
  phone: '+77010007788',
};

/** Carries everything it is given. */
class Post implements Carrier {
  readonly name = 'carrier.example';
  readonly thirdParty: boolean;
  readonly given: OutgoingMessage[] = [];

  constructor(thirdParty: boolean) {
    this.thirdParty = thirdParty;
  }

  async deliver(message: OutgoingMessage): Promise<Delivery> {
    this.given.push(message);
    return { state: 'sent', carrierId: String(this.given.length) };
  }

  /** To whom messages with these words went. */
  to(words: string): readonly string[] {
    return this.given.filter(({ text }) => text.includes(words)).map(({ to }) => to);
  }
}

/** Marketing by both ways, and a gateway that is named. */
const marketed = (policy: Policy): Policy => ({
  ...policy,
  data: policy.data.map((row) =>
    row.category === 'phone' || row.category === 'email'
      ? { ...row, purposes: [...new Set([...row.purposes, 'marketing_notices', 'communication'])] }
      : row,
  ),
  recipients: [...policy.recipients, { recipient: 'messaging_providers', cites: [], origin: 'officer' }],
});

const plain = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
const at = (world: TestWorld, local: string) =>
  world.wait({ minutes: (Date.parse(local) - world.now) / 60_000 });

/** A world with a gateway for SMS, a mail server, a marketer, and people who agreed to offers or did not. */
class Shop {
  readonly world: TestWorld;
  readonly email: Post;
  readonly sms: Post;
  readonly marketer: Visitor;
  readonly #address: string;
  #seenAt: number;

  private constructor(
    world: TestWorld,
    posts: { email: Post; sms: Post },
    marketer: { visitor: Visitor; email: string },
  ) {
    this.world = world;
    this.email = posts.email;
    this.sms = posts.sms;
    this.marketer = marketer.visitor;
    this.#address = marketer.email;
    this.#seenAt = world.now;
  }

  /** The marketer, signed in anew after a break. */
  async #atDesk(): Promise<Visitor> {
    if (this.world.now - this.#seenAt > 25 * 60_000)
      await this.world.signIn(this.marketer, {
        email: this.#address,
        password: 'девять белых яблонь у реки',
      });
    this.#seenAt = this.world.now;
    return this.marketer;
  }

  static async open(revise: (policy: Policy) => Policy = marketed): Promise<Shop> {
    const posts = { email: new Post(false), sms: new Post(true) };
    const world = await openWorld(exampleText(), { revise, post: { ...posts, replies: secret } });
    await putInForce(world);
    return new Shop(world, posts, await world.staff('Мадина Придуманная', ['test:marketer']));
  }

  get base(): string {
    return `/console${this.world.base}/mailings`;
  }

  tick(): Promise<void> {
    return this.world.installation.tick();
  }

  async join(person: Person, optional: readonly string[] = ['marketing_notices']): Promise<Visitor> {
    const visitor = this.world.visitor();
    const begun = await this.world.fill(visitor, person, { optional });
    expect(begun.status, begun.body).toBe(200);
    await this.tick();
    const code = /\b(\d{6})\b/.exec(this.email.given.at(-1)?.text ?? '')?.[1] ?? '';
    const form = { draft: hidden(begun.body, 'draft'), code };
    expect((await visitor.post(`${this.world.base}/confirm`, form)).status).toBe(303);
    return visitor;
  }

  async write(text: string, more: Readonly<Record<string, string>> = {}, who?: Visitor): Promise<Reply> {
    const by = who ?? (await this.#atDesk());
    const texts = { 'text.ru': text, 'text.kk': text, 'subject.ru': 'Новинки', 'subject.kk': 'Жаңалық' };
    const form = { class: 'marketing', purpose: 'marketing_notices', channel: 'email', ...texts };
    return by.post(this.base, { ...form, ...more });
  }

  /** Writes a mailing and sends it. @returns its page */
  async send(text: string, more: Readonly<Record<string, string>> = {}, who?: Visitor): Promise<string> {
    const by = who ?? (await this.#atDesk());
    const written = await this.write(text, more, by);
    expect(written.status, plain(written.body)).toBe(303);
    const page = written.location ?? '';
    expect((await by.post(page, { act: 'start' })).status).toBe(303);
    await this.tick();
    await this.tick();
    return page;
  }

  reply(from: string, text: string, key = secret): Promise<Reply> {
    return this.world.visitor().post(`/replies/sms/${key}`, { phone: from, mes: text });
  }
}

const link = (letter: OutgoingMessage | undefined) =>
  /https?:\/\/[^/]+(\/s\/\S+\/unsubscribe\/\S+)/.exec(letter?.text ?? '')?.[1] ?? '';

describe('a mailing', () => {
  let shop: Shop;
  let people: readonly Visitor[];
  beforeAll(async () => {
    shop = await Shop.open();
    people = [await shop.join(aigul), await shop.join(dauren), await shop.join(saule, [])];
  });
  afterAll(() => shop?.world.close());

  it('is refused without a way to refuse more, with an offer where none may be, off the policy', async () => {
    for (const [text, more, said] of [
      ['Новые книги.', {}, 'нет способа отказаться'],
      ['Новые книги.', { channel: 'sms' }, 'нет способа отказаться'],
      ['Новые книги [link]', { 'text.kk': '' }, ''],
      ['Новые книги [link] {{name}}', {}, 'метка, которую нечем заменить'],
      ['Новые книги [link]', { 'subject.ru': '' }, ''],
      ['Новые книги [link]', { purpose: 'support' }, 'Такой темы политика не называет'],
      ['Запись завтра', { class: 'service', purpose: 'communication' }, 'отправляет ответственное лицо'],
      [`${'х'.repeat(501)} [link]`, { channel: 'sms' }, 'слишком длинный'],
    ] as const) {
      const refused = await shop.write(text, more);
      expect(refused.status, text).toBe(422);
      expect(plain(refused.body)).toContain(said);
    }
    expect((await shop.write('x [link]', { channel: 'pigeon' })).status).toBe(400);
    const officer = await shop.world.officer();
    for (const text of [
      'Скидка 20 % на всё',
      'Тегін жеткізу жасаймыз',
      'A free trial for you',
      '−15 % завтра',
    ]) {
      const notice = { class: 'service', purpose: 'communication' };
      const refused = await shop.write(text, notice, officer);
      expect(plain(refused.body), text).toContain('В сообщении о сервисе есть предложение');
    }
    expect(plain((await shop.marketer.get(shop.base)).body)).toContain('Рассылок ещё не было');
  });

  it('goes to those who agreed, once, and the marketer sees numbers alone', async () => {
    const page = await shop.send('Осенние новинки. Отказаться: [link]');
    await shop.tick();
    expect([...shop.email.to('Осенние новинки')].sort()).toEqual([aigul.email, dauren.email].sort());
    const shown = await shop.marketer.get(page);
    expect(plain(shown.body)).toMatch(/соглашались на эту тему 2 .*передано на отправку 2/);
    expect(plain(shown.body)).toMatch(/Согласия на эту тему не давали\. 1/);
    for (const { email = '', phone = '', full_name: name = '' } of [aigul, dauren, saule])
      for (const value of [email, phone, name]) expect(shown.body).not.toContain(value);
    const outbox = await shop.marketer.get(`/console${shop.world.base}/outbox`);
    expect(outbox.body).not.toMatch(/outbox\/[0-9a-f-]{36}/);
    const letter = shop.email.given.find(({ text }) => text.includes('Осенние'));
    expect(letter?.unsubscribe).toContain('/unsubscribe/');
    expect(link(letter)).not.toBe('');
  });

  it('is refused by one press on its link, without signing in; a look at its page does nothing', async () => {
    const letters = shop.email.given.filter(({ text }) => text.includes('Осенние'));
    const mine = letters.find(({ to }) => to === aigul.email);
    const stranger = shop.world.visitor();
    expect(plain((await stranger.get(link(mine))).body)).toContain('Отказаться от рассылки');
    await shop.send('Зимние новинки. [link]');
    expect(shop.email.to('Зимние')).toHaveLength(2);
    const server = shop.world.installation.server;
    const oneClick = await server.inject({
      method: 'POST',
      url: link(mine),
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
      payload: '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n',
    });
    expect(oneClick.statusCode).toBe(200);
    expect((await stranger.post(link(mine), {})).status).toBe(200);
    for (const spoilt of [`${link(mine)}A`, link(mine).slice(0, -2), `${link(mine).slice(0, -1)}x`])
      expect((await stranger.post(spoilt, {})).status).toBe(404);
    await shop.send('Весенние новинки. [link]');
    expect(shop.email.to('Весенние')).toEqual([dauren.email]);
    const seen = plain((await (people[0] as Visitor).get(`${shop.world.base}/me/mailings`)).body);
    expect(seen).toMatch(/Адрес электронной почты .*Сейчас вы этого не получаете/);
    expect(seen).toMatch(/Номер телефона .*Сейчас вы это получаете|Сейчас вы это получаете.*Номер телефона/);
  });

  it('does not reach whoever refused in the cabinet after it was made', async () => {
    const visitor = people[1] as Visitor;
    const { world } = shop;
    const written = await shop.write('Летние новинки. [link]');
    const page = written.location ?? '';
    await shop.marketer.post(page, { act: 'start' });
    await runCampaigns(world.installation.world, fail);
    const wish = { purpose: 'marketing_notices', category: 'email', wish: 'off' };
    expect((await visitor.post(`${world.base}/me/mailings`, wish)).status).toBe(303);
    await shop.tick();
    expect(shop.email.to('Летние')).toEqual([]);
    const shown = plain((await shop.marketer.get(page)).body);
    expect(shown).toMatch(/Отказались от рассылок этим путём\. 1/);
    expect(shown).toMatch(/не отправлено и не будет 1/);
  });

  it('passes over who withdrew or is blocked, and says how many', async () => {
    const { world } = shop;
    const { store } = world.installation.world;
    const { id: service } = world.service;
    const ids = await store.transaction((tx) => tx.subjects.list(service, 'user', { limit: 10 }));
    const [, second, first] = ids.map(({ id }) => id);
    const consents = await store.transaction((tx) => tx.consents.list(service, first as string));
    const marketing = consents.find(({ purposes }) => purposes.includes('marketing_notices'));
    const withdraw = `${world.base}/me/consents/${marketing?.id}/withdraw`;
    expect((await (people[0] as Visitor).post(withdraw, { whole: 'yes' })).status).toBe(303);
    const block = { id: crypto.randomUUID(), request: crypto.randomUUID(), since: world.now };
    const entry = crypto.randomUUID();
    await store.transaction((tx) => tx.blocks.insert(service, second as string, { ...block, entry }));
    const page = await shop.send('Никому. Ответьте СТОП', { channel: 'sms' });
    expect(shop.sms.to('Никому')).toEqual([]);
    const shown = plain((await shop.marketer.get(page)).body);
    expect(shown).toMatch(/Согласие отозвано\. 1/);
    expect(shown).toMatch(/Данные заблокированы\. 1/);
    await store.transaction((tx) => tx.blocks.removeAll(service, second as string));
  });

  it('comes again only by a consent of its own, which leaves other ways as they were', async () => {
    const visitor = people[2] as Visitor;
    const { world } = shop;
    const wish = { purpose: 'marketing_notices', category: 'email', wish: 'on', language: 'ru' };
    const path = `${world.base}/me/mailings`;
    expect((await visitor.post(path, wish)).status).toBe(422);
    expect((await visitor.post(path, { ...wish, purpose: 'support', consent: 'yes' })).status).toBe(422);
    expect((await visitor.post(path, { ...wish, consent: 'yes' })).status).toBe(303);
    await shop.send('Только почтой. [link]');
    expect(shop.email.to('Только почтой')).toEqual([saule.email]);
    await shop.send('По телефону. Ответьте СТОП', { channel: 'sms' });
    expect(shop.sms.to('По телефону')).not.toContain(saule.phone);
    await world.checkPledges();
  });

  it('is stopped with what waits already, and cannot go on', async () => {
    const written = await shop.write('Не уйдёт. [link]');
    const page = written.location ?? '';
    await shop.marketer.post(page, { act: 'start' });
    await runCampaigns(shop.world.installation.world, fail);
    expect((await shop.marketer.post(page, { act: 'stop' })).status).toBe(303);
    await shop.tick();
    expect(shop.email.to('Не уйдёт')).toEqual([]);
    expect((await shop.marketer.post(page, { act: 'start' })).status).toBe(409);
  });
});

describe('an SMS that advertises', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await Shop.open();
    await shop.join(aigul);
    await shop.join(dauren);
  });
  afterAll(() => shop?.world.close());

  it('is refused by an answer, at once, however «stop» is written, and confirmed once', async () => {
    const { world } = shop;
    at(world, '2026-11-20T11:00:00+05:00');
    await shop.send('Встреча клуба в субботу. Ответьте СТОП', { channel: 'sms' });
    expect([...shop.sms.to('Встреча клуба')].sort()).toEqual([aigul.phone, dauren.phone].sort());
    at(world, '2026-11-20T12:00:00+05:00');
    expect((await shop.reply('77010001122', 'Спасибо!')).status).toBe(200);
    expect((await shop.reply('77010001122', 'СТОП', 'wrong-secret')).status).toBe(404);
    await shop.tick();
    expect(shop.sms.to('отказались')).toEqual([]);
    expect((await shop.reply('77010001122', ' Стоп. ')).status).toBe(200);
    at(world, '2026-11-20T12:00:01+05:00');
    const page = await shop.send('Ещё одна встреча. Ответьте СТОП', { channel: 'sms' });
    expect(shop.sms.to('Ещё одна')).toEqual([dauren.phone]);
    expect(plain((await shop.marketer.get(page)).body)).toMatch(/Отказались от рассылок этим путём\. 1/);
    await shop.reply('+77010001122', 'STOP');
    await shop.tick();
    expect(shop.sms.to('отказались')).toEqual([aigul.phone]);
    await shop.send('Письмо клуба. [link]');
    expect([...shop.email.to('Письмо клуба')].sort()).toEqual([aigul.email, dauren.email].sort());
    await world.checkPledges();
  });

  it('does not keep a message about the service from going out, which may offer nothing', async () => {
    at(shop.world, '2026-11-20T18:00:00+05:00');
    const notice = { class: 'service', purpose: 'communication', channel: 'sms' };
    await shop.send('Запись завтра в 10:00.', notice, await shop.world.officer());
    expect(shop.sms.to('Запись завтра')).toContain(aigul.phone);
  });

  it('waits at night for the morning of a working day, and for a yes that stands; codes go', async () => {
    const { world } = shop;
    at(world, '2026-11-20T23:00:00+05:00');
    await shop.send('Ночная новость. Ответьте СТОП', { channel: 'sms' });
    expect(shop.sms.to('Ночная')).toEqual([]);
    at(world, '2026-11-20T23:05:00+05:00');
    await shop.world.visitor().post(`${world.base}/sign-in`, { address: dauren.phone ?? '' });
    await shop.tick();
    expect(shop.sms.given.at(-1)?.text).toMatch(/\d{6}/);
    at(world, '2026-11-21T10:00:00+05:00');
    await shop.tick();
    expect(shop.sms.to('Ночная')).toEqual([]);
    at(world, '2026-11-23T08:59:00+05:00');
    await shop.tick();
    expect(shop.sms.to('Ночная')).toEqual([]);
    at(world, '2026-11-23T09:00:30+05:00');
    await shop.tick();
    expect(shop.sms.to('Ночная')).toEqual([dauren.phone]);
  });

  it('goes to no number a stranger refused until somebody agrees with it', async () => {
    const { world } = shop;
    expect((await shop.reply('77010007788', 'тоқта')).status).toBe(200);
    const count = () => world.installation.world.store.transaction((tx) => tx.optOuts.sweepSuppressed(0));
    expect(await count()).toBe(0);
    expect(await world.readable()).toEqual([]);
    at(world, '2026-11-23T11:00:00+05:00');
    await shop.join(saule);
    await shop.send('После согласия. Ответьте СТОП', { channel: 'sms' });
    expect(shop.sms.to('После согласия')).toContain(saule.phone);
    const { store } = world.installation.world;
    const later = world.now + 400 * 86_400_000;
    expect(await store.transaction((tx) => tx.optOuts.sweepSuppressed(later))).toBe(1);
  });
});

describe('a mailing and a crash', () => {
  let shop: Shop;
  afterAll(() => shop?.world.close());

  it('goes on where it was, and to nobody twice', async () => {
    shop = await Shop.open();
    for (const person of [aigul, dauren, saule]) await shop.join(person);
    const { world } = shop.world.installation;
    const page = (await shop.write('Один раз. [link]')).location ?? '';
    await shop.marketer.post(page, { act: 'start' });
    let left = 4;
    const store = {
      ...world.store,
      snapshot: world.store.snapshot.bind(world.store),
      transaction: <T>(work: (tx: Tx) => Promise<T>) =>
        left-- > 0 ? world.store.transaction(work) : Promise.reject(new Error('killed')),
    };
    await expect(runCampaigns({ ...world, store }, fail)).rejects.toThrow('killed');
    await Promise.all([runCampaigns(world, fail), runCampaigns(world, fail)]);
    await shop.tick();
    await shop.tick();
    const to = shop.email.to('Один раз');
    expect([...to].sort()).toEqual([aigul, dauren, saule].map(({ email }) => email).sort());
    expect(plain((await shop.marketer.get(page)).body)).toContain('передана на отправку вся');
    await shop.world.checkPledges();
  });
});

describe('a gateway that the policy does not name', () => {
  let shop: Shop;
  afterAll(() => shop?.world.close());

  it('carries no mailing', async () => {
    shop = await Shop.open((policy) => ({ ...marketed(policy), recipients: policy.recipients }));
    const refused = await shop.write('Встреча. [link]', { channel: 'sms' });
    expect(refused.status).toBe(422);
    expect(plain(refused.body)).toContain('политика такого получателя не называет');
  });
});
