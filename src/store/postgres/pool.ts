import type { Duplex } from 'node:stream';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { assert } from '../../base/index.ts';
import { failureOf } from './failure.ts';

const { builtins } = pg.types;

/** Columns come as our model has them: bytes as Uint8Array, bigint as number, a date as text. */
const parsers = new Map<number, (text: string) => unknown>([
  [builtins.INT8, safeInteger],
  [builtins.DATE, (text) => text],
  [builtins.BYTEA, bytesOf],
]);

const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    parsers.get(oid) ?? (pg.types.getTypeParser(oid, format as 'text') as (text: string) => unknown),
} as pg.CustomTypesConfig;

function safeInteger(text: string): number {
  const value = Number(text);
  assert(Number.isSafeInteger(value), 'a bigint of the store is a safe integer');
  return value;
}

function bytesOf(text: string): Uint8Array {
  const buffer = Buffer.from(text.slice(2), 'hex');
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}

/**
 * A pool that outlives restarts of the server: broken connections are dropped, the next ask makes new ones.
 * Statements of one connection go out without waiting for the answer to the one before.
 */
export function openPool(url: string, poolSize: number): pg.Pool {
  const pool = new pg.Pool({
    pipeline: true,
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 10_000,
    lock_timeout: 20_000,
    application_name: 'kepil',
    types,
  });
  // Without a listener a connection that breaks while nothing is asked of it would end the process.
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  return pool;
}

function ignore(): void {}

/**
 * The pool as kysely sees it: every failure is ours by the time it gets there, and a COMMIT that PostgreSQL
 * answered with ROLLBACK (a failed statement was caught and forgotten on the way) is the failure it hides.
 */
export function guarded(pool: pg.Pool): PostgresPool {
  return {
    async connect() {
      return guardedClient(await pool.connect().catch((error: unknown) => Promise.reject(failureOf(error))));
    },
    end: () => pool.end(),
  } as PostgresPool;
}

/** How many statements each connection keeps prepared: more than there are in the code. */
const preparedAtMost = 1000;
const names = new Map<string, string>();

/**
 * A statement with the name under which each connection keeps it prepared, so that PostgreSQL parses and
 * plans it once. One without values (`begin`) has nothing to gain, nor has what is made for the occasion.
 */
function statementOf(text: string, values: readonly unknown[]): pg.QueryConfig {
  if (values.length === 0) return { text };
  if (!names.has(text) && names.size < preparedAtMost) names.set(text, `s${names.size}`);
  const name = names.get(text);
  return { text, values: [...values], ...(name !== undefined && { name }) };
}

/**
 * What PostgreSQL says of a statement behind a failed one: the transaction is over; or the statement, which
 * was to be prepared by the one before it, is not known.
 */
const saysNothing: readonly string[] = ['25P02', '26000'];

/**
 * The client, whose statements of this turn of the loop go out together: each write to a socket costs more
 * than most statements do.
 */
export function corked(client: pg.PoolClient): pg.PoolClient {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Duplex } }).connection;
  if (stream.writableCorked === 0) {
    stream.cork();
    process.nextTick(() => stream.uncork());
  }
  return client;
}

function guardedClient(client: pg.PoolClient): PostgresPoolClient {
  let failed: Error | undefined;
  return {
    async query(text: string, values: readonly unknown[]) {
      try {
        const result = await corked(client).query(statementOf(text, values));
        if (text === 'commit' && result.command === 'ROLLBACK') throw failed ?? failureOf({ code: '40000' });
        return result;
      } catch (error) {
        const failure = failureOf(error);
        failed ??= failure;
        // What is refused because something before it failed says nothing of its own.
        throw saysNothing.includes((error as { code?: string }).code ?? '') ? failed : failure;
      }
    },
    release: (broken?: Error) => client.release(broken),
  } as unknown as PostgresPoolClient;
}
