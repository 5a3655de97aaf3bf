/** The only door to disk: PostgreSQL, embedded or given. */

export { type Embedded, type EmbeddedOptions, openEmbedded } from './embedded/open-embedded.ts';
export { type FolderLock, type LockNote, lockFolder } from './lock-folder.ts';
export { type LogFolder, openLogFolder } from './log-folder.ts';
export { type Dump, type DumpedService, type DumpPart, dumpStore, type StoreHalf } from './postgres/dump.ts';
export { type Filled, type Filling, fillStore } from './postgres/fill.ts';
export type { Migrated } from './postgres/migrate.ts';
export { migrateStore, openStore, type StoreOptions } from './postgres/open-store.ts';
export type * from './store.ts';
