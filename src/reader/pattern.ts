import { foldOf, type Sentence, stemOf } from './token.ts';

/** One place of a pattern: any of the stems or prefixes, after at most `gap` other words. */
interface Place {
  readonly stems: ReadonlySet<string>;
  readonly prefixes: readonly string[];
  /** Whole words in just this form. */
  readonly words: readonly string[];
  readonly gap: number;
  /** The strongest pause that may lie between. */
  readonly pause: number;
  readonly optional: boolean;
}

/** A compiled sequence of places; `notAfter` are words that must not stand right before it. */
export interface Pattern {
  readonly places: readonly Place[];
  readonly notAfter: readonly string[];
}

/** Word classes by name, for `@name` in patterns. */
export type WordClasses = Readonly<Record<string, string>>;

/**
 * Compiles pattern text.
 *
 * ` / ` parts alternatives. Words are compared by stem; `abc*` by beginning; `=abc` as they are; `#` any
 * number; `a|b` either; `@name` a word class; `a?` may be missing; `-abc` in front: not right behind that
 * word. A space allows one other word between, `..` four, `...` twelve (and any pause within the sentence),
 * `~` two but no comma, `+` none.
 */
export function compile(text: string, classes: WordClasses, memory: Map<string, string>): readonly Pattern[] {
  return text.split(' / ').map((one) => sequence(one.trim(), classes, memory));
}

/** Words that may lie between, and the strongest pause among them. */
const steps: Readonly<Record<string, readonly [gap: number, pause: number]>> = {
  '+': [0, 1],
  '~': [2, 0],
  '..': [4, 1],
  '...': [12, 2],
};

function sequence(text: string, classes: WordClasses, memory: Map<string, string>): Pattern {
  const places: Place[] = [];
  const notAfter: string[] = [];
  let gap = 1;
  let pause = 1;
  for (const part of text.replaceAll('+', ' + ').split(/\s+/)) {
    if (part.startsWith('-')) {
      notAfter.push(...part.slice(1).split('|').map(foldOf));
      continue;
    }
    const step = steps[part];
    if (step) {
      [gap, pause] = step;
      continue;
    }
    places.push({ ...wordsOf(part, classes, memory), gap, pause });
    gap = 1;
    pause = 1;
  }
  return { places, notAfter };
}

function wordsOf(
  part: string,
  classes: WordClasses,
  memory: Map<string, string>,
): Omit<Place, 'gap' | 'pause'> {
  const optional = part.endsWith('?');
  const words = expand(optional ? part.slice(0, -1) : part, classes);
  const exact = words.filter((word) => /^[=#]/.test(word)).map((word) => foldOf(word.replace('=', '')));
  const stems = new Set(
    words.filter((word) => !/^[=#]|\*$/.test(word)).map((word) => stemOf(foldOf(word), memory)),
  );
  const prefixes = words.filter((word) => word.endsWith('*')).map((word) => foldOf(word.slice(0, -1)));
  return { stems, prefixes, words: exact, optional };
}

function expand(part: string, classes: WordClasses): readonly string[] {
  return part
    .split('|')
    .flatMap((word) => (word.startsWith('@') ? expand(classes[word.slice(1)] ?? '', classes) : [word]));
}

/** Matches `pattern` with its first place on word `at`; returns the index after its last word, or -1. */
export function matchAt(pattern: Pattern, sentence: Sentence, at: number): number {
  const first = pattern.places[0];
  if (!first || !fits(first, sentence, at)) return -1;
  if (at > 0 && pattern.notAfter.includes(sentence[at - 1]?.word ?? '')) return -1;
  return rest(pattern.places, sentence, { index: 1, at: at + 1 });
}

function rest(places: readonly Place[], sentence: Sentence, from: { index: number; at: number }): number {
  const { index, at } = from;
  const place = places[index];
  if (!place) return at;
  for (let i = at; i <= at + place.gap && i < sentence.length; i++) {
    if ((sentence[i]?.pause ?? 0) > place.pause) break;
    if (!fits(place, sentence, i)) continue;
    const end = rest(places, sentence, { index: index + 1, at: i + 1 });
    if (end >= 0) return end;
  }
  return place.optional ? rest(places, sentence, { index: index + 1, at }) : -1;
}

function fits(place: Place, sentence: Sentence, at: number): boolean {
  const token = sentence[at];
  if (!token) return false;
  if (place.words.includes(token.word) || (place.words.includes('#') && /^\d{1,3}$/.test(token.word)))
    return true;
  return place.stems.has(token.stem) || place.prefixes.some((prefix) => token.word.startsWith(prefix));
}

/** Finds which patterns may begin with a word, without trying them all. */
export class PatternIndex<Row> {
  private readonly byStem = new Map<string, { row: Row; pattern: Pattern }[]>();
  private readonly byWord = new Map<string, { row: Row; pattern: Pattern }[]>();
  private readonly byPrefix = new Map<string, { row: Row; pattern: Pattern }[]>();

  add(row: Row, patterns: readonly Pattern[]): void {
    for (const pattern of patterns) {
      for (const stem of pattern.places[0]?.stems ?? []) put(this.byStem, stem, { row, pattern });
      for (const word of pattern.places[0]?.words ?? []) put(this.byWord, word, { row, pattern });
      for (const prefix of pattern.places[0]?.prefixes ?? [])
        put(this.byPrefix, prefix.slice(0, 3), { row, pattern });
    }
  }

  /** All matches in `sentence` in word order: the row, its first word and the word after its last. */
  matches(sentence: Sentence): readonly { row: Row; from: number; to: number }[] {
    const found: { row: Row; from: number; to: number }[] = [];
    sentence.forEach((token, from) => {
      for (const { row, pattern } of this.candidates(token.stem, token.word)) {
        const to = matchAt(pattern, sentence, from);
        if (to >= 0) found.push({ row, from, to });
      }
    });
    return found;
  }

  private candidates(stem: string, word: string): readonly { row: Row; pattern: Pattern }[] {
    const lists = [this.byStem.get(stem), this.byWord.get(word), this.byPrefix.get(word.slice(0, 3))];
    if (/^\d+$/.test(word)) lists.push(this.byWord.get('#'));
    return lists.flatMap((list) => list ?? []);
  }
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
