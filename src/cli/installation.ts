import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { KepilError } from '../base/index.ts';
import {
  appPasswords,
  argonPasswords,
  type KeyRing,
  nodeCrypto,
  openKeyRing,
  packages,
  type RootSource,
} from '../keys/index.ts';
import { kz } from '../law/index.ts';
import { byHand, type Post } from '../post/index.ts';
import { printPdf } from '../print/index.ts';
import { buildServer, type Renderer } from '../server/index.ts';
import { type FolderLock, lockFolder, openLogFolder, openStore, type Store } from '../store/index.ts';
import {
  abandonTaken,
  BoardKeeper,
  GroupQueue,
  openHouse,
  type ServiceRecord,
  settleLooks,
  VisitKeeper,
  type World,
  watched,
} from '../system/index.ts';
import { readCertificate } from './certificate.ts';
import { Clockwork } from './clockwork.ts';
import { type Doors, openDoors } from './doors.ts';
import { KeptDatabase } from './kept-database.ts';
import { onThisMachine, type Reaching } from './reaching.ts';

/** Where an installation lives and how it is reached. */
export interface Place {
  /** Data folder: keys, lock, public logs, and PostgreSQL when it is embedded. */
  readonly data: string;
  /** An existing PostgreSQL; absent: the embedded one. */
  readonly databaseUrl?: string;
  /** Milliseconds since the epoch; the machine's clock when absent. */
  readonly now?: () => number;
  /** Where the root key comes from; absent: the key file. */
  readonly root?: RootSource;
  /** Absent: from this machine, in the clear. */
  readonly reaching?: Reaching;
  /** Carriers of messages; absent: none, the officer hands them on. */
  readonly post?: Post;
  /** Measurements only: no limit on requests a minute. */
  readonly unlimited?: boolean;
  /** Told of faults that are ours, without values. */
  readonly onFault?: (error: Error) => void;
}

/** An installation with its parts open; the server does not listen until told to. */
export interface Installation {
  /** Its data folder. */
  readonly data: string;
  readonly world: World;
  readonly boards: BoardKeeper;
  readonly server: FastifyInstance;
  readonly databasePid: number | undefined;
  /** Of PostgreSQL, with the password: never to be printed. */
  readonly databaseUrl: string;
  /** Begins to listen. @returns the public origin, else this machine's: `http://127.0.0.1:8080` */
  listen(port: number): Promise<string>;
  /** Takes up a certificate that was written anew; by itself once a minute. */
  renewCertificate(): Promise<void>;
  /** Does now what runs on the clock: sequences logs, sweeps. */
  tick(): Promise<void>;
  /** Starts doing it by itself. */
  start(): void;
  /** Lays the public log of a service out and proves its board: once for each service, before it is shown. */
  settle(service: ServiceRecord): Promise<void>;
  close(): Promise<void>;
}

/** How long visitors' requests may go on once we are told to stop, in milliseconds. */
const farewellMs = 5_000;

/**
 * Opens an installation: locks the folder, opens keys and store, finishes what a crash left half done.
 *
 * @throws KepilError `ERR_DATA_LOCKED`, `ERR_KEYS_MISSING`, `ERR_STORE_UNAVAILABLE`
 */
export async function openInstallation(place: Place): Promise<Installation> {
  const lock = await takeFolder(place.data);
  const closers: (() => Promise<unknown>)[] = [() => lock.release()];
  try {
    return await assemble(place, { lock, closers });
  } catch (error) {
    await closeAll(closers).catch(() => undefined);
    throw error;
  }
}

/**
 * Makes the folder and locks it.
 *
 * @throws KepilError `ERR_DATA_LOCKED`; `ERR_STORE_UNAVAILABLE` when it is closed to us
 */
export async function takeFolder(folder: string): Promise<FolderLock> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    return await lockFolder(folder, {});
  } catch (error) {
    const { code: what } = error as NodeJS.ErrnoException;
    if (error instanceof KepilError || what === undefined || what === 'ENOSPC') throw error;
    const params = { folder, what };
    throw new KepilError('ERR_STORE_UNAVAILABLE', 'data-folder-closed', params, { cause: error });
  }
}

/** Closes in reverse order, each whatever became of the others. @throws the first failure */
async function closeAll(closers: Opening['closers']): Promise<void> {
  const failures: unknown[] = [];
  for (const close of [...closers].reverse()) await close().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}

interface Opening {
  readonly lock: FolderLock;
  readonly closers: (() => Promise<unknown>)[];
}

async function assemble(place: Place, { lock, closers }: Opening): Promise<Installation> {
  const database = place.databaseUrl === undefined ? await keepDatabase(place) : undefined;
  if (database) closers.push(() => database.close());
  const store = await openStore(place.databaseUrl ?? (database as KeptDatabase).url, { poolSize: 20 });
  closers.push(() => store.close());
  await refuseLostKeys(place, store);
  const onFault = place.onFault ?? (() => undefined);
  const reaching = place.reaching ?? onThisMachine;
  const address = { origin: reaching.publicOrigin ?? 'http://127.0.0.1' };
  const logs = openLogFolder(join(place.data, 'log'));
  const keys = await openKeyRing(keysPath(place), nodeCrypto, place.root ?? { kind: 'file' });
  const world = watched(worldOf(place, { store, logs, keys, origin: () => address.origin }));
  const boards = new BoardKeeper(world, onFault);
  const visits = new VisitKeeper(world, onFault);
  const server = await buildServer({
    world,
    boards,
    visits,
    ...(await loadPages()),
    ...(await securityOf(reaching, world.now())),
    readLog: logs.read,
    ...(place.unlimited && { unlimited: true }),
    ...(place.onFault && { onFault: place.onFault }),
  });
  closers.push(() => closeServer(server));
  boards.open(lookThrough(server));
  await refuseOlderKeys(place, world);
  await openHouse(world);
  await store.transaction((tx) => settleLooks(tx, world));
  const clockwork = new Clockwork(world, visits, onFault);
  await abandonTaken(world);
  let doors: Doors | undefined;
  closers.push(() => clockwork.stop());
  return {
    ...{ data: place.data, world, boards, server },
    get databaseUrl() {
      return place.databaseUrl ?? (database as KeptDatabase).url;
    },
    get databasePid() {
      return database?.pid;
    },
    async listen(port) {
      doors = await openDoors(server, { port, reaching, now: world.now, onFault });
      closers.push(doors.close);
      address.origin = doors.origin;
      await lock.update({ url: doors.origin });
      return doors.origin;
    },
    renewCertificate: async () => doors?.renew(),
    tick: () => clockwork.tick(),
    start: () => clockwork.start(),
    async settle(service) {
      await clockwork.tick();
      await boards.prove(service);
    },
    async close() {
      await closeAll(closers);
    },
  };
}

/** What the server must know of how it is reached, the certificate read and checked. */
async function securityOf(reaching: Reaching, now: number) {
  const { certificate, publicOrigin } = reaching;
  if (!certificate) return { reach: reaching };
  const purpose = { now, ...(publicOrigin !== undefined && { publicOrigin }) };
  return { reach: reaching, certificate: await readCertificate(certificate, purpose) };
}

function keepDatabase(place: Place): Promise<KeptDatabase> {
  return KeptDatabase.open(place.data, (error) => place.onFault?.(error));
}

/** The key file of an installation. */
export const keysPath = (place: Pick<Place, 'data'>) => join(place.data, 'keys', 'keys.json');

/**
 * A key file is made at the first start only: beside a database that has services a new one would open
 * nothing and sign another log.
 *
 * @throws KepilError `ERR_KEYS_MISSING`
 */
async function refuseLostKeys(place: Place, store: Store): Promise<void> {
  const path = keysPath(place);
  if (existsSync(path)) return;
  const services = await store.transaction((tx) => tx.services.list());
  if (services.length > 0) throw new KepilError('ERR_KEYS_MISSING', 'keys-lost', { path });
}

/**
 * A key file from before the newest key epoch opens nothing any more.
 *
 * @throws KepilError `ERR_KEYS_MISSING`
 */
async function refuseOlderKeys(place: Place, { store, keys }: World): Promise<void> {
  await store.transaction(async (tx) => {
    for (const { id } of await tx.services.list()) {
      const epoch = (await tx.epochs.list(id)).at(-1)?.epoch ?? 0;
      if (!keys.service(id).epochs.includes(epoch))
        throw new KepilError('ERR_KEYS_MISSING', 'keys-older', { epoch, path: keysPath(place) });
    }
  });
}

/** Lets requests end, for a while: a visitor who never finishes theirs does not keep us. */
async function closeServer(server: FastifyInstance): Promise<void> {
  const patience = setTimeout(() => server.server.closeAllConnections(), farewellMs);
  await server.close();
  clearTimeout(patience);
}

/** The world of an installation. */
export function worldOf(
  place: Place,
  parts: Pick<World, 'store' | 'logs' | 'origin'> & { readonly keys: KeyRing },
): World {
  return {
    ...parts,
    crypto: nodeCrypto,
    law: kz,
    post: place.post ?? byHand,
    passwords: argonPasswords,
    appPasswords,
    packages,
    print: printPdf,
    now: place.now ?? Date.now,
    shelf: new Map(),
    reads: new GroupQueue(),
  };
}

/** The pages, built beside us: the render bundle and the folder of its assets. */
async function loadPages(): Promise<{ renderer: Renderer; assets: string }> {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'web', 'dist');
  const renderer = (await import(pathToFileURL(join(root, 'render', 'render.js')).href)) as Renderer;
  return { renderer, assets: join(root, 'client') };
}

/**
 * Looks at our own pages from outside, as a visitor without cookies and at an address that nobody else has.
 */
function lookThrough(server: FastifyInstance) {
  return async (path: string) => {
    const reply = await server.inject({ method: 'GET', url: path, remoteAddress: '0.0.0.0' });
    const headers = new Map(
      Object.entries(reply.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join('\n') : String(value),
      ]),
    );
    return { status: reply.statusCode, headers, body: reply.body };
  };
}
