import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { argonPasswords, nodeCrypto, openKeyFile } from '../keys/index.ts';
import { kz } from '../law/index.ts';
import { outboxPost } from '../post/index.ts';
import { buildServer, type Renderer } from '../server/index.ts';
import {
  type Embedded,
  type FolderLock,
  lockFolder,
  openEmbedded,
  openLogFolder,
  openStore,
} from '../store/index.ts';
import {
  BoardKeeper,
  listServices,
  openHouse,
  republishLog,
  type ServiceRecord,
  sequenceLog,
  sweepDestroyed,
  sweepExpired,
  type World,
} from '../system/index.ts';

/** Where an installation lives and how it is reached. */
export interface Place {
  /** Data folder: keys, lock, public logs, and PostgreSQL when it is embedded. */
  readonly data: string;
  /** An existing PostgreSQL; absent: the embedded one. */
  readonly databaseUrl?: string;
  /** Milliseconds since the epoch; the machine's clock when absent. */
  readonly now?: () => number;
  /** Measurements only: no limit on requests a minute. */
  readonly unlimited?: boolean;
  /** Told of faults that are ours, without values. */
  readonly onFault?: (error: Error) => void;
}

/** An installation with its parts open; the server does not listen until told to. */
export interface Installation {
  readonly world: World;
  readonly boards: BoardKeeper;
  readonly server: FastifyInstance;
  readonly databasePid: number | undefined;
  /** Listens on loopback. @returns the origin, such as `http://127.0.0.1:8080` */
  listen(port: number): Promise<string>;
  /** Does now what runs on the clock: sequences logs, sweeps. */
  tick(): Promise<void>;
  /** Starts doing it by itself. */
  start(): void;
  /** Lays the public log of a service out and proves its board: once for each service, before it is shown. */
  settle(service: ServiceRecord): Promise<void>;
  close(): Promise<void>;
}

/** How often logs are sequenced and sweeps run, in milliseconds. */
const beat = 250;
const sweepBeat = 15_000;

/**
 * Opens an installation: locks the folder, opens keys and store, finishes what a crash left half done.
 *
 * @throws KepilError `ERR_DATA_LOCKED`, `ERR_KEYS_MISSING`, `ERR_STORE_UNAVAILABLE`
 */
export async function openInstallation(place: Place): Promise<Installation> {
  mkdirSync(place.data, { recursive: true, mode: 0o755 });
  const lock = await lockFolder(place.data, {});
  const closers: (() => Promise<unknown>)[] = [() => lock.release()];
  try {
    return await assemble(place, { lock, closers });
  } catch (error) {
    for (const close of closers.reverse()) await close().catch(() => undefined);
    throw error;
  }
}

interface Opening {
  readonly lock: FolderLock;
  readonly closers: (() => Promise<unknown>)[];
}

async function assemble(place: Place, { lock, closers }: Opening): Promise<Installation> {
  const database = place.databaseUrl === undefined ? await keepDatabase(place, closers) : undefined;
  const store = await openStore(place.databaseUrl ?? (database as Kept).url, { poolSize: 20 });
  closers.push(() => store.close());
  const address = { origin: 'http://127.0.0.1' };
  const logs = openLogFolder(join(place.data, 'log'));
  const world = worldOf(place, { store, logs, origin: () => address.origin });
  const boards = new BoardKeeper(world);
  const { renderer, assets } = await loadPages();
  const server = await buildServer({
    world,
    boards,
    renderer,
    assets,
    readLog: logs.read,
    ...(place.unlimited && { unlimited: true }),
    ...(place.onFault && { onFault: place.onFault }),
  });
  closers.push(() => server.close());
  boards.open(lookThrough(server));
  await openHouse(world);
  const clockwork = new Clockwork(world, place.onFault);
  closers.push(() => clockwork.stop());
  await sweepDestroyed(world);
  return {
    world,
    boards,
    server,
    get databasePid() {
      return database?.pid();
    },
    async listen(port) {
      await server.listen({ host: '127.0.0.1', port });
      const at = server.server.address();
      address.origin = `http://127.0.0.1:${typeof at === 'object' && at ? at.port : port}`;
      await lock.update({ url: address.origin });
      return address.origin;
    },
    tick: () => clockwork.tick(),
    start: () => clockwork.start(),
    async settle(service) {
      await sequenceLog(world, service);
      await republishLog(world, service);
      await boards.prove(service);
    },
    async close() {
      for (const close of [...closers].reverse()) await close();
    },
  };
}

function worldOf(place: Place, parts: Pick<World, 'store' | 'logs' | 'origin'>): World {
  return {
    ...parts,
    keys: openKeyFile(join(place.data, 'keys', 'keys.json'), nodeCrypto),
    crypto: nodeCrypto,
    law: kz,
    post: outboxPost,
    passwords: argonPasswords,
    now: place.now ?? Date.now,
    shelf: new Map(),
  };
}

interface Kept {
  readonly url: string;
  pid(): number;
}

/** The embedded PostgreSQL, started again at the same port when it dies under us. */
async function keepDatabase(place: Place, closers: Opening['closers']): Promise<Kept> {
  let closing = false;
  let current: Embedded;
  const restart = () => {
    if (closing) return;
    openEmbedded({ folder: place.data, port: current.port, onExit: restart }).then(
      (next) => {
        current = next;
        if (closing) void next.stop();
      },
      (error: Error) => place.onFault?.(error),
    );
  };
  current = await openEmbedded({ folder: place.data, onExit: restart });
  closers.push(async () => {
    closing = true;
    await current.stop();
  });
  return { url: current.url, pid: () => current.pid };
}

/** The pages, built beside us: the render bundle and the folder of its assets. */
async function loadPages(): Promise<{ renderer: Renderer; assets: string }> {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'web', 'dist');
  const renderer = (await import(pathToFileURL(join(root, 'render', 'render.js')).href)) as Renderer;
  return { renderer, assets: join(root, 'client') };
}

/** Looks at our own pages from outside, as a visitor without cookies. */
function lookThrough(server: FastifyInstance) {
  return async (path: string) => {
    const reply = await server.inject({ method: 'GET', url: path });
    const headers = new Map(
      Object.entries(reply.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join('\n') : String(value),
      ]),
    );
    return { status: reply.statusCode, headers, body: reply.body };
  };
}

/** Does what runs on the clock, one thing at a time; a failure is told and tried again at the next beat. */
class Clockwork {
  readonly #world: World;
  readonly #onFault: Place['onFault'];
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #stopped = false;
  #lastSweep = 0;

  constructor(world: World, onFault: Place['onFault']) {
    this.#world = world;
    this.#onFault = onFault;
  }

  start(): void {
    this.#timer = setTimeout(() => this.#beat(), beat);
  }

  #beat(): void {
    this.tick()
      .catch((error: Error) => this.#onFault?.(error))
      .finally(() => {
        if (!this.#stopped) this.start();
      });
  }

  /** One beat; two at once share it. */
  tick(): Promise<void> {
    this.#running ??= this.#work().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #work(): Promise<void> {
    const due = Date.now() - this.#lastSweep >= sweepBeat;
    if (due) this.#lastSweep = Date.now();
    await sweepDestroyed(this.#world);
    if (due) await sweepExpired(this.#world);
    for (const service of await listServices(this.#world)) {
      while ((await sequenceLog(this.#world, service)) > 0);
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running?.catch(() => undefined);
  }
}
