import { stemmer as russianStem } from '@orama/stemmers/russian';
import type { Language } from '../base/index.ts';
import { englishStem } from './english.ts';
import { kazakhStem } from './kazakh.ts';

/** What is known of a word wherever it stands. */
export interface Word {
  /** Lower case, ё as е, Latin letters that only look Cyrillic as Cyrillic. */
  readonly word: string;
  readonly stem: string;
  /** A Kazakh verb in its negative form. */
  readonly denied: boolean;
}

/** One word of a text, with what `look` said of it. Positions are UTF-16 code units of the body. */
export interface Token<Known extends Word = Word> {
  readonly of: Known;
  readonly start: number;
  readonly end: number;
  /** What stands before it: 0 nothing, 1 comma, bracket or slash, 2 colon, semicolon or dash. */
  readonly pause: 0 | 1 | 2;
}

/** A run of words up to a full stop. */
export type Sentence<Known extends Word = Word> = readonly Token<Known>[];

const address = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/uy;
const link = /(?:https?:\/\/|www\.)[^\s<>()«»"]{1,400}[\p{L}\p{N}/]/uy;
const longestName = 64;

/** What a code of a text is: 0 a sign, 1 space, 2 a letter, mark or digit. */
const kinds = Uint8Array.from({ length: 0x2200 }, (_, code) => kindOf(String.fromCharCode(code)));

function kindOf(letter: string): number {
  if (/\s/u.test(letter)) return 1;
  return /[\p{L}\p{M}\p{N}]/u.test(letter) ? 2 : 0;
}

function kindAt(text: string, at: number): number {
  return kinds[text.charCodeAt(at)] ?? kindOf(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

/** Where the character at `at` ends: two units on when it is a pair. */
function behind(text: string, at: number): number {
  return at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
}

/** Calls `found` with each word, address, link and single sign of `text` in order. O(n). */
function eachPiece(text: string, found: (start: number, end: number) => void): void {
  let mail = text.indexOf('@');
  for (let at = 0; at < text.length; ) {
    if (mail >= 0 && mail < at) mail = text.indexOf('@', at);
    const kind = kindAt(text, at);
    let end = kind === 1 ? at + 1 : pieceEnd(text, at, mail);
    if (end < 0) {
      end = behind(text, at);
      while (kind === 2 && end < text.length && kindAt(text, end) === 2) end = behind(text, end);
    }
    if (kind !== 1) found(at, end);
    at = end;
  }
}

/** The end of an address or link that begins at `at`, or -1. */
function pieceEnd(text: string, at: number, mail: number): number {
  if (mail >= at && mail - at <= longestName) {
    address.lastIndex = at;
    if (address.test(text)) return address.lastIndex;
  }
  const letter = text.charAt(at);
  if (letter !== 'h' && letter !== 'w') return -1;
  link.lastIndex = at;
  return link.test(text) ? link.lastIndex : -1;
}

const shortened = new Set(
  (
    'мкр мкрн т ч д п пп г гг ул ст тел им стр кв руб инц пр др обл эл ' +
    'e g i inc ltd no tel ave қ көш даң'
  ).split(' '),
);

const emailWord: Word = { word: '<email>', stem: '<email>', denied: false };
const linkWord: Word = { word: '<link>', stem: '<link>', denied: false };

/** Takes a word apart by the rules of `language`; Latin words by those of English in any. */
export function wordOf(printed: string, language: Language): Word {
  if (printed.length > 3 && /[@:.]/.test(printed)) return printed.includes('@') ? emailWord : linkWord;
  const word = foldOf(printed);
  if (word.length > 40 || word.length < 3) return { word, stem: word, denied: false };
  if (/^[a-z]+$/.test(word)) return { word, stem: englishStem(word), denied: false };
  if (!/^\p{Script=Cyrillic}+$/u.test(word)) return { word, stem: word, denied: false };
  if (language === 'kk') return { word, ...kazakhStem(word) };
  return { word, stem: russianStem(word), denied: false };
}

const lookalikes: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  i: 'і',
  k: 'к',
  o: 'о',
  p: 'р',
  x: 'х',
  y: 'у',
  ə: 'ә',
  h: 'һ',
  t: 'т',
  m: 'м',
  b: 'в',
};

/** Folds a word for comparison. */
export function foldOf(printed: string): string {
  const word = printed.toLowerCase().replaceAll('ё', 'е').replaceAll('\u0259', 'ә');
  if (!/\p{Script=Cyrillic}/u.test(word) || !/[a-z]/.test(word)) return word;
  return word.replace(/[a-z]/g, (letter) => lookalikes[letter] ?? letter);
}

/**
 * The sentences of `text`, which begins at `offset` of the body. O(n).
 *
 * A full stop ends a sentence when a capital, digit or quote follows and no usual abbreviation stands before
 * it. `look` says what is known of a word.
 */
export function sentencesOf<Known extends Word>(
  text: string,
  offset: number,
  look: (printed: string) => Known,
): readonly Sentence<Known>[] {
  const sentences: Token<Known>[][] = [];
  let open: Token<Known>[] = [];
  let pause: Token['pause'] = 0;
  eachPiece(text, (start, end) => {
    if (isWord(text, start, end)) {
      open.push({ of: look(text.slice(start, end)), start: offset + start, end: offset + end, pause });
      pause = 0;
    } else if (endsSentence(text, start, open)) {
      if (open.length > 0) sentences.push(open);
      open = [];
      pause = 0;
    } else pause = Math.max(pause, pauseOf(text, start)) as Token['pause'];
  });
  if (open.length > 0) sentences.push(open);
  return sentences;
}

function isWord(text: string, start: number, end: number): boolean {
  if (end - start > 1) return true;
  return kindAt(text, start) === 2 && !/\p{M}/u.test(text.charAt(start));
}

function endsSentence(text: string, at: number, open: readonly Token[]): boolean {
  const sign = text.charAt(at);
  if (sign !== '.' && sign !== '!' && sign !== '?') return false;
  if (sign === '.' && shortened.has(open.at(-1)?.of.word ?? '')) return false;
  return /^\s+[\p{Lu}\p{N}«"“(]/u.test(text.slice(at + 1, at + 6));
}

function pauseOf(text: string, at: number): number {
  const sign = text.charAt(at);
  if (sign === ':' || sign === ';' || sign === '—' || sign === '|' || sign === '•') return 2;
  if (sign === '–' || sign === '-') return text.charAt(at - 1) === ' ' ? 2 : 0;
  return /[,()/]/.test(sign) ? 1 : 0;
}
