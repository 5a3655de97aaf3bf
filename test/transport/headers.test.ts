import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../src/server/index.ts';
import { Attacker } from '../scenarios/attacker.ts';
import { aigul } from '../scenarios/liar.ts';

type Headers = Readonly<Record<string, unknown>>;

const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
];

const knownTypes = [
  'text/(html|plain|css); charset=utf-8',
  'application/((?:ld\\+)?json|javascript); charset=utf-8',
  'application/problem\\+json',
  'application/octet-stream',
  'font/woff2',
  'image/svg\\+xml',
];

/** What the policy of a page would block, so that a page must not have it. */
const inlineThings = [
  '<style',
  '\\sstyle=',
  '\\son[a-z]+=',
  'javascript:',
  '<script(?![^>]*\\ssrc=)(?![^>]*type="application/json")[^>]*>',
  '<base',
  '<meta http-equiv',
];

/** Fails unless an answer carries what each of its type must carry. */
function expectGuarded(headers: Headers, what: string, immutable = false): void {
  const shown = Object.fromEntries(
    Object.entries(headers).filter(([name]) =>
      /policy|options|^origin-agent|^cache|server|powered/.test(name),
    ),
  );
  const page = String(headers['content-type']).startsWith('text/html');
  expect(shown, what).toEqual({
    'content-security-policy': page
      ? pagePolicy.join('; ')
      : "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox",
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'permissions-policy': expect.stringMatching(/camera=\(\).*geolocation=\(\).*microphone=\(\)/),
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'no-store',
  });
  if (headers['content-type'] !== undefined)
    expect(String(headers['content-type']), what).toMatch(new RegExp(`^(${knownTypes.join('|')})`));
}

describe('every answer says what browsers may do with it', () => {
  let attacker: Attacker;
  let base: string;
  const cookies: Record<string, string> = {};
  let params: Record<string, string>;
  beforeAll(async () => {
    attacker = await Attacker.open();
    base = attacker.world.base;
    const mine = await attacker.register(aigul);
    await attacker.world.installation.tick();
    const officer = await attacker.world.officer();
    cookies['a guest'] = '';
    cookies['a subject'] = `kepil_s_test=${await attacker.session(mine.id)}`;
    cookies['staff'] = officer.cookie();
    params = {
      key: 'test',
      id: mine.consent,
      category: 'full_name',
      draft: mine.consent,
      entry: mine.consent,
    };
  });
  afterAll(() => attacker?.close());

  /** Every route of the server, as the framework's tree of pieces of addresses has them. */
  const listed = () => {
    const pieces: string[] = [];
    const tree = attacker.world.installation.server.printRoutes();
    return tree.split('\n').flatMap((line) => {
      const [, indent = '', piece = '', methods = ''] =
        /^(.*?)[└├]── (\S*)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? [];
      pieces.splice(indent.length / 4, Infinity, piece);
      const url = pieces.join('');
      return methods === '' ? [] : methods.split(', ').map((method) => ({ url, method }));
    });
  };
  const filled = (url: string) =>
    url.replaceAll(/:(\w+)/g, (_, name) => params[name] ?? 'x').replace('*', 'checkpoint');

  it('lists every page among its routes', () => {
    const all = listed().map(({ url, method }) => `${method} ${url}`);
    expect(all.length).toBeGreaterThan(routes.length);
    for (const { url, method } of routes)
      expect(all.filter((row) => row === `${method} ${url}`)).toHaveLength(1);
  });

  it.each(['a guest', 'a subject', 'staff'])('on every route, for %s', async (who) => {
    const types = new Set<string>();
    for (const { url, method } of listed()) {
      const known = routes.some((route) => route.url === url && route.method === method);
      // Methods an address lacks are the same for everybody; signing out would end the session of the others.
      if (who !== 'a guest' && (!known || url.endsWith('/sign-out'))) continue;
      const headers = { cookie: cookies[who] ?? '', 'sec-fetch-site': 'same-origin' };
      const reply = await attacker.send({ method: method as 'GET', url: filled(url), headers });
      expectGuarded(reply.headers, `${method} ${url}: ${reply.statusCode}`);
      types.add(`${String(reply.headers['content-type']).split(';')[0]} ${reply.statusCode}`);
    }
    expect([...types]).toContain('text/html 200');
    const others = ['application/json 200', 'text/plain 200', 'text/html 405'];
    expect([...types].filter((type) => others.includes(type))).toHaveLength(
      who === 'a guest' ? 3 : who === 'staff' ? 0 : 1,
    );
  });

  it('on files of ours, which may be kept for ever', async () => {
    const folder = join(import.meta.dirname, '..', '..', 'web', 'dist', 'client');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) =>
      file.isFile(),
    );
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      const path = join(file.parentPath, file.name).slice(folder.length);
      const reply = await attacker.send({ method: 'GET', url: `/assets${path}` });
      expect(reply.statusCode, path).toBe(200);
      expectGuarded(reply.headers, path, true);
    }
  });

  it('on errors of every kind', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const own = { ...form, 'sec-fetch-site': 'same-origin' };
    const at = `${base}/sign-in`;
    const asked: readonly (readonly [number, Promise<LightMyRequestResponse>])[] = [
      [404, attacker.send({ method: 'GET', url: '/nothing' })],
      [404, attacker.send({ method: 'GET', url: '/assets/nothing.js' })],
      [404, attacker.send({ method: 'GET', url: '/api/v1/nothing' })],
      [400, attacker.send({ method: 'GET', url: '/s/%E0%A4%A/privacy' })],
      [403, attacker.send({ method: 'POST', url: at, headers: { ...form, 'sec-fetch-site': 'cross-site' } })],
      [413, attacker.send({ method: 'POST', url: at, headers: own, payload: 'x'.repeat(20_000) })],
      [414, attacker.send({ method: 'GET', url: `/?${'x'.repeat(3000)}` })],
      [
        415,
        attacker.send({ method: 'POST', url: at, headers: { ...own, 'content-type': 'a/b' }, payload: 'x' }),
      ],
      [421, attacker.send({ method: 'GET', url: '/', headers: { host: 'evil.example' } })],
      [400, attacker.send({ method: 'GET', url: '/?a=1&a=2' })],
    ];
    for (const [status, reply] of asked) {
      const { statusCode, headers } = await reply;
      expect(statusCode).toBe(status);
      expectGuarded(headers, String(status));
    }
  });

  it('on bytes that are no request', async () => {
    const port = Number(new URL(await attacker.world.installation.listen(0)).port);
    const text = await new Promise<string>((resolve) => {
      let said = '';
      const socket = connect(port, '127.0.0.1', () => socket.write('hello\r\n\r\n'));
      socket.on('data', (part) => {
        said += part.toString('latin1');
      });
      socket.on('close', () => resolve(said));
    });
    const lines = text.split('\r\n\r\n')[0]?.split('\r\n').slice(1) ?? [];
    expectGuarded(Object.fromEntries(lines.map((line) => line.split(': '))), text);
  });

  it('nothing of a page is inline: no style, no script, no handler', async () => {
    for (const { url, method } of listed().filter((row) => row.method === 'GET')) {
      for (const cookie of Object.values(cookies)) {
        const reply = await attacker.send({ method: method as 'GET', url: filled(url), headers: { cookie } });
        if (!String(reply.headers['content-type']).startsWith('text/html')) continue;
        const inline = reply.body.match(new RegExp(inlineThings.join('|'), 'gi'));
        expect(inline, url).toBeNull();
      }
    }
  });
});
