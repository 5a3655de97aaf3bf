import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Attacker } from './attacker.ts';
import { aigul, dauren, putInForce } from './liar.ts';
import { silent, Watched, withPages } from './watched.ts';

describe('visits are shown', () => {
  let watched: Watched;
  let one: Awaited<ReturnType<Attacker['register']>>;
  let other: Awaited<ReturnType<Attacker['register']>>;
  let base: string;
  let desk: string;
  beforeAll(async () => {
    watched = await Watched.open(withPages);
    await putInForce(watched.world);
    base = watched.world.base;
    desk = `/console${base}`;
    one = await watched.attacker.register(aigul);
    other = await watched.attacker.register(dauren);
    await watched.visit('/privacy', { cookie: await watched.cookie(one.id) });
    await watched.visit('/privacy', { cookie: await watched.cookie(other.id), from: '198.51.100.5' });
    for (let n = 0; n < 6; n++) await watched.visit('/sign-in', { from: '192.0.2.1' });
    await watched.world.installation.tick();
  });
  afterAll(() => watched?.close());
  const entriesAbout = async (id: string) => {
    await watched.world.installation.tick();
    const { rows } = await watched.attacker.sql.query(
      'select leaf from entry_link join log_leaf using (service_id, entry_id) where subject_id = $1',
      [id],
    );
    return rows.map(({ leaf }) => JSON.parse(leaf.toString('utf8')));
  };

  it('to the person alone, with the term, and in the copy of everything', async () => {
    const page = await one.visitor.get(`${base}/me/visits`);
    expect(page.status).toBe(200);
    expect(page.body).toContain('203.0.113.77');
    expect(page.body).toContain('Firefox 128, Linux');
    expect(page.body).toContain('<code>/privacy</code>');
    expect(page.body).toContain('90 дней: так говорит политика');
    expect(page.body).not.toMatch(/198\.51\.100|192\.0\.2/);
    expect((await one.visitor.get(`${base}/me`)).body).toContain(`${base}/me/visits`);
    const copy = (await one.visitor.get(`${base}/me/export.json`)).json() as { visits: object[] };
    const whole = { address: '203.0.113.77', client: 'Firefox 128, Linux', page: '/privacy' };
    expect(copy.visits).toContainEqual(expect.objectContaining(whole));
    expect((await one.visitor.get(`${base}/me/print`)).body).toContain('203.0.113.77');
  });

  it('page by page, each once', async () => {
    for (let n = 0; n < 55; n++) {
      await watched.visit('/privacy', { cookie: await watched.cookie(other.id), from: '198.51.100.5' });
      await watched.world.installation.tick();
    }
    const first = await other.visitor.get(`${base}/me/visits`);
    const rows = (body: string) => body.match(/198\.51\.100\.5/g)?.length ?? 0;
    const next = /href="(\?after=[0-9a-f-]{36})"/.exec(first.body)?.[1] ?? '';
    const second = await other.visitor.get(`${base}/me/visits${next}`);
    expect(rows(first.body) + rows(second.body)).toBe(56);
    expect((await other.visitor.get(`${base}/me/visits?after=x`)).status).toBe(400);
  });

  it('to the officer for an open request of that person only, and every look is an entry', async () => {
    const officer = await watched.world.officer();
    const at = `${desk}/subjects/${one.id}`;
    expect((await officer.get(at)).body).toContain('нужно открытое обращение этого человека');
    const refused = await officer.post(`${at}/visits`, { visitsMatter: '' });
    expect(refused.status).toBe(403);
    const form = { kind: 'object', words: 'Кто заходил в мой кабинет ночью?' };
    for (const { visitor } of [one, other])
      expect((await visitor.post(`${base}/me/requests`, form)).status).toBe(303);
    const { rows } = await watched.attacker.sql.query(
      "select request_id as id, subject_id as subject from request where state = 'open'",
    );
    const matterOf = (id: string) => rows.find(({ subject }) => subject === id).id as string;
    const strange = await officer.post(`${at}/visits`, { visitsMatter: matterOf(other.id) });
    expect(strange.status).toBe(403);
    for (const { body } of [refused, strange]) expect(body).not.toContain('203.0.113.77');
    const read = await officer.post(`${at}/visits`, { visitsMatter: matterOf(one.id) });
    expect(read.status, read.body).toBe(200);
    expect(read.body).toContain('203.0.113.77');
    expect(read.body).not.toContain('198.51.100.5');
    const about = (await entriesAbout(one.id)).filter(({ purpose }) => purpose === 'security');
    expect(about.map(({ kind }) => kind)).toEqual(['refusal', 'refusal', 'read']);
    expect(about[2]).toMatchObject({ actor: { role: 'officer' }, matter: matterOf(one.id) });
  });

  it('to no other role, and to nobody by way of the usual read', async () => {
    const support = await watched.world.staff('Сауле Поддержкина', [`${watched.world.service.key}:support`]);
    const at = `${desk}/subjects/${one.id}`;
    expect((await support.visitor.post(`${at}/visits`, { visitsMatter: one.id })).status).toBe(403);
    const officer = await watched.world.officer();
    const usual = { purpose: 'security_fraud', category: 'ip_address', matter: one.id };
    expect((await officer.post(at, usual)).body).not.toContain('203.0.113.77');
  });

  it('as figures by day and page, the small ones only as small', async () => {
    const analyst = await watched.world.staff('Ерлан Счётов', [`${watched.world.service.key}:analyst`]);
    const { status, body } = await analyst.visitor.get(`${desk}/visits`);
    expect(status).toBe(200);
    expect(body).toContain('<code>/privacy</code>');
    expect(body).toContain('меньше 5');
    expect(body).not.toMatch(/203\.0|198\.51|192\.0|Firefox|[0-9a-f]{8}-[0-9a-f]{4}/);
    const support = await watched.world.staff('Айбек Помогаев', [`${watched.world.service.key}:support`]);
    expect((await support.visitor.get(`${desk}/visits`)).status).toBe(403);
  });

  it('with a term that the officer shortens within the policy, for the days already kept too', async () => {
    const officer = await watched.world.officer();
    const set = (visitDays: string) => officer.post(`${desk}/settings/visits`, { visitDays });
    const end = async () => {
      const { rows } = await watched.attacker.sql.query('select ends_on - day as n from visit_day');
      return rows.map(({ n }) => n);
    };
    for (const wrong of ['0', '91', '-1', '1.5', 'неделя', '1e1']) {
      const reply = await set(wrong);
      expect([wrong, reply.status]).toEqual([wrong, 422]);
      expect(reply.body).toContain('целое число дней от 1 до 90');
    }
    expect(await end()).toEqual([90]);
    expect((await set('14')).status).toBe(303);
    expect(await end()).toEqual([14]);
    expect((await officer.get(`${desk}/settings`)).body).toContain('14 дней: так решило ответственное лицо');
    expect((await set('')).status).toBe(303);
    expect(await end()).toEqual([14]);
    expect((await officer.get(`${desk}/settings`)).body).toContain('90 дней: так говорит политика');
  });

  it('until the person destroys them: at once, counted, with an entry', async () => {
    const before = (await watched.recorded(one.id)).length;
    expect(before).toBeGreaterThan(0);
    const cleared = await one.visitor.post(`${base}/me/visits`, {});
    expect(cleared.status).toBe(303);
    const page = await one.visitor.get(`${base}/me/visits`);
    expect(page.body).toContain(`Уничтожено ${before}`);
    expect(page.body).not.toContain('203.0.113.77');
    const entries = await entriesAbout(one.id);
    const because = entries.flatMap((entry) => entry.because ?? []);
    expect(because).toContain('visits-cleared');
  });
});

describe('where the policy declares nothing of visits', () => {
  it('the pages say so and offer nothing', async () => {
    const watched = await Watched.open(silent);
    await putInForce(watched.world);
    const { visitor } = await watched.attacker.register(aigul);
    const { base } = watched.world;
    expect((await visitor.get(`${base}/me/visits`)).body).toContain(
      'Политика не объявляет данных о посещениях',
    );
    expect((await visitor.get(`${base}/me`)).body).not.toContain(`${base}/me/visits`);
    const officer = await watched.world.officer();
    expect((await officer.get(`/console${base}/settings`)).body).not.toContain('visitDays');
    expect((await officer.get(`/console${base}/visits`)).status).toBe(200);
    await watched.close();
  });
});
