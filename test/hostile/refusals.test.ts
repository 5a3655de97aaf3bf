import { connect } from 'node:net';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleText } from '../scenarios/liar.ts';
import { openWorld, type TestWorld } from '../world.ts';

/** What the server says to these bytes before it hangs up. */
function said(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let text = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    socket.once('error', reject).once('close', () => resolve(text));
  });
}

describe('what is refused before a use case sees it', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await openWorld(exampleText());
  });
  afterAll(() => world?.close());
  const send = (ask: InjectOptions) => world.installation.server.inject(ask);

  it.each([
    ['PUT', '/', 'GET, HEAD'],
    ['DELETE', '/s/test/register', 'GET, HEAD, POST'],
    ['POST', '/s/test/privacy', 'GET, HEAD'],
    ['PATCH', '/console/s/test/keys', 'GET, HEAD, POST'],
    ['GET', '/api/v1/s/test/read', 'POST'],
    ['OPTIONS', '/api/v1/s/test/form', 'GET, HEAD'],
    ['DELETE', '/s/test/log/checkpoint', 'GET, HEAD'],
    ['POST', '/assets/x.css', 'GET, HEAD'],
  ] as const)('a method: %s %s', async (method, url, allow) => {
    const reply = await send({ method, url, payload: 'x=1', headers: { 'content-type': 'x/y' } });
    expect({ status: reply.statusCode, allow: reply.headers.allow }).toEqual({ status: 405, allow });
    expect(reply.body).toContain('По этому адресу так обратиться нельзя.');
  });

  it.each([
    ['/s/test/register', 'application/json', '{"consent":"yes"}'],
    ['/s/test/sign-out', 'application/json', '{}'],
    ['/s/test/sign-in', 'text/plain', 'address=a@b.kz'],
    ['/s/test/confirm', 'multipart/form-data; boundary=x', '--x--'],
    ['/console/sign-in', 'application/xml', '<a/>'],
    ['/console/s/test/approve', 'nonsense', 'all=yes'],
    ['/api/v1/s/test/read', 'application/x-www-form-urlencoded', 'subject=x'],
    ['/api/v1/s/test/registrations', 'text/plain', '{}'],
  ])('a body of another type: %s %s', async (url, type, payload) => {
    const reply = await send({ method: 'POST', url, headers: { 'content-type': type }, payload });
    expect({ status: reply.statusCode, said: reply.body.includes('Данные присланы не в том виде.') }).toEqual(
      {
        status: 415,
        said: true,
      },
    );
  });

  it('a body that is too large', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const payload = `f.full_name=${'x'.repeat(256 * 1024)}`;
    const reply = await send({ method: 'POST', url: '/s/test/register', headers, payload });
    expect({ status: reply.statusCode, said: reply.body.includes('Прислано слишком много') }).toEqual({
      status: 413,
      said: true,
    });
  });

  it('a parameter of the address sent twice', async () => {
    for (const url of ['/console/set-up?token=a&token=b', '/s/test/privacy?x=1&x=2'])
      expect((await send({ method: 'GET', url })).statusCode).toBe(400);
  });

  it('a call that its schema does not know, with the name of each property and its rule', async () => {
    const secret = 'S3cret';
    const payload = { subject: secret, purpose: 5, categories: [], [secret]: secret };
    const reply = await send({ method: 'POST', url: '/api/v1/s/test/read', payload });
    expect(reply.statusCode).toBe(400);
    expect(reply.body).not.toContain(secret);
    expect(reply.json().problems).toEqual([
      { field: 'subject', code: 'call-format', message: 'Значение записано не по форме.' },
      { field: 'purpose', code: 'call-type', message: 'Значения нет, или оно другого типа.' },
      { field: 'categories', code: 'call-too-small', message: 'Значение или перечень короче допустимого.' },
      { field: '', code: 'call-extra', message: 'В запросе есть лишние поля.' },
    ]);
  });

  it.each([
    ['no HTTP', 'hello\r\n\r\n', 400],
    ['a NUL in a header', 'GET / HTTP/1.1\r\nhost: x\r\nx: a\u0000b\r\n\r\n', 400],
    ['a header without a name', 'GET / HTTP/1.1\r\nhost: x\r\n: b\r\n\r\n', 400],
    ['headers without end', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`, 431],
    [
      'two lengths',
      'POST /s/test/sign-in HTTP/1.1\r\nhost: x\r\ncontent-length: 3\r\ncontent-length: 4\r\n\r\nabcd',
      400,
    ],
  ])('bytes that are no request: %s', async (_, bytes, status) => {
    const at = world.installation.server.server.address() ?? undefined;
    const origin = at === undefined ? await world.installation.listen(0) : undefined;
    const port = origin ? Number(new URL(origin).port) : (at as { port: number }).port;
    const text = await said(port, bytes);
    expect(text).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(text).toContain('content-type: application/problem+json');
    expect(text).toContain('Запрос записан неверно.');
  });
});
