import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeEntry, type Entry } from '../../src/ledger/index.ts';
import type { Carrier, Delivery, OutgoingMessage } from '../../src/post/index.ts';
import { tellAgreements } from '../../src/system/index.ts';
import type { Visitor } from '../world.ts';
import { agreed, agreementForm, approverOf, digestIn, newestIn, putAgreement } from './agreed.ts';
import { Attacker } from './attacker.ts';
import { aigul, dauren, putInForce } from './liar.ts';

const [aigulEmail, daurenEmail] = [String(aigul.email), String(dauren.email)];
const plain = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
const fail = (error: Error) => {
  throw error;
};

class Post implements Carrier {
  readonly name = 'mail.example';
  readonly thirdParty = false;
  readonly given: OutgoingMessage[] = [];

  async deliver(message: OutgoingMessage): Promise<Delivery> {
    this.given.push(message);
    return { state: 'sent' };
  }

  /** Notices of a document among what was carried: to whom. */
  told(): readonly string[] {
    return this.given.filter(({ text }) => text.includes('/me/agreements')).map(({ to }) => to);
  }

  code(): string {
    return /\b(\d{6})\b/.exec(this.given.at(-1)?.text ?? '')?.[1] ?? '';
  }
}

describe('a user agreement', () => {
  const email = new Post();
  let attacker: Attacker;
  let approver: Visitor;
  let officer: Visitor;
  let person: Visitor;
  let subject: string;
  let base: string;
  let desk: string;
  let first: string;

  beforeAll(async () => {
    attacker = await Attacker.open('test', { revise: agreed, post: { email } });
    const { world } = attacker;
    await putInForce(world);
    base = world.base;
    desk = `/console${base}/agreements`;
    officer = await world.officer();
    approver = await approverOf(world);
    const registered = await register(aigul);
    person = registered.visitor;
    subject = registered.id;
  }, 60_000);
  afterAll(() => attacker?.close());

  async function register(who: typeof aigul) {
    const { world } = attacker;
    const visitor = world.visitor();
    const sent = await world.fill(visitor, who);
    const draft = /name="draft" value="([0-9a-f-]{36})"/.exec(sent.body)?.[1] ?? '';
    await world.installation.tick();
    const done = await visitor.post(`${base}/confirm`, { draft, code: email.code() });
    expect(done.status, done.body).toBe(303);
    const consent = done.location?.split('/').at(-1) ?? '';
    const [row] = await rows(`select subject_id from consent where consent_id = '${consent}'`);
    return { visitor, id: String(row?.subject_id) };
  }

  const rows = async (query: string) => (await attacker.sql.query(query)).rows as Record<string, unknown>[];
  const count = async (query: string) => Number((await rows(`select count(*) as n from ${query}`))[0]?.n);
  const entries = async (): Promise<readonly Entry[]> =>
    (await rows('select leaf from entry_pending union all select leaf from log_leaf')).map(
      ({ leaf }) => decodeEntry(leaf as Uint8Array) as Entry,
    );
  const ofKind = async (kind: string) => (await entries()).filter((entry) => entry.kind === kind);
  /** What the page of somebody asks for, agreed to. */
  const askedOf = async (by: Visitor) => {
    const { body } = await by.get(`${base}/me/agreements`);
    const agreement = /name="agreement" value="([0-9a-f-]{36})"/.exec(body)?.[1] ?? '';
    return { agreement, sha256: digestIn(body), agree: 'yes' };
  };
  const accept = async (by: Visitor, more: object = {}) =>
    by.post(`${base}/me/agreements`, { ...(await askedOf(by)), ...more });

  it('is asked of nobody before there is one', async () => {
    expect(plain((await person.get(`${base}/me`)).body)).not.toContain('ещё не приняли');
    expect((await attacker.world.visitor().get(`${base}/agreements/user-agreement`)).status).toBe(404);
    expect(plain((await attacker.world.visitor().get(`${base}/register`)).body)).not.toContain('соглашение.');
    const limited = await attacker.world.visitor().post(`${base}/limited`, { address: daurenEmail });
    expect([limited.status, plain(limited.body).includes('нет документов')]).toEqual([422, true]);
  });

  it('names what is wrong with a version, and keeps nothing of it', async () => {
    const wrong: readonly [object, string][] = [
      [{ kind: 'privacy' }, 'Выберите документ'],
      [{ effectiveOn: '' }, 'Это поле обязательно'],
      [{ effectiveOn: '2026-02-30' }, 'дат'],
      [{ effectiveOn: '2026-11-19' }, 'Этот день уже прошёл'],
      [{ 'text.ru': ' ', 'text.kk': '' }, 'Это поле обязательно'],
      [{ 'text.en': 'карта 4111 1111 1111 1111' }, 'карт'],
      [{ 'text.ru': 'я'.repeat(50_001) }, '50'],
    ];
    for (const [change, says] of wrong) {
      const reply = await officer.post(desk, { ...agreementForm, ...change });
      expect([reply.status, plain(reply.body).includes(says)], says).toEqual([422, true]);
    }
    expect(await count('agreement')).toBe(0);
  });

  it('is put in force by two people, and by nobody else', async () => {
    expect((await approver.post(desk, { ...agreementForm })).status).toBe(303);
    const own = newestIn((await approver.get(desk)).body);
    expect((await approver.post(`${desk}/${own}`, { act: 'approve' })).status).toBe(403);
    expect((await officer.post(`${desk}/${own}`, { act: 'approve' })).status).toBe(403);
    const { visitor: support } = await attacker.world.staff('Сания Помогающая', [
      `${attacker.world.service.key}:support`,
    ]);
    expect((await support.get(desk)).status).toBe(403);
    expect((await attacker.world.visitor().get(`${base}/agreements/user-agreement`)).status).toBe(404);
    expect((await approver.post(`${desk}/${own}`, { act: 'end' })).status).toBe(303);
    expect((await approver.post(`${desk}/${own}`, { act: 'end' })).status).toBe(303);
    first = await putAgreement(attacker.world, approver);
    const again = await approver.post(`${desk}/${first}`, { act: 'approve' });
    expect(again.status).toBe(303);
    expect(await count('agreement where number is not null')).toBe(1);
  });

  it('is opened by one link to anyone, with its number, day and digest', async () => {
    const shown = plain((await attacker.world.visitor().get(`${base}/agreements/user-agreement`)).body);
    const [row] = await rows(`select sha256 from agreement where agreement_id = '${first}'`);
    for (const part of [
      'Заказ хранится три дня',
      'Редакция 1',
      '20 ноября 2026',
      String(row?.sha256).slice(12),
    ])
      expect(shown).toContain(part);
    const kazakh = await attacker.world.visitor('kk').get(`${base}/agreements/user-agreement`);
    expect(kazakh.body).toContain('Тапсырыс үш күн сақталады');
    expect((await attacker.world.visitor().get(`${base}/register`)).body).toContain(`${base}/agreements`);
  });

  it('is told to whoever was there before, once each, whatever dies in between', async () => {
    const { world } = attacker.world.installation;
    for (let steps = 0; steps < 6; steps += 1) {
      let left = steps;
      const store: typeof world.store = Object.assign(Object.create(world.store), {
        transaction: (work: Parameters<typeof world.store.transaction>[0]) =>
          left-- > 0 ? world.store.transaction(work) : Promise.reject(new Error('killed')),
      });
      await tellAgreements({ ...world, store }, () => undefined).catch(() => undefined);
    }
    await Promise.all([tellAgreements(world, fail), tellAgreements(world, fail)]);
    await attacker.world.installation.tick();
    expect(email.told()).toEqual([aigul.email]);
    attacker.world.wait({ minutes: 2 });
    await attacker.world.installation.tick();
    expect(email.told()).toEqual([aigul.email]);
    expect(plain((await person.get(`${base}/me`)).body)).toContain(
      'Есть документ, который вы ещё не приняли',
    );
  });

  it('is accepted by an act of its own, with an entry of its own, and consents to nothing', async () => {
    const consents = await count('consent');
    const before = (await ofKind('consent')).length;
    for (const [change, says] of [
      [{ agree: '' }, 'не отмечен как принятый'],
      [{ sha256: '0'.repeat(64) }, 'этот документ сменился'],
      [{ agreement: 'x' }, 'этот документ сменился'],
    ] as const) {
      const reply = await accept(person, change);
      expect([reply.status, plain(reply.body).includes(says)], says).toEqual([422, true]);
    }
    expect(await ofKind('agreement')).toHaveLength(4);
    // Both were shown the form before either was sent.
    const form = await askedOf(person);
    const [one, two] = await Promise.all([accept(person, form), accept(person, form)]);
    expect([one.status, two.status].sort()).toEqual([303, 303]);
    const own = (await ofKind('agreement')).filter(({ subject: whose }) => whose !== undefined);
    expect(own).toHaveLength(1);
    expect(own[0]).toMatchObject({ because: ['agreement-accepted'], matter: first, outcome: 'done' });
    expect(own[0]?.commitment).toBeDefined();
    expect([await count('consent'), (await ofKind('consent')).length]).toEqual([consents, before]);
    const mine = plain((await person.get(`${base}/me/agreements`)).body);
    expect(mine).toContain('Принято 20.11.2026');
    const [copy] = await rows(`select entry_id from acceptance where subject_id = '${subject}'`);
    expect(mine).toContain(String(copy?.entry_id));
  });

  it('is neither accepted by a consent nor a consent by accepting it', async () => {
    const refused = 'нельзя принять одной формой';
    const acceptances = await count('acceptance where accepted_at is not null');
    const consents = await count('consent');
    for (const more of [{ consent: 'yes' }, { 'optional.marketing_notices': 'yes' }, { 'to.x.1': 'yes' }]) {
      const reply = await accept(person, more);
      expect([reply.status, plain(reply.body).includes(refused)]).toEqual([422, true]);
    }
    const given = await person.post(`${base}/me/give`, {
      ...{ key: 'base', form: 'checkbox', agree: 'yes', agreement: first },
    });
    expect([given.status, plain(given.body).includes(refused)]).toEqual([422, true]);
    const visitor = attacker.world.visitor();
    const registered = await visitor.post(`${base}/register`, { consent: 'yes', [`agree.${first}`]: 'yes' });
    expect([registered.status, plain(registered.body).includes(refused)]).toEqual([422, true]);
    const limited = await visitor.post(`${base}/limited`, { consent: 'yes', address: daurenEmail });
    expect([limited.status, plain(limited.body).includes(refused)]).toEqual([422, true]);
    expect(await count('acceptance where accepted_at is not null')).toBe(acceptances);
    expect(await count('consent')).toBe(consents);
  });

  it('opens, without any consent, an account of which an address alone is kept', async () => {
    const visitor = attacker.world.visitor();
    const page = await visitor.get(`${base}/limited`);
    const form = {
      ...{ [`agree.${first}`]: 'yes', [`sha256.${first}`]: digestIn(page.body) },
      ...{ address: daurenEmail, adult: 'yes' },
    };
    for (const [change, says] of [
      [{ [`agree.${first}`]: '' }, 'не отмечен как принятый'],
      [{ adult: '' }, 'исполнилось 18 лет'],
      [{ address: 'Дәурен' }, 'Такой адрес здесь не подойдёт'],
      [{ [`sha256.${first}`]: '0'.repeat(64) }, 'этот документ сменился'],
    ] as const) {
      const reply = await visitor.post(`${base}/limited`, { ...form, ...change });
      expect([reply.status, plain(reply.body).includes(says)], says).toEqual([422, true]);
    }
    expect(await count('draft')).toBe(0);
    const [people, consents] = [await count("subject where kind = 'user'"), await count('consent')];
    attacker.world.secrets.add(daurenEmail);
    const sent = await visitor.post(`${base}/limited`, form);
    expect(plain(sent.body)).toContain('Согласия вы не дали');
    const draft = /name="draft" value="([0-9a-f-]{36})"/.exec(sent.body)?.[1] ?? '';
    await attacker.world.installation.tick();
    const done = await visitor.post(`${base}/confirm`, { draft, code: email.code() });
    expect([done.status, done.location]).toEqual([303, `${base}/me/agreements`]);
    expect(await count("subject where kind = 'user'")).toBe(people + 1);
    expect(await count('consent')).toBe(consents);
    expect(plain((await visitor.get(`${base}/me/agreements`)).body)).toContain('Ограниченная учётная запись');
    const [row] = await rows("select subject_id from acceptance where channel = 'registration'");
    const id = String(row?.subject_id);
    const key = await attacker.key({ purpose: 'support', category: ['email', 'phone'] });
    const read = await attacker.read(key, { subject: id, purpose: 'support', categories: ['email'] });
    expect([read.statusCode, read.body.includes('consent-missing')]).toEqual([403, true]);
    const added = await visitor.post(`${base}/me/correct/full_name`, { value: 'Дәурен Сейтімов' });
    expect([added.status, plain(added.body).includes('согласи')]).toEqual([403, true]);
    expect(plain((await visitor.get(`${base}/me`)).body)).not.toContain('Дәурен Сейтімов');
    await attacker.world.checkPledges();
    const agree = await visitor.post(`${base}/me/give`, {
      ...{ key: 'base', form: 'checkbox', agree: 'yes' },
    });
    expect(agree.status, agree.body).toBe(303);
    const now = await attacker.read(key, { subject: id, purpose: 'support', categories: ['email'] });
    expect(now.statusCode, now.body).toBe(200);
    expect((await visitor.post(`${base}/me/correct/full_name`, { value: 'Дәурен Сейтімов' })).status).toBe(
      303,
    );
  });

  it('gets another version from its day on: who accepted is asked again, the old one stays', async () => {
    const { world } = attacker;
    const late = await officer.post(desk, { ...agreementForm, effectiveOn: '2026-12-10' });
    expect(late.status).toBe(303);
    const second = await putAgreement(world, approver, {
      ...{ effectiveOn: '2026-12-01', 'text.ru': '1. Заказ хранится пять дней.', 'text.kk': '' },
    });
    const guest = world.visitor();
    expect((await guest.get(`${base}/agreements/user-agreement`)).body).toContain('три дня');
    expect((await guest.get(`${base}/agreements/user-agreement/2`)).body).toContain('пять дней');
    expect(plain((await person.get(`${base}/me`)).body)).not.toContain('ещё не приняли');
    world.wait({ days: 11 });
    await world.installation.tick();
    const again = world.visitor();
    await signIn(again, aigulEmail);
    expect((await guest.get(`${base}/agreements/user-agreement`)).body).toContain('пять дней');
    expect(plain((await guest.get(`${base}/agreements/user-agreement/1`)).body)).toContain('не действует');
    expect(plain((await again.get(`${base}/me`)).body)).toContain('ещё не приняли');
    const asked = await again.get(`${base}/me/agreements`);
    expect(plain(asked.body)).toContain('Прежнюю редакцию вы приняли');
    expect((await accept(again)).status).toBe(303);
    expect(email.told().filter((to) => to === aigul.email)).toHaveLength(2);
    const archived = await (await world.officer()).post(`${desk}/${first}`, { act: 'end' });
    expect(archived.status).toBe(409);
    expect(await count(`acceptance where agreement_id = '${second}' and accepted_at is not null`)).toBe(1);
    await world.checkPledges();
  });

  async function signIn(visitor: Visitor, address: string) {
    const sent = await visitor.post(`${base}/sign-in`, { address });
    const ticket = /name="ticket" value="([0-9a-f-]{36})"/.exec(sent.body)?.[1] ?? '';
    await attacker.world.installation.tick();
    const done = await visitor.post(`${base}/sign-in`, { ticket, code: email.code() });
    expect(done.status, sent.body).toBe(303);
  }

  it('is in the copy of everything, and goes with the account', async () => {
    const visitor = attacker.world.visitor();
    await signIn(visitor, aigulEmail);
    const copy = JSON.parse((await visitor.get(`${base}/me/export.json`)).body);
    expect(copy.agreements.map((one: { number: number }) => one.number).sort()).toEqual([1, 2]);
    const gone = await visitor.post(`${base}/me/delete`, { when: 'now', confirm: 'yes' });
    expect(gone.status, gone.body).toBe(303);
    await attacker.world.installation.tick();
    expect(await count(`acceptance where subject_id = '${subject}'`)).toBe(0);
    await attacker.world.checkPledges();
  });
});
