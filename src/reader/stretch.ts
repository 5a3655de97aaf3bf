import type { Span } from '../base/index.ts';
import type { Hit, LabelHit } from './context.ts';
import type { Sentence } from './token.ts';

/** Where a hit stands in the body: from its first word to its last. */
export function spanOf(hit: Pick<Hit, 'from' | 'to'>, sentence: Sentence): Span {
  const start = sentence[hit.from]?.start ?? 0;
  return { start, end: sentence[hit.to - 1]?.end ?? start };
}

/** The first word of the stretch between commas, or words that join, that a hit stands in. */
export function stretchStart(sentence: Sentence, { from, row }: LabelHit): number {
  let start = from;
  // An aim is said in more words than one: «to improve and develop» is read as a whole.
  const parted = row.facet !== 'purposes';
  while (start > 0 && sentence[start]?.pause === 0 && !(parted && joinsAt(sentence, start - 1))) start--;
  return start;
}

function joinsAt(sentence: Sentence, at: number): boolean {
  return joins.has(sentence[at]?.of.word ?? '');
}

/** Words that join two items where no comma does: what follows is a stretch of its own. */
const joins = new Set(['и', 'или', 'либо', 'and', 'or', 'және', 'немесе']);

/** The stretch of a sentence with the plus or bracket before its first word. */
export function reach(sentence: Sentence, body: string): Span {
  const start = sentence[0]?.start ?? 0;
  const sign = /[+(«"]$/u.test(body.slice(Math.max(0, start - 1), start)) ? 1 : 0;
  return { start: start - sign, end: sentence.at(-1)?.end ?? 0 };
}

/** A denied datum is quoted with the words that deny it, when they are near. */
export function deniedSpan(hit: Hit, sentence: Sentence, denials: readonly number[]): Span {
  const said = spanOf(hit, sentence);
  const at = denials.find((place) => place >= hit.from) ?? denials.at(-1) ?? hit.from;
  const start = Math.min(said.start, sentence[at]?.start ?? said.start);
  const end = Math.max(said.end, (sentence[at + 1] ?? sentence[at])?.end ?? said.end);
  return end - start <= longestQuote ? { start, end } : said;
}

const longestQuote = 120;
