import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Carrier, Delivery, OutgoingMessage } from '../../src/post/index.ts';
import type { Person, Reply, Visitor } from '../world.ts';
import { Attacker, hidden } from './attacker.ts';
import { aigul, dauren, putInForce } from './liar.ts';

const secret = 'only-the-gateway-knows-this-2';
const saule: Person = {
  full_name: 'Сәуле Ахметова',
  birth_date: '1991-12-01',
  email: 'saule.akhmetova@example.kz',
  phone: '+77010007788',
};

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

const plain = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

describe('forms of consent', () => {
  const post = { email: new Carried(), sms: new Carried(), replies: secret };
  let attacker: Attacker;
  let world: Attacker['world'];
  let base: string;

  beforeAll(async () => {
    attacker = await Attacker.open('test', { post });
    ({ world } = attacker);
    ({ base } = world);
    await putInForce(world);
  });
  afterAll(() => attacker?.close());

  const one = async (sql: string, values: unknown[] = []) => (await attacker.sql.query(sql, values)).rows;
  const consents = () => one('select form, purposes, subject_id from consent order by consent_id');
  const users = async () => (await one(`select 1 from subject where kind = 'user'`)).length;
  const drafts = async () => (await one('select 1 from draft')).length;
  const code = async () => {
    await world.installation.tick();
    const text = post.sms.given.at(-1)?.text ?? '';
    return { text, code: /\b(\d{6})\b/.exec(text)?.[1] ?? '' };
  };
  const wrong = (right: string) => String((Number(right) + 1) % 1_000_000).padStart(6, '0');
  const reply = (from: string, text: string): Promise<Reply> =>
    world.visitor().post(`/replies/sms/${secret}`, { phone: from, mes: text });
  const confirm = (visitor: Visitor, begun: Reply, typed: string) =>
    visitor.post(`${base}/confirm`, { draft: hidden(begun.body, 'draft'), code: typed });

  it('arise neither from looking around nor from a form without a tick', async () => {
    const guest = world.visitor();
    for (const path of ['', '/privacy', '/register', '/sign-in', '/log', '/claim', '/child', '/privacy'])
      expect((await guest.get(`${base}${path || '/'}`)).status).toBe(200);
    for (const form of ['checkbox', 'sms'])
      expect((await world.fill(guest, aigul, { consent: false, form })).status).toBe(422);
    expect({ consents: await consents(), drafts: await drafts() }).toEqual({ consents: [], drafts: 0 });
  });

  it('are those that the service offers: an act that is none is refused by name', async () => {
    for (const form of ['implied_by_use', 'agreement_acceptance', 'other_person', 'guardian'])
      expect((await world.fill(world.visitor(), aigul, { form })).status, form).toBe(422);
    expect(await drafts()).toBe(0);
  });

  it('by SMS: the message says to what, the code typed in is the consent, its receipt shows it', async () => {
    const visitor = world.visitor();
    const begun = await world.fill(visitor, aigul, { form: 'sms', optional: ['marketing_notices'] });
    expect(begun.status, plain(begun.body)).toBe(200);
    expect(begun.body).toContain('Введённый код будет согласием');
    const sent = await code();
    expect(post.sms.given.at(-1)?.to).toBe(aigul.phone);
    expect(sent.text).toContain('согласие на обработку персональных данных');
    expect(sent.text).toMatch(/Цели: [^.]*регистрация/);
    expect((await confirm(visitor, begun, wrong(sent.code))).status).toBe(422);
    expect(await consents()).toEqual([]);
    const done = await confirm(visitor, begun, sent.code);
    expect(done.status, plain(done.body)).toBe(303);
    const rows = await consents();
    expect(rows.map(({ form }) => form)).toEqual(['sms', 'sms']);
    const receipt = plain((await visitor.get(done.location ?? '')).body);
    expect(receipt).toContain('код из SMS');
    expect(receipt).toContain('введён на сайте');
    expect(receipt).not.toContain(aigul.phone);
    // The same code again consents to nothing more.
    expect((await confirm(world.visitor(), begun, sent.code)).status).toBe(410);
    expect(await consents()).toHaveLength(2);
    await world.checkPledges();
  });

  it('by SMS without a telephone there is none', async () => {
    const { phone: _, ...rest } = saule;
    const refused = await world.fill(world.visitor(), rest, { form: 'sms' });
    expect(refused.status).toBe(422);
    expect(plain(refused.body)).toContain('номер телефона');
    expect(await drafts()).toBe(0);
  });

  it('by the answer to the SMS: from that telephone, with that code, once; nobody is signed in', async () => {
    const visitor = world.visitor();
    const begun = await world.fill(visitor, dauren, { form: 'sms' });
    const sent = await code();
    const before = await users();
    for (const [from, text] of [
      [saule.phone ?? '', sent.code],
      [dauren.phone ?? '', wrong(sent.code)],
      [dauren.phone ?? '', `да ${sent.code}`],
      [dauren.phone ?? '', `${sent.code}0`],
    ] as const)
      expect((await reply(from, text)).status).toBe(200);
    expect(await users()).toBe(before);
    const spaced = `${sent.code.slice(0, 3)} ${sent.code.slice(3)}.`;
    const both = await Promise.all([reply(dauren.phone ?? '', spaced), reply(dauren.phone ?? '', spaced)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await users()).toBe(before + 1);
    expect((await consents()).at(-1)).toMatchObject({ form: 'sms' });
    expect((await visitor.get(`${base}/me`)).status).not.toBe(200);
    expect((await confirm(visitor, begun, sent.code)).status).toBe(410);
    expect(await users()).toBe(before + 1);
    await world.checkPledges();
  });

  it('by SMS: after five wrong answers, or ten minutes, nothing of it is left', async () => {
    const before = await users();
    await world.fill(world.visitor(), saule, { form: 'sms' });
    const sent = await code();
    for (let n = 0; n < 5; n += 1) await reply(saule.phone ?? '', wrong(sent.code));
    expect(await drafts()).toBe(0);
    await reply(saule.phone ?? '', sent.code);
    await world.fill(world.visitor(), saule, { form: 'sms' });
    const late = await code();
    world.wait({ minutes: 11 });
    await reply(saule.phone ?? '', late.code);
    expect(await users()).toBe(before);
  });

  it('a person gives another one in the cabinet: for one purpose, by a tick of its own', async () => {
    const visitor = world.visitor();
    const begun = await world.fill(visitor, saule);
    await world.installation.tick();
    const mailed = /\b(\d{6})\b/.exec(post.email.given.at(-1)?.text ?? '')?.[1] ?? '';
    expect((await confirm(visitor, begun, mailed)).status).toBe(303);
    expect((await consents()).at(-1)).toMatchObject({ form: 'checkbox' });
    const give = `${base}/me/give`;
    const page = await visitor.get(give);
    expect(page.body).toContain('?of=marketing_notices');
    const wish = { key: 'marketing_notices', form: 'sms', agree: 'yes' };
    expect((await visitor.post(give, { ...wish, agree: '' })).status).toBe(422);
    expect((await visitor.post(give, { ...wish, form: 'guardian' })).status).toBe(422);
    expect((await visitor.post(give, { ...wish, key: 'provide_service' })).status).toBe(422);
    // Registered by e-mail: nobody knows yet whose telephone that is.
    const unknown = await visitor.post(give, wish);
    expect(plain(unknown.body)).toContain('Подтверждённого номера телефона нет');
    const ticked = await visitor.post(give, { ...wish, form: 'checkbox' });
    expect(ticked.status, plain(ticked.body)).toBe(303);
    expect((await consents()).at(-1)).toMatchObject({
      form: 'separate_explicit',
      purposes: ['marketing_notices'],
    });
  });

  it('whose telephone is confirmed repeats the base consent by an answer; a stranger cannot', async () => {
    const visitor = world.visitor();
    const asked = await visitor.post(`${base}/sign-in`, { address: aigul.phone ?? '' });
    const signing = await code();
    const ticket = hidden(asked.body, 'ticket');
    expect((await visitor.post(`${base}/sign-in`, { ticket, code: signing.code })).status).toBe(303);
    const give = `${base}/me/give`;
    const begun = await visitor.post(give, { key: 'base', form: 'sms', agree: 'yes' });
    expect(begun.status, plain(begun.body)).toBe(200);
    const sent = await code();
    const count = (await consents()).length;
    const draft = hidden(begun.body, 'draft');
    // Another one who is signed in cannot use it, whatever they know.
    const other = await attacker.session((await consents())[2]?.subject_id);
    const stranger = await attacker.send({
      method: 'POST',
      url: give,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        cookie: `kepil-test=${other}`,
      },
      payload: new URLSearchParams({ draft, code: sent.code }).toString(),
    });
    expect(stranger.statusCode).not.toBe(200);
    expect(await consents()).toHaveLength(count);
    await reply(aigul.phone ?? '', sent.code);
    expect(await consents()).toHaveLength(count + 1);
    expect((await consents()).at(-1)).toMatchObject({ form: 'sms' });
    await reply(aigul.phone ?? '', sent.code);
    expect(await consents()).toHaveLength(count + 1);
    await world.checkPledges();
    // Each code is a message to a telephone: whoever asks for one after the other waits.
    const asks = async () => (await visitor.post(give, { key: 'base', form: 'sms', agree: 'yes' })).status;
    const answers = [];
    for (let n = 0; n < 8; n += 1) answers.push(await asks());
    expect([answers.at(0), answers.at(-1)]).toEqual([200, 429]);
    const waiting = await drafts();
    expect([await asks(), await drafts()]).toEqual([429, waiting]);
    world.wait({ hours: 2 });
    expect(await asks()).toBe(200);
  });

  it('the officer chooses at least one; people may choose a stronger one, never a weaker', async () => {
    const officer = await world.officer();
    const desk = `/console${base}/consents`;
    expect((await officer.get(desk)).body).toContain('Что согласием не считается');
    expect((await officer.post(desk, {})).status).toBe(422);
    expect((await officer.post(desk, { forms: 'implied_by_use' })).status).toBe(400);
    expect((await officer.post(desk, { forms: 'sms' })).status).toBe(303);
    const person = { ...dauren, email: 'someone.else@example.kz', phone: '+77010005544' };
    expect((await world.fill(world.visitor(), person, { form: 'checkbox' })).status).toBe(422);
    const begun = await world.fill(world.visitor(), person, {});
    expect(begun.body).toContain('Введённый код будет согласием');
    expect((await officer.post(desk, { forms: 'checkbox' })).status).toBe(303);
    expect((await world.fill(world.visitor(), person, { form: 'sms' })).status).toBe(200);
    await world.installation.tick();
    const entries = await one(`select convert_from(leaf, 'utf8') leaf from log_leaf`);
    expect(entries.filter(({ leaf }) => leaf.includes('consent-forms-changed'))).toHaveLength(2);
  });
});
