import type pg from 'pg';

/** A copy of every row, to which the database is brought back between two trials. */
export class Rewind {
  readonly #sql: pg.Client;
  readonly #statement: string;

  private constructor(sql: pg.Client, statement: string) {
    this.#sql = sql;
    this.#statement = statement;
  }

  /** Copies the rows as they stand. */
  static async take(sql: pg.Client): Promise<Rewind> {
    const tables = await tablesOf(sql);
    await sql.query('create schema kept');
    for (const table of tables) await sql.query(`create table kept."${table}" as table public."${table}"`);
    const back = tables.map(
      (table) =>
        `delete from "${table}"; insert into "${table}" overriding system value table kept."${table}"`,
    );
    // Rows come back in any order: what they refer to comes with them.
    const statement = `begin; set local session_replication_role = replica; ${back.join('; ')}; commit`;
    return new Rewind(sql, statement);
  }

  /** Brings all rows back. Nobody else may be at work. */
  async back(): Promise<void> {
    await this.#sql.query(this.#statement);
  }
}

/** Our tables, by name. */
export async function tablesOf(sql: pg.Client): Promise<readonly string[]> {
  const { rows } = await sql.query(
    `select tablename from pg_tables
     where schemaname = 'public' and tablename not like '%migration%' order by 1`,
  );
  return rows.map(({ tablename }) => tablename as string);
}
