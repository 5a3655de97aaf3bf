import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Bug } from '../../src/base/index.ts';
import { readForKey, sessionOf, worldOfSession } from '../../src/system/index.ts';
import { Attacker } from './attacker.ts';
import { aigul } from './liar.ts';

describe('a session', () => {
  let attacker: Attacker;
  let mine: Awaited<ReturnType<Attacker['register']>>;
  let base: string;
  beforeAll(async () => {
    attacker = await Attacker.open();
    base = attacker.world.base;
    mine = await attacker.register(aigul);
  });
  afterAll(() => attacker?.close());

  const world = () => attacker.world.installation.world;
  const get = (url: string, cookie: string) => attacker.send({ method: 'GET', url, headers: { cookie } });

  it('that ends while a page is asked for leads to the sign-in page and back', async () => {
    const asked = `${base}/me/consents`;
    const reply = await get(asked, '');
    expect(reply.headers.location).toBe(`${base}/sign-in?back=${encodeURIComponent(asked)}`);
    const page = await get(reply.headers.location as string, '');
    expect(page.body).toContain(`name="back" value="${asked}"`);
    const visitor = attacker.world.visitor();
    const sent = await visitor.post(`${base}/sign-in`, { address: aigul.email as string, back: asked });
    const ticket = /name="ticket"[^>]*value="([^"]*)"/.exec(sent.body)?.[1] ?? '';
    const code = await attacker.world.code();
    const done = await visitor.post(`${base}/sign-in`, { ticket, code, back: asked });
    expect(done.location).toBe(asked);
  });

  it('leads back to nowhere but the cabinet, whatever the form says', async () => {
    for (const back of [
      '//evil.example/',
      'https://evil.example',
      `${base}/../../console`,
      '/console',
      `${base}`,
    ]) {
      const page = await get(`${base}/sign-in?back=${encodeURIComponent(back)}`, '');
      // The one that is there is the switcher of languages, which keeps the page.
      expect(page.body.match(/name="back"/g), back).toHaveLength(1);
    }
  });

  it('left alone too long says so, and a form sent with it changes nothing', async () => {
    const officer = await attacker.world.officer();
    attacker.world.wait({ minutes: 31 });
    const before = await attacker.rows();
    const key = { name: 'Склад', purpose: 'support', category: 'email', days: '30' };
    const reply = await officer.post(`/console${base}/keys`, key);
    expect(reply.status).toBe(401);
    expect(reply.body).toContain('30 минут без действий');
    expect(reply.body).toContain(`name="back" value="/console${base}/keys"`);
    expect((await attacker.rows())['api_key']).toBe(before['api_key']);
    expect((await officer.get('/console')).location).toBe('/console/sign-in');
  });

  it('ended elsewhere says so once', async () => {
    const token = await attacker.session(mine.id);
    const cookie = `kepil_s_test=${token}`;
    await attacker.form(`${base}/sign-out`, '', { cookie });
    const reply = await get(`${base}/me`, cookie);
    expect(reply.statusCode).toBe(303);
    const set = [reply.headers['set-cookie']].flat().join('\n');
    expect(set).toMatch(/kepil_s_test=;/);
    expect(set).toContain('kepil_flash=');
  });

  it('ends between the look-up and the effect: the effect does not happen', async () => {
    const token = await attacker.session(mine.id);
    const session = await sessionOf(world(), { token, role: 'subject' });
    if (!session) throw new Error('no session');
    const mineWorld = worldOfSession(world(), session, 'share');
    expect(await mineWorld.store.transaction(async () => 'done')).toBe('done');
    await world().store.transaction((tx) => tx.sessions.remove(session.digest));
    await expect(mineWorld.store.transaction(async () => 'done')).rejects.toMatchObject({
      code: 'ERR_NOT_SIGNED_IN',
    });
  });

  it('gives no snapshot, which could not hold it', async () => {
    const token = await attacker.session(mine.id);
    const session = await sessionOf(world(), { token, role: 'subject' });
    if (!session) throw new Error('no session');
    const { store } = worldOfSession(world(), session, 'share');
    await expect(store.snapshot(async () => 'done')).rejects.toThrow(Bug);
  });

  it('cannot be ended between the check and the end of an effect', async () => {
    const token = await attacker.session(mine.id);
    const session = await sessionOf(world(), { token, role: 'subject' });
    if (!session) throw new Error('no session');
    const order: string[] = [];
    let ending: Promise<unknown> = Promise.resolve();
    await worldOfSession(world(), session, 'share').store.transaction(async (tx) => {
      ending = world()
        .store.transaction((other) => other.sessions.remove(session.digest))
        .then(() => order.push('ended'));
      await tx.services.list();
      await attacker.sql.query('select 1');
      order.push('done');
    });
    await ending;
    expect(order).toEqual(['done', 'ended']);
  });
});

describe('an API key', () => {
  let attacker: Attacker;
  let mine: Awaited<ReturnType<Attacker['register']>>;
  beforeAll(async () => {
    attacker = await Attacker.open();
    mine = await attacker.register(aigul);
  });
  afterAll(() => attacker?.close());

  it('revoked between the look-up and the effect reads nothing and leaves no entry', async () => {
    const key = await attacker.key({ purpose: 'support', category: 'email' });
    const { world } = attacker.world.installation;
    const id = /kepil_([0-9a-f-]{36})/.exec(key)?.[1] ?? '';
    const row = await world.store.transaction((tx) => tx.apiKeys.byId(id));
    if (!row) throw new Error('no key');
    const ask = {
      service: attacker.world.service,
      subject: mine.id,
      categories: ['email'],
      purpose: 'support',
    };
    expect((await readForKey(world, row, ask)).values).toEqual({ email: aigul.email });
    await world.store.transaction((tx) => tx.apiKeys.revoke(row.service, row.id, world.now()));
    const pending = () => attacker.sql.query('select count(*)::int as n from entry_pending');
    await attacker.world.installation.tick();
    await expect(readForKey(world, row, ask)).rejects.toMatchObject({ reason: 'key-revoked' });
    expect((await pending()).rows[0].n).toBe(0);
  });
});
