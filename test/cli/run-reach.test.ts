import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { makeCertificate } from '../certificate.ts';
import { freePort } from '../free-port.ts';
import { kepil, saying, spawnKepil, stopLeft } from '../kepil-process.ts';
import { ask, writeCertificate } from '../transport/ask.ts';
import { examplePath, temporaryFolder, trace } from './place.ts';

const name = 'kepil.example';

describe('kepil run, told how it is reached', () => {
  afterEach(stopLeft);
  const folder = temporaryFolder();
  const data = join(folder, 'data');
  const made = makeCertificate([name, '127.0.0.1']);
  const files = writeCertificate(made);
  const pair = ['--tls-cert', files.cert, '--tls-key', files.key];
  const origin = ['--origin', `https://${name}`];

  const bad = {
    expired: writeCertificate(makeCertificate([name], { days: -1 })),
    other: writeCertificate(makeCertificate(['other.example'])),
    mixed: { cert: files.cert, key: writeCertificate(makeCertificate([name])).key },
    open: writeCertificate(makeCertificate([name])),
    nonsense: writeCertificate(made),
  };
  chmodSync(bad.open.key, 0o640);
  writeFileSync(bad.nonsense.cert, 'not a certificate');
  const pairOf = ({ cert, key }: { cert: string; key: string }) => ['--tls-cert', cert, '--tls-key', key];

  it.each<readonly [string, readonly string[], string]>([
    ['a public host without TLS', ['--host', '0.0.0.0'], 'слушать без TLS нельзя'],
    ['any host without TLS', ['--host', '::', ...origin], 'слушать без TLS нельзя'],
    ['a public host without an origin', ['--host', '0.0.0.0', ...pair], 'по которому приходят посетители'],
    ['a proxy without an origin', ['--proxy', '10.0.0.5'], 'по которому приходят посетители'],
    ['a base abroad', ['--store-country', 'DE'], 'п. 2 ст. 12 Закона РК № 94-V'],
    ['a country that is none', ['--store-country', 'Deutschland'], 'не код страны'],
    ['a host that is a name', ['--host', 'kepil.example'], 'нужен IP-адрес'],
    ['a proxy that is a name', ['--proxy', 'nginx', ...origin], 'Прокси «nginx» не годится'],
    ['an origin in the clear', ['--origin', 'http://kepil.example', ...pair], 'по https'],
    ['an origin with a path', ['--origin', 'https://kepil.example/x', ...pair], 'без пути'],
    ['an origin with a name in it', ['--origin', 'https://a:b@kepil.example', ...pair], 'без пути'],
    ['an origin that nothing does TLS for', origin, 'принимать его некому'],
    ['a certificate without its key', ['--tls-cert', files.cert], 'указывают вместе'],
    ['a key without its certificate', ['--tls-key', files.key], 'указывают вместе'],
    [
      'a certificate that is missing',
      pairOf({ ...files, cert: '/nowhere/cert.pem' }),
      'не читается (ENOENT)',
    ],
    ['a key that is missing', pairOf({ ...files, key: '/nowhere/key.pem' }), 'не читается (ENOENT)'],
    ['a key that others may read', [...pairOf(bad.open), ...origin], '(права 0640). Нужны права 0600'],
    ['a key of another certificate', pairOf(bad.mixed), 'вместе не работают'],
    ['what is no certificate', pairOf(bad.nonsense), 'вместе не работают'],
    ['a certificate that has run out', pairOf(bad.expired), 'истёк'],
    ['a certificate for another name', [...pairOf(bad.other), ...origin], `выдан не на ${name}`],
    ['an http port with nowhere to send to', ['--http-port', '8081'], 'сертификата нет'],
    ['an http port that is none', ['--http-port', 'x', ...pair], 'Порт «x» не годится'],
    [
      'a database on another machine in the clear',
      ['--database-url', 'postgres://kepil:secret@db.example/kepil'],
      'Данные ушли бы на «db.example» открытым текстом',
    ],
    ['what is no database', ['--database-url', 'db.example'], 'не адрес PostgreSQL'],
    ['an address of another machine', ['--host', '203.0.113.77', ...pair, ...origin], 'у этой машины нет'],
  ])('refuses %s', async (_, options, sentence) => {
    const { code, err } = await kepil(['run', '--data', data, '--port', '0', ...options]);
    expect(err).toContain(sentence);
    expect(code).toBe(2);
    expect(err).not.toMatch(trace);
    expect(err).not.toContain('secret');
    expect(existsSync(join(data, 'pg', 'postmaster.pid'))).toBe(false);
  });

  it('says that the http port is taken, and leaves nothing running', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const address = other.address();
    const port = String(typeof address === 'object' && address ? address.port : 0);
    const { code, err } = await kepil(['run', '--data', data, '--port', '0', '--http-port', port, ...pair]);
    other.close();
    expect([code, err.includes(`Порт ${port} занят`)]).toEqual([2, true]);
    expect(existsSync(join(data, 'pg', 'postmaster.pid'))).toBe(false);
  });

  it('serves over TLS, prints the public origin in its links, and stops whole', async () => {
    const [port, httpPort] = [await freePort(), await freePort()];
    const public_ = `https://${name}:${port}`;
    const args = [
      'run',
      examplePath,
      '--data',
      data,
      '--port',
      `${port}`,
      '--http-port',
      `${httpPort}`,
      ...pair,
    ];
    const { child, said, ended } = spawnKepil([...args, '--host', '0.0.0.0', '--origin', public_]);
    await saying(child, () => (said.out.includes('Остановить: Ctrl-C') ? true : undefined), ended);
    expect(said.out).toContain(`${public_}/s/dala-kitap/privacy`);
    expect(said.out).toContain(`${public_}/console/set-up?token=`);
    const page = { path: '/s/dala-kitap/privacy', host: `${name}:${port}` };
    const reply = await ask({ ...page, port, servername: name, ca: made.cert });
    expect([reply.status, reply.headers['strict-transport-security']]).toEqual([
      200,
      'max-age=63072000; includeSubDomains',
    ]);
    const sent = await ask({ ...page, port: httpPort });
    expect([sent.status, sent.headers.location]).toEqual([308, `${public_}/s/dala-kitap/privacy`]);
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
    await expect(ask({ ...page, port: httpPort })).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});
