import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isId, type Language } from '../../src/base/index.ts';
import { speakerOf } from '../../src/words/index.ts';
import { openWorld, type Person, type Reply, type TestWorld, type Visitor } from '../world.ts';
import { exampleText } from './liar.ts';

const aigul: Person = {
  full_name: 'Айгүл Жақыпова',
  birth_date: '1985-05-15',
  email: 'aigul.zhakypova@example.kz',
  phone: '+77010001122',
};

/** The language a page says it is in, which its header must say too. */
function languageIn(reply: Reply): string | undefined {
  const language = /<html lang="([a-z-]+)">/.exec(reply.body)?.[1];
  expect(reply.headers['content-language']).toBe(language);
  return language;
}

/** Presses a button of the switcher on a page, as its form stands there. */
async function choose(visitor: Visitor, from: Reply, language: Language): Promise<Reply> {
  const back = /<form method="post" action="\/language".*?name="back" value="([^"]*)"/.exec(from.body)?.[1];
  expect(from.body).toContain(`name="language" value="${language}"`);
  const switched = await visitor.post('/language', { back: back?.replaceAll('&amp;', '&') ?? '', language });
  expect(switched.status).toBe(303);
  return visitor.get(switched.location ?? '');
}

describe('the language of a page', () => {
  let world: TestWorld;
  let member: Visitor;
  let consent: string;
  let sql: pg.Client;

  beforeAll(async () => {
    world = await openWorld(exampleText());
    sql = new pg.Client({ connectionString: world.databaseUrl });
    await sql.connect();
  });
  afterAll(async () => {
    await sql?.end();
    await world?.close();
  });

  it('is what the browser asks for, else that of the policy', async () => {
    const path = `${world.base}/privacy`;
    expect(languageIn(await world.visitor('kk-KZ,ru;q=0.5').get(path))).toBe('kk');
    expect(languageIn(await world.visitor('de, en;q=0.5').get(path))).toBe('en');
    expect(languageIn(await world.visitor().get(path))).toBe('ru');
    expect(languageIn(await world.visitor('*').get(path))).toBe('ru');
  });

  it('is what the visitor chose, wherever they go, and the choice leads back to the page', async () => {
    const visitor = world.visitor('en');
    const log = await visitor.get(`${world.base}/log?x=1&y=2`);
    const chosen = await choose(visitor, log, 'kk');
    expect(languageIn(chosen)).toBe('kk');
    expect(chosen.body).toContain(`name="back" value="${world.base}/log?x=1&amp;y=2"`);
    for (const path of ['/', `${world.base}/`, '/console/sign-in', '/nowhere', `${world.base}/act/x`])
      expect(languageIn(await visitor.get(path))).toBe('kk');
    expect(languageIn(await choose(visitor, chosen, 'ru'))).toBe('ru');
  });

  it('holds on answers to forms, on faults and on what is malformed', async () => {
    const visitor = world.visitor('en');
    const faulty = await visitor.post(`${world.base}/sign-in`, { address: '?' });
    expect([faulty.status, languageIn(faulty)]).toEqual([422, 'en']);
    const kk = await choose(visitor, faulty, 'kk');
    expect(kk.status).toBe(200);
    const again = await visitor.post(`${world.base}/sign-in`, { address: '?' });
    expect([again.status, languageIn(again)]).toEqual([422, 'kk']);
    const missing = await visitor.get(`${world.base}/privacy/none`);
    expect([missing.status, languageIn(missing)]).toEqual([404, 'kk']);
    const malformed = await visitor.get('/s/%E0%A4%A');
    const said = { title: speakerOf('kk').say('error.bad-request') };
    expect([malformed.status, malformed.json()]).toEqual([400, expect.objectContaining(said)]);
    expect(malformed.headers['content-language']).toBe('kk');
  });

  it('refuses a language there is none of, and leads nobody elsewhere', async () => {
    const visitor = world.visitor();
    expect((await visitor.post('/language', { language: 'xx', back: '/' })).status).toBe(400);
    expect((await visitor.post('/language', { back: '/' })).status).toBe(400);
    const away = await visitor.post('/language', { language: 'en', back: 'https://evil.example/' });
    expect(away.location).toBe('/');
  });

  it('is kept out of every cache that would show it to somebody else', async () => {
    for (const path of ['/', `${world.base}/privacy`, '/nowhere', '/api/v1/services', '/s/%E0%A4%A']) {
      const { headers } = await world.visitor('kk').get(path);
      expect(headers['cache-control']).toBe('no-store');
      expect(headers.vary).toMatch(/accept-language.*cookie/);
    }
  });

  it('does not lose a form that waits for its code', async () => {
    const visitor = world.visitor('ru');
    const waiting = await world.fill(visitor, { ...aigul, email: 'draft@example.kz', phone: '+77010001133' });
    const draft = /name="draft" value="([0-9a-f-]{36})"/.exec(waiting.body)?.[1];
    const kk = await choose(visitor, waiting, 'kk');
    expect([kk.status, languageIn(kk)]).toEqual([200, 'kk']);
    expect(kk.body).toContain(`name="draft" value="${draft}"`);
    const wrong = await visitor.post(`${world.base}/confirm`, { draft: draft ?? '', code: '000000' });
    expect([wrong.status, languageIn(wrong)]).toEqual([422, 'kk']);
    expect((await choose(visitor, wrong, 'en')).body).toContain(`name="draft" value="${draft}"`);
    const code = await visitor.post(`${world.base}/sign-in`, { address: 'nobody@example.kz' });
    const ticket = /name="ticket" value="([0-9a-f-]{36})"/.exec(code.body)?.[1] ?? '';
    expect(isId(ticket)).toBe(true);
    const russian = await choose(visitor, code, 'ru');
    expect(russian.body).toContain(`name="ticket" value="${ticket}"`);
  });

  it('of the registration is that of the consent, of its text as kept, and of messages', async () => {
    const visitor = world.visitor('kk');
    const form = await visitor.get(`${world.base}/register`);
    const shown = speakerOf('kk').say('notice.consent.withdrawal-cabinet');
    expect(form.body).toContain(speakerOf('kk').say('notice.consent.title'));
    const registered = await world.register(aigul, { visitor });
    member = registered.visitor;
    consent = registered.consent;
    const rows = await sql.query('select language from consent union all select language from subject');
    expect(rows.rows.map((row) => row.language)).toEqual(expect.arrayContaining(['kk', 'kk']));
    const copy = (await member.get(`${world.base}/me/export.json`)).json() as Export;
    expect(copy.language).toBe('kk');
    expect(copy.consents[0]).toMatchObject({
      language: 'kk',
      receipt: { pii_processing: { language: 'kk' } },
    });
    expect(copy.consents[0]?.text).toContain(speakerOf('kk').say('notice.consent.title'));
    expect(form.body.includes(shown)).toBe(copy.consents[0]?.text.includes(shown));
  });

  it('of a signed-in person is their own, until they choose another for the pages', async () => {
    const receipt = await member.get(`${world.base}/me/consents/${consent}`);
    expect(languageIn(receipt)).toBe('kk');
    const english = await choose(member, receipt, 'en');
    expect(languageIn(english)).toBe('en');
    expect(english.body).toContain('<div lang="kk">');
  });

  it('of messages is changed in the cabinet, leaves an entry, and holds for the next code', async () => {
    const page = await member.get(`${world.base}/me/language`);
    expect(page.body).toMatch(/value="kk"[^>]*checked/);
    const bad = await member.post(`${world.base}/me/language`, { language: 'de' });
    expect([bad.status, bad.body.includes('class="faults"')]).toEqual([422, true]);
    expect((await member.post(`${world.base}/me/language`, { language: 'en' })).status).toBe(303);
    const entries = await member.get(`${world.base}/me/readers`);
    expect(entries.body).toContain(speakerOf('en').sayCode('because', 'language-chosen'));
    await world.visitor('ru').post(`${world.base}/sign-in`, { address: aigul.email as string });
    const officer = await world.officer();
    const outbox = await officer.get(`/console${world.base}/outbox`);
    const href = new RegExp(`/console${world.base}/outbox/[0-9a-f-]{36}`).exec(outbox.body)?.[0] ?? '';
    const letter = /<div class="letter"[^>]*>([^<]*)/.exec((await officer.get(href)).body)?.[1] ?? '';
    const code = /\d{6}/.exec(letter)?.[0] ?? '';
    const params = { service: serviceName(entries), code, minutes: 10 };
    expect(letter).toBe(speakerOf('en').say('notice.message.sign-in-code.text', params));
    await world.checkPledges();
  });

  it('of a staff member is that of the page they were set up on, and theirs to change', async () => {
    const officer = await world.officer();
    const staff = async () => (await sql.query("select language from subject where kind = 'staff'")).rows;
    expect(await staff()).toEqual([{ language: 'ru' }]);
    expect((await officer.post('/console/language', { language: 'kk' })).status).toBe(303);
    expect(await staff()).toEqual([{ language: 'kk' }]);
    expect(languageIn(await officer.get('/console'))).toBe('kk');
  });
});

interface Export {
  readonly language: string;
  readonly consents: readonly { readonly language: string; readonly text: string }[];
}

/** The name of the service as its pages show it. */
function serviceName({ body }: Reply): string {
  return /<a class="brand"[^>]*>(?:.*?>)?([^<>]*)<\/a>/s.exec(body)?.[1] ?? '';
}

describe('the language of the API', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await openWorld(exampleText(), { revise: (policy) => ({ ...policy, language: 'en' }) });
  });
  afterAll(() => world?.close());

  const api = () => `/api/v1${world.base}`;

  it('is what the program asks for, else that of the policy', async () => {
    for (const [accepts, language] of [
      ['kk', 'kk'],
      ['fr, en;q=0.2', 'en'],
      [undefined, 'en'],
    ] as const) {
      const form = await world.visitor(accepts).get(`${api()}/form`);
      expect(form.headers['content-language']).toBe(language);
      expect(form.json()).toMatchObject({
        language,
        consent: { title: speakerOf(language).say('notice.consent.title') },
      });
    }
  });

  it('of the policy is that of its pages too, where a browser asks for none of ours', async () => {
    expect(languageIn(await world.visitor('fr').get(`${world.base}/privacy`))).toBe('en');
  });

  it('holds for problems and refusals', async () => {
    const visitor = world.visitor('kk');
    const sent = { fields: { email: 'x' }, consent: false, policy: '' };
    const refused = await visitor.call(`${api()}/registrations`, sent);
    expect(refused.headers['content-language']).toBe('kk');
    const message = speakerOf('kk').sayCode('problem', 'consent-required');
    expect(refused.json()).toMatchObject({
      problems: expect.arrayContaining([expect.objectContaining({ message })]),
    });
    const unknown = await visitor.call(`${api()}/read`, {});
    expect(unknown.json()).toMatchObject({ title: speakerOf('kk').say('error.bad-request') });
    expect(unknown.headers['content-language']).toBe('kk');
    const missing = await world.visitor('en').get('/api/v1/s/none/form');
    expect(missing.json()).toMatchObject({ title: speakerOf('en').say('error.service-not-found') });
  });
});
