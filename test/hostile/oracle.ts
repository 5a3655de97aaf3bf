import type pg from 'pg';
import { decodeEntry } from '../../src/ledger/index.ts';

/**
 * What a refusal may change, and why: everything else stays as it was to the last bit.
 *
 * The log is looked at entry by entry (`Oracle.entries`).
 */
const free: Readonly<Record<string, readonly string[] | 'all'>> = {
  // Wrong codes are counted; a visit is noted once a minute.
  draft: ['attempts'],
  ticket: ['attempts'],
  session: ['seen_at'],
  // When a staff member read somebody last: that is what limits looking through people.
  recent_read: ['at'],
  // A good key was used, whatever the gate said.
  api_key: ['used_on'],
  // Refusals to the anonymous are counted by the minute.
  refusal_count: 'all',
  // Tries at secrets are counted; the trial forgets them, to be let on.
  attempt: 'all',
  entry_pending: 'all',
  entry_link: 'all',
  log_leaf: 'all',
  log_tile: 'all',
  log_checkpoint: 'all',
};

/** An entry as far as it matters: what kind, how it ended, and for which reasons. */
export interface Noted {
  readonly kind: string;
  readonly outcome: string;
  readonly because?: readonly string[];
}

/** Looks at what is stored, apart from what a refusal may change. */
export class Oracle {
  readonly #sql: pg.Client;
  readonly #query: string;
  #seen = '0';

  private constructor(sql: pg.Client, query: string) {
    this.#sql = sql;
    this.#query = query;
  }

  static async open(sql: pg.Client): Promise<Oracle> {
    const { rows } = await sql.query(
      `select table_name as name, array_agg(column_name::text order by column_name) as columns
       from information_schema.columns where table_schema = 'public' group by table_name order by 1`,
    );
    const parts = (rows as { name: string; columns: string[] }[]).flatMap(({ name, columns }) => {
      const loose = free[name] ?? [];
      const kept = loose === 'all' ? [] : columns.filter((column) => !loose.includes(column));
      return kept.length === 0 ? [] : [digestOf(name, kept)];
    });
    const oracle = new Oracle(sql, parts.join(' union all '));
    await oracle.entries();
    return oracle;
  }

  /** A digest of each table. */
  async digests(): Promise<ReadonlyMap<string, string>> {
    const { rows } = await this.#sql.query(this.#query);
    return new Map(rows.map(({ name, digest }) => [name, digest]));
  }

  /** The entries since the last look. */
  async entries(): Promise<readonly Noted[]> {
    const { rows } = await this.#sql.query(
      'select leaf, arrived::text from entry_pending where arrived > $1 order by arrived',
      [this.#seen],
    );
    this.#seen = rows.at(-1)?.arrived ?? this.#seen;
    return rows.flatMap(({ leaf }) => decodeEntry(leaf) ?? []);
  }
}

function digestOf(table: string, columns: readonly string[]): string {
  const row = `md5(row(${columns.map((column) => `"${column}"`).join(', ')})::text)`;
  const digest = `md5(coalesce(string_agg(${row}, '' order by ${row}), ''))`;
  return `select '${table}' as name, ${digest} as digest from "${table}"`;
}
