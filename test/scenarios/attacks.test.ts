import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionTerms } from '../../src/system/index.ts';
import { Attacker, hidden } from './attacker.ts';
import { aigul, dauren } from './liar.ts';

type Registered = Awaited<ReturnType<Attacker['register']>>;

describe('a stranger', () => {
  let attacker: Attacker;
  let mine: Registered;
  let theirs: Registered;
  let base: string;
  beforeAll(async () => {
    attacker = await Attacker.open();
    base = attacker.world.base;
    mine = await attacker.register(aigul);
    theirs = await attacker.register(dauren);
  });
  afterAll(() => attacker?.close());
  const as = (cookie: string, url: string, method: 'GET' | 'POST' = 'GET') =>
    attacker.send({
      method,
      url,
      headers: {
        cookie,
        'sec-fetch-site': 'same-origin',
        ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(method === 'POST' && { payload: '' }),
    });

  it('finds nothing of another person by id: 404, as if it were not there', async () => {
    for (const id of [theirs.consent, randomUUID(), 'x', "' or 1=1 --", 'constructor']) {
      const at = `${base}/me/consents/${encodeURIComponent(id)}`;
      expect((await mine.visitor.get(at)).status, at).toBe(404);
      expect((await mine.visitor.get(`${at}/withdraw`)).status).toBe(404);
      expect((await mine.visitor.post(`${at}/withdraw`, { whole: 'yes' })).status).toBe(404);
      expect((await mine.visitor.get(`${base}/act/${encodeURIComponent(id)}?t=guess`)).status).toBe(404);
    }
    expect((await theirs.visitor.get(`${base}/me/consents/${theirs.consent}`)).status).toBe(200);
    const { rows } = await attacker.sql.query(
      'select count(*)::int as n from consent where withdrawn_at is not null',
    );
    expect(rows[0].n).toBe(0);
  });

  it('gets a clear answer to ids of no form, in the console too', async () => {
    const officer = await attacker.world.officer();
    for (const id of ['x', randomUUID(), '%00', 'null', 'a'.repeat(150)]) {
      for (const at of ['subjects', 'requests', 'outbox'])
        expect((await officer.get(`/console${base}/${at}/${id}`)).status, `${at}/${id}`).toBe(404);
    }
    expect((await officer.post(`/console${base}/keys`, { revoke: 'x' })).status).toBe(404);
    expect((await mine.visitor.get(`${base}/me/readers?after=x`)).status).toBe(400);
    expect((await officer.get(`/console${base}/subjects?after=x`)).status).toBe(400);
    expect((await mine.visitor.get(`${base}/me/correct/marital_status`)).status).toBe(404);
    for (const key of ['%00', '__proto__', 'Test', '_house', 'a'.repeat(150)])
      expect((await officer.get(`/s/${key}/privacy`)).status, key).toBe(404);
  });

  it('cannot use a session of one service at another, nor in the console, nor the reverse', async () => {
    const token = await attacker.session(mine.id);
    expect((await as(`kepil_s_test=${token}`, `${base}/me`)).statusCode).toBe(200);
    const { openService } = await import('../../src/system/index.ts');
    const { world } = attacker.world.installation;
    const { policy } = (await attacker.world.prove()).version;
    await openService(world, { key: 'other', policy });
    expect((await as(`kepil_s_other=${token}`, '/s/other/me')).headers.location).toBe('/s/other/sign-in');
    expect((await as(`kepil_staff=${token}`, '/console')).headers.location).toBe('/console/sign-in');
    const staff = await attacker.session(mine.id, 'staff');
    expect((await as(`kepil_s_test=${staff}`, `${base}/me`)).headers.location).toBe(`${base}/sign-in`);
    const reply = await as(`kepil_staff=${staff}`, '/console');
    expect([303, 401]).toContain(reply.statusCode);
  });

  it('cannot use a session that was ended, has lasted too long or was left alone', async () => {
    const { world } = attacker;
    const kept = await attacker.session(mine.id);
    const ended = await attacker.session(mine.id);
    const cookie = (token: string) => `kepil_s_test=${token}`;
    expect((await as(cookie(ended), `${base}/sign-out`, 'POST')).statusCode).toBe(303);
    expect((await as(cookie(ended), `${base}/me`)).statusCode).toBe(303);
    expect((await as(cookie(kept), `${base}/me`)).statusCode).toBe(200);
    const start = world.now;
    while (world.now < start + sessionTerms.subject.longest - 86_400_000) {
      world.wait({ days: 1 });
      expect((await as(cookie(kept), `${base}/me`)).statusCode).toBe(200);
    }
    const idle = await attacker.session(mine.id);
    world.wait({ days: 1, hours: 1 });
    expect((await as(cookie(kept), `${base}/me`)).statusCode).toBe(303);
    world.wait({ days: 6 });
    expect((await as(cookie(idle), `${base}/me`)).statusCode).toBe(303);
  });

  it('learns nothing from signing in with an address nobody has', async () => {
    const ask = async (address: string) =>
      attacker.form(`${base}/sign-in`, new URLSearchParams({ address }).toString());
    const bare = (body: string) => body.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID');
    const known = await ask(aigul.email as string);
    const unknown = await ask('aigul.zhakypov@example.kz');
    expect(unknown.statusCode).toBe(known.statusCode);
    expect(bare(unknown.body)).toBe(bare(known.body));
    const guess = (body: string, code: string) =>
      attacker.form(
        `${base}/sign-in`,
        new URLSearchParams({ ticket: hidden(body, 'ticket'), code }).toString(),
      );
    for (let n = 0; n < 7; n++) {
      const [one, other] = [await guess(known.body, 'x'), await guess(unknown.body, 'x')];
      expect(other.statusCode).toBe(one.statusCode);
      expect(bare(other.body)).toBe(bare(one.body));
    }
    const late = await ask(aigul.email as string);
    attacker.world.wait({ minutes: 11 });
    expect(bare((await guess(late.body, 'x')).body)).toBe(bare((await guess(unknown.body, 'x')).body));
  });

  it('cannot sign in with a code used up, of another ticket, or after five guesses', async () => {
    const { world } = attacker;
    const start = async (address: string) => {
      const reply = await attacker.form(`${base}/sign-in`, new URLSearchParams({ address }).toString());
      return { ticket: hidden(reply.body, 'ticket'), code: await world.code() };
    };
    const enter = (form: { ticket: string; code: string }) =>
      attacker.form(`${base}/sign-in`, new URLSearchParams(form).toString());
    const mineCode = await start(aigul.email as string);
    const theirCode = await start(dauren.email as string);
    expect((await enter({ ...theirCode, code: mineCode.code })).statusCode).toBe(422);
    expect((await enter(mineCode)).statusCode).toBe(303);
    expect((await enter(mineCode)).statusCode).toBe(422);
    const wrong = String((Number(theirCode.code) + 1) % 1_000_000).padStart(6, '0');
    for (let n = 0; n < 4; n++) expect((await enter({ ...theirCode, code: wrong })).statusCode).toBe(422);
    expect((await enter(theirCode)).statusCode).toBe(422);
    const late = await start(aigul.email as string);
    world.wait({ minutes: 10 });
    expect((await enter(late)).statusCode).toBe(422);
  });

  it('cannot confirm a registration by guessing, with the code of another, twice or late', async () => {
    const { world } = attacker;
    const begin = async (email: string) => {
      const phone = `+770155500${email.length}`;
      const reply = await world.fill(world.visitor(), { ...aigul, email, phone });
      expect(reply.status, reply.body).toBe(200);
      return { draft: hidden(reply.body, 'draft'), code: await world.code() };
    };
    const enter = (form: { draft: string; code: string }) =>
      attacker.form(`${base}/confirm`, new URLSearchParams(form).toString());
    const before = (await attacker.rows()).subject;
    const [one, two] = [await begin('one@example.kz'), await begin('two@example.kz')];
    expect((await enter({ ...one, code: two.code })).statusCode).toBe(422);
    for (let n = 0; n < 3; n++) expect((await enter({ ...one, code: '' })).statusCode).toBe(422);
    expect((await enter({ ...one, code: 'x' })).statusCode).toBe(410);
    expect((await enter(one)).statusCode).toBe(410);
    world.wait({ minutes: 10 });
    expect((await enter(two)).statusCode).toBe(410);
    const three = await begin('three@example.kz');
    expect((await enter(three)).statusCode).toBe(303);
    expect((await enter(three)).statusCode).toBe(410);
    expect((await attacker.rows()).subject).toBe((before ?? 0) + 1);
  });

  it('gets nothing with a key that is another service’s, revoked, expired or granted for less', async () => {
    const { world } = attacker;
    const grant = { purpose: 'support', category: 'email' };
    const key = await attacker.key(grant);
    const ask = { subject: mine.id, purpose: 'support', categories: ['email'] };
    expect((await attacker.read(key, ask)).json().values).toEqual({ email: aigul.email });
    expect((await attacker.read(key, { ...ask, subject: mine.id.toUpperCase() })).statusCode).toBe(200);
    expect((await attacker.read(key, ask, '/s/other')).statusCode).toBe(401);
    expect((await attacker.read(key, { ...ask, categories: ['email', 'phone'] })).statusCode).toBe(403);
    expect((await attacker.read(key, { ...ask, purpose: 'order_delivery' })).statusCode).toBe(403);
    expect((await attacker.read(key, { ...ask, subject: randomUUID() })).statusCode).toBe(403);
    for (const bearer of ['', 'x', key.slice(0, -1), `${key}A`, key.replace(/_[0-9a-f]{8}/, '_00000000')])
      expect((await attacker.read(bearer, ask)).statusCode).toBe(401);
    const officer = await world.officer();
    const id = /kepil_([0-9a-f-]{36})/.exec(key)?.[1] ?? '';
    expect((await officer.post(`/console${base}/keys`, { revoke: id })).status).toBe(303);
    const revoked = await attacker.read(key, ask);
    expect(revoked.statusCode).toBe(401);
    expect(revoked.headers['content-type']).toContain('application/problem+json');
    expect(revoked.headers['www-authenticate']).toBe('Bearer error="invalid_token"');
    expect(revoked.json().title).toContain('отозван');
    const short = await attacker.key({ ...grant, days: '1' });
    world.wait({ days: 1 });
    const late = await attacker.read(short, ask);
    expect(late.statusCode).toBe(401);
    expect(late.json().title).toContain('истёк');
    const unknown = await attacker.read(`${short.slice(0, -1)}A`, ask);
    expect(unknown.json().title).not.toMatch(/отозван|истёк/);
  });

  it('is told in the console what becomes of each key, and on what day it was last used', async () => {
    const { world } = attacker;
    const grant = { purpose: 'support', category: 'email' };
    const used = await attacker.key({ ...grant, days: '365' });
    await attacker.key({ ...grant, days: '14' });
    const ask = { subject: mine.id, purpose: 'support', categories: ['email'] };
    expect((await attacker.read(used, ask)).statusCode).toBe(200);
    const { body } = await (await world.officer()).get(`/console${base}/keys`);
    for (const state of ['active', 'soon', 'expired', 'revoked']) expect(body).toContain(`key-${state}`);
    const { rows } = await attacker.sql.query('select used_on::text as day from api_key order by key_id');
    const day = new Date(world.now).toLocaleDateString('sv-SE', { timeZone: 'Asia/Almaty' });
    expect(rows.map((row) => row.day).slice(-2)).toEqual([day, null]);
    for (const days of ['0', '366', '-1', '1.5', ''])
      expect(
        (await (await world.officer()).post(`/console${base}/keys`, { name: 'x', ...grant, days })).status,
      ).toBe(422);
  });

  it('cannot make a browser write from another site', async () => {
    const token = await attacker.session(mine.id);
    const cookie = `kepil_s_test=${token}`;
    const at = `${base}/me/delete`;
    for (const foreign of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': '', origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:80' },
    ]) {
      const reply = await attacker.form(at, 'confirm=yes', { cookie, ...foreign });
      expect(reply.statusCode, JSON.stringify(foreign)).toBe(403);
    }
    for (const origin of ['https://evil.example', 'null', 'http://localhost.evil.example']) {
      const type = { 'content-type': 'application/x-www-form-urlencoded' };
      const reply = await attacker.send({
        method: 'POST',
        url: at,
        headers: { ...type, cookie, origin },
        payload: 'confirm=yes',
      });
      expect(reply.statusCode, origin).toBe(403);
    }
    expect((await as(cookie, `${base}/me`)).statusCode).toBe(200);
  });
});
