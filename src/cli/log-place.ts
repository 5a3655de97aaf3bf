import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { KepilError, textOf } from '../base/index.ts';
import { checkpointPath, logPaths, type ReadLogFile } from '../ledger/index.ts';

/** A log over the network is fetched up to this many entries; a larger one is checked from its folder. */
const fetchedAtMost = 10_000_000;
/** 256 entries of 64 KiB, the largest file a log has. */
const fileBytesAtMost = 256 * (2 + 0xffff);
const fetchesAtOnce = 8;

/** A log whose files lie in a folder. */
export interface LogFolder {
  readonly folder: string;
  readonly read: ReadLogFile;
}

/** The files of a log in a folder. @throws KepilError `ERR_USAGE` when there is none */
export function logIn(folder: string): LogFolder {
  return sureOf({ folder, read: readFolder(folder) }, folder);
}

/**
 * Does `work` with a log in a folder or over http. What is fetched lies in a folder of its own meanwhile, not
 * in memory.
 *
 * @throws KepilError `ERR_USAGE` when there is none, `ERR_STORE_UNAVAILABLE` when it cannot be reached
 */
export async function withLog<T>(place: string, work: (log: LogFolder) => Promise<T>): Promise<T> {
  if (!/^https?:\/\//.test(place)) return await work(logIn(place));
  const folder = mkdtempSync(join(tmpdir(), 'kepil-log-'));
  try {
    await fetchLog(place, folder);
    return await work(sureOf({ folder, read: readFolder(folder) }, place));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sureOf(log: LogFolder, name: string): LogFolder {
  if (!log.read(checkpointPath)) throw new KepilError('ERR_USAGE', 'log-missing', { name });
  return log;
}

/** Reads files of a folder; one that is not there is undefined. */
export function readFolder(folder: string): ReadLogFile {
  return (path) => {
    try {
      return readFileSync(join(folder, path));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
      throw error;
    }
  };
}

/** Fetches every file a log of that size has, a few at a time. */
async function fetchLog(base: string, folder: string): Promise<void> {
  const take = async (path: string) => {
    const bytes = await fetchBytes(`${base.replace(/\/$/, '')}/${path}`).catch((cause: unknown) => {
      throw new KepilError('ERR_STORE_UNAVAILABLE', 'log-unreachable', { name: base }, { cause });
    });
    if (!bytes) return undefined;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
    return bytes;
  };
  const checkpoint = await take(checkpointPath);
  await take('verifier-key');
  const claimed = checkpoint ? Number(textOf(checkpoint).split('\n')[1]) : 0;
  const size = Number.isSafeInteger(claimed) ? Math.min(claimed, fetchedAtMost) : 0;
  const paths = logPaths(size).values();
  const some = async () => {
    for (const path of paths) await take(path);
  };
  await Promise.all(Array.from({ length: fetchesAtOnce }, some));
}

async function fetchBytes(url: string): Promise<Uint8Array | undefined> {
  const reply = await fetch(url, { signal: AbortSignal.timeout(30_000) });
  if (!reply.ok || !reply.body) {
    await reply.body?.cancel();
    return undefined;
  }
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of reply.body) {
    length += part.length;
    if (length > fileBytesAtMost) throw new RangeError('no file of a log is so long');
    parts.push(part);
  }
  return Buffer.concat(parts);
}
