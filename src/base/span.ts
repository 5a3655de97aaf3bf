/**
 * A stretch of a text in UTF-16 code units: `start` inclusive, `end` exclusive,
 * `0 ≤ start ≤ end ≤ text.length`.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
