/** What whoever guesses a password knows beforehand. */
export interface Known {
  /** Common passwords, in lower case, with their places from the commonest, 1. */
  readonly common: ReadonlyMap<string, number>;
  /** Words of the person and of the service, in lower case. */
  readonly words: ReadonlySet<string>;
}

/** Rows of keys, digits and letters in order: whoever runs a finger along them chooses nothing. */
const rows = [
  '1234567890-=',
  'qwertyuiop[]',
  "asdfghjkl;'",
  'zxcvbnm,./',
  'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  'abcdefghijklmnopqrstuvwxyz',
  '0123456789',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/',
  'q1w2e3r4t5y6u7i8o9p0',
] as const;

/** Keys of a Russian keyboard, and what is on each in Latin: a word in the other layout is no secret. */
const cyrillic = 'йцукенгшщзхъфывапролджэячсмитьбюё';
const latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";

const keyOf = new Map([...cyrillic].map((letter, at) => [letter, latin[at] as string]));

/** Pieces longer than this are not looked up: no list has them. */
const longestPiece = 24;
const shortestPiece = 4;
const shortestRun = 3;

/** Bits that a piece costs whoever guesses. Letters count less than chance would give: nobody draws them. */
const bits = { letter: 4, run: 6, again: 3, word: 2 } as const;

/**
 * How hard a password is to guess for somebody who tries what people choose: the least sum of bits over all
 * ways to put it together of common passwords, of words known about the person, of runs along the keyboard
 * or the alphabet, of pieces said once more, and of single characters.
 *
 * Pure. O(n · 24) in the length of the password.
 * @source Wheeler, zxcvbn: Low-Budget Password Strength Estimation (USENIX Security 2016)
 */
export function guessBits(password: string, known: Known): number {
  const text = [...password.normalize('NFKC').toLowerCase()];
  const typed = text.map((letter) => keyOf.get(letter) ?? letter);
  const least: number[] = [0];
  for (let end = 1; end <= text.length; end++) {
    let fewest = (least[end - 1] as number) + bits.letter;
    for (let start = Math.max(0, end - longestPiece); start < end; start++)
      fewest = Math.min(fewest, (least[start] as number) + costOf({ text, typed, start, end }, known));
    least.push(fewest);
  }
  return least.at(-1) as number;
}

interface Piece {
  readonly text: readonly string[];
  /** The same as keys of a Latin keyboard. */
  readonly typed: readonly string[];
  readonly start: number;
  readonly end: number;
}

function costOf({ text, typed, start, end }: Piece, { common, words }: Known): number {
  const length = end - start;
  const piece = text.slice(start, end).join('');
  const keys = typed.slice(start, end).join('');
  const costs = [Number.POSITIVE_INFINITY];
  if (words.has(piece)) costs.push(bits.word);
  if (length >= shortestRun && (isRun(piece) || isRun(keys))) costs.push(bits.run);
  if (start >= length && text.slice(start - length, start).join('') === piece) costs.push(bits.again);
  const place = length < shortestPiece ? undefined : (common.get(piece) ?? common.get(keys));
  if (place !== undefined) costs.push(Math.log2(place) + 1);
  return Math.min(...costs);
}

function isRun(piece: string): boolean {
  const back = [...piece].reverse().join('');
  return rows.some((row) => row.includes(piece) || row.includes(back));
}
