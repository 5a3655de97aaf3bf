import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeEntry } from '../../src/ledger/index.ts';
import { Authenticator } from '../authenticator.ts';
import { linkIn, openWorld, type Reply, type TestWorld, type Visitor } from '../world.ts';
import { exampleText } from './liar.ts';

const path = '/console/security';
const password = 'девять белых яблонь у реки';
const another = 'десять серых гусей летят';
const hidden = (body: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? '';

describe('how staff get in, changed by themselves', () => {
  let world: TestWorld;
  let admin: Visitor;
  let sql: pg.Client;
  let me: Visitor;
  let id: string;
  let email: string;

  beforeAll(async () => {
    world = await openWorld(exampleText());
    admin = await world.officer();
    sql = new pg.Client({ connectionString: world.databaseUrl });
    await sql.connect();
    ({ visitor: me, id, email } = await world.staff('Динара Ахметова', [`${world.service.key}:support`]));
  });
  afterAll(async () => {
    await sql?.end();
    await world?.close();
  });

  const count = async (from: string) =>
    Number((await sql.query(`select count(*) as n from ${from}`)).rows[0].n);
  async function reasons(): Promise<readonly string[]> {
    const { rows } = await sql.query(
      `select leaf from entry_pending where subject_id = $1
       union all select l.leaf from entry_link e join log_leaf l using (service_id, entry_id)
       where e.subject_id = $1`,
      [id],
    );
    const entries = rows
      .flatMap(({ leaf }) => decodeEntry(leaf) ?? [])
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(new Set(entries.slice(2).map(({ actor }) => actor.role))).toEqual(new Set(['support']));
    return entries.flatMap(({ because = [] }) => because);
  }
  /** Another browser of the same person, signed in. */
  async function elsewhere(): Promise<Visitor> {
    world.wait({ minutes: 2 });
    const visitor = world.visitor();
    await visitor.post('/console/sign-in', { email, password });
    const done = await visitor.post('/console/factor', { code: world.app(me).next() });
    expect(done.status, done.body).toBe(303);
    return visitor;
  }

  it('stands on a page of its own, with what happened about it', async () => {
    const page = await me.get(path);
    expect(page.body).toContain('Приложение с кодами');
    expect(page.body).toContain('Осталось кодов: 10 из 10');
    expect(page.body).toContain('Вход: пароль и код из приложения.');
  });

  describe('asks who it is, ten minutes after that was last shown,', () => {
    let bare: Visitor;
    const invite = { name: 'Сауле Ким', email: 'saule@kepil.example', 'grant._house': ['admin', 'officer'] };
    const tries = async (form: Readonly<Record<string, string | readonly string[]>>): Promise<Reply> =>
      bare.post('/console/prove', form);

    beforeAll(async () => {
      world.wait({ minutes: 2 });
      bare = world.visitor();
      await bare.post('/console/sign-in', { email: 'officer@kepil.example', password: officerPassword });
      await bare.post('/console/factor', { code: world.app(admin).next() });
    });
    const officerPassword = 'семь синих птиц над степью';

    it('and does nothing before', async () => {
      world.wait({ minutes: 11 });
      const before = await count('staff_member');
      const asked = await bare.post('/console/staff', invite);
      expect(asked.status).toBe(401);
      expect(asked.body).toContain('То, что вы заполнили, не потеряно');
      expect(asked.body).toContain('name="grant._house" value="officer"');
      expect(hidden(asked.body, 'prove.to')).toBe('/console/staff');
      for (const [url, form] of [
        [path, { act: 'codes' }],
        [path, { act: 'password', current: officerPassword, password: another }],
        [`${path}/app`, { code: '000000' }],
        [`/console/staff/${id}`, { act: 'end', confirm: 'yes' }],
        [`/console${world.base}/keys`, { name: 'x' }],
        [`/console${world.base}/approve`, { version: '1' }],
      ] as const)
        expect((await bare.post(url, form)).status, url).toBe(401);
      expect((await bare.get(`${path}/app`)).location).toBe(
        `/console/prove?back=${encodeURIComponent(`${path}/app`)}`,
      );
      expect(await count('staff_member')).toBe(before);
      // What does not matter so much goes on.
      expect((await bare.post(`/console${world.base}/keys`, { revoke: id })).status).not.toBe(401);
      expect((await bare.get(path)).status).toBe(200);
    });

    it('with password and factor both, saying of neither that it was wrong', async () => {
      const app = world.app(admin);
      const said = [];
      for (const form of [
        { 'prove.password': 'не тот пароль', 'prove.code': app.at(0) },
        { 'prove.password': officerPassword, 'prove.code': '000000' },
        { 'prove.password': '', 'prove.code': '' },
      ]) {
        const reply = await tries({ ...form, 'prove.to': path });
        expect(reply.status).toBe(422);
        said.push(reply.body);
      }
      expect(new Set(said).size).toBe(1);
      expect((await bare.post('/console/staff', invite)).status).toBe(401);
    });

    it('and then sends what was filled in, in a session with another token', async () => {
      const before = bare.cookie();
      const proof = { 'prove.password': officerPassword, 'prove.code': world.app(admin).next() };
      const waiting = { 'prove.to': '/console/staff', 'prove.again': 'yes', ...invite };
      const done = await tries({ ...proof, ...waiting });
      expect([done.status, done.location]).toEqual([307, '/console/staff']);
      expect(bare.cookie()).not.toBe(before);
      const server = world.installation.server;
      const old = await server.inject({ method: 'GET', url: '/console', headers: { cookie: before } });
      expect(old.statusCode).toBe(303);
      // A browser sends the same form there, the fields of the proof with it.
      const sent = await bare.post('/console/staff', { ...proof, ...waiting });
      expect(sent.status).toBe(200);
      expect(linkIn(sent.body)).not.toBe('');
    });

    it('and leads to nowhere but the console', async () => {
      for (const to of ['https://evil.example/', '//evil.example', '/s/test/me', '/console/../s']) {
        const page = await bare.get(`/console/prove?back=${encodeURIComponent(to)}`);
        expect(hidden(page.body, 'prove.to'), to).toBe(path);
      }
    });
  });

  it('replaces the app once the other one has shown a code', async () => {
    me = await elsewhere();
    const page = await me.get(`${path}/app`);
    const app = Authenticator.of(page.body, () => world.now);
    expect((await me.post(`${path}/app`, { code: '000000' })).status).toBe(422);
    const done = await me.post(`${path}/app`, { code: app.next() });
    expect([done.status, done.location]).toEqual([303, path]);
    expect(await count(`second_factor where subject_id = '${id}'`)).toBe(1);
    expect((await reasons()).at(-1)).toBe('factor-replaced-app');
    // What was shown is not shown again: the next page has another secret.
    expect(Authenticator.of((await me.get(`${path}/app`)).body, () => world.now).at(0)).not.toBe(app.at(0));
    world.wait({ minutes: 2 });
    const half = world.visitor();
    await half.post('/console/sign-in', { email, password });
    expect((await half.post('/console/factor', { code: app.next() })).status).toBe(303);
  });

  it('goes on with a second step: there is no way to do without', async () => {
    const { rows } = await sql.query('select factor_id as id from second_factor where subject_id = $1', [id]);
    expect((await me.post(path, { act: 'remove', id: rows[0].id })).status).toBe(400);
    expect(await count(`second_factor where subject_id = '${id}'`)).toBe(1);
  });

  it('makes recovery codes anew, and those before are void', async () => {
    const before = await sql.query('select digest from recovery_code where subject_id = $1', [id]);
    const page = await me.post(path, { act: 'codes' });
    expect(page.body.match(/<code class="secret">[0-9a-z]{5}-[0-9a-z]{5}</g)).toHaveLength(10);
    const after = await sql.query('select digest from recovery_code where subject_id = $1', [id]);
    const digests = (rows: readonly { digest: Buffer }[]) => rows.map(({ digest }) => digest.toString('hex'));
    expect(digests(after.rows)).toHaveLength(10);
    expect(digests(after.rows).filter((one) => digests(before.rows).includes(one))).toEqual([]);
    expect((await reasons()).at(-1)).toBe('recovery-codes-made');
  });

  it('changes the password with the present one, and ends the other sessions', async () => {
    const form = { act: 'password', current: password, password: another };
    expect((await me.post(path, { ...form, password: 'коротко' })).body).toContain('href="#in-password"');
    const wrong = await me.post(path, { ...form, current: 'не тот пароль' });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('Нынешний пароль не подошёл');
    const sessions = `session where subject_id = '${id}' and role = 'staff'`;
    expect(await count(sessions)).toBeGreaterThan(1);
    expect((await me.post(path, form)).status).toBe(303);
    world.secrets.add(another);
    expect(await count(sessions)).toBe(1);
    expect((await me.get(path)).status).toBe(200);
    expect((await reasons()).at(-1)).toBe('password-changed');
    expect((await world.visitor().post('/console/sign-in', { email, password })).status).toBe(422);
    expect((await world.visitor().post('/console/sign-in', { email, password: another })).status).toBe(303);
  });

  it('is reset by another administrator alone, with a link; roles stay', async () => {
    world.wait({ minutes: 2 });
    admin = await world.officer();
    const unsure = await admin.post(`/console/staff/${id}`, { act: 'reset' });
    expect(unsure.status).toBe(422);
    const done = await admin.post(`/console/staff/${id}`, { act: 'reset', 'confirm-reset': 'yes' });
    const token = linkIn(done.body);
    expect(token).not.toBe('');
    for (const table of ['second_factor', 'recovery_code', 'session'])
      expect(await count(`${table} where subject_id = '${id}'`), table).toBe(0);
    expect((await world.visitor().post('/console/sign-in', { email, password: another })).status).toBe(422);
    const own = await sql.query("select distinct subject_id as id from staff where role = 'admin'");
    const self = await admin.post(`/console/staff/${own.rows[0].id}`, {
      act: 'reset',
      'confirm-reset': 'yes',
    });
    expect(self.status).toBe(403);
    const back = await world.setUp({ token, name: 'Динара', email, password });
    expect((await back.get(`/console${world.base}/requests`)).status).toBe(200);
  });

  it('leaves nothing readable, and the day ends well', async () => {
    await world.checkPledges();
  });
});
