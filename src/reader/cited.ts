import type { Span } from '../base/index.ts';
import type { Statement } from '../policy/index.ts';

/** A label with all clauses that say it and the clearest of its quotes. */
export interface Cited {
  readonly facet: string;
  readonly label: string;
  readonly cites: readonly string[];
  readonly span: Span;
}

/** One row per facet and label, in the order of the text; clauses cited once each. */
export function citedRows(statements: readonly Statement[]): readonly Cited[] {
  const rows = new Map<string, { best: Statement; cites: string[] }>();
  for (const statement of statements) {
    const key = `${statement.facet}|${statement.label}`;
    const row = rows.get(key);
    if (!row) rows.set(key, { best: statement, cites: [statement.clause] });
    else {
      if (!row.cites.includes(statement.clause)) row.cites.push(statement.clause);
      if (statement.confidence > row.best.confidence) row.best = statement;
    }
  }
  return [...rows.values()].map(({ best, cites }) => ({
    facet: best.facet,
    label: best.label,
    cites,
    span: best.span,
  }));
}
