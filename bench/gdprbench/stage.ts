import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { openInstallation } from '../../src/cli/installation.ts';
import { type Embedded, openEmbedded, openLogFolder } from '../../src/store/index.ts';
import { KepilSide } from './kepil.ts';
import { type Ground, loadKepil } from './kepil-load.ts';
import { loadPlain, openPlain } from './plain.ts';
import type { Side } from './side.ts';

/** Settings of the server that serves both sides. */
export const serverSettings = { shared_buffers: '1GB', max_wal_size: '4GB', max_connections: '60' };

/** One server with both sides loaded once; every run gets a fresh copy of its side. */
export class Stage {
  readonly #folder: string;
  readonly #server: Embedded;
  readonly #connections: number;
  #ground: Ground | undefined;
  #copies = 0;

  private constructor(folder: string, server: Embedded, connections: number) {
    this.#folder = folder;
    this.#server = server;
    this.#connections = connections;
  }

  static async open(folder: string, connections: number): Promise<Stage> {
    mkdirSync(folder, { recursive: true });
    const server = await openEmbedded({ folder: join(folder, 'server'), settings: serverSettings });
    return new Stage(folder, server, connections);
  }

  /** Loads both sides. @returns how long each took, in seconds */
  async load(records: number): Promise<{ readonly plain: number; readonly kepil: number }> {
    const from = performance.now();
    await this.#admin('create database plain_loaded');
    await loadPlain(this.#url('plain_loaded'), records);
    const then = performance.now();
    await this.#admin('create database kepil_loaded');
    const place = { data: join(this.#folder, 'loaded'), databaseUrl: this.#url('kepil_loaded') };
    const installation = await openInstallation({ ...place, unlimited: true });
    try {
      this.#ground = await loadKepil(installation, records);
    } finally {
      await installation.close();
    }
    const now = performance.now();
    const client = new pg.Client({ connectionString: this.#url('kepil_loaded') });
    await client.connect();
    await client.query('vacuum analyze');
    await client.end();
    return { plain: (then - from) / 1000, kepil: (now - then) / 1000 };
  }

  /** Uses a fresh copy of a side, which is gone afterwards. */
  async with<T>(side: 'plain' | 'kepil', work: (side: Side) => Promise<T>): Promise<T> {
    const name = `${side}_${++this.#copies}`;
    await this.#admin(`create database ${name} template ${side}_loaded`);
    await this.#admin('checkpoint');
    const folder = join(this.#folder, name);
    try {
      const opened =
        side === 'plain' ? await openPlain(this.#url(name), this.#connections) : await this.#kepil(name);
      try {
        return await work(opened);
      } finally {
        await opened.close();
      }
    } finally {
      await this.#admin(`drop database if exists ${name} with (force)`);
      rmSync(folder, { recursive: true, force: true });
    }
  }

  async #kepil(name: string): Promise<Side> {
    if (!this.#ground) throw new Error('not loaded');
    const data = join(this.#folder, name);
    cpSync(join(this.#folder, 'loaded'), data, { recursive: true });
    const faults: Error[] = [];
    const onFault = (error: Error) => void faults.push(error);
    const place = { data, databaseUrl: this.#url(name), unlimited: true, onFault };
    const installation = await openInstallation(place);
    await installation.tick();
    installation.start();
    const [{ service }] = this.#ground.places;
    const logs = openLogFolder(join(data, 'log'));
    const side = new KepilSide(installation, this.#ground, (path) => logs.read(service, path));
    return side;
  }

  /** Processor time of the server and its backends so far, those that ended too, in milliseconds. */
  serverCpu = (): number => {
    const postmaster = String(this.#server.pid);
    const ticks = readdirSync('/proc').map((pid) => (/^\d+$/.test(pid) ? ticksOf(pid, postmaster) : 0));
    return ticks.reduce((sum, n) => sum + n, 0) * 10;
  };

  async close(): Promise<void> {
    await this.#server.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #url(name: string): string {
    const url = new URL(this.#server.url);
    url.pathname = `/${name}`;
    return url.href;
  }

  async #admin(statement: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.#server.url });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  }
}

/** Ticks (10 ms) of the server: of a backend its own, of the first process also those of whoever ended. */
function ticksOf(pid: string, postmaster: string): number {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return 0;
    throw error;
  }
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [own, ended] = [Number(fields[11]) + Number(fields[12]), Number(fields[13]) + Number(fields[14])];
  if (pid === postmaster) return own + ended;
  return fields[1] === postmaster ? own : 0;
}
