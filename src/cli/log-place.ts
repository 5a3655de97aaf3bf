import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KepilError, textOf } from '../base/index.ts';
import { checkpointPath, logPaths, type ReadLogFile } from '../ledger/index.ts';

/** A log over the network is fetched up to this many entries; a larger one is checked from its folder. */
const fetchedAtMost = 10_000_000;

/**
 * The files of a log in a folder or over http.
 *
 * @throws KepilError `ERR_USAGE` when there is none, `ERR_STORE_UNAVAILABLE` when it cannot be reached
 */
export async function logAt(place: string): Promise<ReadLogFile> {
  const read = /^https?:\/\//.test(place) ? await fetchLog(place) : readFolder(place);
  if (!read(checkpointPath)) throw new KepilError('ERR_USAGE', 'log-missing', { name: place });
  return read;
}

function readFolder(folder: string): ReadLogFile {
  return (path) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path)) : undefined);
}

/** Fetches every file a log of that size has, then reads from memory. */
async function fetchLog(base: string): Promise<ReadLogFile> {
  const files = new Map<string, Uint8Array>();
  const take = async (path: string) => {
    const bytes = await fetchBytes(`${base.replace(/\/$/, '')}/${path}`).catch((cause: unknown) => {
      throw new KepilError('ERR_STORE_UNAVAILABLE', 'log-unreachable', { name: base }, { cause });
    });
    if (bytes) files.set(path, bytes);
  };
  await take(checkpointPath);
  await take('verifier-key');
  const checkpoint = files.get(checkpointPath);
  const claimed = checkpoint ? Number(textOf(checkpoint).split('\n')[1]) : 0;
  const size = Number.isSafeInteger(claimed) ? Math.min(claimed, fetchedAtMost) : 0;
  for (const path of logPaths(size)) await take(path);
  return (path) => files.get(path);
}

async function fetchBytes(url: string): Promise<Uint8Array | undefined> {
  const reply = await fetch(url, { signal: AbortSignal.timeout(30_000) });
  return reply.ok ? new Uint8Array(await reply.arrayBuffer()) : undefined;
}
