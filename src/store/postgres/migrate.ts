import type { PoolClient } from 'pg';
import { KepilError } from '../../base/index.ts';
import { type Migration, migrations } from '../migrations/index.ts';

/** Key of the advisory lock that lets one process at a time change the schema: "kepil" in ASCII. */
const lockKey = 0x6b6570696c;

/**
 * Brings the schema forward by every step it lacks, in one transaction. Two processes at once: the second
 * waits and finds nothing left to do.
 *
 * @throws KepilError `ERR_STORE_UNAVAILABLE` `schema-newer` when the database was written by a newer Kepil
 */
export async function migrate(
  client: Pick<PoolClient, 'query'>,
  steps: readonly Migration[] = migrations,
): Promise<void> {
  await client.query('begin');
  try {
    await migrateWithin(client, steps);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** Does as `migrate` does, in the transaction that is under way. */
export async function migrateWithin(
  client: Pick<PoolClient, 'query'>,
  steps: readonly Migration[] = migrations,
): Promise<void> {
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
  for (const step of steps.filter(({ version }) => !done.has(version))) {
    await client.query(step.sql);
    await client.query('insert into schema_version (version, name) values ($1, $2)', [
      step.version,
      step.name,
    ]);
  }
}
