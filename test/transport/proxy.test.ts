import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reachingOf } from '../../src/cli/reaching.ts';
import { makeCertificate } from '../certificate.ts';
import { openProxy, type ProxyOptions } from '../proxy.ts';
import { hidden } from '../scenarios/attacker.ts';
import { aigul, exampleText, putInForce } from '../scenarios/liar.ts';
import { openWorld, type TestWorld } from '../world.ts';
import { type Asked, ask, formOf } from './ask.ts';

const name = 'kepil.example';
const origin = `https://${name}`;

/** Where the proxies of these tests connect from, so that this machine's own visitors stay told apart. */
const proxyAddress = '127.0.0.2';

describe('behind a named proxy', () => {
  const made = makeCertificate([name]);
  let world: TestWorld;
  let behind: number;
  let proxy: Awaited<ReturnType<typeof openProxy>>;
  /** Who the proxy says its visitor is. */
  let visitor = '203.0.113.9';
  let proto = 'https';
  beforeAll(async () => {
    const reaching = reachingOf({ origin, proxy: proxyAddress });
    world = await openWorld(exampleText(), { reaching, limited: true });
    behind = Number(await world.installation.listen(0).then(() => portOf(world)));
    proxy = await open({
      headers: () => ({ 'x-forwarded-for': visitor, 'x-forwarded-proto': proto }),
    });
  });
  afterAll(async () => {
    await proxy?.close();
    await world?.close();
  });

  const open = (options: Partial<ProxyOptions> = {}) =>
    openProxy({ certificate: made, to: behind, from: proxyAddress, ...options });
  const over = (path: string, more: Partial<Asked> = {}) =>
    ask({ port: proxy.port, path, host: name, servername: name, ca: made.cert, ...more });
  const direct = (path: string, more: Partial<Asked> = {}) => ask({ port: behind, path, ...more });

  it('shows a draft to nobody from elsewhere, and on this machine as before', async () => {
    const { base } = world;
    for (const path of ['/', '/privacy', '/register', '/sign-in', '/me', '/log', '/log/checkpoint']) {
      const reply = await over(base + path);
      expect([path, reply.status]).toEqual([path, 403]);
      expect(reply.body).toContain('Этот сервис ещё не открыт: его политика — черновик.');
    }
    for (const path of [`/api/v1${base}/form`, `/api/v1${base}/proof/${crypto.randomUUID()}`])
      expect((await over(path)).status, path).toBe(403);
    expect((await over('/api/v1/services')).body).toBe('[]');
    expect((await over('/')).body).not.toContain(base);
    expect((await over('/console/sign-in')).status).toBe(200);
    expect((await direct(`${base}/privacy`)).status).toBe(200);
    expect((await direct('/')).body).toContain(base);
    // The proxy itself, on this machine, on behalf of somebody from elsewhere, or of nobody it names.
    visitor = '127.0.0.1';
    expect((await over(`${base}/privacy`)).status).toBe(200);
    visitor = 'unknown';
    expect((await over(`${base}/privacy`)).status).toBe(403);
    visitor = '203.0.113.9';
  });

  it('shows it once it is in force, with secure cookies and its public name in links', async () => {
    const { base } = world;
    await putInForce(world);
    const page = await over(`${base}/register`);
    expect(page.status).toBe(200);
    expect(page.headers['strict-transport-security']).toContain('max-age=');
    const fields = Object.fromEntries(Object.entries(aigul).map(([key, value]) => [`f.${key}`, value]));
    const form = formOf({ ...fields, consent: 'yes', policy: hidden(page.body, 'policy') });
    const waiting = await over(`${base}/register`, form);
    const code = formOf({ draft: hidden(waiting.body, 'draft'), code: await world.code() });
    const done = await over(`${base}/confirm`, code);
    expect(done.headers['set-cookie']?.[0]).toMatch(
      /^__Host-kepil_s_test=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(world.installation.world.origin()).toBe(origin);
    expect((await direct('/')).headers['strict-transport-security']).toBeUndefined();
  });

  it('counts each visitor apart, and no header of theirs makes them another', async () => {
    const { base } = world;
    const enter = (headers: Record<string, string> = {}) => {
      const form = formOf({ ticket: crypto.randomUUID(), code: '123456' });
      return over(`${base}/sign-in`, { ...form, headers: { ...form.headers, ...headers } });
    };
    const statuses = [];
    for (let n = 0; n < 33; n++)
      statuses.push((await enter({ 'x-forwarded-for': `198.51.100.${n}`, 'x-real-ip': `::${n}` })).status);
    expect(statuses.slice(0, 29)).toEqual(Array(29).fill(422));
    expect(statuses.slice(31)).toEqual([429, 429]);
    visitor = '203.0.113.10';
    expect((await enter()).status).toBe(422);
    visitor = '203.0.113.9';
    const late = await enter();
    expect(late.status).toBe(429);
    expect(Number(late.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('sends a page that came in the clear to TLS, and refuses what carries data', async () => {
    proto = 'http';
    const read = await over(`${world.base}/privacy?x=1`);
    expect([read.status, read.headers.location]).toEqual([308, `${origin}${world.base}/privacy?x=1`]);
    const write = await over(`${world.base}/sign-in`, formOf({ address: 'a@example.kz' }));
    expect([write.status, write.body.includes('Соединение не защищено')]).toEqual([403, true]);
    expect((await over('/api/v1/services')).status).toBe(403);
    proto = 'https';
  });

  it('takes the whole of what the proxy says: a Forwarded header that differs is refused', async () => {
    const differing = { forwarded: 'for=127.0.0.1;proto=https' };
    const reply = await over('/', { headers: differing });
    expect([reply.status, reply.body.includes('называют разных посетителей')]).toEqual([400, true]);
    expect((await over('/', { headers: { forwarded: `for=${visitor};proto=https` } })).status).toBe(200);
  });

  it('refuses names that are not its own, whatever X-Forwarded-Host says', async () => {
    expect((await over('/', { host: 'evil.example' })).status).toBe(421);
    const hinted = await over('/', { headers: { 'x-forwarded-host': 'evil.example' } });
    expect([hinted.status, hinted.body.includes('evil.example')]).toEqual([200, false]);
  });

  it('does not serve a proxy that was not named', async () => {
    const unnamed = await open({ from: '127.0.0.3', headers: () => ({ 'x-forwarded-for': '127.0.0.1' }) });
    const reply = await ask({
      port: unnamed.port,
      path: '/',
      host: 'localhost',
      servername: name,
      ca: made.cert,
    });
    expect([reply.status, reply.body.includes('назовите прокси')]).toEqual([403, true]);
    await unnamed.close();
  });

  it('takes a write only from its own pages, by the public origin', async () => {
    const post = (headers: Record<string, string>) => {
      const { body, method } = formOf({ address: 'nobody@example.kz' });
      const type = { 'content-type': 'application/x-www-form-urlencoded' };
      return over(`${world.base}/sign-in`, { body, method, headers: { ...type, ...headers } });
    };
    visitor = '203.0.113.11';
    expect((await post({ origin })).status).toBe(200);
    for (const foreign of [`http://${name}`, 'https://evil.example', 'null', `https://${name}.evil.example`])
      expect((await post({ origin: foreign })).status, foreign).toBe(403);
    expect((await post({ cookie: '__Host-kepil_s_test=x' })).status).toBe(403);
    expect((await post({})).status).toBe(200);
    expect((await post({ 'sec-fetch-site': 'same-site', origin })).status).toBe(403);
    visitor = '203.0.113.9';
  });
});

function portOf(world: TestWorld): number {
  const at = world.installation.server.server.address();
  return typeof at === 'object' && at ? at.port : 0;
}
