import { stemmer } from '@orama/stemmers/russian';

/** One word of a text. Positions are UTF-16 code units of the body. */
export interface Token {
  /** Lower case, ё as е. */
  readonly word: string;
  readonly stem: string;
  readonly start: number;
  readonly end: number;
  /** What stands before it: 0 nothing, 1 comma, bracket or slash, 2 colon, semicolon or dash. */
  readonly pause: 0 | 1 | 2;
}

/** A run of words up to a full stop. */
export type Sentence = readonly Token[];

const piece = /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;
const shortened = new Set([
  'т',
  'ч',
  'д',
  'п',
  'пп',
  'г',
  'гг',
  'ул',
  'ст',
  'тел',
  'им',
  'стр',
  'кв',
  'руб',
  'инц',
  'e',
  'g',
  'i',
]);

/** The stem of a lower-case word: Russian by Snowball, Kazakh and English nearly as they are. */
export function stemOf(word: string, memory: Map<string, string>): string {
  const known = memory.get(word);
  if (known !== undefined) return known;
  const stem = freshStem(word);
  memory.set(word, stem);
  return stem;
}

function freshStem(word: string): string {
  if (/^[a-z]/.test(word)) return word.length > 3 ? word.replace(/(?<=[^s])s$/, '') : word;
  if (word.length > 40 || !/^[а-я]+$/.test(word)) return word;
  return stemmer(word);
}

/** Folds a word for comparison. */
export function foldOf(word: string): string {
  // The Latin ə (U+0259) is often typed for the Kazakh ә (U+04D9).
  return word.toLowerCase().replaceAll('ё', 'е').replaceAll('\u0259', 'ә');
}

/**
 * The sentences of `text`, which begins at `offset` of the body. O(n).
 *
 * A full stop ends a sentence when a capital, digit or quote follows and no usual abbreviation stands before
 * it.
 */
export function sentencesOf(text: string, offset: number, memory: Map<string, string>): readonly Sentence[] {
  const sentences: Token[][] = [];
  let open: Token[] = [];
  let pause: Token['pause'] = 0;
  for (const match of text.matchAll(piece)) {
    const sign = match[0];
    if (/[\p{L}\p{N}]/u.test(sign)) {
      const word = foldOf(sign);
      const start = offset + match.index;
      open.push({ word, stem: stemOf(word, memory), start, end: start + sign.length, pause });
      pause = 0;
    } else if (endsSentence(text, match.index, open)) {
      if (open.length > 0) sentences.push(open);
      open = [];
      pause = 0;
    } else pause = Math.max(pause, pauseOf(sign, text, match.index)) as Token['pause'];
  }
  if (open.length > 0) sentences.push(open);
  return sentences;
}

function endsSentence(text: string, at: number, open: readonly Token[]): boolean {
  const sign = text.charAt(at);
  if (sign !== '.' && sign !== '!' && sign !== '?') return false;
  if (sign === '.' && shortened.has(open.at(-1)?.word ?? '')) return false;
  return /^\s+[\p{Lu}\p{N}«"“(]/u.test(text.slice(at + 1, at + 6));
}

function pauseOf(sign: string, text: string, at: number): number {
  if (sign === ':' || sign === ';' || sign === '—') return 2;
  if (sign === '–' || sign === '-') return text.charAt(at - 1) === ' ' ? 2 : 0;
  return /[,()/]/.test(sign) ? 1 : 0;
}
