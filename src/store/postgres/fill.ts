import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import { KepilError } from '../../base/index.ts';
import { migrations } from '../migrations/index.ts';
import { checkDatabaseUrl } from './database-url.ts';
import { ownedTables } from './destruction.ts';
import { type DumpPart, halves } from './dump.ts';
import { failureOf } from './failure.ts';
import { migrate, migrateWithin } from './migrate.ts';

/** What to fill a store with: halves of a dump, each from a store of the schema it says. */
export interface Filling {
  readonly schema: number;
  readonly parts: readonly AsyncIterable<DumpPart>[];
}

/** What did not belong together: rows of people whose keys are missing, keys of whom there are no rows. */
export interface Filled {
  readonly withoutKeys: number;
  readonly withoutRows: number;
}

/**
 * Fills the empty store at `url` in one commit: with the schema that the rows were written in, which is then
 * brought forward to that of today.
 *
 * Rows of people without keys go: they are destroyed. Messages on their way are left `unsure`: nobody knows
 * whether they went out since, and none goes out twice.
 * @throws KepilError `ERR_USAGE` `restore-not-empty`, `ERR_STORE_UNAVAILABLE` `schema-newer`,
 * `ERR_STORE_CORRUPT` `backup-table`
 */
export async function fillStore(url: string, filling: Filling): Promise<Filled> {
  checkDatabaseUrl(url);
  const client = new pg.Client({ connectionString: url, application_name: 'kepil restore' });
  try {
    await ours(prepare(client, filling.schema));
    for (const parts of filling.parts) await copyIn(client, parts);
    return await ours(finish(client));
  } finally {
    await client.end();
  }
}

/** A failure of PostgreSQL as our error. */
function ours<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => Promise.reject(failureOf(error)));
}

async function prepare(client: pg.Client, schema: number): Promise<void> {
  await client.connect();
  const known = migrations.at(-1)?.version ?? 0;
  if (schema > known) throw new KepilError('ERR_STORE_UNAVAILABLE', 'schema-newer', { found: schema, known });
  const steps = migrations.filter(({ version }) => version <= schema);
  await migrate(client, steps);
  const { rows } = await client.query('select from service limit 1');
  if (rows.length > 0) throw new KepilError('ERR_USAGE', 'restore-not-empty');
  await client.query('begin');
}

/** What is settled is settled in tables of today: a dump of an earlier schema lacks some of them. */
async function finish(client: pg.Client): Promise<Filled> {
  await migrateWithin(client);
  const filled = await settle(client);
  await client.query('commit');
  return filled;
}

const tables: ReadonlySet<string> = new Set([...halves.newest, ...halves.sealed]);

/** Copies table after table; what fails in reading `parts` is thrown as it is. */
async function copyIn(client: pg.Client, parts: AsyncIterable<DumpPart>): Promise<void> {
  const source = parts[Symbol.asyncIterator]();
  let step = await source.next();
  while (!step.done) {
    const statement = copyStatement(step.value);
    let broken: { readonly error: unknown } | undefined;
    const rows = async function* () {
      try {
        for (;;) {
          step = await source.next();
          if (step.done || !(step.value instanceof Uint8Array)) return;
          yield step.value;
        }
      } catch (error) {
        broken = { error };
        throw error;
      }
    };
    await pipeline(rows, client.query(from(statement))).catch((error: unknown) => {
      throw broken ? broken.error : failureOf(error);
    });
  }
}

/** @throws KepilError `ERR_STORE_CORRUPT` `backup-table` for rows of no table of ours */
function copyStatement(part: DumpPart): string {
  const named = part instanceof Uint8Array ? undefined : part;
  if (!named || !tables.has(named.table) || !named.columns.every((name) => /^[a-z][a-z0-9_]*$/.test(name)))
    throw new KepilError('ERR_STORE_CORRUPT', 'backup-table');
  return `copy ${named.table} (${named.columns.join(', ')}) from stdin with (format binary)`;
}

const nobody = `'00000000-0000-0000-0000-000000000000'`;

/** Makes one store of the halves of a dump, which may be of different days. */
async function settle(client: pg.Client): Promise<Filled> {
  const keyless = `not exists (select from subject_key k
    where k.service_id = t.service_id and k.subject_id = t.subject_id)
    and not exists (select from sweep_job j
    where j.service_id = t.service_id and j.subject_id = t.subject_id)`;
  const rowless = `not exists (select from subject s
    where s.service_id = t.service_id and s.subject_id = t.subject_id)`;
  const remove = async (table: string, condition: string) =>
    (await client.query(`delete from ${table} t where ${condition}`)).rowCount ?? 0;
  const withoutRows = await remove('subject_key', rowless);
  const withoutKeys = await remove('subject', keyless);
  for (const table of ownedTables) await remove(table, `t.subject_id <> ${nobody} and ${keyless}`);
  await remove('staff', `not exists (select from subject_key k where k.subject_id = t.subject_id)`);
  await remove(
    'visit',
    'not exists (select from visit_day d where d.service_id = t.service_id and d.day = t.day)',
  );
  await client.query(`update message set state = 'unsure' where state in ('waiting', 'taken')`);
  return { withoutKeys, withoutRows };
}
