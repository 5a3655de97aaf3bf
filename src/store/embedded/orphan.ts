import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { KepilError } from '../../base/index.ts';
import { processMark, until, workingFolder } from '../process-mark.ts';

/** What `postmaster.pid` says: the process and whether it takes connections. */
export function postmasterFile(data: string): { pid: number; ready: boolean } | undefined {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), ready: lines[7]?.trim() === 'ready' };
  } catch {
    return undefined;
  }
}

/**
 * Stops the server that a killed Kepil left behind on `data`, and waits until it is gone.
 *
 * A `postmaster.pid` whose number now belongs to another program is removed; PostgreSQL would refuse to start
 * over it. Precondition: the data folder is locked, so the server found is nobody's.
 * @throws KepilError `ERR_STORE_UNAVAILABLE` when it does not go
 */
export async function stopOrphan(data: string): Promise<void> {
  const pid = postmasterFile(data)?.pid;
  if (pid === undefined || processMark(pid) === undefined) return;
  if (!worksOn(pid, data)) {
    rmSync(join(data, 'postmaster.pid'), { force: true });
    return;
  }
  const mark = processMark(pid);
  const gone = () => processMark(pid) !== mark;
  for (const [signal, patienceMs] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 15_000],
  ] as const) {
    tell(pid, signal);
    if (await until(gone, patienceMs)) return;
  }
  throw new KepilError('ERR_STORE_UNAVAILABLE', 'database-does-not-stop', { pid });
}

/**
 * A server of PostgreSQL works in its data folder. Where the system does not tell, the number is believed.
 */
function worksOn(pid: number, data: string): boolean {
  if (process.platform !== 'linux') return true;
  return workingFolder(pid) === realpathSync(data);
}

/** Sends `signal` to `pid`; a process that has ended meanwhile is what we wanted. */
export function tell(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
