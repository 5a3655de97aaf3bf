import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { newId } from '../base/index.ts';
import { type BackupKey, backupKeyAt, keepBackupKey, makeBackupKey, readBackupKey } from '../keys/index.ts';
import { type Dump, dumpStore, type StoreHalf } from '../store/index.ts';
import { listLogs, noteBackup, type World } from '../system/index.ts';
import { type ArchiveSeal, writeArchive } from './archive-file.ts';
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
  /** Whether the key took a step, so that archives of keys from before do not open with it. */
  readonly stepped: boolean;
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
  await installation.tick();
  const id = newId(world.now(), world.crypto.random);
  const at = new Date(world.now()).toISOString();
  const name = `${at.replaceAll(/[-:.]/g, '')}-${id.slice(-12)}`;
  const path = (half: StoreHalf) => join(place.folder, `${name}${archiveEndings[half]}`);
  const { key, ...made } = await atRest(installation, async (dump, keys) => {
    const key = keyFor(world, { dump, place, ...(known && { known }) });
    const head = { format: 'kepil-backup/1' as const, id, at, schema: dump.schema, services: dump.services };
    const write = (half: StoreHalf) =>
      writeArchive(path(half), sealFor(half, key), {
        head: { ...head, half },
        ...(half === 'newest' && { keys }),
        parts: dump.parts(half),
      });
    const sealed = { file: path('sealed'), bytes: await write('sealed') };
    return { key, sealed, newest: { file: path('newest'), bytes: await write('newest') } };
  }).catch((error: unknown) => {
    rmSync(path('sealed'), { force: true });
    throw error;
  });
  // Not before the archive is on disk: until then the key at hand has to open the one before.
  const stepped = known !== undefined && key.generation > known.generation;
  if (stepped) keepBackupKey(place.key, key);
  await noteInLogs(world, id);
  await installation.tick();
  return { id, ...made, keyMade: known === undefined, stepped, removed: removeOlder(made.newest.file) };
}

/**
 * The store with the key file of the same instant: an epoch that began or ended in between would part them,
 * then it is tried again.
 */
async function atRest<T>(
  installation: Installation,
  work: (dump: Dump, keys: string) => Promise<T>,
): Promise<T> {
  const path = keysPath(installation);
  for (;;) {
    const keys = readFileSync(path, 'utf8');
    const done = await dumpStore(installation.databaseUrl, async (dump) =>
      readFileSync(path, 'utf8') === keys ? { value: await work(dump, keys) } : undefined,
    );
    if (done) return done.value;
  }
}

function sealFor(half: StoreHalf, { generation, keys, data }: BackupKey): ArchiveSeal {
  return half === 'newest' ? { generation, key: keys } : { key: data };
}

/** The key the archives are sealed under: a step on for each key epoch of the installation that ended. */
function keyFor(
  world: World,
  { dump, place, known }: { dump: Dump; place: BackupPlace; known?: BackupKey },
): BackupKey {
  const oldest = dump.services.map(({ id }) => world.keys.service(id).epochs[0] ?? 1);
  const ended = oldest.reduce((sum, epoch) => sum + epoch - 1, 0);
  if (!known) return makeBackupKey(place.key, ended, world.crypto);
  return backupKeyAt(known, Math.max(known.generation, ended), world.crypto);
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
