import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const socketName = 'control.sock';

/** Bytes of a socket's address that every system has room for. */
const longestPath = 100;

/** The socket through which another `kepil` on this machine asks a running one. */
export const socketPath = (data: string) => join(data, socketName);

/**
 * Does `work` with an address of the socket that is short enough: its path, or one through a link to the data
 * folder where the path is longer than the address of a socket may be. The link is of this process alone and
 * goes when `work` has ended.
 */
export async function withSocket<T>(data: string, work: (path: string) => Promise<T>): Promise<T> {
  const path = socketPath(data);
  if (Buffer.byteLength(path) <= longestPath) return work(path);
  const folder = await mkdtemp(join(tmpdir(), 'kepil-'));
  try {
    await symlink(data, join(folder, 'data'));
    return await work(join(folder, 'data', socketName));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
