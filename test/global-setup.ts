import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { type Embedded, openEmbedded, openStore } from '../src/store/index.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Port of the door at 127.0.0.1 that answers with the URL of the database server of this run. */
    databaseDoor: number;
  }
}

/** Name of the database with the schema and no rows, from which the tests' databases are copied. */
const template = 'kepil_template';

/**
 * One database server per run, started when the first test asks for it: most runs are of pure rooms and need
 * none. A test process asks by connecting to the door and reads the server's URL, or the reason why there is
 * none.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'kepil-test-'));
  let opening: Promise<Embedded> | undefined;
  const door = createServer((socket) => {
    opening ??= open(folder);
    answer(socket, opening);
  });
  project.provide('databaseDoor', await listen(door));
  return async () => {
    door.close();
    await (await opening?.catch(() => undefined))?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

function answer(socket: Socket, opening: Promise<Embedded>): void {
  socket.on('error', () => socket.destroy());
  opening.then(
    ({ url }) => socket.end(JSON.stringify({ url, template })),
    (error: unknown) => socket.end(JSON.stringify({ failure: String(error) })),
  );
}

/** Losing what a crash would lose is fine here; all else is as in service. */
async function open(folder: string): Promise<Embedded> {
  const settings = { fsync: 'off', synchronous_commit: 'off', max_connections: '200' };
  const server = await openEmbedded({ folder, settings });
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query(`create database ${template}`);
  await client.end();
  const url = new URL(server.url);
  url.pathname = `/${template}`;
  await (await openStore(url.href, { poolSize: 1 })).close();
  return server;
}

function listen(door: Server): Promise<number> {
  return new Promise((resolve) => {
    door.listen(0, '127.0.0.1', () => {
      const address = door.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}
