import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** The policy that comes with Kepil. */
export const examplePath = join(import.meta.dirname, '..', '..', 'examples', 'dala-kitap.txt');
/** Root of the checkout. */
export const root = join(import.meta.dirname, '..', '..');

/** A folder of one's own, gone when the file's tests are through. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kepil-cli-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Whether somebody listens there. */
export function listens(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('close', () => socket.destroy());
    socket.once('connect', () => socket.destroy());
  });
}

/** Whether a process of that number is there. */
export function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Lines of our own source: people see sentences, never these. */
export const trace = /\n\s+at |node:internal|\.js:\d+/;

/** As somebody to whom modes of files mean something: root is let in everywhere. */
export function plainUser(): readonly string[] | undefined {
  if (process.getuid?.() !== 0) return [];
  const through = ['unshare', '--user', '--map-user=1000', '--map-group=1000'];
  const [program = '', ...args] = through;
  return spawnSync(program, [...args, 'true']).status === 0 ? through : undefined;
}
