import type { Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import { namedProxies } from './client.ts';
import { makeListener, patience } from './listener.ts';

const quick = {
  ...patience,
  headersTimeout: 200,
  requestTimeout: 400,
  keepAliveTimeout: 200,
  connectionsCheckingInterval: 50,
  perAddress: 3,
};

/** An address of this machine that is not loopback, when it has one. */
const outer = Object.values(networkInterfaces())
  .flatMap((found) => found ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

describe('a server of ours', () => {
  let server: Server;
  const open = async (host = '127.0.0.1', proxies = namedProxies([])) => {
    server = makeListener((_request, reply) => reply.end('hello'), { proxies, patience: quick }) as Server;
    await new Promise<void>((resolve) => server.listen(0, host, resolve));
    return (server.address() as AddressInfo).port;
  };
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  /** Says `bytes`, one every 20 ms. @returns what came back by the end, and how long it took */
  const say = (port: number, bytes: string) =>
    new Promise<{ text: string; ms: number }>((resolve) => {
      const start = performance.now();
      const socket = connect(port, '127.0.0.1');
      let text = '';
      let at = 0;
      const drip = setInterval(() => {
        if (at < bytes.length) socket.write(bytes[at++] as string);
      }, 20);
      socket.on('data', (part) => {
        text += part.toString('latin1');
      });
      socket.on('error', () => undefined);
      socket.on('close', () => {
        clearInterval(drip);
        resolve({ text, ms: performance.now() - start });
      });
    });

  it('ends a request whose headers come drop by drop', async () => {
    const { text, ms } = await say(await open(), `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(500)}`);
    expect(text).toContain('408');
    expect(ms).toBeLessThan(3000);
  });

  it('ends a request whose body comes drop by drop', async () => {
    const head = 'POST / HTTP/1.1\r\nhost: x\r\n';
    const port = await open();
    server.removeAllListeners('request');
    server.on('request', (request, reply) => request.on('end', () => reply.end('hello')).resume());
    const whole = `${head}content-length: 500\r\n\r\n${'z'.repeat(500)}`;
    const { text, ms } = await new Promise<{ text: string; ms: number }>((resolve) => {
      const start = performance.now();
      const socket = connect(port, '127.0.0.1');
      let said = '';
      socket.write(whole.slice(0, -400));
      const drip = setInterval(() => socket.write('z'), 20);
      socket.on('error', () => undefined);
      socket.on('data', (part) => {
        said += part.toString('latin1');
      });
      socket.on('close', () => {
        clearInterval(drip);
        resolve({ text: said, ms: performance.now() - start });
      });
    });
    expect(text).toContain('408');
    expect(ms).toBeLessThan(3000);
  });

  it('ends a connection that has nothing more to ask', async () => {
    const port = await open();
    const { text, ms } = await new Promise<{ text: string; ms: number }>((resolve) => {
      const start = performance.now();
      const socket = connect(port, '127.0.0.1');
      let said = '';
      socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
      socket.on('data', (part) => {
        said += part.toString('latin1');
      });
      socket.on('close', () => resolve({ text: said, ms: performance.now() - start }));
    });
    expect(text).toContain('hello');
    expect(ms).toBeLessThan(3000);
  });

  it('is as patient as it says', async () => {
    const plain = makeListener(() => undefined, { proxies: namedProxies([]) });
    expect(plain).toMatchObject({
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      keepAliveTimeout: 10_000,
      timeout: 60_000,
      maxRequestsPerSocket: 1000,
      maxConnections: 2048,
    });
    await open();
  });

  /** How many of `count` connections are still open when each has asked and been answered or ended. */
  const opened = async (port: number, count: number, host: string) => {
    const sockets: Socket[] = Array.from({ length: count }, () => connect(port, host));
    const outcomes = await Promise.all(
      sockets.map(
        (socket) =>
          new Promise<boolean>((resolve) => {
            socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
            socket.on('data', () => resolve(true));
            socket.on('error', () => resolve(false));
            socket.on('close', () => resolve(false));
          }),
      ),
    );
    for (const socket of sockets) socket.destroy();
    return outcomes.filter(Boolean).length;
  };

  it.runIf(outer)('gives one address so many connections, and again when they have ended', async () => {
    const port = await open('0.0.0.0');
    expect(await opened(port, 6, outer as string)).toBe(3);
    await expect.poll(() => opened(port, 2, outer as string)).toBe(2);
  });

  it.runIf(outer)('does not hold the connections of a named proxy to that', async () => {
    const port = await open('0.0.0.0', namedProxies([outer as string]));
    expect(await opened(port, 6, outer as string)).toBe(6);
  });

  it.runIf(!outer)('was not tried from another address: this machine has none', () => {
    expect(outer).toBeUndefined();
  });
});
