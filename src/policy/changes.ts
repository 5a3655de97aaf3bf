import { align, lettersOf, similarity } from './alignment.ts';
import { pledgesOf } from './pledges.ts';
import type { Clause, Pledge, Policy } from './policy.ts';

/** A policy with its prose, where that is at hand. */
export interface Printed {
  readonly policy: Policy;
  readonly text?: string;
}

/**
 * What became of a clause. `same`: word for word, though perhaps under another number · `moved`: word for
 * word, elsewhere.
 */
export type ClauseFate = 'same' | 'moved' | 'changed' | 'added' | 'removed';

/** A clause of the earlier version, of the later, or both, with the promises that went and came with it. */
export interface ClauseChange {
  readonly fate: ClauseFate;
  readonly before?: Clause;
  readonly after?: Clause;
  readonly gone: readonly Pledge[];
  readonly come: readonly Pledge[];
}

/** The clause's words without the number printed before them, which stands beside. */
export function wordsOf(text: string, clause: Clause): string {
  const words = text.slice(clause.span.start, clause.span.end).trim();
  const bare =
    clause.number !== '' && words.startsWith(clause.number) ? words.slice(clause.number.length) : words;
  return bare.replace(/^[.)]?\s*[-–—•*]?\s*/, '').trim() || words;
}

/**
 * What changed from one version to the next, clause by clause, in the order of the later one; what was
 * removed stands where it stood. Clauses are told apart by their words, numbers aside; by their digests where
 * one of the texts is not at hand. A promise counts as the same when its kind, facet and label are.
 */
export function changesBetween(before: Printed, after: Printed): readonly ClauseChange[] {
  const printed = before.text !== undefined && after.text !== undefined;
  const keysOf = ({ policy, text }: Printed) =>
    policy.clauses.map((clause) => (printed ? lettersOf(wordsOf(text as string, clause)) : clause.sha256));
  const pairs = align(keysOf(before), keysOf(after), printed ? similarity : sameOnly);
  const promises = { before: byClause(before.policy), after: byClause(after.policy) };
  const rows = pairs.map(({ before: was, after: is, same }): ClauseChange => {
    const ends = {
      ...(was !== undefined && { before: before.policy.clauses[was] as Clause }),
      ...(is !== undefined && { after: after.policy.clauses[is] as Clause }),
    };
    const old = promises.before.get(ends.before?.id ?? '') ?? [];
    const now = promises.after.get(ends.after?.id ?? '') ?? [];
    const fate = is === undefined ? 'removed' : was === undefined ? 'added' : same ? 'same' : 'changed';
    return { fate, ...ends, gone: without(old, now), come: without(now, old) };
  });
  return markMoved(rows, before, after);
}

const sameOnly = (one: string, other: string) => (one === other ? 1 : 0);

function byClause(policy: Policy): ReadonlyMap<string, readonly Pledge[]> {
  const found = new Map<string, Pledge[]>();
  for (const pledge of pledgesOf(policy)) {
    const own = found.get(pledge.clause);
    if (own) own.push(pledge);
    else found.set(pledge.clause, [pledge]);
  }
  return found;
}

const keyOf = ({ kind, facet, label }: Pledge) => `${kind}/${facet}.${label}`;

function without(pledges: readonly Pledge[], others: readonly Pledge[]): readonly Pledge[] {
  const known = new Set(others.map(keyOf));
  return pledges.filter((pledge) => !known.has(keyOf(pledge)));
}

/** A clause removed here and added there word for word was moved: one row, where it stands now. */
function markMoved(rows: readonly ClauseChange[], before: Printed, after: Printed): readonly ClauseChange[] {
  const words = (of: Printed, clause: Clause) =>
    of.text === undefined ? clause.sha256 : lettersOf(wordsOf(of.text, clause));
  const removed = new Map<string, ClauseChange[]>();
  for (const row of rows) {
    if (row.fate !== 'removed' || !row.before) continue;
    const key = words(before, row.before);
    removed.set(key, [...(removed.get(key) ?? []), row]);
  }
  const taken = new Set<ClauseChange>();
  const marked = rows.map((row): ClauseChange => {
    const twin =
      row.fate === 'added' && row.after ? removed.get(words(after, row.after))?.shift() : undefined;
    if (!twin?.before) return row;
    taken.add(twin);
    return {
      ...row,
      fate: 'moved',
      before: twin.before,
      gone: without(twin.gone, row.come),
      come: without(row.come, twin.gone),
    };
  });
  return marked.filter((row) => !taken.has(row));
}

/** Whether anything at all changed in the row. */
export function isChange({ fate, gone, come }: ClauseChange): boolean {
  return fate !== 'same' || gone.length > 0 || come.length > 0;
}

/** How many clauses and promises changed in which way. */
export interface ChangeCounts extends Readonly<Record<ClauseFate, number>> {
  readonly gone: number;
  readonly come: number;
}

/** Counts changes; a promise moved from clause to clause counts on neither side, a heading not at all. */
export function countChanges(changes: readonly ClauseChange[]): ChangeCounts {
  const counts = { same: 0, moved: 0, changed: 0, added: 0, removed: 0 };
  for (const { fate, before, after } of changes) {
    if ((after ?? before)?.kind === 'clause') counts[fate] += 1;
  }
  const gone = changes.flatMap((row) => row.gone);
  const come = changes.flatMap((row) => row.come);
  return { ...counts, gone: without(gone, come).length, come: without(come, gone).length };
}
