import { type Expression, type RawBuilder, sql } from 'kysely';

/** A row whose nullable columns are optional properties. */
export type Present<Row> = {
  [Key in keyof Row as null extends Row[Key] ? never : Key]: Row[Key];
} & {
  [Key in keyof Row as null extends Row[Key] ? Key : never]?: Exclude<Row[Key], null>;
};

/** The row without the columns that are null. */
export function present<Row extends object>(row: Row): Present<Row> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Present<Row>;
}

/** `present` of the row, when there is one. */
export function presentOrNone<Row extends object>(row: Row | undefined): Present<Row> | undefined {
  return row === undefined ? undefined : present(row);
}

/** A value for a `jsonb` column. */
export function json<T>(value: T): RawBuilder<T> {
  return sql<T>`${JSON.stringify(value)}::jsonb`;
}

/** Rows a statement removed or changed. */
export function affected(result: { numDeletedRows: bigint } | { numUpdatedRows: bigint }): number {
  return Number('numDeletedRows' in result ? result.numDeletedRows : result.numUpdatedRows);
}

/** A count as a number. */
export function countOf(expression?: Expression<unknown>): RawBuilder<number> {
  return expression === undefined ? sql<number>`count(*)` : sql<number>`count(distinct ${expression})`;
}
