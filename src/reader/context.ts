import type { Topic } from './lexicon/index.ts';
import type { Rule } from './rules.ts';
import type { Sentence } from './token.ts';

/** A rule that matched: from its first word up to the word after its last. */
export interface Hit {
  readonly row: Rule;
  readonly from: number;
  readonly to: number;
}

/** Topics with the word that set them (the first), and all places where an exception begins. */
export interface OwnTopics {
  readonly first: ReadonlyMap<Topic, number>;
  readonly exceptions: readonly number[];
}

/** Everything that tells what a sentence is about, nearest first. */
export interface Context {
  readonly own: OwnTopics;
  /** From earlier sentences of the clause. */
  readonly carried: ReadonlySet<Topic>;
  /** From the lead-in the clause stands under. */
  readonly lead: ReadonlySet<Topic>;
  readonly heading: ReadonlySet<Topic>;
  /** Whether the clause is marked as an item: what it names stands under the heading in any case. */
  readonly item: boolean;
}

/** A lead-in that ends on a purpose opens a list of purposes, one that ends on data a list of data. */
export function listTopics(
  topics: ReadonlySet<Topic>,
  hits: readonly Hit[],
  sentence: Sentence,
): ReadonlySet<Topic> {
  const ends = new Set(
    hits.flatMap(({ row, to }) => (row.kind === 'topic' && to >= sentence.length ? [row.topic] : [])),
  );
  const out = new Set(topics);
  if (ends.has('purposes') && !ends.has('data')) out.delete('data');
  if (ends.has('data') && !ends.has('purposes')) out.delete('purposes');
  return out;
}

/** Topics that go on to the next sentences of the same clause. */
export const carriedTopics: ReadonlySet<Topic> = new Set([
  'cookies',
  'ask_data',
  'content_rules',
  'third_sites',
  'minors',
]);

/** The topics the hits of one sentence set. A label counts near its start, with a colon or dash behind it. */
export function topicsOf(hits: readonly Hit[], sentence: Sentence, place: 'heading' | 'text'): OwnTopics {
  const first = new Map<Topic, number>();
  const exceptions: number[] = [];
  for (const { row, from, to } of hits) {
    if (row.kind !== 'topic' || !stands(row.place, place, { sentence, from, to })) continue;
    if (row.topic === 'except') exceptions.push(from);
    if (!first.has(row.topic)) first.set(row.topic, row.place === 'label' ? 0 : from);
  }
  return { first, exceptions };
}

function stands(
  wanted: 'heading' | 'text' | 'any' | 'label',
  place: 'heading' | 'text',
  at: { sentence: Sentence; from: number; to: number },
): boolean {
  if (wanted === 'any') return true;
  if (wanted !== 'label') return wanted === place;
  if (at.from > 4) return false;
  return at.sentence.slice(at.to, at.to + 6).some((token) => token.pause === 2);
}

/** Topics under which data are named in passing, so that a heading alone does not make them collected. */
const passing: readonly Topic[] = [
  'transfer',
  'rights',
  'cookies',
  'contacts',
  'consent',
  'security',
  'ask_data',
];

/** The confidence of a row that counts only when nothing better is said in its facet. */
export const fallbackSureness = 0.5;

/** Whether and how surely a label hit counts in its context; 0 when it does not. */
export function sureness(hit: Hit, context: Context): number {
  if (hit.row.kind !== 'label') return 0;
  const { scope } = hit.row;
  const source = scope.in && scope.in.length > 0 ? sourceOf(hit, context) : 'free';
  if (source === undefined) return 0;
  if (scope.with && !scope.with.some((topic) => isNear(topic, context))) return 0;
  if (scope.not?.some((topic) => silences(topic, source, context))) return 0;
  if (scope.fallback) return fallbackSureness;
  return source === 'heading' ? 0.75 : source === 'free' ? 0.85 : 0.9;
}

function isNear(topic: Topic, { own, carried, lead, heading }: Context): boolean {
  return own.first.has(topic) || carried.has(topic) || lead.has(topic) || heading.has(topic);
}

type Source = 'own' | 'lead' | 'heading' | 'free';

function sourceOf(hit: Hit, context: Context): Source | undefined {
  if (hit.row.kind !== 'label') return undefined;
  const topics = hit.row.scope.in ?? [];
  if (topics.some((topic) => context.lead.has(topic))) return 'lead';
  if (topics.some((topic) => ownSets(topic, hit, context))) return 'own';
  return topics.some((topic) => headingSets(topic, context)) ? 'heading' : undefined;
}

function ownSets(topic: Topic, hit: Hit, context: Context): boolean {
  if (context.carried.has(topic)) return true;
  const at = context.own.first.get(topic);
  if (at === undefined || hit.row.kind !== 'label') return false;
  return !(hit.row.scope.after && topic === 'purposes') || hit.from >= at;
}

function headingSets(topic: Topic, context: Context): boolean {
  if (!context.heading.has(topic)) return false;
  return topic !== 'data' || context.item || !passing.some((other) => context.own.first.has(other));
}

function silences(topic: Topic, source: Source, context: Context): boolean {
  if (context.own.first.has(topic) || context.carried.has(topic) || context.lead.has(topic)) return true;
  return source !== 'own' && source !== 'lead' && context.heading.has(topic);
}

/** On which side of a negation a datum stands: collected, or said not to be. An exception turns back. */
export function isNegated(hit: Hit, context: Context): boolean {
  if ((context.own.first.get('data_not_back') ?? -1) > hit.from) return true;
  const at = context.own.first.get('data_not');
  if (at === undefined) return context.lead.has('data_not');
  if (hit.from >= at) return !context.own.exceptions.some((place) => place > at && place < hit.from);
  const said = context.own.first.get('data');
  return said === undefined || said > hit.from || said === at;
}
