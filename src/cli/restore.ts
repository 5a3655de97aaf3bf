import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Id, KepilError } from '../base/index.ts';
import {
  type KeyRing,
  nodeCrypto,
  openKeyRing,
  type RootSource,
  readBackupKey,
  writeDurably,
} from '../keys/index.ts';
import type { LogReport, ReadLogFile } from '../ledger/index.ts';
import {
  type DumpedService,
  type Filled,
  fillStore,
  openEmbedded,
  openLogFolder,
  openStore,
} from '../store/index.ts';
import {
  entriesOf,
  listLogs,
  logVerifierKey,
  newestBackup,
  noteRestored,
  type Replayed,
  replayLater,
  sequenceLog,
  sweepDestroyed,
  sweepExpired,
  sweepVisits,
  takeUpLog,
  turnEpoch,
  type World,
} from '../system/index.ts';
import { endingWhole } from './alone.ts';
import { archivedParts, type CheckedArchive, checkArchive } from './archive-file.ts';
import { checkLog } from './check-log.ts';
import { keysPath, takeFolder, worldOf } from './installation.ts';
import { logIn } from './log-place.ts';
import { archiveEndings } from './make-backup.ts';
import { rootSourceOf } from './root-source.ts';
import type { Terminal } from './terminal.ts';

/** What `kepil restore` was told. */
export interface RestoreOptions {
  readonly data: string;
  readonly databaseUrl?: string;
  /** File of the key the archives are sealed under. */
  readonly key: string;
  /** Folder with the log of each service, kept apart from the backup. */
  readonly ledger: string;
  /** The archive of data; the newest in the folder when not given. */
  readonly archive?: string;
  /** Whether the newest archive of keys is lost and an older one must do. */
  readonly olderKeys?: boolean;
}

/** A restoration whose archives were read through. */
interface Restoration {
  readonly data: string;
  readonly databaseUrl?: string;
  readonly newest: CheckedArchive;
  readonly sealed: CheckedArchive;
  readonly ledger: string;
  readonly olderKeys: boolean;
  /** Where the root key of the archived key file comes from. */
  readonly root: RootSource;
}

/**
 * Restores an installation into an empty data folder from the archives of a folder and the logs that were
 * kept elsewhere.
 *
 * INVARIANT: the key file takes its name last: until everything that was taken away after the backup is taken
 * away again, nothing opens.
 * @returns 1 when a log is damaged, shorter than the backup or another; else 0
 */
export async function restore(folder: string, options: RestoreOptions, terminal: Terminal): Promise<number> {
  const { print, speaker } = terminal;
  print(speaker.say('cli.restore.checking'));
  const root = rootSourceOf(terminal.environment);
  const what = { ...(await prepared(resolve(folder), options)), root };
  const lock = await takeFolder(what.data);
  try {
    refuseUsed(what);
    const path = join(what.data, 'keys', 'restoring.json');
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeDurably(path, what.newest.keys ?? '');
    const checked = await openAndCheck(what, path, terminal).catch((error: unknown) => {
      leaveEmpty(path);
      throw error;
    });
    if (!checked) {
      leaveEmpty(path);
      return 1;
    }
    const done = await endingWhole(() => fill(what, checked)).catch((error: unknown) => {
      terminal.complain(speaker.say('cli.restore.left', { data: what.data }));
      throw error;
    });
    renameSync(path, keysPath(what));
    tell(done, terminal);
    return 0;
  } finally {
    await lock.release();
  }
}

/** Nothing was filled in yet: the folder can be restored into as before. */
function leaveEmpty(keyFile: string): void {
  rmSync(dirname(keyFile), { recursive: true });
}

async function prepared(folder: string, options: RestoreOptions): Promise<Omit<Restoration, 'root'>> {
  const secret = readBackupKey(resolve(options.key));
  if (!secret) throw new KepilError('ERR_USAGE', 'backup-key-missing', { path: options.key });
  const newest = await checkArchive(newestIn(folder, 'newest'), secret, 'newest');
  const path = options.archive === undefined ? newestIn(folder, 'sealed') : resolve(options.archive);
  const sealed = await checkArchive(path, secret, 'sealed');
  if (sealed.head.at > newest.head.at) throw new KepilError('ERR_USAGE', 'backup-keys-older');
  if (sealed.head.schema !== newest.head.schema) throw new KepilError('ERR_USAGE', 'backup-schemas');
  if (!sealed.head.services.every(({ id }) => newest.head.services.some((one) => one.id === id)))
    throw new KepilError('ERR_USAGE', 'backup-other');
  return {
    data: resolve(options.data),
    ...(options.databaseUrl && { databaseUrl: options.databaseUrl }),
    ...{ newest, sealed },
    ledger: resolve(options.ledger),
    olderKeys: options.olderKeys === true,
  };
}

/** Names of archives begin with their instant. */
function newestIn(folder: string, half: keyof typeof archiveEndings): string {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const name = names
    .filter((one) => one.endsWith(archiveEndings[half]))
    .sort()
    .at(-1);
  if (name === undefined) throw new KepilError('ERR_USAGE', 'backup-missing', { folder });
  return join(folder, name);
}

function refuseUsed({ data, databaseUrl }: Restoration): void {
  const used = existsSync(join(data, 'keys')) || (databaseUrl === undefined && existsSync(join(data, 'pg')));
  if (used) throw new KepilError('ERR_USAGE', 'restore-not-empty', { data });
}

type Logs = ReadonlyMap<string, ReadLogFile>;

/** The archived keys, open, with the logs that were verified against them. */
interface Opened {
  readonly keys: KeyRing;
  readonly logs: Logs;
}

async function openAndCheck(
  what: Restoration,
  keyFile: string,
  terminal: Terminal,
): Promise<Opened | undefined> {
  const keys = await openKeyRing(keyFile, nodeCrypto, what.root);
  const logs = await checkedLogs(what, keys, terminal);
  return logs && { keys, logs };
}

/** The log of each service, verified against its key and the checkpoint of the backup. */
async function checkedLogs(
  what: Restoration,
  keys: KeyRing,
  { complain, speaker }: Terminal,
): Promise<Logs | undefined> {
  const logs = new Map<string, ReadLogFile>();
  let well = true;
  for (const service of what.newest.head.services) {
    const log = logIn(join(what.ledger, service.key));
    const verifierKey = logVerifierKey({ keys, crypto: nodeCrypto }, service);
    const { checkpoint: against } = service;
    const report = await checkLog(log, { verifierKey, ...(against && { against }) });
    if (isSound(report)) logs.set(service.id, log.read);
    else {
      well = false;
      complain(speaker.say('cli.restore.log-refused', { name: service.key }));
      for (const { code, params } of report.problems)
        complain(`  ${speaker.sayCode('problem', code, params ?? {})}`);
    }
  }
  if (!well) return undefined;
  if (!what.olderKeys) refuseOlderKeys(what, logs);
  return logs;
}

const isSound = (report: LogReport) => report.ok && report.signature === 'good';

function refuseOlderKeys({ newest: { head } }: Restoration, logs: Logs): void {
  for (const { id, size } of head.services) {
    const named = newestBackup(entriesOf(logs.get(id) as ReadLogFile, size));
    if (named !== undefined && named !== head.id) throw new KepilError('ERR_USAGE', 'backup-keys-not-newest');
  }
}

interface Restored {
  readonly filled: Filled;
  readonly services: readonly { readonly key: string; readonly replayed: Replayed }[];
}

async function fill(what: Restoration, from: Opened): Promise<Restored> {
  const database = what.databaseUrl === undefined ? await openEmbedded({ folder: what.data }) : undefined;
  try {
    const url = what.databaseUrl ?? (database as { url: string }).url;
    const { newest, sealed } = what;
    const filled = await fillStore(url, {
      schema: newest.head.schema,
      parts: [
        archivedParts(newest.path, newest.seal, 'newest'),
        archivedParts(sealed.path, sealed.seal, 'sealed'),
      ],
    });
    const store = await openStore(url);
    try {
      const logs = openLogFolder(join(what.data, 'log'));
      const parts = { store, logs, origin: () => 'http://127.0.0.1' };
      const world = worldOf({ data: what.data }, { ...parts, keys: from.keys });
      return { filled, services: await settle(world, what, from.logs) };
    } finally {
      await store.close();
    }
  } finally {
    await database?.stop();
  }
}

/**
 * Takes up the logs, does anew what came after the backup, sweeps, turns the key epochs that had turned
 * since, and lays the logs out.
 */
async function settle(world: World, what: Restoration, logs: Logs): Promise<Restored['services']> {
  const told: { key: string; replayed: Replayed }[] = [];
  const turned: Id[] = [];
  const services = await listLogs(world);
  for (const service of services) {
    const { waited } = await takeUpLog(world, service, logs.get(service.id) as ReadLogFile);
    const sizeIn = ({ head }: CheckedArchive) => head.services.find(sameAs(service))?.size ?? 0;
    const place = { service, newest: sizeIn(what.newest), sealed: sizeIn(what.sealed), waited };
    const replayed = await replayLater(world, place);
    await noteRestored(world, service, { backup: what.sealed.head.id as never, replayed });
    told.push({ key: service.key, replayed });
    if (replayed.turned) turned.push(service.id);
  }
  await sweepVisits(world, fail);
  while ((await sweepDestroyed(world, fail)) > 0);
  await sweepExpired(world);
  for (const id of turned) while (!(await turnEpoch(world, id)).ended);
  for (const service of services) while ((await sequenceLog(world, service)) > 0);
  return told;
}

const sameAs = (service: { id: string }) => (other: DumpedService) => other.id === service.id;

function fail(error: Error): never {
  throw error;
}

function tell({ filled, services }: Restored, { print, speaker }: Terminal): void {
  for (const { key, replayed } of services) {
    const { destroyed, withdrawn, taken, mailings, lost } = replayed;
    print(speaker.say('cli.restore.replayed', { name: key, destroyed, withdrawn, taken }));
    if (mailings > 0) print(`    ${speaker.say('cli.restore.mailings', { n: mailings })}`);
    for (const [kind, n] of Object.entries(lost))
      print(`    ${speaker.say('cli.restore.lost', { what: speaker.sayCode('entry', kind), n })}`);
  }
  if (filled.withoutKeys > 0) print(speaker.say('cli.restore.without-keys', { n: filled.withoutKeys }));
  if (filled.withoutRows > 0) print(speaker.say('cli.restore.without-rows', { n: filled.withoutRows }));
  print(speaker.say('cli.restore.done'));
}
