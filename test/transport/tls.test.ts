import { writeFileSync } from 'node:fs';
import { type ConnectionOptions, connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reachingOf } from '../../src/cli/reaching.ts';
import { makeCertificate } from '../certificate.ts';
import { freePort } from '../free-port.ts';
import { hidden } from '../scenarios/attacker.ts';
import { aigul, exampleText } from '../scenarios/liar.ts';
import { openWorld, type TestWorld } from '../world.ts';
import { type Answered, type Asked, ask, formOf, writeCertificate } from './ask.ts';

const name = 'kepil.example';

describe('TLS of our own', () => {
  const made = makeCertificate([name, 'localhost']);
  const files = writeCertificate(made);
  let world: TestWorld;
  let port: number;
  let httpPort: number;
  beforeAll(async () => {
    [port, httpPort] = [await freePort(), await freePort()];
    const reaching = reachingOf({
      origin: `https://${name}:${port}`,
      tlsCert: files.cert,
      tlsKey: files.key,
      httpPort,
    });
    world = await openWorld(exampleText(), { reaching });
    await world.installation.listen(port);
  });
  afterAll(() => world?.close());

  const over = (path: string, more: Partial<Asked> = {}) =>
    ask({ port, path, host: `${name}:${port}`, servername: name, ca: made.cert, ...more });
  const plain = (path: string, more: Partial<Asked> = {}) => ask({ port: httpPort, path, ...more });

  /** The protocol two sides agree on, or the error's code. */
  const handshake = (options: ConnectionOptions) =>
    new Promise<string>((resolve) => {
      const socket = connect({ port, host: '127.0.0.1', servername: name, ca: made.cert, ...options });
      socket.on('secureConnect', () => {
        resolve(`${socket.getProtocol()} ${socket.getCipher().name}`);
        socket.destroy();
      });
      socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    });

  it('speaks TLS 1.3 and 1.2, each with authenticated encryption and forward secrecy', async () => {
    expect(await handshake({ minVersion: 'TLSv1.3' })).toBe('TLSv1.3 TLS_AES_256_GCM_SHA384');
    expect(await handshake({ maxVersion: 'TLSv1.2' })).toMatch(/^TLSv1\.2 ECDHE-.*(GCM|POLY1305)/);
  });

  it.each(['TLSv1.1', 'TLSv1'] as const)('refuses %s', async (version) => {
    const offered = { minVersion: version, maxVersion: version, ciphers: 'DEFAULT@SECLEVEL=0' };
    expect(await handshake(offered)).toBe('ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION');
  });

  it.each(['ECDHE-ECDSA-AES128-SHA', 'ECDHE-ECDSA-AES256-SHA384', 'AES128-GCM-SHA256'])(
    'refuses the cipher %s',
    async (ciphers) => {
      const answer = await handshake({ maxVersion: 'TLSv1.2', ciphers });
      expect(answer).toBe('ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE');
    },
  );

  it('tells browsers to keep to TLS for two years, for its own name alone', async () => {
    const hsts = ({ headers }: Answered) => headers['strict-transport-security'];
    expect(hsts(await over('/'))).toBe('max-age=63072000; includeSubDomains');
    expect(hsts(await over('/nothing-here'))).toBe('max-age=63072000; includeSubDomains');
    expect(hsts(await over('/', { host: `localhost:${port}` }))).toBeUndefined();
    expect(hsts(await plain('/'))).toBeUndefined();
  });

  it('gives cookies that only this host may set and that never travel in the clear', async () => {
    const base = world.base;
    const started = await over(`${base}/register`);
    expect(started.status).toBe(200);
    const policy = hidden(started.body, 'policy');
    const fields = Object.fromEntries(Object.entries(aigul).map(([key, value]) => [`f.${key}`, value]));
    const waiting = await over(`${base}/register`, formOf({ ...fields, consent: 'yes', policy }));
    const draft = hidden(waiting.body, 'draft');
    const done = await over(`${base}/confirm`, formOf({ draft, code: await world.code() }));
    expect(done.status).toBe(303);
    const cookies = done.headers['set-cookie'] ?? [];
    expect(cookies.map((cookie) => cookie.replace(/=[^;]*/, '=…'))).toEqual([
      '__Host-kepil_s_test=…; Path=/; HttpOnly; Secure; SameSite=Lax',
      '__Host-kepil_flash=…; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Lax',
    ]);
    const session = (cookies[0] ?? '').split(';')[0] ?? '';
    const me = (cookie: string) => over(`${base}/me`, { headers: { cookie } });
    expect((await me(session)).status).toBe(200);
    // A sister host could have set the bare name.
    expect((await me(session.replace('__Host-', ''))).headers.location).toBe(`${base}/sign-in`);
    const out = await over(`${base}/sign-out`, {
      ...formOf({}),
      headers: { ...formOf({}).headers, cookie: session },
    });
    expect(out.headers['set-cookie']?.[0]).toMatch(/^__Host-kepil_s_test=; Max-Age=0; .*Path=\/; .*Secure/);
    expect((await me(session)).status).toBe(303);
  });

  it('names the public origin in its links', () => {
    expect(world.installation.world.origin()).toBe(`https://${name}:${port}`);
  });

  it('refuses other names', async () => {
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      `${name}:1`,
      `${name}.evil.example:${port}`,
      '',
    ])
      expect((await over('/', { host: host || '_' })).status, host).toBe(421);
    const evil = await over('/', { host: 'evil.example' });
    expect(evil.body).not.toContain('evil.example');
  });

  it('sends people from the http port to the same path, and nothing else is served there', async () => {
    for (const [method, path] of [
      ['GET', '/s/test/privacy?a=b&c=%D0%B9'],
      ['POST', '/s/test/sign-in'],
      ['GET', '//evil.example/x'],
      ['GET', '/assets/nothing.css'],
    ] as const) {
      const reply = await plain(path, { method, host: 'evil.example' });
      expect([reply.status, reply.headers.location, reply.body]).toEqual([
        308,
        `https://${name}:${port}${path}`,
        '',
      ]);
    }
  });

  it('does not redirect programs, nor what is no path', async () => {
    const key = { authorization: 'Bearer kepil_x' };
    const call = await plain('/api/v1/s/test/read', { method: 'POST', headers: key, body: '{}' });
    expect([call.status, call.headers.location, call.body]).toEqual([403, undefined, '']);
    expect((await plain('http://evil.example/')).status).toBe(400);
  });

  it('takes a certificate up that was written anew, and keeps the present one from a bad one', async () => {
    const fingerprint = () =>
      new Promise<string>((resolve, reject) => {
        const socket = connect({ port, host: '127.0.0.1', servername: name, rejectUnauthorized: false });
        socket.on('secureConnect', () => {
          resolve(socket.getPeerCertificate().fingerprint256);
          socket.destroy();
        });
        socket.on('error', reject);
      });
    const { installation } = world;
    const first = await fingerprint();
    await installation.renewCertificate();
    expect(await fingerprint()).toBe(first);
    const next = makeCertificate([name]);
    writeFileSync(files.cert, next.cert);
    await expect(installation.renewCertificate()).rejects.toMatchObject({ reason: 'tls-broken' });
    expect(await fingerprint()).toBe(first);
    writeCertificate(next, files);
    await installation.renewCertificate();
    const second = await fingerprint();
    expect(second).not.toBe(first);
    writeCertificate(makeCertificate(['other.example']), files);
    await expect(installation.renewCertificate()).rejects.toMatchObject({ reason: 'tls-name' });
    expect(await fingerprint()).toBe(second);
    writeCertificate(made, files);
    await installation.renewCertificate();
    expect(await fingerprint()).toBe(first);
  });
});
