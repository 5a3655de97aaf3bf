import { type HeadingTopics, noTopics, topicsOf } from './context.ts';
import type { Matcher } from './matcher.ts';
import type { Rule } from './rules.ts';
import type { ReadClause } from './structure.ts';
import { sentencesOf } from './token.ts';
import { maskOf, type TopicSet, topicBit } from './topic-set.ts';

/** What a list may be of, by the facet its items are labels of. */
const kinds: ReadonlyMap<string, TopicSet> = new Map([
  ['data_categories', topicBit('data')],
  ['purposes', topicBit('purposes')],
  ['rights', topicBit('rights')],
]);

/** Topics that say nothing of what a list is of. */
const idle = maskOf(['sources', 'operator_may', 'consent', 'consent_form', 'minors', 'marketing_not']);
const fewest = 3;
const share = 0.6;

/**
 * What a list is of whose lead-in does not say it: data, aims or rights, when most of its items are and few
 * are anything else. 0 when the lead-in or heading says what it is about, or the items are of no one kind.
 */
export function listKind(
  items: readonly ReadClause[],
  at: {
    readonly body: string;
    readonly matcher: Matcher<Rule>;
    readonly lead: TopicSet;
    readonly heading: HeadingTopics;
  },
): TopicSet {
  if (items.length < fewest || ((at.lead | at.heading.near) & ~idle) !== 0) return 0;
  const counts = new Map<string, number>();
  for (const item of items)
    for (const facet of facetsOf(item, at)) counts.set(facet, (counts.get(facet) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!first || first[1] < fewest || first[1] < share * items.length) return 0;
  return second && second[1] * 2 > first[1] ? 0 : (kinds.get(first[0]) ?? 0);
}

/** How an item begins, or where the verb is last ends, that says what for. */
const aim = /^(?:to \p{Ll}|for \p{Ll}+ing\b|чтобы |для |ради )|\p{L} (?:үшін|мақсатында)\s*[;,.]?$/iu;

/** The topic of aims when most items of a list say what for in so many words, whatever leads into them. */
export function aimsOf(items: readonly ReadClause[], body: string): TopicSet {
  if (items.length < fewest) return 0;
  const aims = items.filter(({ content, span }) => aim.test(body.slice(content, span.end)));
  return aims.length >= fewest && aims.length >= share * items.length ? topicBit('purposes') : 0;
}

/** The facets of those kinds that the words of an item are labels of, unless it says of itself what it is. */
function facetsOf(
  { content, span }: ReadClause,
  { body, matcher }: { readonly body: string; readonly matcher: Matcher<Rule> },
): ReadonlySet<string> {
  const found = new Set<string>();
  const stand = { place: 'text', heading: { near: 0, far: 0 } } as const;
  for (const sentence of sentencesOf(body.slice(content, span.end), content, matcher.look)) {
    const hits = matcher.matches(sentence);
    const own = hits.length > 0 ? topicsOf(hits, sentence, stand) : noTopics;
    for (const { row } of hits)
      if (row.kind === 'label' && kinds.has(row.facet) && !row.scope.listed && !(own.set & row.unless))
        found.add(row.facet);
  }
  return found;
}
