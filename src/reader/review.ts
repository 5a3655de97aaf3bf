import type { Hash, Problem } from '../base/index.ts';
import type { Clause, Review, ReviewDecision, Statement } from '../policy/index.ts';
import type { Reading } from './reading.ts';
import { digestOfWords } from './words-digest.ts';

/**
 * Applies what people decided of an earlier reading to this one.
 *
 * A decision holds where the words of its clause are the same, whatever its number is now: what was rejected
 * goes, what was accepted is sure, what was added is there, cited by its whole clause. Where the words
 * changed, nothing is decided for the new ones and a note asks to look again (`review-again`); where the
 * clause is gone, a note says so (`review-gone`). O(statements + decisions).
 */
export function applyReview(
  reading: Reading,
  review: Review,
  text: { readonly body: string; readonly hash: Hash },
): { readonly reading: Reading; readonly notes: readonly Problem[] } {
  const notes: Problem[] = [];
  const places = new Places(reading.clauses, text);
  const settled = new Map<string, ReviewDecision>();
  for (const decision of review.decisions) {
    const clause = places.withWords(decision);
    const params = { clause: decision.clause, what: `${decision.facet}.${decision.label}` };
    const code = places.has(decision.clause) ? 'review-again' : 'review-gone';
    if (clause === undefined) notes.push({ code, severity: 'warning', params });
    else settled.set(keyOf(clause.id, decision), { ...decision, clause: clause.id });
  }
  const kept = reading.statements.flatMap((statement) => decided(statement, settled));
  const said = new Set(kept.map((statement) => keyOf(statement.clause, statement)));
  const added = [...settled.values()].filter(
    (decision) => decision.decision === 'added' && !said.has(keyOf(decision.clause, decision)),
  );
  const clauses = new Map(reading.clauses.map((clause) => [clause.id, clause]));
  const statements = [...kept, ...added.map((decision) => statementOf(decision, clauses))].toSorted(
    (a, b) => a.span.start - b.span.start,
  );
  return { reading: { ...reading, statements, ...left(reading, statements) }, notes };
}

const keyOf = (clause: string, { facet, label }: { facet: string; label: string }) =>
  `${clause}\n${facet}\n${label}`;

/** Finds the clause of a decision by its words; among equal ones by its id. */
class Places {
  readonly #byWords = new Map<string, Clause[]>();
  readonly #ids: ReadonlySet<string>;

  constructor(clauses: readonly Clause[], { body, hash }: { body: string; hash: Hash }) {
    this.#ids = new Set(clauses.map(({ id }) => id));
    for (const clause of clauses) {
      const words = digestOfWords(clause, body, hash);
      this.#byWords.set(words, [...(this.#byWords.get(words) ?? []), clause]);
    }
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  withWords({ clause, words }: ReviewDecision): Clause | undefined {
    const same = this.#byWords.get(words) ?? [];
    return same.find(({ id }) => id === clause) ?? (same.length === 1 ? same[0] : undefined);
  }
}

function decided(statement: Statement, settled: ReadonlyMap<string, ReviewDecision>): Statement[] {
  const decision = settled.get(keyOf(statement.clause, statement))?.decision;
  if (decision === 'rejected') return [];
  return decision === undefined ? [statement] : [{ ...statement, confidence: 1 }];
}

function statementOf(decision: ReviewDecision, clauses: ReadonlyMap<string, Clause>): Statement {
  const { facet, label, clause } = decision;
  const { span } = clauses.get(clause) as Clause;
  return { facet, label, clause, span, confidence: 1 };
}

/** What is unread and on what the text is silent, once things were added and taken away. */
function left(reading: Reading, statements: readonly Statement[]): Pick<Reading, 'unread' | 'silent'> {
  const facets = new Set(statements.map(({ facet }) => facet));
  const read = new Set(statements.map(({ clause }) => clause));
  return {
    silent: reading.silent.filter(({ facet }) => !facets.has(facet)),
    unread: reading.unread.filter(({ clause }) => !read.has(clause)),
  };
}
