import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  type QueryResult,
} from 'kysely';
import { Bug } from '../../base/index.ts';
import type { Database, Schema } from './schema.ts';

/** Where transactions come from. */
export interface Transactions {
  /** Asks without a transaction around it, each statement over any connection. */
  readonly db: Kysely<Schema>;
  /**
   * Runs `work` in one transaction; commits when it resolves, rolls back when it rejects. `onBegun`:
   * PostgreSQL said that the transaction is open.
   */
  run<T>(work: (db: Database) => Promise<T>, onBegun: () => void): Promise<T>;
}

/** Transactions whose statements go out without waiting for the answer to the one before. */
const lines = new WeakMap<Database, Line>();

/** Transactions over connections of `pool`, each of which is in pipeline mode. */
export function transactionsOn(pool: PostgresPool): Transactions {
  const dialect = new PostgresDialect({ pool });
  const config = { dialect };
  const db = new Kysely<Schema>(config);
  const [driver, executor] = [dialect.createDriver(), db.getExecutor()];
  return {
    db,
    async run(work, onBegun) {
      const line = new Line(await pool.connect(), onBegun);
      const provider = {
        provideConnection: <T>(take: (to: DatabaseConnection) => Promise<T>) => take(line),
      };
      const over = { config, dialect, driver, executor: executor.withConnectionProvider(provider) };
      const tx: Database = new Kysely<Schema>(over);
      lines.set(tx, line);
      return line.through(() => work(tx));
    },
  };
}

/** What every driver can put into a statement, so that none fails before PostgreSQL has seen it. */
export type Plain = string | number | boolean | null | Uint8Array | readonly (string | number)[];

/** Rows of a statement as it is written, `$1` and so on being `values`: for those of which there are many. */
export async function said<Row>(
  db: Database,
  text: string,
  values: readonly Plain[],
): Promise<readonly Row[]> {
  return (await db.executeQuery<Row>(CompiledQuery.raw(text, [...values]))).rows;
}

/**
 * A write whose outcome nobody looks at. In a transaction the next statement does not wait for it: should it
 * fail, so does whatever follows and the transaction itself, with what went wrong here.
 */
export function written(db: Database, text: string, values: readonly Plain[]): Promise<void> {
  const line = lines.get(db);
  const statement = said(db, text, values).then(ignore);
  return line?.expect(statement) ? done : statement;
}

const done = Promise.resolve();
function ignore(): void {}

/** What needs no open transaction: were BEGIN to fail, it would have changed nothing. */
const reads = /^\s*select\b/i;

/**
 * A connection for one transaction. BEGIN goes out with the first statements and COMMIT with the last ones;
 * PostgreSQL takes them one after the other.
 *
 * INVARIANT: nothing that could write goes out before PostgreSQL said that the transaction is open, and
 * nothing at all behind its end; nothing goes out in another order than it was asked.
 */
class Line implements DatabaseConnection {
  readonly #client: PostgresPoolClient;
  readonly #begun: Promise<void>;
  readonly #expected: Promise<void>[] = [];
  #isBegun = false;
  #held = 0;
  #isOver = false;

  constructor(client: PostgresPoolClient, onBegun: () => void) {
    this.#client = client;
    this.#begun = client.query('begin', []).then(() => {
      this.#isBegun = true;
      onBegun();
    });
    // Whoever waits for the transaction to begin, or for its end, is told.
    this.#begun.catch(ignore);
  }

  async through<T>(work: () => Promise<T>): Promise<T> {
    let broken: Error | undefined;
    try {
      const result = await work();
      // Whatever waits to go out goes before the commit.
      if (this.#held > 0) await this.#begun;
      this.#isOver = true;
      await Promise.all([this.#begun, ...this.#expected, this.#client.query('commit', [])]);
      return result;
    } catch (error) {
      this.#isOver = true;
      // A connection that does not even take this serves nobody any more.
      broken = await this.#client.query('rollback', []).then(
        () => undefined,
        (failure: Error) => failure,
      );
      // What did not begin failed for that reason, whatever the statements behind it were told.
      if (!this.#isBegun) await this.#begun;
      throw error;
    } finally {
      (this.#client as { release(broken?: Error): void }).release(broken);
    }
  }

  /** The transaction fails if this does. @returns false when it is over */
  expect(statement: Promise<void>): boolean {
    if (this.#isOver) return false;
    statement.catch(ignore);
    this.#expected.push(statement);
    return true;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    this.#refuseLate();
    if (this.#held > 0 || !(this.#isBegun || reads.test(sql))) {
      this.#held += 1;
      await this.#begun;
      this.#held -= 1;
      this.#refuseLate();
    }
    const { command, rowCount, rows } = await this.#client.query<Row>(sql, parameters);
    const changes = command !== 'SELECT' && rowCount !== null;
    return { rows: rows ?? [], ...(changes && { numAffectedRows: BigInt(rowCount) }) };
  }

  /** What went out behind the end of the transaction would be one of its own. */
  #refuseLate(): void {
    if (this.#isOver) throw new Bug('a transaction was asked after its end');
  }

  streamQuery(): never {
    throw new Bug('a transaction streams nothing');
  }
}
