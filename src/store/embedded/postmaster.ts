import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { KepilError } from '../../base/index.ts';
import { until } from '../process-mark.ts';
import { binary, type Cluster } from './cluster.ts';
import { postmasterFile, stopOrphan, tell } from './orphan.ts';
import { commandOf } from './runner.ts';
import { serverArguments } from './settings.ts';

/** A server we started and that takes connections. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly child: ChildProcess;
}

interface StartOptions {
  /** Absent: any free port. */
  readonly port?: number;
  readonly settings?: Readonly<Record<string, string>>;
}

const logLimit = 8 << 20;
const retryForMs = 15_000;
const readyWithinMs = 180_000;

/**
 * Starts the server of `cluster` and waits until it takes connections.
 *
 * After a crash the processes of the former server may still be dying and hold its shared memory: then it is
 * tried again for some seconds. A free port that somebody took meanwhile is replaced by another.
 * @throws KepilError `ERR_STORE_UNAVAILABLE`
 */
export async function startPostmaster(cluster: Cluster, options: StartOptions): Promise<Postmaster> {
  if (existsSync(cluster.log) && statSync(cluster.log).size > logLimit)
    renameSync(cluster.log, `${cluster.log}.1`);
  const deadline = Date.now() + retryForMs;
  for (;;) {
    const port = options.port ?? (await freePort());
    const said = sizeOf(cluster.log);
    const started = await tryStart(cluster, port, options.settings ?? {});
    if (started !== undefined) return started;
    const why = readFileSync(cluster.log, 'utf8').slice(said);
    const portTaken = why.includes('Address already in use');
    if (portTaken && options.port !== undefined) {
      throw new KepilError('ERR_STORE_UNAVAILABLE', 'database-port-taken', { port });
    }
    const passing =
      portTaken || /pre-existing shared memory block|lock file "postmaster.pid" already exists/.test(why);
    if (!passing || Date.now() > deadline) throw notStarted(cluster, why);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function sizeOf(log: string): number {
  return existsSync(log) ? readFileSync(log, 'utf8').length : 0;
}

function notStarted(cluster: Cluster, why: string): KepilError {
  const cause = new Error(/^.*(?:FATAL|PANIC):.*$/m.exec(why)?.[0] ?? 'no reason given');
  return new KepilError('ERR_STORE_UNAVAILABLE', 'database-not-started', { log: cluster.log }, { cause });
}

const running = new Set<number>();

/** Makes a server stop when our process ends by itself, from the server's birth on: also while it starts. */
function stopWithUs(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined) return;
  if (!process.listeners('exit').includes(stopAll)) process.on('exit', stopAll);
  running.add(pid);
  child.once('exit', () => running.delete(pid));
}

function stopAll(): void {
  for (const pid of running) tell(pid, 'SIGINT');
}

async function tryStart(cluster: Cluster, port: number, settings: Readonly<Record<string, string>>) {
  const { program, args, options } = commandOf(
    cluster.runner,
    binary(cluster, 'postgres'),
    serverArguments(cluster.data, port, settings),
  );
  const log = openSync(cluster.log, 'a', 0o600);
  // A session of its own: Ctrl-C in the terminal reaches us alone, and we stop the server in order.
  const child = spawn(program, args, {
    ...options,
    cwd: cluster.data,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  stopWithUs(child);
  let ended = false;
  child.once('exit', () => {
    ended = true;
  });
  child.once('error', () => {
    ended = true;
  });
  const ready = () => {
    const file = postmasterFile(cluster.data);
    return file?.ready === true && file.pid === child.pid;
  };
  await until(() => ended || ready(), readyWithinMs);
  if (ended || child.pid === undefined) return undefined;
  if (!ready()) {
    await stopOrphan(cluster.data);
    throw notStarted(cluster, '');
  }
  child.unref();
  return { pid: child.pid, port, child };
}

/** A port nobody listens on at 127.0.0.1 now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/**
 * Stops the server in order: open transactions are rolled back, a checkpoint is written. Waits until it is
 * gone.
 *
 * @throws KepilError `ERR_STORE_UNAVAILABLE` when it does not go
 */
export async function stopPostmaster({ child, pid }: Postmaster): Promise<void> {
  const gone = () => child.exitCode !== null || child.signalCode !== null;
  for (const [signal, patienceMs] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 15_000],
  ] as const) {
    if (!gone()) tell(pid, signal);
    if (await until(gone, patienceMs)) return;
  }
  throw new KepilError('ERR_STORE_UNAVAILABLE', 'database-does-not-stop', { pid });
}
