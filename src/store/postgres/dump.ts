import pg from 'pg';
import { to } from 'pg-copy-streams';
import type { Id } from '../../base/index.ts';
import { migrations } from '../migrations/index.ts';
import { checkDatabaseUrl } from './database-url.ts';
import { failureOf } from './failure.ts';
import { newestTables, sealedTables } from './tables.ts';

/** Which half of a store: the newest word and all keys, or the sealed data. */
export type StoreHalf = 'newest' | 'sealed';

/** The rows of a table that follow, as PostgreSQL's binary COPY: its name and columns, then its bytes. */
export type DumpPart = { readonly table: string; readonly columns: readonly string[] } | Uint8Array;

/** A service with its log as it stands. */
export interface DumpedService {
  readonly id: Id;
  readonly key: string;
  readonly kind: 'service' | 'house';
  /** Entries that have a place under a checkpoint. */
  readonly size: number;
  readonly checkpoint?: string;
}

/** A store at one instant. */
export interface Dump {
  /** The newest step of the schema. */
  readonly schema: number;
  /** Every service with the length of its log and the checkpoint of that length. */
  readonly services: readonly DumpedService[];
  /** The tables of a half one after the other; each half once. */
  parts(half: StoreHalf): AsyncIterable<DumpPart>;
}

/** The tables of each half in the order they are written. */
export const halves: Readonly<Record<StoreHalf, readonly string[]>> = {
  newest: newestTables,
  sealed: sealedTables,
};

/** Messages of a draft are left out with it, and so are files that have not arrived. */
const conditions: Readonly<Record<string, string>> = {
  file: "where t.state <> 'arriving'",
  file_part: `where exists (select from file f where f.service_id = t.service_id
    and f.subject_id = t.subject_id and f.file_id = t.file_id and f.state <> 'arriving')`,
  message:
    'where exists (select from subject s where s.service_id = t.service_id and s.subject_id = t.subject_id)',
};

/**
 * Lets `work` read the store at `url` as it stands at one instant; nobody waits for it.
 *
 * @throws KepilError `ERR_STORE_UNAVAILABLE`, `ERR_USAGE`
 */
export async function dumpStore<T>(url: string, work: (dump: Dump) => Promise<T>): Promise<T> {
  checkDatabaseUrl(url);
  const client = new pg.Client({ connectionString: url, application_name: 'kepil backup' });
  try {
    const services = await begin(client).catch((error: unknown) => Promise.reject(failureOf(error)));
    const schema = migrations.at(-1)?.version ?? 0;
    return await work({ schema, services, parts: (half) => partsOf(client, half) });
  } finally {
    await client.end();
  }
}

async function begin(client: pg.Client): Promise<readonly DumpedService[]> {
  await client.connect();
  await client.query('begin transaction isolation level repeatable read read only');
  const { rows } = await client.query<DumpedService & { checkpoint: string | null }>(
    `select s.service_id as id, s.key, s.kind, coalesce(c.size, 0)::float8 as size, c.note as checkpoint
     from service s left join lateral (
       select size, note from log_checkpoint l where l.service_id = s.service_id order by size desc limit 1
     ) c on true order by s.key`,
  );
  return rows.map(({ checkpoint, ...row }) => ({ ...row, ...(checkpoint !== null && { checkpoint }) }));
}

async function* partsOf(client: pg.Client, half: StoreHalf): AsyncIterable<DumpPart> {
  try {
    for (const table of halves[half]) {
      const columns = await columnsOf(client, table);
      yield { table, columns };
      const list = columns.map((name) => `t.${name}`).join(', ');
      const rows = `select ${list} from ${table} t ${conditions[table] ?? ''}`;
      yield* client.query(to(`copy (${rows}) to stdout with (format binary)`)) as AsyncIterable<Uint8Array>;
    }
  } catch (error) {
    throw failureOf(error);
  }
}

async function columnsOf(client: pg.Client, table: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [table],
  );
  return rows.map(({ name }) => name);
}
