import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { largestBytes } from './extract.ts';
import { fetchSource, isAddress } from './fetch-source.ts';

const answers: Readonly<Record<string, RequestListener>> = {
  '/privacy.html': (_, reply) =>
    reply.writeHead(200, { 'content-type': 'text/html; charset=windows-1251' }).end('<p>ok'),
  '/moved': (_, reply) => reply.writeHead(302, { location: '/privacy.html' }).end(),
  '/round': (_, reply) => reply.writeHead(302, { location: '/round' }).end(),
  '/file': (_, reply) => reply.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/cut': (_, reply) => {
    reply.writeHead(200, { 'content-length': '100' }).write('half');
    setImmediate(() => reply.destroy());
  },
  '/endless': (request, reply) => {
    const part = Buffer.alloc(1024 * 1024, 'a');
    const more = () => {
      while (!request.socket.destroyed && reply.write(part));
    };
    reply.on('drain', more);
    more();
  },
};

describe('fetchSource', () => {
  let server: Server;
  let origin = '';
  beforeAll(async () => {
    server = createServer((request, reply) => {
      const answer = answers[request.url ?? ''];
      if (answer) answer(request, reply);
      else reply.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('takes a document with its type and name', async () => {
    const { bytes, ...named } = await fetchSource(`${origin}/privacy.html`);
    expect(Buffer.from(bytes).toString()).toBe('<p>ok');
    expect(named).toEqual({ name: 'privacy.html', type: 'text/html; charset=windows-1251' });
  });

  it('follows where it is sent', async () => {
    expect((await fetchSource(`${origin}/moved`)).name).toBe('privacy.html');
  });

  it.each([
    ['/round', 'address-unreachable', 'redirects'],
    ['/none', 'address-unreachable', '404'],
    ['/cut', 'address-unreachable', 'UND_ERR_SOCKET'],
    ['/file', 'address-bad', undefined],
    ['/endless', 'file-too-large', undefined],
  ])('stops at %s with %s', async (path, reason, what) => {
    await expect(fetchSource(`${origin}${path}`)).rejects.toMatchObject({
      reason,
      ...(what && { params: { what } }),
    });
    expect(largestBytes).toBeLessThan(50 * 1024 * 1024);
  });

  it('says when nobody answers', async () => {
    await expect(fetchSource('http://127.0.0.1:1/')).rejects.toMatchObject({
      code: 'ERR_SOURCE_UNREACHABLE',
      params: { host: '127.0.0.1:1' },
    });
  });

  it.each(['http://user:secret@127.0.0.1/', 'https://', 'ftp://127.0.0.1/a'])(
    'refuses %s',
    async (address) => {
      await expect(fetchSource(address)).rejects.toMatchObject({ code: 'ERR_USAGE', reason: 'address-bad' });
    },
  );

  it('knows an address from a file', () => {
    expect(['https://a.kz/p', 'HTTP://a', 'policy.txt', './http', '-'].map(isAddress)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
