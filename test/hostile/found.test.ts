import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Attacker, hidden } from '../scenarios/attacker.ts';
import { aigul, completion, dauren, putInForce } from '../scenarios/liar.ts';
import type { Visitor } from '../world.ts';

/** What generated requests found once: each stands here by name, so that it stays mended. */
describe('found once', () => {
  let attacker: Attacker;
  let officer: Visitor;
  let mine: Awaited<ReturnType<Attacker['register']>>;
  let base: string;
  let desk: string;
  beforeAll(async () => {
    attacker = await Attacker.open();
    base = attacker.world.base;
    desk = `/console${base}`;
    officer = await attacker.world.officer();
    mine = await attacker.register(aigul);
  });
  afterAll(() => attacker?.close());

  const count = async (from: string): Promise<number> =>
    (await attacker.sql.query(`select count(*)::int as n from ${from}`)).rows[0].n;
  const person = async (change: Readonly<Record<string, string>> = {}) => ({
    ...Object.fromEntries(Object.entries(dauren).map(([name, value]) => [`f.${name}`, value])),
    policy: await attacker.policy(),
    consent: 'yes',
    ...change,
  });

  it('a word that is no approval approved a clause, and a clause called `all` every one', async () => {
    for (const form of [
      { clause: '2.1', take: 'no' },
      { clause: '2.1', take: 'bakc' },
      { all: 'no' },
      { all: '0', take: 'yes' },
    ])
      expect((await officer.post(`${desk}/approve`, { version: '1', ...form })).status).toBe(400);
    expect((await officer.post(`${desk}/approve`, { version: '1', clause: 'all' })).status).toBe(404);
    expect((await officer.post(`${desk}/approve`, { version: '0x1', clause: '2.1' })).status).toBe(409);
    expect(await count('clause_approval')).toBe(0);
  });

  it('a consent of its own was given by a box that said no', async () => {
    const before = await count('draft');
    for (const said of ['no', '0', 'false', 'YES', ' yes'])
      expect(
        (
          await attacker.world
            .visitor()
            .post(`${base}/register`, await person({ 'optional.marketing_notices': said }))
        ).status,
      ).toBe(400);
    expect(await count('draft')).toBe(before);
  });

  it('a withdrawal took any word for the whole, and passed over purposes the consent lacks', async () => {
    const at = `${base}/me/consents/${mine.consent}/withdraw`;
    expect((await mine.visitor.post(at, { whole: 'no' })).status).toBe(400);
    expect((await mine.visitor.post(at, { purpose: ['support', 'nothing'] })).status).toBe(422);
    expect(await count("consent where withdrawn_at is not null or withdrawn_purposes <> '{}'")).toBe(0);
  });

  it('a request was done when nobody said how it ended, and the answer was lost with an error', async () => {
    const filed = await mine.visitor.post(`${base}/me/requests`, { kind: 'object', words: 'Возражаю' });
    expect(filed.status).toBe(303);
    const { rows } = await attacker.sql.query("select request_id from request where state = 'open'");
    const at = `${desk}/requests/${rows[0].request_id}`;
    const answer = 'Рассылка остановлена, адрес убран из списка.';
    expect((await officer.post(at, { answer, outcome: 'maybe' })).status).toBe(400);
    const silent = await officer.post(at, { answer });
    expect(silent.status).toBe(422);
    expect(silent.body).toContain('Не выбрано решение по обращению.');
    expect(silent.body).toContain(answer);
    expect(await count("request where state = 'open'")).toBe(1);
    expect((await officer.post(at, { answer, outcome: 'done' })).status).toBe(303);
    const again = await officer.post(at, { answer, outcome: 'refused', ground: 'unfounded' });
    expect({ status: again.status, says: again.body.includes('На это обращение уже ответили.') }).toEqual({
      status: 422,
      says: true,
    });
    expect(await count("request where state = 'done' and sealed is not null")).toBe(1);
  });

  it('the words of a request were lost with an error', async () => {
    const words = 'Прошу остановить рассылку.';
    const reply = await mine.visitor.post(`${base}/me/requests`, { kind: 'nothing', words });
    expect({ status: reply.status, kept: reply.body.includes(words) }).toEqual({ status: 422, kept: true });
  });

  it('a place in a list that is none, and a state that is none, were passed over', async () => {
    for (const list of ['subjects', 'requests', 'outbox'])
      expect((await officer.get(`${desk}/${list}?after=x`)).status, list).toBe(400);
    expect((await mine.visitor.get(`${base}/me/readers?after=x`)).status).toBe(400);
    expect((await officer.get(`${desk}/requests?state=lost`)).status).toBe(400);
    expect((await officer.get(`${desk}/requests?state=all`)).status).toBe(200);
  });

  it('the code for a new e-mail was taken at the address of another category', async () => {
    const asked = await mine.visitor.post(`${base}/me/correct/email`, { value: 'aigul.new@example.kz' });
    const form = { draft: hidden(asked.body, 'draft'), code: await attacker.world.code() };
    for (const category of ['phone', 'full_name', 'nothing'])
      expect((await mine.visitor.post(`${base}/me/correct/${category}`, form)).status, category).toBe(404);
    expect((await mine.visitor.post(`${base}/me/correct/email`, form)).status).toBe(303);
  });

  it('a category nobody corrects had all values read before it was not found', async () => {
    const before = await count('entry_pending');
    expect((await mine.visitor.get(`${base}/me/correct/nothing`)).status).toBe(404);
    expect(await count('entry_pending')).toBe(before);
  });

  it('a name could be two lines, or nothing one can see', async () => {
    for (const name of ['A\nB', '\u200b\u200b', '\u0085A', 'A\u009b2J']) {
      const form = await person({ 'f.full_name': name });
      expect((await attacker.world.visitor().post(`${base}/register`, form)).status).toBe(422);
      expect((await mine.visitor.post(`${base}/me/correct/full_name`, { value: name })).status).toBe(422);
    }
  });

  it('an address could say something to a mail program, a number be hidden in words', async () => {
    for (const email of ['a@<b>.kz', 'a@b.kz?bcc=c@d.kz', 'a@-b.kz'])
      expect(
        (await attacker.world.visitor().post(`${base}/register`, await person({ 'f.email': email }))).status,
        email,
      ).toBe(422);
    for (const address of ['tel:+77010001122', '<b>+77010001122', 'a@x..kz']) {
      const form = await person({ 'f.phone': address });
      expect((await attacker.world.visitor().post(`${base}/register`, form)).status, address).toBe(422);
      expect((await attacker.world.visitor().post(`${base}/sign-in`, { address })).status, address).toBe(422);
      expect((await officer.post(`${desk}/subjects`, { address })).status, address).toBe(404);
    }
  });

  it('numbers of programs were numbers of people', async () => {
    const keys = await count('api_key');
    for (const days of ['0x10', '1e2', '1.0', '+30', '30,0'])
      expect(
        (await officer.post(`${desk}/keys`, { name: 'Склад', purpose: 'support', category: 'email', days }))
          .status,
        days,
      ).toBe(422);
    expect(await count('api_key')).toBe(keys);
  });

  it('what stood beside a code came back as the address it was sent to', async () => {
    const form = { ticket: 'x', code: '000000', sentTo: 'Позвоните нам: +7 700 000 00 00' };
    const reply = await attacker.world.visitor().post(`${base}/sign-in`, form);
    expect(reply.status).toBe(422);
    expect(reply.body).not.toContain('Позвоните нам');
  });

  it('an address that is none was answered without the headers of every answer', async () => {
    for (const url of ['/%', '/s/%E0%A4%A/', `/s/${'x'.repeat(300)}/`]) {
      const { headers } = await attacker.send({ method: 'GET', url });
      expect([headers['x-content-type-options'], headers['cache-control']], url).toEqual([
        'nosniff',
        'no-store',
      ]);
      expect(headers['content-security-policy'], url).toContain("default-src 'none'");
    }
  });

  it('a purpose ticked twice made two consents and stood twice in a key', async () => {
    await putInForce(attacker.world);
    const visitor = attacker.world.visitor();
    const policy = await attacker.policy();
    const optional = ['marketing_notices', 'marketing_notices'];
    const begun = await visitor.call(`/api/v1${base}/registrations`, {
      fields: dauren,
      consent: true,
      optional,
      policy,
    });
    const { draft } = begun.json() as { draft: string };
    const done = await visitor.call(`/api/v1${base}/registrations/${draft}/confirm`, {
      code: await attacker.world.code(),
    });
    expect(done.status).toBe(201);
    expect(await count("consent where purposes = '{marketing_notices}'")).toBe(1);
    await attacker.key({ purpose: 'support', category: ['email', 'email'] });
    const { rows } = await attacker.sql.query('select categories from api_key');
    expect(rows.map(({ categories }) => categories)).toEqual([['email']]);
  });

  it('a way back sent twice was refused after the session had been opened', async () => {
    const sessions = await count('session');
    const back = ['/console/staff', '/console'];
    const { email, password } = { email: 'officer@kepil.example', password: 'семь синих птиц над степью' };
    const tried = await attacker.world.visitor().post('/console/sign-in', { email, password, back });
    expect(tried.status).toBe(400);
    const guest = attacker.world.visitor();
    const asked = await guest.post(`${base}/sign-in`, { address: 'aigul.new@example.kz' });
    const form = { ticket: hidden(asked.body, 'ticket'), code: await attacker.world.code() };
    expect((await guest.post(`${base}/sign-in`, { ...form, back })).status).toBe(400);
    expect(await count('session')).toBe(sessions);
    expect((await guest.post(`${base}/sign-in`, form)).status).toBe(303);
  });

  it('a second code beside a recovery code was passed over', async () => {
    const colleague = await attacker.world.staff('Мақсат Придуманный', ['test:support']);
    const password = 'девять белых яблонь у реки';
    const step = attacker.world.visitor();
    expect((await step.post('/console/sign-in', { email: colleague.email, password })).status).toBe(303);
    const codes = await count('recovery_code');
    for (const form of [{ code: ['1', '2'] }, { back: ['/console', '/console'] }])
      expect((await step.post('/console/factor', { recovery: '00000-00000', ...form })).status).toBe(400);
    expect(await count('recovery_code')).toBe(codes);
  });

  it('asking for the head alone was answered otherwise than asking for the page', async () => {
    for (const url of [`${base}/me`, `${desk}/board`, '/console/staff']) {
      const [page, head] = [
        await attacker.send({ method: 'GET', url }),
        await attacker.send({ method: 'HEAD', url }),
      ];
      expect([head.statusCode, head.headers.location], url).toEqual([303, page.headers.location]);
    }
  });

  it('a mark that is none stood beside its field, of any length', async () => {
    const form = { name: '', mark: 'не знак', accent: 'blue' };
    const reply = await officer.post(`${desk}/settings`, form);
    expect(reply.status).toBe(422);
    expect(reply.body.split('не знак')).toHaveLength(2);
  });

  it('nothing to approve was said by a page that looked as if all was well', async () => {
    const reply = await officer.post(`${desk}/approve`, { ...completion, version: '2' });
    expect({
      status: reply.status,
      says: reply.body.includes('Черновика, который нужно утвердить, нет.'),
    }).toEqual({
      status: 409,
      says: true,
    });
  });
});
