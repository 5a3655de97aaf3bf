import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply, Visitor } from '../world.ts';
import { Attacker, hidden } from './attacker.ts';
import { aigul, dauren } from './liar.ts';
import { reasonsOf } from './reasons.ts';

const iPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X)';
const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64)';
const android = 'Mozilla/5.0 (Linux; Android 14; Pixel 8)';
const agents = {
  'Firefox, Linux': 'Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0',
  'Safari, iPhone': `${iPhone} AppleWebKit/605.1 Version/18.1 Mobile/15E148 Safari/604.1`,
  'Yandex Browser, Windows': `${windows} Chrome/130.0 YaBrowser/24.12.0 Safari/537.36`,
  'Chrome, Android': `${android} Chrome/131.0.0.0 Mobile Safari/537.36`,
} as const;
type Device = keyof typeof agents;

/** Devices as a page names them, in its order. */
const devicesIn = (body: string) => [...body.matchAll(/<h3>([^<]*)</g)].map(([, name]) => name);
/** Ids of sessions that a page offers to end, in its order. */
const endable = (body: string) =>
  [...body.matchAll(/name="session" value="([0-9a-f-]{36})"/g)].map(([, id]) => id as string);

describe('the open sessions of a subject', () => {
  let attacker: Attacker;
  let base: string;
  let me: Visitor;
  let id: string;
  let stranger: Visitor;

  beforeAll(async () => {
    attacker = await Attacker.open();
    base = attacker.world.base;
    ({ id } = await attacker.register(aigul));
    ({ visitor: stranger } = await attacker.register(dauren));
  });
  afterAll(() => attacker?.close());

  /** Signs in by code on a device. */
  async function on(device: Device | ''): Promise<Visitor> {
    const visitor = attacker.world.visitor();
    if (device !== '') visitor.agent = agents[device];
    const sent = await visitor.post(`${base}/sign-in`, { address: aigul.email as string });
    const form = { ticket: hidden(sent.body, 'ticket'), code: await attacker.world.code() };
    const done = await visitor.post(`${base}/sign-in`, form);
    expect(done.status, done.body).toBe(303);
    return visitor;
  }
  const page = async (visitor = me) => (await visitor.get(`${base}/me/security`)).body;
  const end = (form: Record<string, string>): Promise<Reply> => me.post(`${base}/me/security`, form);
  const isIn = async (visitor: Visitor) => (await visitor.get(`${base}/me`)).status === 200;
  const everywhereElse = async () => {
    expect((await end({ act: 'others' })).status).toBe(303);
  };

  it('stand on a page by device, the newest first, with when they were opened and used', async () => {
    me = await on('Firefox, Linux');
    await everywhereElse();
    expect(await page()).toContain('Других открытых сеансов нет.');
    await on('Safari, iPhone');
    await on('Yandex Browser, Windows');
    await on('Chrome, Android');
    await on('');
    const body = await page();
    expect(devicesIn(body)).toEqual([
      'Устройство не определено',
      'Chrome, Android',
      'Yandex Browser, Windows',
      'Safari, iPhone',
      'Firefox, Linux',
    ]);
    expect(body).toMatch(/Firefox, Linux<span class="session-here"> этот сеанс/);
    expect(body.match(/Открыт <time/g)).toHaveLength(5);
    expect(body.match(/Последнее действие <time/g)).toHaveLength(5);
    expect(endable(body)).toHaveLength(4);
    expect(body).not.toMatch(/Pixel|133|127\.0\.0\.1/);
  });

  it('lie in the database with the device sealed, and stand in the copy of the data', async () => {
    const dump = await attacker.dump();
    for (const name of ['Firefox', 'Safari', 'YaBrowser', 'Pixel'])
      for (const text of [name, Buffer.from(name).toString('hex')]) expect(dump).not.toContain(text);
    const { signIn } = JSON.parse((await me.get(`${base}/me/export.json`)).body);
    const clients = signIn.sessions.map(({ client }: { client: string }) => client);
    expect(clients).toContain('Safari, iPhone');
    expect(clients).toHaveLength(5);
  });

  it('are ended one by one, which is written down', async () => {
    await everywhereElse();
    const [phone, laptop] = [await on('Safari, iPhone'), await on('Yandex Browser, Windows')];
    const [, ofPhone = ''] = endable(await page());
    const done = await end({ session: ofPhone });
    expect([done.status, done.location]).toEqual([303, `${base}/me/security`]);
    expect(await page()).toContain('Завершено.');
    expect([await isIn(phone), await isIn(laptop), await isIn(me)]).toEqual([false, true, true]);
    expect((await reasonsOf(attacker.sql, id)).at(-1)).toBe('own-session-ended');
    await end({ session: ofPhone });
    expect(await page()).toContain('таких сеансов уже нет');
  });

  it('are ended all at once but the one that is looked from', async () => {
    const others = [await on('Safari, iPhone'), await on('Chrome, Android')];
    await everywhereElse();
    for (const other of others) expect(await isIn(other)).toBe(false);
    expect(await isIn(me)).toBe(true);
    expect(devicesIn(await page())).toEqual(['Firefox, Linux']);
    expect((await reasonsOf(attacker.sql, id)).at(-1)).toBe('other-sessions-ended');
  });

  it('of another person are neither seen nor ended', async () => {
    const { rows } = await attacker.sql.query('select session_id as id from session where subject_id <> $1', [
      id,
    ]);
    const before = rows.length;
    expect(before).toBeGreaterThan(0);
    for (const row of rows) {
      expect(await page()).not.toContain(row.id);
      await end({ session: row.id });
      expect(await page()).toContain('таких сеансов уже нет');
    }
    expect(await isIn(stranger)).toBe(true);
  });

  it('are ended by a form that names one of them, and by no other', async () => {
    for (const form of [{}, { session: '' }, { session: 'x' }, { act: 'all' }] as Record<string, string>[])
      expect((await end(form)).status, JSON.stringify(form)).toBe(400);
    expect(await isIn(me)).toBe(true);
  });

  it('do not end when a first password is set, and all others do when it is changed or removed', async () => {
    const password = (form: Record<string, string>) => me.post(`${base}/me/password`, form);
    let other = await on('Safari, iPhone');
    await password({ password: 'лодка помнит тихий берег' });
    expect(await isIn(other)).toBe(true);
    await password({ password: 'зимний поезд везёт сливы' });
    expect(await isIn(other)).toBe(false);
    other = await on('Safari, iPhone');
    await password({ act: 'remove' });
    expect(await isIn(other)).toBe(false);
    expect(await isIn(me)).toBe(true);
  });

  it('left alone for seven days are over, and no longer stand on the page', async () => {
    const idle = await on('Chrome, Android');
    expect(devicesIn(await page())).toContain('Chrome, Android');
    attacker.world.wait({ days: 6, hours: 23 });
    expect(await isIn(me)).toBe(true);
    attacker.world.wait({ hours: 2 });
    expect(devicesIn(await page())).toEqual(['Firefox, Linux']);
    expect((await idle.get(`${base}/me`)).location).toBe(`${base}/sign-in`);
  });

  it('that are used every day are over after thirty all the same', async () => {
    me = await on('Firefox, Linux');
    for (let day = 1; day < 30; day++) {
      attacker.world.wait({ days: 1 });
      expect(await isIn(me), `day ${day}`).toBe(true);
    }
    attacker.world.wait({ days: 1 });
    expect(await isIn(me)).toBe(false);
  });

  it('end when the person signs out', async () => {
    me = await on('Firefox, Linux');
    const cookie = me.cookie();
    expect((await me.post(`${base}/sign-out`, {})).status).toBe(303);
    expect(me.cookie()).not.toContain('kepil_s_test');
    const replay = await attacker.send({ method: 'GET', url: `${base}/me`, headers: { cookie } });
    expect(replay.statusCode).toBe(303);
  });

  it('leave nothing readable, and the day ends well', async () => {
    await attacker.world.checkPledges();
  });
});

describe('the open sessions of a staff member', () => {
  let attacker: Attacker;
  let me: Visitor;
  let member: { visitor: Visitor; id: string; email: string };
  const password = 'девять белых яблонь у реки';

  beforeAll(async () => {
    attacker = await Attacker.open();
    await attacker.world.officer();
    const { service } = attacker.world;
    member = await attacker.world.staff('Динара Ахметова', [`${service.key}:support`]);
  });
  afterAll(() => attacker?.close());

  /** Signs in on a device: password, then the code of the app. */
  async function on(device: Device): Promise<Visitor> {
    attacker.world.wait({ minutes: 2 });
    const visitor = attacker.world.visitor();
    visitor.agent = agents[device];
    await visitor.post('/console/sign-in', { email: member.email, password });
    const done = await visitor.post('/console/factor', { code: attacker.world.app(member.visitor).next() });
    expect(done.status, done.body).toBe(303);
    return visitor;
  }
  const page = async () => (await me.get('/console/sessions')).body;
  const isIn = async (visitor: Visitor) => (await visitor.get('/console')).status === 200;
  const end = (form: Record<string, string>) => me.post('/console/sessions', form);

  it('stand on a page by device, also after they proved anew who they are', async () => {
    me = await on('Firefox, Linux');
    await on('Safari, iPhone');
    expect(devicesIn(await page()).slice(0, 2)).toEqual(['Safari, iPhone', 'Firefox, Linux']);
    attacker.world.wait({ minutes: 2 });
    const code = attacker.world.app(member.visitor).next();
    const proved = await me.post('/console/prove', { 'prove.password': password, 'prove.code': code });
    expect(proved.status).toBe(303);
    expect(await page()).toMatch(/Firefox, Linux<span class="session-here"> этот сеанс/);
  });

  it('show the device also after the first sign-in, with which the app was added', async () => {
    const { service } = attacker.world;
    const invited = await attacker.world.invite('Сауле Ким', 'saule.kim@kepil.example', [
      `${service.key}:support`,
    ]);
    const token = /set-up\?token=([\w.-]+)/.exec(invited.body)?.[1] ?? '';
    const visitor = attacker.world.visitor();
    visitor.agent = agents['Chrome, Android'];
    await visitor.post('/console/set-up', { token, name: 'x', email: 'x', password });
    await attacker.world.enrol(visitor);
    expect(devicesIn((await visitor.get('/console/sessions')).body)).toEqual(['Chrome, Android']);
  });

  it('are ended one by one, and all at once', async () => {
    expect((await end({ act: 'others' })).status).toBe(303);
    const [phone, laptop] = [await on('Safari, iPhone'), await on('Yandex Browser, Windows')];
    const [, ofPhone = ''] = endable(await page());
    expect((await end({ session: ofPhone })).status).toBe(303);
    expect([await isIn(phone), await isIn(laptop), await isIn(me)]).toEqual([false, true, true]);
    expect((await reasonsOf(attacker.sql, member.id)).at(-1)).toBe('own-session-ended');
    expect((await end({ act: 'others' })).status).toBe(303);
    expect([await isIn(laptop), await isIn(me)]).toEqual([false, true]);
    expect(devicesIn(await page())).toEqual(['Firefox, Linux']);
  });

  it('left alone for half an hour are over', async () => {
    me = await on('Firefox, Linux');
    attacker.world.wait({ minutes: 29 });
    expect(await isIn(me)).toBe(true);
    attacker.world.wait({ minutes: 31 });
    expect(await isIn(me)).toBe(false);
  });

  it('that are used all day are over after twelve hours all the same', async () => {
    me = await on('Firefox, Linux');
    for (let quarter = 1; quarter < 48; quarter++) {
      attacker.world.wait({ minutes: 15 });
      expect(await isIn(me), `quarter ${quarter}`).toBe(true);
    }
    attacker.world.wait({ minutes: 15 });
    expect(await isIn(me)).toBe(false);
  });

  it('leave nothing readable, and the day ends well', async () => {
    await attacker.world.checkPledges();
  });
});
