import { existsSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { KepilError } from '../base/index.ts';
import type { Installation } from './installation.ts';
import { type ProvedService, proveAll } from './proved.ts';

/**
 * The socket through which another `kepil` on this machine asks a running one; the folder's owner alone may.
 */
export const socketPath = (data: string) => join(data, 'control.sock');

/** Bytes of a socket's address that every system has room for. */
const longestPath = 100;

/**
 * Opens the control socket of a running installation: answers `prove`.
 *
 * @returns undefined where the data folder's path is longer than the address of a socket may be
 */
export async function openControl(data: string, installation: Installation): Promise<Server | undefined> {
  const path = socketPath(data);
  if (Buffer.byteLength(path) > longestPath) return undefined;
  rmSync(path, { force: true });
  const server = createServer((asked, reply) => void answer(installation, asked, reply));
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve));
  await chmod(path, 0o600);
  return server;
}

function failureOf({ code, reason, params }: Failed): KepilError {
  return new KepilError(code, reason, params);
}

type Failed = Pick<KepilError, 'code' | 'reason' | 'params'>;

const bug: Failed = { code: 'ERR_STORE_UNAVAILABLE', reason: 'bug', params: {} };

async function answer(
  installation: Installation,
  asked: IncomingMessage,
  reply: ServerResponse,
): Promise<void> {
  const url = new URL(asked.url ?? '/', 'http://control');
  if (url.pathname !== '/prove') {
    reply.writeHead(404).end();
    return;
  }
  try {
    const proved = await proveAll(installation, url.searchParams.get('service') ?? undefined);
    reply.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(proved));
  } catch (error) {
    const { code, reason, params } = error instanceof KepilError ? error : bug;
    reply
      .writeHead(500, { 'content-type': 'application/json' })
      .end(JSON.stringify({ code, reason, params }));
  }
}

/** Asks the installation running on `data`; undefined when none answers there. */
export function askControl(
  data: string,
  service: string | undefined,
): Promise<readonly ProvedService[] | undefined> {
  const path = socketPath(data);
  if (!existsSync(path)) return Promise.resolve(undefined);
  const query = service === undefined ? '' : `?service=${encodeURIComponent(service)}`;
  return new Promise((resolve, reject) => {
    const asked = request({ socketPath: path, path: `/prove${query}` }, (reply) => {
      const parts: Buffer[] = [];
      reply.on('data', (part: Buffer) => parts.push(part));
      reply.on('end', () => {
        const body: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'));
        if (reply.statusCode === 200) resolve(body as readonly ProvedService[]);
        else reject(failureOf(body as Failed));
      });
    });
    asked.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') resolve(undefined);
      else reject(error);
    });
    asked.end();
  });
}
