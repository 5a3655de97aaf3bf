import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply, Visitor } from '../world.ts';
import { Attacker, hidden } from './attacker.ts';
import { aigul, dauren } from './liar.ts';
import { prove } from './proof.ts';
import { reasonsOf } from './reasons.ts';

const phrase = 'лодка помнит тихий берег';

describe('fresh proof of who somebody is', () => {
  let attacker: Attacker;
  let base: string;
  let me: Visitor;
  let id: string;
  let stranger: Visitor;

  beforeAll(async () => {
    attacker = await Attacker.open();
    base = attacker.world.base;
    ({ visitor: me, id } = await attacker.register(aigul));
    ({ visitor: stranger } = await attacker.register(dauren));
    const set = await me.post(`${base}/me/password`, { password: phrase });
    expect(set.status, set.body).toBe(303);
    attacker.world.secrets.add(phrase);
  });
  afterAll(() => attacker?.close());

  const stale = () => attacker.world.wait({ minutes: 11 });
  const byPassword = (password: string, more: Record<string, string> = {}) =>
    me.post(`${base}/me/prove`, { password, ...more });
  /** Asks for a code. @returns the page that asks for it */
  const sendCode = (visitor = me) => visitor.post(`${base}/me/prove`, { to: 'email' });
  const give = (ticket: string, code: string, visitor = me): Promise<Reply> =>
    visitor.post(`${base}/me/prove`, { ticket, code });
  /** Whether an act that matters is let through without another proof. */
  const isFresh = async (visitor = me) => (await visitor.get(`${base}/me/password`)).status === 200;
  const proving = (back: string) => `${base}/me/prove?back=${encodeURIComponent(back)}`;

  it('is there for ten minutes after signing in', async () => {
    expect(await isFresh()).toBe(true);
    attacker.world.wait({ minutes: 8 });
    expect(await isFresh()).toBe(true);
    attacker.world.wait({ minutes: 2 });
    expect(await isFresh()).toBe(false);
  });

  it('is asked for before copy, deletion, addresses and the way in, and nothing is done', async () => {
    const before = await attacker.rows();
    const asked: readonly (readonly ['get' | 'post', string, string])[] = [
      ['get', '/export.json', '/download'],
      ['get', '/print', '/download'],
      ['post', '/delete', '/delete'],
      ['get', '/password', '/password'],
      ['post', '/password', '/password'],
      ['post', '/security', '/security'],
      ['get', '/correct/email', '/correct/email'],
      ['post', '/correct/email', '/correct/email'],
      ['post', '/correct/phone', '/correct/phone'],
    ];
    const form = { confirm: 'yes', act: 'others', password: 'зимний поезд везёт сливы', value: 'a@b.kz' };
    for (const [method, url, back] of asked) {
      const at = `${base}/me${url}`;
      const reply = await (method === 'get' ? me.get(at) : me.post(at, form));
      expect([reply.status, reply.location], `${method} ${url}`).toEqual([303, proving(`${base}/me${back}`)]);
      const page = await me.get(reply.location as string);
      expect(page.body.includes('Ничего не изменилось.'), `${method} ${url}`).toBe(method === 'post');
      expect(page.body).toContain('Подтвердите, что это вы');
    }
    expect(await attacker.rows()).toEqual(before);
    expect((await me.get(`${base}/me`)).status).toBe(200);
  });

  it('is not asked for to look around, to withdraw or to ask', async () => {
    for (const url of ['', '/readers', '/consents', '/requests', '/visits', '/download', '/security'])
      expect((await me.get(`${base}/me${url}`)).status, url).toBe(200);
    const page = await me.get(`${base}/me/delete`);
    expect(page.status).toBe(200);
    expect(page.body).toContain('сначала подтвердите, что это вы');
    expect(page.body).not.toContain('name="confirm"');
    const { body } = await me.get(`${base}/me/consents`);
    const consent = /\/me\/consents\/([0-9a-f-]{36})/.exec(body)?.[1] ?? '';
    expect((await me.get(`${base}/me/consents/${consent}/withdraw`)).status).toBe(200);
  });

  it('is given by the password, leads back, and gives the session another token', async () => {
    const before = me.cookie();
    const back = `${base}/me/delete`;
    expect((await me.get(proving(back))).body).toContain(`name="back" value="${back}"`);
    const done = await byPassword(phrase, { back });
    expect([done.status, done.location]).toEqual([303, back]);
    const tokens = (cookie: string) => /kepil_s_test=([\w-]{43})/.exec(cookie)?.[1];
    expect(tokens(me.cookie())).not.toBe(tokens(before));
    const old = await attacker.send({
      method: 'GET',
      url: `${base}/me`,
      headers: { cookie: `kepil_s_test=${tokens(before)}` },
    });
    expect(old.statusCode).toBe(303);
    expect((await me.get(back)).body).toContain('name="confirm"');
    expect((await reasonsOf(attacker.sql, id)).at(-1)).toBe('proved-by-password');
  });

  it('is over after ten minutes, and asked for again', async () => {
    attacker.world.wait({ minutes: 9 });
    expect(await isFresh()).toBe(true);
    attacker.world.wait({ minutes: 2 });
    expect(await isFresh()).toBe(false);
  });

  it('does not lengthen the session', async () => {
    const { rows } = await attacker.sql.query('select expires_at from session where subject_id = $1', [id]);
    await byPassword(phrase);
    const after = await attacker.sql.query('select expires_at from session where subject_id = $1', [id]);
    expect(after.rows).toEqual(rows);
  });

  it('is given by a code that is sent to an address of one’s own', async () => {
    stale();
    const sent = await sendCode();
    expect(sent.status).toBe(200);
    expect(sent.body).not.toContain(aigul.email);
    const done = await give(hidden(sent.body, 'ticket'), await attacker.world.code());
    expect([done.status, done.location]).toEqual([303, `${base}/me`]);
    expect(await isFresh()).toBe(true);
    expect((await reasonsOf(attacker.sql, id)).at(-1)).toBe('proved-by-code');
  });

  it('is not given by a wrong password or code', async () => {
    stale();
    for (const password of ['', `${phrase} `, phrase.slice(1)]) {
      const reply = await byPassword(password);
      expect(reply.status).toBe(422);
      expect(reply.body).toContain('Пароль не подходит.');
      expect(reply.body).not.toContain(phrase.slice(1));
    }
    const sent = await sendCode();
    const code = await attacker.world.code();
    const wrong = await give(hidden(sent.body, 'ticket'), code === '000000' ? '000001' : '000000');
    expect(wrong.status).toBe(422);
    expect(await isFresh()).toBe(false);
  });

  it('is not given by a code that is old, used up, or guessed at five times', async () => {
    const old = await sendCode();
    const late = await attacker.world.code();
    attacker.world.wait({ minutes: 16 });
    expect((await give(hidden(old.body, 'ticket'), late)).status).toBe(422);
    const guessed = await sendCode();
    const code = await attacker.world.code();
    const guess = code === '000000' ? '000001' : '000000';
    for (let n = 0; n < 5; n++) expect((await give(hidden(guessed.body, 'ticket'), guess)).status).toBe(422);
    expect((await give(hidden(guessed.body, 'ticket'), code)).status).toBe(422);
    const sent = await sendCode();
    const form = [hidden(sent.body, 'ticket'), await attacker.world.code()] as const;
    expect((await give(...form)).status).toBe(303);
    stale();
    expect((await give(...form)).status).toBe(422);
    expect(await isFresh()).toBe(false);
  });

  it('is not given by a code of another session, of another person, or for signing in', async () => {
    const sent = await sendCode();
    const code = await attacker.world.code();
    const mine = hidden(sent.body, 'ticket');
    expect((await give(mine, code, stranger)).status).toBe(422);
    const beside = attacker.world.visitor();
    const entered = await beside.post(`${base}/sign-in`, {
      address: aigul.email as string,
      password: phrase,
    });
    expect(entered.status).toBe(303);
    stale();
    const again = await sendCode();
    const second = await attacker.world.code();
    expect((await give(hidden(again.body, 'ticket'), second, beside)).status).toBe(422);
    expect(await isFresh(beside)).toBe(false);
    const asked = await attacker.world.visitor().post(`${base}/sign-in`, { address: aigul.email as string });
    const forSignIn = await attacker.world.code();
    expect((await give(hidden(asked.body, 'ticket'), forSignIn)).status).toBe(422);
    expect(await isFresh()).toBe(false);
  });

  it('waits after the fifth wrong password, also with the right one', async () => {
    attacker.world.wait({ days: 1 });
    for (let n = 0; n < 5; n++) expect((await byPassword('не тот пароль совсем')).status).toBe(422);
    const late = await byPassword(phrase);
    expect(late.status).toBe(429);
    expect(Number(late.headers['retry-after'])).toBeGreaterThan(25);
    expect(await isFresh()).toBe(false);
    attacker.world.wait({ minutes: 1 });
    expect((await byPassword(phrase)).status).toBe(303);
  });

  it('leads to nowhere but the cabinet', async () => {
    for (const back of ['https://evil.example/', '//evil.example', '/console', `${base}/../../console`]) {
      expect((await me.get(proving(back))).body, back).not.toContain(`name="back" value="${back}"`);
      stale();
      expect((await byPassword(phrase, { back })).location, back).toBe(`${base}/me`);
    }
  });

  it('of a change of address is the person’s, and the code to the new one ends it', async () => {
    stale();
    await prove(attacker.world, me, `${base}/me/correct/email`);
    attacker.world.wait({ minutes: 6 });
    const value = 'aigul.new@example.kz';
    attacker.world.secrets.add(value);
    const begun = await me.post(`${base}/me/correct/email`, { value });
    expect(begun.status).toBe(200);
    const draft = hidden(begun.body, 'draft');
    const code = await attacker.world.code();
    attacker.world.wait({ minutes: 6 });
    expect(await isFresh()).toBe(false);
    const done = await me.post(`${base}/me/correct/email`, { draft, code });
    expect([done.status, done.location]).toEqual([303, `${base}/me`]);
  });

  it('lets the copy be taken and the account be deleted', async () => {
    stale();
    expect((await me.post(`${base}/me/delete`, { confirm: 'yes' })).location).toContain('/me/prove');
    await byPassword(phrase);
    expect(JSON.parse((await me.get(`${base}/me/export.json`)).body).format).toBe('kepil-export/1');
    const gone = await me.post(`${base}/me/delete`, { confirm: 'yes' });
    expect(gone.location).toMatch(new RegExp(`^${base}/act/`));
    await attacker.world.installation.tick();
    const { rows } = await attacker.sql.query(
      "select count(*)::int as n from segment where subject_id = $1 and access = 'credential'",
      [id],
    );
    const kept = await attacker.sql.query('select count(*)::int as n from session where subject_id = $1', [
      id,
    ]);
    expect([rows[0].n, kept.rows[0].n]).toEqual([0, 0]);
    expect(
      (
        await attacker.world.visitor().post(`${base}/sign-in`, {
          address: 'aigul.new@example.kz',
          password: phrase,
        })
      ).status,
    ).toBe(422);
  });

  it('leaves nothing readable, and the day ends well', async () => {
    await attacker.world.checkPledges();
  });
});
