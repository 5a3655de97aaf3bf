import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSegments, openSubject } from '../../src/system/subjects.ts';
import type { Reply, Visitor } from '../world.ts';
import { Attacker } from './attacker.ts';
import { aigul, dauren } from './liar.ts';
import { reasonsOf } from './reasons.ts';

const phrase = 'лодка помнит тихий берег';
const another = 'зимний поезд везёт сливы';
const wrong = 'лодка помнит тихий остров';
const bare = (body: string) => body.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID');

describe('the password of a subject', () => {
  let attacker: Attacker;
  let base: string;
  let me: Visitor;
  let id: string;

  beforeAll(async () => {
    attacker = await Attacker.open();
    base = attacker.world.base;
    ({ visitor: me, id } = await attacker.register(aigul));
    await attacker.register(dauren);
  });
  afterAll(() => attacker?.close());

  const choose = (password: string) => me.post(`${base}/me/password`, { password });
  const remove = () => me.post(`${base}/me/password`, { act: 'remove' });
  let places = 0;
  /** Tries the way in with a password, from a place where nobody has tried. */
  async function enter(password: string, address = aigul.email as string): Promise<[Reply, Visitor]> {
    const visitor = attacker.world.visitor();
    places += 1;
    visitor.from = `127.52.100.${places}`;
    return [await visitor.post(`${base}/sign-in`, { address, password }), visitor];
  }
  const opens = async (password: string, address?: string) => (await enter(password, address))[0].status;
  /** Proves by the code of an e-mail who it is, and lets the account's counters run down. */
  async function prove(): Promise<void> {
    const sent = await me.post(`${base}/me/prove`, { to: 'email' });
    const ticket = /name="ticket"[^>]*value="([^"]*)"/.exec(sent.body)?.[1] ?? '';
    const done = await me.post(`${base}/me/prove`, { ticket, code: await attacker.world.code() });
    expect(done.status, done.body).toBe(303);
  }
  const messages = async (template: string) => {
    const where = 'service_id = $1 and template = $2';
    const { rows } = await attacker.sql.query(`select count(*)::int as n from message where ${where}`, [
      attacker.world.service.id,
      template,
    ]);
    return rows[0].n as number;
  };
  const since = async () => (await me.get(`${base}/me/security`)).body;

  it('is not there until it is chosen: codes open the cabinet', async () => {
    expect(await since()).toContain('Пароля нет, вы входите по одноразовому коду.');
    expect(await opens(phrase)).toBe(422);
  });

  describe('is refused, and nothing changes,', () => {
    const rows: readonly (readonly [string, string, string])[] = [
      ['shorter than fifteen characters', 'лодка помнит б', 'Пароль короче 15 знаков.'],
      ['empty', '', 'Пароль короче 15 знаков.'],
      ['longer than is hashed', 'лодка '.repeat(43), 'Значение длиннее 256 знаков.'],
      ['that many people have', 'qwertyuiop123456', 'Этот пароль легко угадать.'],
      ['that many have, in the other layout', 'йцукенгшщз123456', 'Этот пароль легко угадать.'],
      ['made of a common one said twice', 'passwordpassword', 'Этот пароль легко угадать.'],
      ['of one sign', 'ж'.repeat(20), 'Этот пароль легко угадать.'],
      ['made of their name', 'Айгүл Жақыпова Айгүл', 'Пароль составлен из слов о вас или о сервисе.'],
      [
        'made of their address',
        'aigul.zhakypova@example.kz',
        'Пароль составлен из слов о вас или о сервисе.',
      ],
      [
        'made of their day of birth and name',
        'жақыпова1985-05-15',
        'Пароль составлен из слов о вас или о сервисе.',
      ],
      ['made of the name of the service', 'Дала Кітап Дала Кітап', 'Пароль составлен из слов'],
      ['of two lines', 'лодка помнит\nтихий берег', 'В значении есть знак, который нельзя сохранить.'],
    ];
    it.each(rows)('one %s', async (_what, password, says) => {
      const reply = await choose(password);
      expect(reply.status).toBe(422);
      expect(reply.body).toContain(says);
      expect(reply.body).toContain('href="#in-password"');
      expect(reply.body).not.toContain(`value="${password}"`);
      expect(await since()).toContain('Пароля нет');
    });

    it('and the page asks for no mixture of characters', async () => {
      const { body } = await me.get(`${base}/me/password`);
      expect(body).toContain('Не короче 15 знаков. Годятся любые знаки и пробелы');
      expect(body).not.toMatch(/заглавн|спецсимвол|цифр/);
    });
  });

  it('can be pasted and filled in by a store of passwords, here and where it opens', async () => {
    const [chosen, asked] = [await me.get(`${base}/me/password`), await me.get(`${base}/sign-in`)];
    const field = (body: string) => /<input[^>]*name="password"[^>]*>/.exec(body)?.[0] ?? '';
    expect(field(chosen.body)).toContain('autocomplete="new-password"');
    expect(field(asked.body)).toContain('autocomplete="current-password"');
    expect(asked.body).toMatch(/<input[^>]*name="address"[^>]*autocomplete="username"/);
    for (const tag of [chosen, asked].map(({ body }) => field(body)))
      expect(tag).not.toMatch(/maxlength|pattern|onpaste|readonly|autocomplete="off"/);
  });

  it('is chosen on a page of its own, tells the person, and ends no session', async () => {
    const [, beside] = await byCode();
    const done = await choose(phrase);
    expect([done.status, done.location]).toEqual([303, `${base}/me/security`]);
    attacker.world.secrets.add(phrase);
    expect(await since()).toMatch(/Задан <time/);
    expect(await messages('password-set')).toBeGreaterThan(0);
    expect((await reasonsOf(attacker.sql, id)).at(-1)).toBe('password-set');
    expect((await beside.get(`${base}/me`)).status).toBe(200);
  });

  /** Signs in by code, in another browser. */
  async function byCode(): Promise<[Reply, Visitor]> {
    const visitor = attacker.world.visitor();
    const sent = await visitor.post(`${base}/sign-in`, { address: aigul.email as string });
    const ticket = /name="ticket"[^>]*value="([^"]*)"/.exec(sent.body)?.[1] ?? '';
    const done = await visitor.post(`${base}/sign-in`, { ticket, code: await attacker.world.code() });
    expect(done.status, done.body).toBe(303);
    return [done, visitor];
  }

  it('opens the cabinet with any address of the person, however that is written', async () => {
    const [done, visitor] = await enter(phrase);
    expect([done.status, done.location]).toEqual([303, `${base}/me`]);
    expect((await visitor.get(`${base}/me`)).status).toBe(200);
    expect((await reasonsOf(attacker.sql, id)).at(-1)).toBe('signed-in-by-password');
    for (const address of [' AIGUL.Zhakypova@Example.kz ', aigul.phone as string, '8 (701) 000-11-22'])
      expect(await opens(phrase, address), address).toBe(303);
  });

  it('is verified as it was typed: whole, with its letters, spaces and case', async () => {
    for (const near of [phrase.slice(0, -1), `${phrase} `, phrase.toUpperCase(), phrase.replaceAll(' ', '')])
      expect(await opens(near), near).toBe(422);
  });

  it('opens nothing for another person, and nothing at the door of the staff', async () => {
    expect(await opens(phrase, dauren.email)).toBe(422);
    const staff = { email: aigul.email as string, password: phrase };
    expect((await attacker.world.visitor().post('/console/sign-in', staff)).status).toBe(422);
  });

  it('that is wrong is answered as for an address nobody has, or that has no password', async () => {
    const said = [];
    for (const address of [aigul.email, dauren.email, 'nobody.known@example.kz'] as string[]) {
      const [reply] = await enter(wrong, address);
      expect([reply.status, reply.headers['retry-after']]).toEqual([422, undefined]);
      expect(reply.body).toContain('Адрес или пароль не подходит.');
      expect(reply.body).not.toContain(wrong);
      said.push(bare(reply.body).replaceAll(address, 'ADDRESS'));
    }
    expect(new Set(said).size).toBe(1);
  });

  it('stands nowhere: a slow salted hash does, sealed under the keys of the person', async () => {
    await attacker.world.installation.tick();
    expect(await attacker.world.readable()).toEqual([]);
    const dump = await attacker.dump();
    expect(dump).not.toContain('$argon2');
    expect(dump).not.toContain(Buffer.from('$argon2').toString('hex'));
    const hashed = await attacker.world.installation.world.store.transaction(async (tx) => {
      const { world } = attacker.world.installation;
      const at = { service: attacker.world.service.id, id, mode: 'look' } as const;
      const subject = await openSubject(tx, world, at);
      if (!subject) throw new Error('no subject');
      const segments = await openSegments(tx, world, subject);
      return segments.find(({ access }) => access === 'credential')?.content.password?.[0]?.value;
    });
    expect(hashed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('is not part of the copy of the data; that there is one is', async () => {
    const { signIn } = JSON.parse((await me.get(`${base}/me/export.json`)).body);
    expect(Object.keys(signIn).sort()).toEqual(['passwordSetAt', 'sessions']);
    expect(JSON.stringify(signIn)).not.toContain('argon2');
  });

  it('is taken up to 256 characters, every one of which counts', async () => {
    const long = `${'сливы '.repeat(5)}${[...'дом лес мост сад ветер поле'].join('-')}`;
    const whole = [...long.repeat(4)].slice(0, 256).join('');
    expect((await choose(whole)).status).toBe(303);
    expect(await opens(whole)).toBe(303);
    expect(await opens(`${whole.slice(0, -1)}ъ`)).toBe(422);
    expect(await opens(`${whole}ъ`)).toBe(422);
    expect(await opens(whole.slice(0, 200))).toBe(422);
  });

  it('may have any script, is the same however its letters are put together', async () => {
    attacker.world.wait({ minutes: 9 });
    await prove();
    const written = 'ёлка йогурт 🐫 жүрек 雨音';
    expect((await choose(written.normalize('NFC'))).status).toBe(303);
    expect(written.normalize('NFD')).not.toBe(written.normalize('NFC'));
    expect(await opens(written.normalize('NFD'))).toBe(303);
    expect(await opens(written.normalize('NFC'))).toBe(303);
  });

  it('of fifteen characters is long enough', async () => {
    const fifteen = 'рысь спит у дом';
    expect([...fifteen]).toHaveLength(15);
    expect((await choose(fifteen)).status).toBe(303);
    expect(await opens(fifteen)).toBe(303);
  });

  it('that was changed opens nothing; the other sessions end, and the person is told', async () => {
    await choose(phrase);
    const [, beside] = await enter(phrase);
    expect((await beside.get(`${base}/me`)).status).toBe(200);
    const told = await messages('password-changed');
    const changes = async () =>
      (await reasonsOf(attacker.sql, id)).filter((rule) => rule === 'password-changed').length;
    const changed = await changes();
    const done = await choose(another);
    expect(done.status).toBe(303);
    attacker.world.secrets.add(another);
    expect((await me.get(`${base}/me`)).body).toContain('остальные сеансы завершены');
    expect((await beside.get(`${base}/me`)).status).toBe(303);
    expect(await opens(phrase)).toBe(422);
    expect(await opens(another)).toBe(303);
    expect(await messages('password-changed')).toBeGreaterThan(told);
    expect(await changes()).toBe(changed + 1);
  });

  it('that was forgotten is replaced after signing in by code', async () => {
    const [, visitor] = await byCode();
    me = visitor;
    expect((await choose(phrase)).status).toBe(303);
    expect(await opens(phrase)).toBe(303);
  });

  it('can be taken away: codes alone open, the other sessions end, and the person is told', async () => {
    const [, beside] = await enter(phrase);
    expect((await remove()).status).toBe(303);
    expect(await since()).toContain('Пароля нет');
    expect((await beside.get(`${base}/me`)).status).toBe(303);
    expect(await opens(phrase)).toBe(422);
    expect(await messages('password-removed')).toBeGreaterThan(0);
    const before = (await reasonsOf(attacker.sql, id)).filter((rule) => rule === 'password-removed');
    expect((await remove()).status).toBe(303);
    const after = (await reasonsOf(attacker.sql, id)).filter((rule) => rule === 'password-removed');
    expect([before.length, after.length]).toEqual([1, 1]);
    expect((await byCode())[0].status).toBe(303);
  });

  it('and its messages leave nothing readable, and the day ends well', async () => {
    await attacker.world.checkPledges();
  });
});

describe('guesses at the password of a subject', () => {
  let attacker: Attacker;
  let base: string;
  beforeAll(async () => {
    attacker = await Attacker.open();
    base = attacker.world.base;
    const { visitor } = await attacker.register(aigul);
    await visitor.post(`${base}/me/password`, { password: phrase });
  });
  afterAll(() => attacker?.close());

  async function attempt(address: string, password: string, from: string): Promise<Reply> {
    const visitor = attacker.world.visitor();
    visitor.from = from;
    return visitor.post(`${base}/sign-in`, { address, password });
  }

  it('wait after the fifth from one place, right or wrong, whoever has the address', async () => {
    const told = [];
    for (const [address, from] of [
      [aigul.email as string, '127.53.100.1'],
      ['nobody.known@example.kz', '127.53.100.2'],
    ] as const) {
      const statuses = [];
      for (let n = 0; n < 5; n++) statuses.push((await attempt(address, wrong, from)).status);
      expect(statuses).toEqual([422, 422, 422, 422, 422]);
      const late = await attempt(address, phrase, from);
      expect(late.body).toContain('через 1 минуту');
      told.push([late.status, late.headers['retry-after'], bare(late.body)]);
    }
    expect(told[0]?.[0]).toBe(429);
    expect(told[0]).toEqual(told[1]);
    expect((await attempt(aigul.email as string, phrase, '127.53.100.3')).status).toBe(303);
    attacker.world.wait({ minutes: 1 });
    expect((await attempt(aigul.email as string, phrase, '127.53.100.1')).status).toBe(303);
  });

  it('at many addresses from one place wait', async () => {
    const statuses = [];
    for (let n = 0; n < 32; n++)
      statuses.push((await attempt(`nobody-${n}@example.kz`, wrong, '127.53.100.9')).status);
    expect(statuses).toEqual([...Array(30).fill(422), 429, 429]);
  });

  it('from many places at one address wait, and codes go on opening', async () => {
    attacker.world.wait({ days: 8 });
    const statuses = [];
    for (let n = 0; n < 22; n++)
      statuses.push((await attempt(aigul.email as string, wrong, `127.54.100.${n}`)).status);
    expect(statuses).toEqual([...Array(20).fill(422), 429, 429]);
    const visitor = attacker.world.visitor();
    const sent = await visitor.post(`${base}/sign-in`, { address: aigul.email as string });
    const ticket = /name="ticket"[^>]*value="([^"]*)"/.exec(sent.body)?.[1] ?? '';
    const done = await visitor.post(`${base}/sign-in`, { ticket, code: await attacker.world.code() });
    expect(done.status).toBe(303);
  });

  it('leave no address and no place readable', async () => {
    const dump = await attacker.dump();
    for (const said of ['127.53.100.1', '127.54.100.7', 'nobody-3@example.kz', wrong])
      for (const text of [said, Buffer.from(said).toString('hex')]) expect(dump).not.toContain(text);
  });
});
