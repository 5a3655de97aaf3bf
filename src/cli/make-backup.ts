import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { newId } from '../base/index.ts';
import { makeBackupKey, readBackupKey } from '../keys/index.ts';
import { type Dump, dumpStore, type StoreHalf } from '../store/index.ts';
import { listLogs, noteBackup, type World } from '../system/index.ts';
import { type ArchiveHead, writeArchive } from './archive-file.ts';
import { type Installation, keysPath } from './installation.ts';

/** Where a backup goes: its folder, and the file of the key it is sealed under. */
export interface BackupPlace {
  readonly folder: string;
  readonly key: string;
}

/** A backup that was made. Lengths in bytes. */
export interface BackupMade {
  readonly id: string;
  readonly newest: { readonly file: string; readonly bytes: number };
  readonly sealed: { readonly file: string; readonly bytes: number };
  /** Whether the key was made just now. */
  readonly keyMade: boolean;
  /** How many archives of keys from before went. */
  readonly removed: number;
}

/** How the two archives of a backup end. */
export const archiveEndings: Readonly<Record<StoreHalf, string>> = {
  newest: '.keys.kepil',
  sealed: '.data.kepil',
};

/**
 * Makes a backup of an open installation, which goes on working: two archives of one instant, the newest word
 * with all keys in one, the sealed data in the other. Each log says that it was made; archives of keys from
 * before go, since of keys only the newest may exist.
 *
 * @throws KepilError; errors of the file system as they are
 */
export async function makeBackup(installation: Installation, place: BackupPlace): Promise<BackupMade> {
  const { world } = installation;
  if (!existsSync(place.folder)) mkdirSync(place.folder, { recursive: true, mode: 0o700 });
  const known = readBackupKey(place.key);
  const key = known ?? makeBackupKey(place.key, world.crypto);
  await installation.tick();
  const id = newId(world.now(), world.crypto.random);
  const at = new Date(world.now()).toISOString();
  const name = `${at.replaceAll(/[-:.]/g, '')}-${id.slice(-12)}`;
  const path = (half: StoreHalf) => join(place.folder, `${name}${archiveEndings[half]}`);
  const made = await dumpStore(installation.databaseUrl, async (dump) => {
    const head = { format: 'kepil-backup/1' as const, id, at, schema: dump.schema, services: dump.services };
    const write = (half: StoreHalf) =>
      writeHalf(path(half), key, { head: { ...head, half }, dump, keyFile: keysPath(installation) });
    const sealed = { file: path('sealed'), bytes: await write('sealed') };
    return { sealed, newest: { file: path('newest'), bytes: await write('newest') } };
  }).catch((error: unknown) => {
    rmSync(path('sealed'), { force: true });
    throw error;
  });
  await noteInLogs(world, id);
  await installation.tick();
  return { id, ...made, keyMade: known === undefined, removed: removeOlder(made.newest.file) };
}

function writeHalf(
  path: string,
  key: Uint8Array,
  what: { head: ArchiveHead; dump: Dump; keyFile: string },
): Promise<number> {
  const { head, dump, keyFile } = what;
  const keys = head.half === 'newest' ? { keys: readFileSync(keyFile, 'utf8') } : {};
  return writeArchive(path, key, { head, ...keys, parts: dump.parts(head.half) });
}

async function noteInLogs(world: World, id: string): Promise<void> {
  for (const service of await listLogs(world)) await noteBackup(world, service, id);
}

/**
 * Removes archives of keys from before, and what a killed backup left half written.
 *
 * @returns how many archives of keys went
 */
function removeOlder(newest: string): number {
  const folder = dirname(newest);
  const paths = readdirSync(folder).map((name) => join(folder, name));
  const older = paths.filter((path) => path.endsWith(archiveEndings.newest) && path !== newest);
  for (const path of [...older, ...paths.filter((path) => path.endsWith('.kepil.new'))]) rmSync(path);
  return older.length;
}
