import type { PoolClient } from 'pg';
import { KepilError } from '../../base/index.ts';
import { type Migration, migrations } from '../migrations/index.ts';

/** Key of the advisory lock that lets one process at a time change the schema: "kepil" in ASCII. */
const lockKey = 0x6b6570696c;

/** What bringing a schema forward did, or would do. */
export interface Migrated {
  /** The newest step that the database had; 0 for an empty one. */
  readonly from: number;
  /** The newest step there is. */
  readonly to: number;
  /** The steps it lacked, each with how long it took in milliseconds. */
  readonly steps: readonly { readonly version: number; readonly name: string; readonly ms: number }[];
}

/**
 * How long a trial waits for whoever uses the tables. Whoever comes while it runs waits until it has taken
 * everything back: it belongs into an hour in which few do.
 */
const patience = '5s';

/**
 * Brings the schema forward by every step it lacks, in one transaction. Two processes at once: the second
 * waits and finds nothing left to do. As a `trial` it does all of it and takes it back.
 *
 * @throws KepilError `ERR_STORE_UNAVAILABLE` `schema-newer` when the database was written by a newer Kepil
 */
export async function migrate(
  client: Pick<PoolClient, 'query'>,
  steps: readonly Migration[] = migrations,
  { trial = false }: { trial?: boolean } = {},
): Promise<Migrated> {
  await client.query('begin');
  try {
    if (trial) await client.query(`set local lock_timeout = '${patience}'`);
    const done = await migrateWithin(client, steps);
    await client.query(trial ? 'rollback' : 'commit');
    return done;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** Does as `migrate` does, in the transaction that is under way. */
export async function migrateWithin(
  client: Pick<PoolClient, 'query'>,
  steps: readonly Migration[] = migrations,
): Promise<Migrated> {
  await client.query('select pg_advisory_xact_lock($1)', [lockKey]);
  await client.query(
    `create table if not exists schema_version (
      version integer primary key, name text not null, applied_at timestamptz not null default now()
    )`,
  );
  const { rows } = await client.query<{ version: number }>('select version from schema_version');
  const done = new Set(rows.map(({ version }) => version));
  const found = Math.max(0, ...done);
  const known = steps.at(-1)?.version ?? 0;
  if (found > known) throw new KepilError('ERR_STORE_UNAVAILABLE', 'schema-newer', { found, known });
  const taken: Migrated['steps'][number][] = [];
  for (const step of steps.filter(({ version }) => !done.has(version))) {
    const began = performance.now();
    await client.query(step.sql);
    await client.query('insert into schema_version (version, name) values ($1, $2)', [
      step.version,
      step.name,
    ]);
    taken.push({ version: step.version, name: step.name, ms: Math.round(performance.now() - began) });
  }
  return { from: found, to: known, steps: taken };
}
