import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkIn, openWorld, type TestWorld, type Visitor } from '../world.ts';
import { exampleText } from './liar.ts';

const phrase = 'девять белых яблонь у реки';
const another = 'десять серых гусей летят';

describe('the password of a staff member', () => {
  let world: TestWorld;
  let sql: pg.Client;
  let me: Visitor;
  let id: string;
  let email: string;

  beforeAll(async () => {
    world = await openWorld(exampleText());
    await world.officer();
    sql = new pg.Client({ connectionString: world.databaseUrl });
    await sql.connect();
    ({ visitor: me, id, email } = await world.staff('Динара Ахметова', [`${world.service.key}:support`]));
  });
  afterAll(async () => {
    await sql?.end();
    await world?.close();
  });

  let places = 0;
  /** The status of a try at the door, from a place where nobody has tried. */
  async function opens(password: string): Promise<number> {
    const visitor = world.visitor();
    places += 1;
    visitor.from = `127.55.100.${places}`;
    return (await visitor.post('/console/sign-in', { email, password })).status;
  }
  const sealed = async () => {
    const where = `subject_id = $1 and access = 'credential'`;
    return (await sql.query(`select version, bytes from segment where ${where}`, [id])).rows[0];
  };
  const change = (current: string, password: string) =>
    me.post('/console/security', { act: 'password', current, password });

  it('is refused at the set-up page by the rules for all passwords, and nobody is let in', async () => {
    const invited = await world.invite('Сауле Оспанова', 'saule.ospanova@kepil.example', [
      `${world.service.key}:support`,
    ]);
    const token = linkIn(invited.body);
    const rows = [
      ['девять ябло', 'Пароль короче 12 знаков.'],
      ['я'.repeat(257), 'Значение длиннее 256 знаков.'],
      ['qwerty123456', 'Этот пароль легко угадать.'],
      ['Сауле Оспанова', 'Пароль составлен из слов о вас или о сервисе.'],
      ['saule.ospanova@kepil.example', 'Пароль составлен из слов о вас или о сервисе.'],
      ['Kepil kepil Дала Кітап', 'Пароль составлен из слов о вас или о сервисе.'],
      ['dala-kitap.example', 'Пароль составлен из слов о вас или о сервисе.'],
    ] as const;
    for (const [password, says] of rows) {
      const visitor = world.visitor();
      const reply = await visitor.post('/console/set-up', { token, name: 'x', email: 'x', password });
      expect(reply.status, password).toBe(422);
      expect(reply.body, password).toContain(says);
      expect(visitor.cookie()).toBe('');
    }
    // The link is still good.
    const done = await world
      .visitor()
      .post('/console/set-up', { token, name: 'x', email: 'x', password: phrase });
    expect(done.location).toBe('/console/enrol');
  });

  it('is verified whole: whatever stands behind it is one thing too many', async () => {
    world.wait({ minutes: 2 });
    const long = `${[...'дом лес мост сад ветер поле сливы берег'].join('-')} `.repeat(4);
    const whole = [...long].slice(0, 256).join('');
    expect((await change(phrase, whole)).status).toBe(303);
    expect(await opens(whole)).toBe(303);
    expect(await opens(`${whole}и ещё немного`)).toBe(422);
    expect(await opens(whole.slice(0, -1))).toBe(422);
    expect((await change(`${whole}и ещё немного`, another)).status).toBe(422);
    const app = world.app(me);
    world.wait({ minutes: 2 });
    const proof = { 'prove.password': `${whole}и ещё немного`, 'prove.code': app.next() };
    expect((await me.post('/console/prove', proof)).status).toBe(422);
    expect((await change(whole, phrase)).status).toBe(303);
  });

  it('is sealed anew in a version that rises; what was sealed before opens under it no more', async () => {
    const before = await sealed();
    expect((await change(phrase, another)).status).toBe(303);
    world.secrets.add(another);
    const after = await sealed();
    expect(after.version).toBe(before.version + 1);
    expect(await opens(phrase)).toBe(422);
    expect(await opens(another)).toBe(303);
    const put = (bytes: Buffer) =>
      sql.query("update segment set bytes = $2 where subject_id = $1 and access = 'credential'", [id, bytes]);
    await put(before.bytes);
    expect(await opens(phrase)).not.toBe(303);
    expect(await opens(another)).not.toBe(303);
    await put(after.bytes);
    expect(await opens(another)).toBe(303);
  });

  it('stays with nobody whose work has ended: what is left of a session leads to the sign-in', async () => {
    const admin = await world.officer();
    const cookie = me.cookie();
    const { rows } = await sql.query(
      "select * from session where subject_id = $1 and role = 'staff' limit 1",
      [id],
    );
    expect((await admin.post(`/console/staff/${id}`, { act: 'end', confirm: 'yes' })).status).toBe(303);
    // As if it had been opened at the very moment.
    const names = Object.keys(rows[0]);
    const marks = names.map((_, at) => `$${at + 1}`).join(', ');
    const row = `insert into session (${names.join(', ')}) values (${marks})`;
    for (const method of ['GET', 'POST'] as const) {
      await sql.query('delete from session where subject_id = $1', [id]);
      await sql.query(row, Object.values(rows[0]));
      const type = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
      const reply = await world.installation.server.inject({
        ...{ method, url: '/console/sessions', headers: { cookie, ...(method === 'POST' && type) } },
        ...(method === 'POST' && { payload: 'act=others' }),
      });
      if (method === 'GET')
        expect(reply.headers.location).toBe('/console/sign-in?back=%2Fconsole%2Fsessions');
      else expect([reply.statusCode, reply.body.includes('page-staff-sign-in')]).toEqual([401, true]);
    }
    expect(await opens(another)).toBe(422);
  });
});
