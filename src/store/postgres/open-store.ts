import type pg from 'pg';
import { KepilError } from '../../base/index.ts';
import type { Store, Tx } from '../store.ts';
import { checkDatabaseUrl } from './database-url.ts';
import { failureOf } from './failure.ts';
import { gatheringOn } from './gather.ts';
import { type Migrated, migrate } from './migrate.ts';
import { type Transactions, transactionsOn } from './pipeline.ts';
import { guarded, openPool } from './pool.ts';
import { scour } from './scour.ts';
import { txOf } from './transaction.ts';

/** How the store is opened. */
export interface StoreOptions {
  /** Connections at most; 10 when absent. */
  readonly poolSize?: number;
}

const retries = 3;

/** Connections for what is done in groups: as many groups at once. */
const groupConnections = 3;

/**
 * Opens the store at `url` (`postgres://…`) and brings its schema forward.
 *
 * @throws KepilError `ERR_STORE_UNAVAILABLE` when the server cannot be reached, refuses us or holds a newer
 * schema; `ERR_USAGE` when it is on another machine and not asked over TLS
 */
export async function openStore(url: string, options: StoreOptions = {}): Promise<Store> {
  checkDatabaseUrl(url);
  const pool = openPool(url, options.poolSize ?? 10);
  await migrateThrough(pool).catch(async (error: unknown) => {
    await pool.end();
    throw failureOf(error);
  });
  const group = openPool(url, groupConnections);
  const gathering = gatheringOn(group);
  const transactions = transactionsOn(guarded(pool));
  const { db } = transactions;
  let closing: Promise<unknown> | undefined;
  const open = () => {
    if (closing !== undefined) throw new KepilError('ERR_STORE_UNAVAILABLE', 'store-unavailable');
    return db;
  };
  return {
    transaction: async (work) => {
      open();
      return transaction(transactions, work);
    },
    look: async (work) => {
      const tx = txOf(open());
      // Whatever only looks may look again over another connection.
      return work(tx).catch((error: unknown) => (isTerminated(error) ? work(tx) : Promise.reject(error)));
    },
    snapshot: async (work) => {
      const reading = open().transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
      return reading.execute((trx) => work(txOf(trx)));
    },
    scour: async (patienceMs) => {
      open();
      return scour(pool, patienceMs);
    },
    gather: async (ask, answer) => {
      open();
      return gathering.gather(ask, answer);
    },
    close: () => {
      closing ??= Promise.all([group.end(), db.destroy().then(() => (pool.ended ? undefined : pool.end()))]);
      return closing.then(() => undefined);
    },
  };
}

/**
 * Brings the schema of the database at `url` forward and nothing else; as a `trial` takes all of it back, so
 * that one knows before an update whether it goes through and how long it takes on the data there are.
 *
 * @throws KepilError `ERR_STORE_UNAVAILABLE` as `openStore`; `ERR_STORE_CONFLICT` when a trial met tables
 * that are in use
 */
export async function migrateStore(url: string, { trial }: { trial: boolean }): Promise<Migrated> {
  checkDatabaseUrl(url);
  const pool = openPool(url, 1);
  try {
    return await migrateThrough(pool, { trial });
  } catch (error) {
    throw failureOf(error);
  } finally {
    await pool.end();
  }
}

async function migrateThrough(pool: pg.Pool, how: { trial: boolean } = { trial: false }): Promise<Migrated> {
  const client = await pool.connect();
  try {
    return await migrate(client, undefined, how);
  } finally {
    client.release();
  }
}

async function transaction<T>({ run }: Transactions, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    let begun = false;
    try {
      return await run(
        (db) => work(txOf(db)),
        () => {
          begun = true;
        },
      );
    } catch (error) {
      const again = isConflict(error) || (!begun && isTerminated(error));
      if (attempt >= retries || !again) throw error;
    }
    // Those who clashed once do not meet again at the same moment.
    await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * (5 + 10 * Math.random())));
  }
}

/** A clash of transactions that may not happen next time, as `failureOf` says it. */
function isConflict(error: unknown): boolean {
  return error instanceof KepilError && error.code === 'ERR_STORE_CONFLICT';
}

/**
 * A connection that PostgreSQL had ended while it lay idle, as `failureOf` says it (SQLSTATE 57P01). Met at
 * BEGIN, or by what only reads, it has done nothing, and another connection may do.
 */
function isTerminated(error: unknown): boolean {
  return error instanceof KepilError && error.cause instanceof Error && error.cause.message === '57P01';
}
