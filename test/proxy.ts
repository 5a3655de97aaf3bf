/** A small reverse proxy, as operators put one in front of Kepil. */
import { request, type Server } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TestCertificate } from './certificate.ts';

/** How it forwards. */
export interface ProxyOptions {
  readonly certificate: TestCertificate;
  /** Port of the server behind it, on 127.0.0.1. */
  readonly to: number;
  /** Address it connects from. */
  readonly from: string;
  /** What it adds or, with undefined, takes out; `client` is the address of its visitor. */
  readonly headers?: (client: string) => Readonly<Record<string, string | undefined>>;
}

/** As nginx is told to do it: the name passed on, the visitor's address appended, the scheme said. */
const usual = (client: string) => ({ 'x-forwarded-for': client, 'x-forwarded-proto': 'https' });

/** A proxy that does TLS on 127.0.0.1. */
export async function openProxy(options: ProxyOptions): Promise<{ port: number; close(): Promise<void> }> {
  const server: Server = createServer({ ...options.certificate }, (asked, reply) => {
    const client = asked.socket.remoteAddress ?? '';
    const added = Object.entries((options.headers ?? usual)(client));
    const headers: Record<string, string | string[] | undefined> = { ...asked.headers };
    for (const [name, value] of added) {
      const before = headers[name];
      headers[name] =
        value !== undefined && name === 'x-forwarded-for' && before ? `${before}, ${value}` : value;
    }
    const onward = request(
      {
        host: '127.0.0.1',
        port: options.to,
        localAddress: options.from,
        method: asked.method,
        path: asked.url,
        headers,
      },
      (answer) => {
        reply.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(reply);
      },
    );
    onward.on('error', () => reply.writeHead(502).end());
    asked.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
