import type { Hash, Span } from '../base/index.ts';
import type { Clause, Statement } from '../policy/index.ts';
import type { Source } from './context.ts';
import { type Topic, topics } from './lexicon/index.ts';
import { bodyOf } from './lines.ts';
import type { Reading } from './reading.ts';
import { type Passed, statementsOf, type TopicTrace, type Trace } from './statements.ts';
import { structureOf } from './structure.ts';
import { type TopicSet, topicBit } from './topic-set.ts';

/** Words that tell what a clause is about. */
export interface TopicWords {
  readonly topic: Topic;
  readonly pattern: string;
  readonly span: Span;
}

/**
 * What came of a match: it counts, by a topic from some place; or it would, but the text says something
 * better in its facet (`outdone`); or a topic is missing, or silences it; or it was passed over.
 */
export type Outcome =
  | { readonly kind: 'counts'; readonly source: Source; readonly confidence: number }
  | { readonly kind: 'missing' | 'silenced'; readonly topics: readonly Topic[] }
  | { readonly kind: 'outdone' | Passed };

/** A pattern that matched, and what came of it. */
export interface Reason {
  readonly facet: string;
  readonly label: string;
  readonly pattern: string;
  readonly span: Span;
  /** Whether a denial turns it: the datum is said not to be collected. */
  readonly denied: boolean;
  readonly outcome: Outcome;
}

/** Why one clause was read as it was. */
export interface Explanation {
  readonly clause: Clause;
  /** The headings and lead-ins it stands under, outermost first, with the words that give them topics. */
  readonly above: readonly { readonly clause: Clause; readonly topics: readonly TopicWords[] }[];
  /** The topics it sets itself. */
  readonly topics: readonly TopicWords[];
  readonly reasons: readonly Reason[];
  /** What was read by its form alone, such as an address, a number, a name: no pattern stands behind it. */
  readonly byForm: readonly Statement[];
}

/** The text a reading was made of, and the hash. */
export interface ExplainOptions {
  readonly text: string;
  readonly hash: Hash;
}

/**
 * Explains how the clause `id` of `reading` was read: the patterns that fired, what counted and what did not,
 * and what its surroundings gave. O(text).
 *
 * @returns undefined when there is no such clause
 */
export function explainClause(
  reading: Reading,
  id: string,
  { text, hash }: ExplainOptions,
): Explanation | undefined {
  const clause = reading.clauses.find((one) => one.id === id);
  if (!clause) return undefined;
  const body = bodyOf(text);
  const seen: TopicTrace[] = [];
  const heard: Trace[] = [];
  const reader = {
    body,
    language: reading.source.language,
    seen: (trace: TopicTrace) => void seen.push(trace),
    heard: (trace: Trace) => void (trace.clause === id && heard.push(trace)),
  };
  statementsOf(reader, structureOf(body, hash));
  const said = reading.statements.filter((one) => one.clause === id);
  const reasons = heard.map((trace) => reasonOf(trace, said));
  const words = (of: Clause) => widest(seen.filter((trace) => trace.clause === of.id).map(wordsOf));
  return {
    clause,
    above: linesAbove(clause, reading.clauses).map((one) => ({ clause: one, topics: words(one) })),
    topics: words(clause),
    reasons,
    byForm: said.filter((one) => !reasons.some(same(one))),
  };
}

const same =
  (one: { facet: string; label: string }) =>
  ({ facet, label }: { facet: string; label: string }): boolean =>
    one.facet === facet && one.label === label;

function wordsOf({ rule, span }: TopicTrace): TopicWords {
  return { topic: rule.topic, pattern: rule.pattern, span };
}

/** Of the words that set one topic those that no others cover. */
function widest(all: readonly TopicWords[]): readonly TopicWords[] {
  const covers = (a: TopicWords, b: TopicWords, later: boolean): boolean =>
    a.topic === b.topic &&
    a.span.start <= b.span.start &&
    a.span.end >= b.span.end &&
    (a.span.end - a.span.start > b.span.end - b.span.start || later);
  return all.filter(
    (one, at) => !all.some((other, where) => other !== one && covers(other, one, where < at)),
  );
}

function linesAbove(clause: Clause, clauses: readonly Clause[]): readonly Clause[] {
  const byId = new Map(clauses.map((one) => [one.id, one]));
  const found: Clause[] = [];
  for (let at = byId.get(clause.parent ?? ''); at; at = byId.get(at.parent ?? '')) found.unshift(at);
  return found;
}

function reasonOf({ facet, rule, span, verdict }: Trace, said: readonly Statement[]): Reason {
  const reason = { facet, label: rule.label, pattern: rule.pattern, span, denied: facet !== rule.facet };
  if ('passed' in verdict) return { ...reason, outcome: { kind: verdict.passed } };
  if (!verdict.counts) return { ...reason, outcome: refusal(verdict) };
  const statement = said.find(same(reason));
  if (!statement) return { ...reason, outcome: { kind: 'outdone' } };
  const { source } = verdict;
  return { ...reason, outcome: { kind: 'counts', source, confidence: statement.confidence } };
}

function refusal(verdict: { readonly missing: TopicSet; readonly silencedBy: TopicSet }): Outcome {
  if (verdict.silencedBy) return { kind: 'silenced', topics: topicsIn(verdict.silencedBy) };
  return { kind: 'missing', topics: topicsIn(verdict.missing) };
}

function topicsIn(set: TopicSet): readonly Topic[] {
  return topics.filter((topic) => (topicBit(topic) & set) !== 0);
}
