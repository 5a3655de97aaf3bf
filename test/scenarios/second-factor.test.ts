import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeEntry } from '../../src/ledger/index.ts';
import { routes } from '../../src/server/route-table.ts';
import type { Authenticator } from '../authenticator.ts';
import { linkIn, openWorld, type Reply, type TestWorld, type Visitor } from '../world.ts';
import { exampleText } from './liar.ts';

const officer = { email: 'officer@kepil.example', password: 'семь синих птиц над степью' };
const guess = '000000';

/** The recovery codes that a page shows. */
function codesIn(body: string): readonly string[] {
  return [...body.matchAll(/<code class="secret">([0-9a-z]{5}-[0-9a-z]{5})<\/code>/g)].map(
    ([, code]) => code as string,
  );
}

describe('the second step of signing in', () => {
  let world: TestWorld;
  let sql: pg.Client;
  let app: Authenticator;
  let first: Visitor;

  beforeAll(async () => {
    world = await openWorld(exampleText());
    first = await world.officer();
    app = world.app(first);
    sql = new pg.Client({ connectionString: world.databaseUrl });
    await sql.connect();
  });
  afterAll(async () => {
    await sql?.end();
    await world?.close();
  });

  /** Somebody whose password was right, before the second step. */
  async function half(form = officer): Promise<Visitor> {
    const visitor = world.visitor();
    const reply = await visitor.post('/console/sign-in', form);
    expect([reply.status, reply.location]).toEqual([303, '/console/factor']);
    return visitor;
  }
  const give = (visitor: Visitor, form: Readonly<Record<string, string>>) =>
    visitor.post('/console/factor', form);
  const isIn = async (visitor: Visitor) => (await visitor.get('/console')).status === 200;

  /** Reasons of the entries about sign-ins of staff, oldest first. */
  async function entries() {
    const { rows } = await sql.query(`select leaf from entry_pending union all select leaf from log_leaf`);
    const all = rows.flatMap(({ leaf }) => decodeEntry(leaf) ?? []);
    return all
      .filter(({ kind, channel }) => kind === 'session' && channel === 'console')
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  it('lets in whoever gives the code of their app, with another token, and leads them back', async () => {
    world.wait({ minutes: 2 });
    const visitor = world.visitor();
    const asked = await visitor.post('/console/sign-in', { ...officer, back: '/console/staff' });
    expect(asked.location).toBe('/console/factor?back=%2Fconsole%2Fstaff');
    const before = visitor.cookie();
    expect((await visitor.get(asked.location as string)).body).toContain('value="/console/staff"');
    const done = await give(visitor, { code: app.next(), back: '/console/staff' });
    expect([done.status, done.location]).toEqual([303, '/console/staff']);
    const tokens = (text: string) => text.match(/[\w-]{43}/g) ?? [];
    expect(tokens(before)).toHaveLength(1);
    expect(tokens(visitor.cookie())).toHaveLength(1);
    expect(tokens(visitor.cookie())).not.toEqual(tokens(before));
    expect((await entries()).at(-1)).toMatchObject({
      actor: { role: 'admin' },
      outcome: 'done',
      because: ['entered-by-app'],
    });
    // The step's own token is gone.
    const replay = await world.installation.server.inject({
      method: 'GET',
      url: '/console/factor',
      headers: { cookie: before },
    });
    expect(replay.headers.location).toBe('/console/sign-in');
  });

  it('takes each code once, also of two tabs at once, and none that is stale', async () => {
    world.wait({ minutes: 2 });
    const code = app.next();
    const [one, two] = [await half(), await half()];
    const replies = await Promise.all([give(one, { code }), give(two, { code })]);
    expect(replies.map(({ status }) => status).sort()).toEqual([303, 422]);
    const again = await half();
    expect((await give(again, { code })).body).toContain('Код не подошёл');
    world.wait({ minutes: 2 });
    const late = await half();
    expect((await give(late, { code: app.at(-2) })).status).toBe(422);
    expect((await give(late, { code: app.at(2) })).status).toBe(422);
    expect((await give(late, { code: ` ${app.at(1).slice(0, 3)} ${app.at(1).slice(3)}` })).status).toBe(303);
    // With the step after this one used up, those before are as well.
    expect((await give(await half(), { code: app.at(0) })).status).toBe(422);
  });

  it('takes no code of another person', async () => {
    world.wait({ minutes: 30 });
    const other = await world.staff('Динара Ахметова', [`${world.service.key}:support`]);
    world.wait({ minutes: 2 });
    const visitor = await half();
    expect((await give(visitor, { code: world.app(other.visitor).next() })).status).toBe(422);
    expect(await isIn(visitor)).toBe(false);
  });

  it('opens no other page with the password alone', async () => {
    const visitor = await half();
    const token = visitor.cookie().match(/[\w-]{43}/)?.[0] ?? '';
    const cookie = ['kepil_staff', 'kepil_staff_step', `kepil_s_${world.service.key}`]
      .map((name) => `${name}=${token}`)
      .join('; ');
    const closed = routes.filter(({ who }) => who !== 'anyone');
    expect(closed.length).toBeGreaterThan(30);
    for (const route of closed) {
      const url = route.url
        .replace(':key', world.service.key)
        .replaceAll(/:\w+/g, '0190a000-0000-7000-8000-000000000000');
      const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
      const reply = await world.installation.server.inject({
        method: route.method,
        url,
        headers: { cookie, ...(route.method === 'POST' && form) },
        ...(route.method === 'POST' && { payload: '' }),
      });
      const what = `${route.method} ${url}`;
      if (route.who === 'entering' && route.step === 'staff-factor')
        expect([200, 422], what).toContain(reply.statusCode);
      else {
        expect([303, 401], what).toContain(reply.statusCode);
        expect(reply.headers.location ?? 'sign-in', what).toContain('sign-in');
      }
    }
  });

  it('waits after five wrong codes, says how long, and leaves entries', async () => {
    world.wait({ hours: 8 });
    const visitor = await half();
    const statuses = [];
    for (let n = 0; n < 5; n++) statuses.push((await give(visitor, { code: guess })).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422]);
    const turned = (await entries()).slice(-5);
    expect(turned.map(({ outcome }) => outcome)).toEqual(Array(5).fill('refused'));
    expect(turned[0]?.because).toEqual(['second-factor-wrong']);
    expect(turned[4]?.because).toEqual(['second-factor-wrong', 'second-factor-locked']);
    const noted = (await entries()).length;
    const late = await give(visitor, { code: app.next() });
    expect(late.status).toBe(429);
    expect(late.body).toContain('через 1 минуту');
    expect(await entries()).toHaveLength(noted);
    world.wait({ minutes: 2 });
    expect((await give(visitor, { code: app.next() })).status).toBe(303);
  });

  it('ends after ten minutes', async () => {
    const visitor = await half();
    world.wait({ minutes: 11 });
    const late = await give(visitor, { code: app.next() });
    expect([late.status, late.location]).toEqual([303, '/console/sign-in']);
    expect(await isIn(visitor)).toBe(false);
  });

  it('can be left', async () => {
    const visitor = await half();
    await visitor.post('/console/sign-out', {});
    expect((await visitor.get('/console/factor')).location).toBe('/console/sign-in');
  });

  it('says the same of whatever was wrong', async () => {
    world.wait({ minutes: 31 });
    const bare = (reply: Reply) => reply.body;
    const visitor = await half();
    const used = app.next();
    expect((await give(await half(), { code: used })).status).toBe(303);
    const said = [];
    for (const code of [guess, used, 'abc', '']) said.push(bare(await give(visitor, { code })));
    expect(new Set(said).size).toBe(1);
  });
});

describe('enrolment of a second factor', () => {
  let world: TestWorld;
  let sql: pg.Client;
  let codes: readonly string[];
  let visitor: Visitor;

  beforeAll(async () => {
    world = await openWorld(exampleText());
    sql = new pg.Client({ connectionString: world.databaseUrl });
    await sql.connect();
  });
  afterAll(async () => {
    await sql?.end();
    await world?.close();
  });

  it('comes before anything opens, with a code that shows that the app works', async () => {
    await world.officer();
    const form = { name: 'Сауле Оспанова', email: 'saule@kepil.example', password: 'девять белых яблонь' };
    const invited = await world.invite(form.name, form.email, [`${world.service.key}:support`]);
    visitor = world.visitor();
    const set = await visitor.post('/console/set-up', { ...form, token: linkIn(invited.body) });
    expect(set.location).toBe('/console/enrol');
    expect((await visitor.get('/console')).location).toMatch(/^\/console\/sign-in/);
    const wrong = await visitor.post('/console/enrol', { code: guess });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('приложение не привязано');
    expect((await visitor.get('/console')).status).toBe(303);
    codes = codesIn((await world.enrol(visitor)).body);
    expect(codes).toHaveLength(10);
    expect(new Set(codes).size).toBe(10);
    expect((await visitor.get('/console')).status).toBe(200);
    for (const code of codes) world.secrets.add(code);
  });

  it('is not begun anew by whoever knows the password alone', async () => {
    const enrolling = world.visitor();
    const form = { name: 'Жанар Алиева', email: 'zhanar@kepil.example', password: 'десять серых гусей' };
    const invited = await world.invite(form.name, form.email, [`${world.service.key}:analyst`]);
    await enrolling.post('/console/set-up', { ...form, token: linkIn(invited.body) });
    // Older data folders hold people with a password and nothing else; a second one comes with the password.
    const beside = world.visitor();
    expect((await beside.post('/console/sign-in', form)).location).toBe('/console/enrol');
    await world.enrol(enrolling);
    const late = await beside.post('/console/enrol', { code: guess });
    expect([late.status, late.location]).toEqual([303, '/console/sign-in']);
    expect((await beside.post('/console/sign-in', form)).location).toBe('/console/factor');
    const { rows } = await sql.query('select count(*)::int as n from second_factor');
    expect(rows[0].n).toBe(3);
  });

  it('gives ten recovery codes, each of which opens once', async () => {
    const form = { email: 'saule@kepil.example', password: 'девять белых яблонь' };
    const enter = async (recovery: string) => {
      const half = world.visitor();
      await half.post('/console/sign-in', form);
      return half.post('/console/factor', { recovery });
    };
    const [one = '', two = ''] = codes;
    const done = await enter(one);
    expect([done.status, done.location]).toEqual([303, '/console']);
    expect((await enter(one)).status).toBe(422);
    expect((await enter(two.toUpperCase().replace('-', ' '))).status).toBe(303);
    const { rows } = await sql.query('select count(*)::int as n from recovery_code');
    expect(rows[0].n).toBe(28);
  });

  it('says how many recovery codes are left', async () => {
    const half = world.visitor();
    await half.post('/console/sign-in', { email: 'saule@kepil.example', password: 'девять белых яблонь' });
    await half.post('/console/factor', { recovery: codes[2] as string });
    expect((await half.get('/console')).body).toContain('Осталось кодов: 7');
  });

  it('goes with the access, sessions and codes with it', async () => {
    const admin = await world.officer();
    const list = await admin.get('/console/staff');
    const row = list.body.split('/console/staff/').find((part) => part.includes('saule@kepil.example')) ?? '';
    const id = row.slice(0, 36);
    expect((await admin.post(`/console/staff/${id}`, { act: 'end', confirm: 'yes' })).status).toBe(303);
    for (const table of ['second_factor', 'recovery_code', 'session']) {
      const { rows } = await sql.query(`select count(*)::int as n from ${table} where subject_id = $1`, [id]);
      expect(rows[0].n, table).toBe(0);
    }
  });

  it('leaves no code and no name readable, and the day ends well', async () => {
    await world.checkPledges();
  });
});
