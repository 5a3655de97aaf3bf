import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  lchownSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { KepilError } from '../../base/index.ts';
import { barredFolder } from './native.ts';
import { commandOf, type Runner } from './runner.ts';

/** A data folder of PostgreSQL made ready to be started. */
export interface Cluster {
  /** The folder PostgreSQL owns. */
  readonly data: string;
  readonly native: string;
  readonly runner: Runner;
  readonly log: string;
  readonly password: string;
}

/** The role and the database Kepil uses in its own server. */
export const role = 'kepil';
/** The database that holds the tables. */
export const database = 'postgres';

const major = '18';
const halfMade = 'pg.new-';

/**
 * Lets the user PostgreSQL runs as through to `folder`.
 *
 * @throws KepilError `ERR_USAGE` when a folder above bars the way
 */
export function openTheWay(folder: string, runner: Runner): void {
  if (runner.kind !== 'nobody') return;
  // Secrets in the data folder are files of mode 0600; passing through shows nothing.
  chmodSync(folder, statSync(folder).mode | 0o011);
  const bar = barredFolder(folder);
  if (bar !== undefined) throw new KepilError('ERR_USAGE', 'data-folder-barred', { folder, bar });
}

/** The cluster in `folder`, made now when there is none or a former attempt broke off. */
export async function ensureCluster(folder: string, native: string, runner: Runner): Promise<Cluster> {
  const data = join(folder, 'pg');
  const log = join(folder, 'pg.log');
  removeHalfMade(folder);
  const made = existsSync(join(data, 'PG_VERSION'));
  const password = passwordIn(folder, runner, made);
  const cluster = { data, native, runner, log, password };
  if (made) checkVersion(data);
  else await makeCluster(folder, cluster);
  giveTo(runner, data);
  return cluster;
}

function removeHalfMade(folder: string): void {
  for (const name of readdirSync(folder).filter((each) => each.startsWith(halfMade))) {
    try {
      rmSync(join(folder, name), { recursive: true, force: true });
    } catch {
      // Its maker was killed and initdb still writes; it fails over what is missing, and the next start
      // removes the rest.
    }
  }
}

function checkVersion(data: string): void {
  const found = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (found !== major)
    throw new KepilError('ERR_STORE_UNAVAILABLE', 'database-version', { found, expected: major });
}

function passwordIn(folder: string, runner: Runner, made: boolean): string {
  const path = join(folder, 'pg.secret');
  if (!existsSync(path)) {
    if (made) throw new KepilError('ERR_STORE_UNAVAILABLE', 'database-secret-missing', { path });
    const half = `${path}.new`;
    rmSync(half, { force: true });
    const file = openSync(half, 'wx', 0o600);
    writeSync(file, `${randomBytes(32).toString('base64url')}\n`);
    fsyncSync(file);
    closeSync(file);
    renameSync(half, path);
  }
  // initdb reads the file itself, as the user it runs as.
  if (runner.uid !== undefined) chownSync(path, runner.uid, runner.gid ?? runner.uid);
  chmodSync(path, 0o600);
  return readFileSync(path, 'utf8').trim();
}

/**
 * Makes the cluster under a name of its own and renames it, so that a half-made one is never mistaken for a
 * whole one.
 */
async function makeCluster(folder: string, cluster: Cluster): Promise<void> {
  const half = join(folder, `${halfMade}${randomBytes(6).toString('hex')}`);
  mkdirSync(half, { mode: 0o700 });
  giveTo(cluster.runner, half);
  await initdb(cluster, half, join(folder, 'pg.secret'));
  // What stands in the way has no PG_VERSION: nothing of ours was ever stored in it.
  rmSync(cluster.data, { recursive: true, force: true });
  renameSync(half, cluster.data);
  syncFolder(folder);
}

async function initdb(cluster: Cluster, into: string, passwordFile: string): Promise<void> {
  const args = [
    '-D',
    into,
    '-U',
    role,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '-E',
    'UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ];
  const said = openSync(cluster.log, 'a', 0o600);
  try {
    const { program, args: all, options } = commandOf(cluster.runner, binary(cluster, 'initdb'), args);
    const child = spawn(program, all, {
      ...options,
      cwd: into,
      stdio: ['ignore', said, said],
    });
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', resolve);
    });
    if (code !== 0) throw new Error(`initdb ended with ${code}`);
  } catch (cause) {
    throw new KepilError('ERR_STORE_UNAVAILABLE', 'database-not-made', { log: cluster.log }, { cause });
  } finally {
    closeSync(said);
  }
}

/** Path of a program of PostgreSQL. */
export function binary(cluster: Pick<Cluster, 'native'>, name: string): string {
  return join(cluster.native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/** Makes the runner's user the owner of everything under `path`, when it is not yet. */
function giveTo(runner: Runner, path: string): void {
  const { uid, gid } = runner;
  if (uid === undefined || statSync(path).uid === uid) return;
  for (const name of readdirSync(path, { recursive: true }) as string[])
    lchownSync(join(path, name), uid, gid ?? uid);
  chownSync(path, uid, gid ?? uid);
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
