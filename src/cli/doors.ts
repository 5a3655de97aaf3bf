import type { Server } from 'node:http';
import type { Server as SecureServer } from 'node:https';
import { isIPv6 } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { KepilError } from '../base/index.ts';
import { makeRedirector, renewCertificate } from '../server/index.ts';
import { readCertificate, stampOf } from './certificate.ts';
import type { Reaching } from './reaching.ts';

/** How often the certificate's files are looked at, in milliseconds. */
const renewalBeatMs = 60_000;

/** Where an installation has begun to listen. */
export interface Doors {
  /** The public origin, else the one of this machine. */
  readonly origin: string;
  /** Takes up a certificate that was written anew, if it is good. @throws KepilError when it is not */
  renew(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the doors: the server itself and, beside TLS, the port that sends people over.
 *
 * @throws KepilError `ERR_USAGE` when a port is taken or not allowed, or the host is not this machine's
 */
export async function openDoors(
  server: FastifyInstance,
  at: { port: number; reaching: Reaching; now: () => number; onFault: (error: Error) => void },
): Promise<Doors> {
  const { reaching } = at;
  await listening(at.port, reaching.host, () => server.listen({ host: reaching.host, port: at.port }));
  const origin = reaching.publicOrigin ?? originOf(server.server, reaching);
  const redirector = await openRedirector(reaching, origin);
  const renewal = new Renewal(server.server as unknown as SecureServer, { reaching, now: at.now });
  const timer = setInterval(() => void renewal.renew().catch(at.onFault), renewalBeatMs).unref();
  return {
    origin,
    renew: () => renewal.renew(),
    async close() {
      clearInterval(timer);
      redirector?.closeAllConnections();
      await new Promise((resolve) => (redirector ? redirector.close(resolve) : resolve(undefined)));
    },
  };
}

function originOf(server: Server, { host, certificate }: Reaching): string {
  const at = server.address();
  const port = typeof at === 'object' && at ? at.port : 0;
  return `${certificate ? 'https' : 'http'}://${isIPv6(host) ? `[${host}]` : host}:${port}`;
}

async function openRedirector(reaching: Reaching, origin: string): Promise<Server | undefined> {
  const { httpPort, host } = reaching;
  if (httpPort === undefined) return undefined;
  const server = makeRedirector(origin);
  await listening(httpPort, host, () => {
    return new Promise((resolve, reject) => {
      server.once('error', reject).listen(httpPort, host, () => resolve(undefined));
    });
  });
  return server;
}

const refusals: Readonly<Record<string, string>> = {
  EADDRINUSE: 'port-taken',
  EACCES: 'port-forbidden',
  EADDRNOTAVAIL: 'host-not-here',
};

async function listening(port: number, host: string, open: () => Promise<unknown>): Promise<void> {
  try {
    await open();
  } catch (error) {
    const reason = refusals[(error as { code?: string }).code ?? ''];
    if (reason === undefined) throw error;
    throw new KepilError('ERR_USAGE', reason, { port, host }, { cause: error });
  }
}

/** Keeps a TLS server's certificate the one that lies in its files. */
class Renewal {
  readonly #server: SecureServer;
  readonly #from: { readonly reaching: Reaching; readonly now: () => number };
  #stamp = '';

  constructor(server: SecureServer, from: { reaching: Reaching; now: () => number }) {
    this.#server = server;
    this.#from = from;
  }

  /** Files that are bad leave the present certificate in use, and are looked at again next time. */
  async renew(): Promise<void> {
    const { reaching, now } = this.#from;
    if (!reaching.certificate) return;
    const stamp = await stampOf(reaching.certificate);
    if (stamp === this.#stamp) return;
    const { publicOrigin } = reaching;
    const purpose = { now: now(), ...(publicOrigin !== undefined && { publicOrigin }) };
    renewCertificate(this.#server, await readCertificate(reaching.certificate, purpose));
    this.#stamp = stamp;
  }
}
