import { buffer } from 'node:stream/consumers';
import pg from 'pg';
import { to } from 'pg-copy-streams';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseOn, type FreshDatabase, freshDatabase } from '../../../test/database.ts';
import type { DumpPart } from '../postgres/dump.ts';
import { fillStore } from '../postgres/fill.ts';
import { migrate, migrateWithin } from '../postgres/migrate.ts';
import { newestTables, sealedTables } from '../postgres/tables.ts';
import { migrations } from './index.ts';

const known = migrations.at(-1)?.version ?? 0;
const one = '018f2a00-0000-7000-8000-000000000001';

/** A value for a column of any type that our tables have. */
const values: Readonly<Record<string, string>> = {
  uuid: `'${one}'`,
  text: `'text'`,
  bytea: `'\\x00ff'`,
  bigint: '1795000000000',
  integer: '1',
  smallint: '1',
  boolean: 'true',
  date: `'2026-11-20'`,
  jsonb: `'{}'`,
  ARRAY: `'{}'`,
};

/** Tables and columns as the catalogue has them, with defaults and what may be null. */
const shape = `
  select c.table_name as "table", c.column_name as "column", c.data_type as type, c.is_nullable as nullable,
    c.column_default as "default"
  from information_schema.columns c
  where c.table_schema = current_schema() and c.table_name <> 'schema_version'
  order by 1, 2`;
const indexes = `
  select tablename as "table", indexdef as "column" from pg_indexes
  where schemaname = current_schema() and tablename <> 'schema_version' order by 1, 2`;

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

const draft = one.replace(/1$/, '3');
const stranger = one.replace(/1$/, '2');
/** Registrations that nobody confirmed were let go once, by the step that gave their codes another key. */
const letGo = ['draft'];

describe.each(migrations.map(({ version, name }) => [version, name] as const))(
  'from the schema of step %i, %s',
  (version) => {
    let fresh: FreshDatabase;
    let database: FreshDatabase;
    let client: pg.Client;
    let tables: ReadonlyMap<string, readonly string[]>;

    beforeAll(async () => {
      fresh = await freshDatabase();
      database = await databaseOn(fresh.url);
      client = await connectedTo(database.url);
      await migrate(
        client,
        migrations.filter((step) => step.version <= version),
      );
      tables = await fillEvery(client);
      await client.query(
        `insert into subject (service_id, subject_id, kind, version, policy_hash, language, created_at)
         values ($1, $2, 'user', 1, 'hash', 'ru', 1)`,
        [one, stranger],
      );
    });
    afterAll(async () => {
      await client.end();
      await database.drop();
      await fresh.drop();
    });

    it('a dump is restored into the schema of today, without those whose keys are gone', async () => {
      const restored = await databaseOn(fresh.url);
      const halves = [newestTables, sealedTables].map((half) => partsOf(client, half, tables));
      const filled = await fillStore(restored.url, { schema: version, parts: halves });
      expect(filled).toEqual({ withoutKeys: 1, withoutRows: 0 });
      const target = await connectedTo(restored.url);
      expect(await versionOf(target)).toBe(known);
      expect((await target.query('select subject_id as id from subject')).rows).toEqual([{ id: one }]);
      await target.end();
      await restored.drop();
    });

    it('a trial leaves everything as it was, the next start brings every row along', async () => {
      expect(tables.size).toBeGreaterThan(15);
      const before = (await client.query(shape)).rows;
      await client.query('begin');
      await migrateWithin(client);
      expect(await versionOf(client)).toBe(known);
      await client.query('rollback');
      expect((await client.query(shape)).rows).toEqual(before);
      expect(await versionOf(client)).toBe(version);
      await migrate(client);
      expect(await versionOf(client)).toBe(known);
      for (const table of tables.keys()) {
        if (letGo.includes(table)) continue;
        const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${table}`);
        expect({ table, n: rows[0]?.n }).toEqual({ table, n: table === 'subject' ? 2 : 1 });
      }
    });

    it('comes to the very schema that a new database has', async () => {
      const newest = await connectedTo(fresh.url);
      for (const asked of [shape, indexes])
        expect((await client.query(asked)).rows).toEqual((await newest.query(asked)).rows);
      await newest.end();
    });
  },
);

async function connectedTo(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

async function versionOf(client: pg.Client): Promise<number> {
  return (
    (await client.query<{ n: number }>('select max(version)::int as n from schema_version')).rows[0]?.n ?? 0
  );
}

/** Puts a row into every table. @returns the columns of each */
async function fillEvery(client: pg.Client): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await client.query<Column>(shape);
  const tables = new Map<string, Column[]>();
  for (const row of rows) tables.set(row.table, [...(tables.get(row.table) ?? []), row]);
  for (const [table, columns] of tables) {
    const names = columns.map(({ column }) => column).join(', ');
    const row = columns.map(({ column, type }) =>
      column === 'draft_id'
        ? `'${draft}'`
        : (values[type] ?? expect.fail(`no value for a ${type} in ${table}`)),
    );
    await client.query(`insert into ${table} (${names}) values (${row.join(', ')})`);
  }
  return new Map([...tables].map(([table, columns]) => [table, columns.map(({ column }) => column)]));
}

async function* partsOf(
  client: pg.Client,
  tables: readonly string[],
  columns: ReadonlyMap<string, readonly string[]>,
): AsyncIterable<DumpPart> {
  for (const table of tables) {
    const own = columns.get(table);
    if (!own) continue;
    yield { table, columns: own };
    yield await buffer(client.query(to(`copy ${table} (${own.join(', ')}) to stdout with (format binary)`)));
  }
}
