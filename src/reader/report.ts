import type { Hash, Span } from '../base/index.ts';
import type { Statement } from '../policy/index.ts';
import type { Reading } from './reading.ts';
import { digestOfWords } from './words-digest.ts';

/** A stretch of a clause's words, with the places in `statements` of what is said there. */
export interface ReportPiece {
  readonly text: string;
  readonly statements: readonly number[];
}

/** A clause cut where statements begin and end. `words` is the digest by which a decision finds it again. */
export interface ReportClause {
  readonly id: string;
  readonly number: string;
  readonly kind: 'heading' | 'clause';
  readonly depth: number;
  readonly words: string;
  readonly pieces: readonly ReportPiece[];
  readonly unread: boolean;
}

/** A statement with its quote. */
export interface ReportStatement extends Statement {
  readonly quote: string;
}

/** A reading laid out beside its text: all of the text, clause by clause, and what was read in it. */
export interface ReadingReport {
  readonly source: Reading['source'];
  readonly clauses: readonly ReportClause[];
  readonly statements: readonly ReportStatement[];
  readonly silent: Reading['silent'];
}

/**
 * Lays a reading out for people: prose on one side, what it says on the other. `body` is the text the spans
 * of `reading` count in. O(text + statements · statements of a clause).
 */
export function reportOf(reading: Reading, body: string, hash: Hash): ReadingReport {
  const statements = reading.statements.map((statement) => ({
    ...statement,
    quote: body.slice(statement.span.start, statement.span.end),
  }));
  const within = grouped(statements);
  const unread = new Set(reading.unread.map(({ clause }) => clause));
  const depths = new Map<string, number>();
  const clauses = reading.clauses.map((clause) => {
    const depth = clause.parent === undefined ? 0 : (depths.get(clause.parent) ?? 0) + 1;
    depths.set(clause.id, depth);
    const { id, number, kind } = clause;
    const words = digestOfWords(clause, body, hash);
    const pieces = piecesOf(clause.span, within.get(id) ?? [], body);
    return { id, number, kind, depth, words, pieces, unread: unread.has(id) };
  });
  return { source: reading.source, clauses, statements, silent: reading.silent };
}

interface Placed {
  readonly at: number;
  readonly span: Span;
}

/** The statements of each clause with their places. */
function grouped(statements: readonly ReportStatement[]): ReadonlyMap<string, readonly Placed[]> {
  const within = new Map<string, Placed[]>();
  for (const [at, { clause, span }] of statements.entries()) {
    const others = within.get(clause);
    if (others) others.push({ at, span });
    else within.set(clause, [{ at, span }]);
  }
  return within;
}

function piecesOf(clause: Span, within: readonly Placed[], body: string): readonly ReportPiece[] {
  const ends = within.flatMap(({ span }) => [span.start, span.end]);
  const inside = ends.filter((end) => end > clause.start && end < clause.end);
  const cuts = [...new Set([clause.start, ...inside, clause.end])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, at) => {
    const end = cuts[at + 1] as number;
    const here = within.filter(({ span }) => span.start <= start && end <= span.end);
    return { text: body.slice(start, end), statements: here.map((one) => one.at) };
  });
}
