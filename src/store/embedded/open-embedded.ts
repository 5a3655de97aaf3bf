import { mkdirSync, realpathSync } from 'node:fs';
import { database, ensureCluster, openTheWay, role } from './cluster.ts';
import { barredFolder, nativeFolder } from './native.ts';
import { stopOrphan } from './orphan.ts';
import { type Postmaster, startPostmaster, stopPostmaster } from './postmaster.ts';
import { chooseRunner, type Runner } from './runner.ts';

/** Where our own server keeps its data and how it is reached. */
export interface EmbeddedOptions {
  /** Kepil's data folder; made when missing. Precondition: the caller holds its lock. */
  readonly folder: string;
  /** Absent: any free port. After a crash give the former one, and open connections' URLs stay right. */
  readonly port?: number;
  /** Called when the server ends without `stop()`. */
  readonly onExit?: () => void;
  /** Further settings of the server by name. */
  readonly settings?: Readonly<Record<string, string>>;
  /** As whom to run; found out when absent. */
  readonly runner?: Runner;
}

/** A running server of our own. */
export interface Embedded {
  /** `postgres://…` with the password: never to be printed. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Stops the server and waits until it is gone. May be called again. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL in `<folder>/pg`, made at first start, and waits until it takes connections at 127.0.0.1.
 *
 * A server left behind by a killed Kepil on this folder is stopped first; a half-made cluster is made anew.
 * @throws KepilError `ERR_STORE_UNAVAILABLE` when it does not start, `ERR_USAGE` when the folder cannot be
 * reached
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  mkdirSync(options.folder, { recursive: true });
  const folder = realpathSync(options.folder);
  const runner = options.runner ?? chooseRunner();
  openTheWay(folder, runner);
  const native = nativeFolder(folder, (path) => runner.kind !== 'nobody' || barredFolder(path) === undefined);
  const cluster = await ensureCluster(folder, native, runner);
  await stopOrphan(cluster.data);
  const postmaster = await startPostmaster(cluster, options);
  const url = `postgres://${role}:${cluster.password}@127.0.0.1:${postmaster.port}/${database}`;
  return { url, port: postmaster.port, pid: postmaster.pid, stop: watch(postmaster, options.onExit) };
}

/** Tells of the server's end. @returns the way to stop it */
function watch(postmaster: Postmaster, onExit: (() => void) | undefined): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  postmaster.child.once('exit', () => {
    if (stopping === undefined) onExit?.();
  });
  return () => {
    stopping ??= stopPostmaster(postmaster);
    return stopping;
  };
}
