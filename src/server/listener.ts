import { createServer as createPlain, type RequestListener, type Server } from 'node:http';
import { createServer as createSecure, type Server as SecureServer } from 'node:https';
import type { Socket } from 'node:net';
import type { SecureContextOptions } from 'node:tls';
import { addressOf, isLoopback, type Proxies } from './client.ts';
import { isForPeople } from './reach.ts';

/** A certificate chain with its key, both as PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** How long a connection may keep us waiting, in milliseconds, and how much it may say first. */
export const patience = {
  /** From the first byte of a request to the end of its headers. */
  headersTimeout: 10_000,
  /** From the first byte of a request to its last. */
  requestTimeout: 30_000,
  /** Between two requests. */
  keepAliveTimeout: 10_000,
  /** How often the first two are looked at. */
  connectionsCheckingInterval: 2_000,
  /** Between any two bytes, either way. */
  idle: 60_000,
  /** From the connection to the end of the TLS handshake. */
  handshakeTimeout: 10_000,
  /** All headers of a request together, in bytes. */
  maxHeaderSize: 16 * 1024,
  maxRequestsPerSocket: 1_000,
  /** Connections at once from one address, and in all. */
  perAddress: 64,
  inAll: 2_048,
} as const;

/** How long and how much of each. */
export type Patience = Readonly<Record<keyof typeof patience, number>>;

/**
 * TLS 1.2 and 1.3 with forward secrecy and authenticated encryption, nothing older.
 *
 * @source RFC 9325 §3.1, §4.2
 */
export const tlsFloor: SecureContextOptions = {
  minVersion: 'TLSv1.2',
  honorCipherOrder: true,
  ciphers: [
    'TLS_AES_256_GCM_SHA384',
    'TLS_CHACHA20_POLY1305_SHA256',
    'TLS_AES_128_GCM_SHA256',
    'ECDHE-ECDSA-AES256-GCM-SHA384',
    'ECDHE-RSA-AES256-GCM-SHA384',
    'ECDHE-ECDSA-CHACHA20-POLY1305',
    'ECDHE-RSA-CHACHA20-POLY1305',
    'ECDHE-ECDSA-AES128-GCM-SHA256',
    'ECDHE-RSA-AES128-GCM-SHA256',
  ].join(':'),
};

/** What a server is made of beside its handler. */
export interface ListenerParts {
  readonly proxies: Proxies;
  readonly certificate?: Certificate;
  /** Absent: as above. */
  readonly patience?: Patience;
}

/** A server of ours: with a certificate over TLS, without one in the clear. Does not listen yet. */
export function makeListener(handler: RequestListener, parts: ListenerParts): Server | SecureServer {
  const { certificate, patience: bears = patience } = parts;
  const server = certificate
    ? createSecure({ ...bears, ...tlsFloor, ...certificate }, handler)
    : createPlain({ ...bears }, handler);
  server.maxRequestsPerSocket = bears.maxRequestsPerSocket;
  server.maxConnections = bears.inAll;
  server.setTimeout(bears.idle);
  server.on('tlsClientError', (_error, socket) => socket.destroy());
  server.on('connection', limitConnections(parts.proxies, bears.perAddress));
  return server;
}

/**
 * Ends connections beyond the number one address may have, so that nobody holds all of them. Named proxies
 * and this machine speak for many.
 */
function limitConnections(proxies: Proxies, most: number): (socket: Socket) => void {
  const open = new Map<string, number>();
  return (socket) => {
    const address = addressOf(socket.remoteAddress ?? '') ?? '';
    if (proxies.has(address) || isLoopback(address)) return;
    const count = (open.get(address) ?? 0) + 1;
    if (count > most) {
      socket.destroy();
      return;
    }
    open.set(address, count);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
  };
}

/** Takes a new certificate up for the connections that come from now on. */
export function renewCertificate(server: SecureServer, certificate: Certificate): void {
  server.setSecureContext({ ...tlsFloor, ...certificate });
}

/**
 * The server beside a TLS one: sends people to the same path of `origin`, and serves nothing else. Programs
 * are told, not redirected, so that nobody goes on sending a key in the clear unnoticed.
 */
export function makeRedirector(origin: string): Server {
  const server = createPlain({ ...patience }, (request, reply) => {
    const url = request.url ?? '';
    const head = { connection: 'close', 'content-length': 0, 'cache-control': 'no-store' };
    if (!url.startsWith('/')) reply.writeHead(400, head).end();
    else if (!isForPeople(url)) reply.writeHead(403, head).end();
    else reply.writeHead(308, { ...head, location: `${origin}${url}` }).end();
  });
  server.maxConnections = patience.inAll;
  server.setTimeout(patience.idle);
  return server;
}
