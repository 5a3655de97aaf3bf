import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../test/database.ts';
import { ownedTables } from '../postgres/destruction.ts';
import { leftTables, newestTables, sealedTables } from '../postgres/tables.ts';

/** Tables looked up by something else than the subject; they stay on one machine. A reason for each. */
const lookups: Readonly<Record<string, string>> = {
  blind_index: 'found by digest, before the subject is known',
  session: 'found by the digest of the cookie',
  ticket: 'found by its id, before the subject is known',
  staff: 'roles over all services; few rows',
};

/** What would keep a table from being distributed by subject. */
const faults: Readonly<Record<string, string>> = {
  'a table without a primary key': `
    select c.relname from pg_class c
    where c.relkind in ('r', 'p') and c.relnamespace = current_schema()::regnamespace
    and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')`,
  'a unique key of a subject-owned table that does not begin with service and subject': `
    select i.indexrelid::regclass::text as relname from pg_index i join pg_class c on c.oid = i.indrelid
    where c.relnamespace = current_schema()::regnamespace and i.indisunique
    and exists (select from pg_attribute a
                where a.attrelid = c.oid and a.attname = 'subject_id' and a.attnum > 0)
    and c.relname <> all ($1)
    and (select array_agg(a.attname order by n.at) from unnest(i.indkey::int[]) with ordinality n(num, at)
         join pg_attribute a on a.attrelid = c.oid and a.attnum = n.num where n.at <= 2)
        is distinct from array['service_id', 'subject_id']::name[]`,
  'a foreign key': `
    select conrelid::regclass::text as relname from pg_constraint where contype = 'f'`,
  'a number counted by the database': `
    select c.relname from pg_class c
    where c.relkind = 'S' and c.relnamespace = current_schema()::regnamespace`,
  'a column of bytes that leaves samples in the statistics': `
    select c.relname || '.' || a.attname as relname from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and a.attnum > 0
    and a.atttypid = 'bytea'::regtype and coalesce(a.attstattarget, -1) <> 0 and c.relname !~ '^log_'`,
};

describe('the schema', () => {
  let database: FreshDatabase;
  let client: pg.Client;
  beforeAll(async () => {
    database = await freshDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const found = async (statement: string) => {
    const values = statement.includes('$1') ? [Object.keys(lookups)] : [];
    return (await client.query<{ relname: string }>(statement, values)).rows.map((row) => row.relname);
  };

  it.each(Object.entries(faults))('has nowhere %s', async (_name, statement) => {
    expect(await found(statement)).toStrictEqual([]);
  });

  it('would be caught with each of these faults', async () => {
    await client.query('begin');
    await client.query(`
      create table bad_bare (service_id uuid);
      create table bad_key (
        service_id uuid, row_id serial, subject_id uuid, primary key (service_id, row_id));
      create table bad_unique (
        service_id uuid, subject_id uuid, mail text unique, primary key (service_id, subject_id));
      create table bad_reference (service_id uuid primary key references service);
      create table bad_bytes (service_id uuid primary key, secret bytea)`);
    const caught = [];
    for (const statement of Object.values(faults)) caught.push(await found(statement));
    await client.query('rollback');
    expect(caught.map((names) => names.sort())).toStrictEqual([
      ['bad_bare'],
      ['bad_key_pkey', 'bad_unique_mail_key'],
      ['bad_reference'],
      ['bad_key_row_id_seq'],
      ['bad_bytes.secret'],
    ]);
  });

  it('keeps nothing in the log that points at a subject', async () => {
    const { rows } = await client.query(
      `select column_name as name from information_schema.columns
       where table_name = 'log_leaf' order by ordinal_position`,
    );
    expect(rows.map((row) => row.name)).toStrictEqual(['service_id', 'leaf_index', 'entry_id', 'leaf']);
  });

  it('has each table in one half of a backup, or says that none has it', async () => {
    const { rows } = await client.query(
      'select tablename as name from pg_tables where schemaname = current_schema()',
    );
    const placed = [...newestTables, ...sealedTables, ...leftTables, 'schema_version'];
    expect(placed.sort()).toStrictEqual(rows.map((row) => row.name).sort());
  });

  it('has nothing in the sealed half that a destruction takes at once', () => {
    const atOnce = ['subject_key', 'visit_day', 'session', 'blind_index', 'consent', 'entry_link'];
    expect(sealedTables.filter((table) => atOnce.includes(table))).toStrictEqual([]);
  });

  it('searches every table with a subject for orphans, but for keys, sweeps and staff', async () => {
    const { rows } = await client.query(
      `select table_name as name from information_schema.columns
       where table_schema = current_schema() and column_name = 'subject_id'`,
    );
    const known = [...ownedTables, 'subject_key', 'sweep_job', 'staff'];
    expect(rows.map((row) => row.name).sort()).toStrictEqual(known.sort());
  });
});
