import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { KepilError } from '../base/index.ts';
import { type Migrated, migrateStore, openEmbedded } from '../store/index.ts';
import { endingWhole } from './alone.ts';
import { keysPath, takeFolder } from './installation.ts';
import type { Terminal } from './terminal.ts';

/** What `kepil migrate` was told. */
export interface MigrateOptions {
  readonly data: string;
  readonly databaseUrl?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/**
 * Brings the schema of the database forward before Kepil is started, or with `dryRun` does all of it and
 * takes it back. `kepil run` does the first by itself. The embedded database must not be in use.
 *
 * @throws KepilError `ERR_USAGE` `data-missing`; `ERR_DATA_LOCKED`; those of `migrateStore`
 */
export async function migrate(options: MigrateOptions, { print, speaker }: Terminal): Promise<void> {
  const done = await endingWhole(() => migrated(options));
  if (options.json) return print(JSON.stringify(done, undefined, 2));
  const { from, to, steps } = done;
  if (steps.length === 0) return print(speaker.say('cli.migrate.nothing', { to }));
  print(speaker.say('cli.migrate.steps', { from, to }));
  for (const { version, name, ms } of steps)
    print(`  ${version}  ${name}  ${speaker.say('cli.migrate.ms', { ms })}`);
  print(speaker.say(options.dryRun ? 'cli.migrate.tried' : 'cli.migrate.done'));
}

async function migrated({ data: folder, databaseUrl, dryRun = false }: MigrateOptions): Promise<Migrated> {
  const data = resolve(folder);
  const known = existsSync(keysPath({ data }));
  if (databaseUrl === undefined && !known) throw new KepilError('ERR_USAGE', 'data-missing', { data });
  const lock = known ? await takeFolder(data) : undefined;
  try {
    if (databaseUrl !== undefined) return await migrateStore(databaseUrl, { trial: dryRun });
    const embedded = await openEmbedded({ folder: data });
    try {
      return await migrateStore(embedded.url, { trial: dryRun });
    } finally {
      await embedded.stop();
    }
  } finally {
    await lock?.release();
  }
}
