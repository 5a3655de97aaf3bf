import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Attacker } from '../scenarios/attacker.ts';

describe('files', () => {
  let attacker: Attacker;
  beforeAll(async () => {
    attacker = await Attacker.open();
  });
  afterAll(() => attacker?.close());

  it.each([
    ...['/assets', '/assets/', '/assets/.', '/s/test/log/', '/s/test/log/tile/', '/s/test/log/tile/entries/'],
    ...['/.git/config', '/package.json', '/assets/package.json', '/.kepil/keys.json', '/keys.json'],
    ...['/assets/..%2f..%2fpackage.json', '/assets/%2e%2e/%2e%2e/package.json', '/assets/..%5cpackage.json'],
    ...['/assets/....//package.json', '/assets//etc/passwd', '/s/test/log/..%2f..%2f..%2fkeys.json'],
    ...['/s/..%2f..%2fkeys.json/log/checkpoint', '/s/test/log/tile/0/..%2f..%2fcheckpoint'],
  ])('are not listed and not found outside of their folder: %s', async (url) => {
    const reply = await attacker.send({ method: 'GET', url });
    expect([400, 403, 404]).toContain(reply.statusCode);
    expect(reply.body).not.toMatch(/"dependencies"|"epochs"|root:|index of/i);
  });

  it.each(['TRACE', 'CONNECT', 'PROPFIND'] as const)('and pages know no method %s', async (method) => {
    for (const url of ['/', '/s/test/', '/console/sign-in', '/api/v1/services']) {
      const reply = await attacker.send({
        method: method as 'GET',
        url,
        headers: { 'x-secret': 'not sent back' },
      });
      expect([404, 405], `${method} ${url}`).toContain(reply.statusCode);
      expect(reply.body).not.toContain('not sent back');
    }
  });
});
