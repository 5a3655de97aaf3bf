import type { Rule } from '../rule.ts';

const letters = (words: string) => words.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];

/** A word found in more clauses than this tells none of them. */
const common = 50;

/** How many of its rarest words lead from a clause to those that may be like it. */
const leading = 8;

type Words = ReadonlySet<string>;

const isAlike = (a: Words, b: Words) => {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / Math.min(a.size, b.size) >= 0.85;
};

/**
 * Clauses of at least eight long words of which another has nearly all. They are looked for by their rarest
 * words, of which two that are nearly alike share some. O(words).
 */
function twins(rows: readonly (readonly [id: string, words: string | undefined])[]): readonly string[] {
  const sets = rows
    .map(([id, words]) => ({ id, words: new Set(letters(words ?? '')) }))
    .filter(({ words }) => words.size >= 8);
  const places = new Map<string, number[]>();
  sets.forEach(({ words }, at) => {
    for (const word of words) places.set(word, [...(places.get(word) ?? []).slice(0, common), at]);
  });
  const seenIn = (word: string) => places.get(word) ?? [];
  return sets.flatMap(({ id, words }, at) => {
    const rare = [...words].sort((a, b) => seenIn(a).length - seenIn(b).length).slice(0, leading);
    const near = new Set(rare.map(seenIn).flatMap((found) => (found.length > common ? [] : found)));
    return [...near].some((place) => place !== at && isAlike(words, (sets[place] as { words: Words }).words))
      ? [id]
      : [];
  });
}

/**
 * The same norm said twice is two norms as soon as one of them changes.
 */
export const duplicate: Rule = {
  id: 'KL-47',
  tags: [],
  find(policy, said) {
    const clauses = twins(
      policy.clauses.map(({ id, kind }) => (kind === 'clause' ? [id, said.words(id)] : [id, ''])),
    );
    return clauses.length > 0 ? [{ code: 'duplicate', severity: 'info', clauses }] : [];
  },
};
