import type { FastifyRequest } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allowances, type RouteKind } from '../../src/server/allowances.ts';
import { routes } from '../../src/server/index.ts';
import { Attacker } from '../scenarios/attacker.ts';
import { aigul } from '../scenarios/liar.ts';

describe('limits', () => {
  let attacker: Attacker;
  let base: string;
  let mine: Awaited<ReturnType<Attacker['register']>>;
  beforeAll(async () => {
    attacker = await Attacker.open('test', { limited: true });
    base = attacker.world.base;
    mine = await attacker.register(aigul);
  });
  afterAll(() => attacker?.close());

  const form = (url: string, payload: string, more: { cookie?: string; from?: string } = {}) => {
    const { from = '127.0.0.1', cookie = '' } = more;
    const type = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
    return attacker.send({ method: 'POST', url, headers: { ...type, cookie }, payload, remoteAddress: from });
  };
  const get = (url: string, from: string, headers: Record<string, string> = {}) =>
    attacker.send({ method: 'GET', url, headers, remoteAddress: from });

  /** Asks that often, twenty at a time. @returns the statuses, in order */
  const many = async (count: number, send: (n: number) => Promise<{ statusCode: number }>) => {
    const statuses: number[] = [];
    for (let n = 0; n < count; n += 20) {
      const batch = await Promise.all(Array.from({ length: 20 }, (_, k) => send(n + k)));
      statuses.push(...batch.map(({ statusCode }) => statusCode));
    }
    return statuses;
  };

  it('by address: so many pages a minute, then 429 with a sentence and the time to wait', async () => {
    const statuses = await many(620, () => get(base, '127.1.0.1'));
    expect(statuses.slice(0, 600)).toEqual(Array(600).fill(303));
    expect(statuses.at(-1)).toBe(429);
    const reply = await get(`${base}/sign-in`, '127.1.0.1');
    expect(reply.body).toContain('Слишком много запросов подряд.');
    expect(Number(reply.headers['retry-after'])).toBeGreaterThanOrEqual(1);
    const call = await get(`/api/v1${base}/form`, '127.1.0.1');
    expect([call.statusCode, call.json().code]).toEqual([429, 'ERR_TOO_MANY']);
    expect((await get('/nothing/here', '127.1.0.1')).statusCode).toBe(429);
    expect((await get(`${base}/sign-in`, '127.1.0.2')).statusCode).toBe(200);
    attacker.world.wait({ minutes: 1 });
    expect((await get(`${base}/sign-in`, '127.1.0.1')).statusCode).toBe(200);
  });

  it('by account: one who is signed in is one, from however many addresses', async () => {
    const cookie = `kepil_s_test=${await attacker.session(mine.id)}`;
    const statuses = [];
    for (let n = 0; n < 70; n++) {
      const from = `127.2.0.${n}`;
      statuses.push((await form(`${base}/me/requests`, 'kind=object&words=', { cookie, from })).statusCode);
    }
    expect(statuses.slice(0, 60)).toEqual(Array(60).fill(422));
    expect(statuses.at(-1)).toBe(429);
  });

  it('by account: a copy of everything is dear', async () => {
    const cookie = `kepil_s_test=${await attacker.session(mine.id)}`;
    const statuses = [];
    for (let n = 0; n < 12; n++)
      statuses.push((await get(`${base}/me/export.json`, `127.2.1.${n}`, { cookie })).statusCode);
    expect(statuses).toEqual([...Array(10).fill(200), 429, 429]);
  });

  it('by key: one key is one, from however many addresses', async () => {
    attacker.world.wait({ minutes: 5 });
    const key = await attacker.key({ purpose: 'support', category: 'email' });
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
    const payload = JSON.stringify({ subject: mine.id, purpose: 'support', categories: ['phone'] });
    const read = (remoteAddress: string) =>
      attacker.send({ method: 'POST', url: `/api/v1${base}/read`, headers, payload, remoteAddress });
    expect((await read('127.3.0.1')).statusCode).toBe(403);
    const { server } = attacker.world.installation;
    const id = /kepil_([0-9a-f-]{36})/.exec(key)?.[1] ?? '';
    const called = { client: { address: '127.3.0.2' }, routeOptions: { config: { kind: 'call' } } };
    const drain = () => {
      for (let n = 0; n < 700; n++) server.limitAccount(called as unknown as FastifyRequest, id);
    };
    expect(drain).toThrow('too-many');
    const over = await read('127.3.0.3');
    expect([over.statusCode, over.json().title]).toEqual([
      429,
      'С этим ключом пришло слишком много запросов подряд.',
    ]);
    expect(Number(over.headers['retry-after'])).toBeGreaterThanOrEqual(1);
  });

  it('bodies: each kind of route takes its own, and says so', async () => {
    const cookie = `kepil_s_test=${await attacker.session(mine.id)}`;
    for (const [url, kind] of [
      [`${base}/sign-in`, 'secret'],
      [`${base}/register`, 'registration'],
      [`${base}/me/requests`, 'form'],
    ] as const) {
      const most = allowances[kind].body;
      attacker.world.wait({ minutes: 1 });
      const reply = await form(url, `x=${'y'.repeat(most)}`, { cookie });
      expect(reply.statusCode, url).toBe(413);
      expect(reply.body).toContain(`не больше ${most / 1024} КБ`);
      expect((await form(url, `x=${'y'.repeat(most - 100)}`, { cookie })).statusCode, url).toBe(422);
    }
    const json = { 'content-type': 'application/json' };
    const payload = JSON.stringify({ subject: 'x'.repeat(20_000) });
    const url = `/api/v1${base}/read`;
    const call = await attacker.send({ method: 'POST', url, headers: json, payload });
    expect([call.statusCode, call.json().code]).toEqual([413, 'ERR_TOO_LARGE']);
  });

  it('addresses that are far too long are refused before their route', async () => {
    const reply = await get(`${base}/privacy?x=${'y'.repeat(2100)}`, '127.4.0.1');
    expect([reply.statusCode, reply.body.includes('Адрес запроса слишком длинный')]).toEqual([414, true]);
    expect((await get(`${base}/privacy?x=${'y'.repeat(1900)}`, '127.4.0.1')).statusCode).toBe(200);
  });

  it('every row that takes a secret or makes us send something bears less than a form', () => {
    const writes = routes.filter(({ method }) => method === 'POST');
    const kindOf = (url: string): RouteKind => writes.find((route) => route.url === url)?.kind ?? 'form';
    const guessable = writes
      .map(({ url }) => url)
      .filter((url) => /(confirm|sign-in|register|set-up|correct|password|factor|code)/.test(url));
    expect(guessable.length).toBeGreaterThan(5);
    const lax = guessable.filter((url) => allowances[kindOf(url)].perAddress > allowances.secret.perAddress);
    expect(lax).toEqual([]);
  });
});
