import pg from 'pg';
import type { Op } from './mixes.ts';
import type { Answer } from './oracle.ts';
import { type BenchRecord, fieldNames, fieldsFor, keyFor, purposeOf, recordFor, userOf } from './records.ts';
import type { Side } from './side.ts';

const columns = ['ycsb_key', ...fieldNames];
const batch = 1000;

const schema = `
create table usertable (
  ycsb_key text primary key, ${fieldNames.map((name) => `${name} text not null`).join(', ')}
);
create table audit_log (
  line bigint generated always as identity primary key,
  at timestamptz not null default now(), actor text not null, op text not null, key text not null
);
`;
const indexes = `
create index usertable_pur on usertable (pur);
create index usertable_usr on usertable (usr);
`;

/**
 * Loads the records into plain tables at `url`: in batches, indexes on purpose and owner after, then
 * vacuumed; a line of the log for each record; and the brief ones gone.
 */
export async function loadPlain(url: string, records: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(schema);
    const arrays = columns.map((_, n) => `$${n + 1}::text[]`).join(', ');
    for (let from = 0; from < records; from += batch) {
      const rows = Array.from({ length: Math.min(batch, records - from) }, (_, n) => recordFor(from + n));
      const values = columns.map((_, n) => rows.map((row) => row[n]));
      await client.query(`insert into usertable select * from unnest(${arrays})`, values);
      const keys = rows.map(([key]) => key);
      await client.query(
        `insert into audit_log (actor, op, key) select 'loader', 'insert', key from unnest($1::text[]) key`,
        [keys],
      );
    }
    await client.query(indexes);
    await client.query(`delete from usertable where ttl::int <= 30`);
    for (const table of ['usertable', 'audit_log']) await client.query(`vacuum analyze ${table}`);
  } finally {
    await client.end();
  }
}

interface Statement {
  readonly name: string;
  readonly text: string;
}

const list = columns.join(', ');
const setAll = fieldNames.map((name, n) => `${name} = $${n + 2}`).join(', ');
const statements = {
  insert: `insert into usertable (${list}) values (${columns.map((_, n) => `$${n + 1}`).join(', ')})`,
  update: `update usertable set ${setAll} where ycsb_key = $1`,
  delete: 'delete from usertable where ycsb_key = $1',
  read: `select ${list} from usertable where ycsb_key = $1`,
  pur: `select ${list} from usertable where pur = $1`,
  usr: `select ${list} from usertable where usr = $1`,
  log: 'select line, at, actor, op, key from audit_log order by line desc limit $1',
  gone: 'select count(*)::int as n from usertable where ycsb_key = $1',
} as const;

const deadlock = '40P01';

/** Plain PostgreSQL as its best user has it: prepared statements, as many connections as are in flight. */
export async function openPlain(url: string, connections: number): Promise<Side> {
  const pool = new pg.Pool({ connectionString: url, max: connections });
  // Idle connections are told when their database is dropped.
  pool.on('error', () => undefined);
  let clashes = 0;
  const run = async ({ name, text }: Statement, values: readonly unknown[]) => {
    for (;;) {
      try {
        return await pool.query({ name, text, values: [...values], rowMode: 'array' });
      } catch (error) {
        if ((error as { code?: string }).code !== deadlock) throw error;
        clashes += 1;
      }
    }
  };
  const say = (what: keyof typeof statements, values: readonly unknown[]) =>
    run({ name: what, text: statements[what] }, values);
  const rows = async (what: keyof typeof statements, value: string): Promise<Answer> => ({
    rows: (await say(what, [value])).rows as unknown as readonly BenchRecord[],
  });
  const set = async (by: string, { k, field = 1 }: Op): Promise<Answer> => {
    const column = fieldNames[field];
    const keys: Readonly<Record<string, string>> = {
      pur: `purpose${purposeOf(k)}`,
      usr: `user${userOf(k)}`,
      ycsb_key: keyFor(k),
    };
    const text = `update usertable set ${column} = $1 where ${by} = $2`;
    await run({ name: `set-${column}-${by}`, text }, [fieldsFor(k)[field], keys[by]]);
    return {};
  };
  const apply = async (op: Op): Promise<Answer> => {
    const { kind, k } = op;
    switch (kind) {
      case 'insert':
        await say('insert', recordFor(k));
        return {};
      case 'update':
        await say('update', recordFor(k));
        return {};
      case 'update-data':
        await run({ name: 'data', text: 'update usertable set data = $2 where ycsb_key = $1' }, [
          keyFor(k),
          fieldsFor(k).at(-1),
        ]);
        return {};
      case 'delete':
        await say('delete', [keyFor(k)]);
        return {};
      case 'update-meta-pur':
        return set('pur', op);
      case 'update-meta-usr':
        return set('usr', op);
      case 'update-meta-key':
        return set('ycsb_key', op);
      case 'read':
      case 'read-meta-key':
        return rows('read', keyFor(k));
      case 'read-meta-pur':
        return rows('pur', `purpose${purposeOf(k)}`);
      case 'read-meta-usr':
        return rows('usr', `user${userOf(k)}`);
      case 'read-log':
        return { lines: (await say('log', [op.n])).rows.length };
      case 'verify-deletion':
        return { gone: (await say('gone', [keyFor(k)])).rows[0]?.[0] === 0 };
    }
  };
  const one = async (text: string) => Number((await pool.query(text)).rows[0]?.n);
  return {
    apply,
    all: async () => ({
      rows: (await pool.query({ text: `select ${list} from usertable`, rowMode: 'array' }))
        .rows as unknown as readonly BenchRecord[],
    }),
    deadlocks: async () => clashes,
    bytes: () => one(`select pg_total_relation_size('usertable') as n`),
    close: () => pool.end(),
  };
}
