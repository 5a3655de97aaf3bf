import type { Language } from '../base/index.ts';
import { frequentWords, numberWords } from './lexicon/index.ts';
import type { Forms, Pattern, Place } from './pattern.ts';
import { type Sentence, type Word, wordOf } from './token.ts';

/** A word with the numbers of the places it fits, in rising order. */
export interface KnownWord extends Word {
  readonly fits: readonly number[];
}

/** A row that matched: from its first word up to the word after its last. */
export interface Match<Row> {
  readonly row: Row;
  readonly from: number;
  readonly to: number;
}

interface Step {
  readonly place: number;
  readonly gap: number;
  readonly pause: number;
  readonly optional: boolean;
}

interface Entry<Row> {
  readonly row: Row;
  readonly steps: readonly Step[];
  /** The places without which it cannot match. */
  readonly needed: readonly number[];
  readonly notBefore: number;
  readonly notBehind: number;
}

/** The patterns that wait at one place; `second` is the next place each needs, or -1. */
interface Waiting<Row> {
  readonly entries: Entry<Row>[];
  readonly second: number[];
}

/** Words beyond this many are looked up anew each time, so that memory stays bounded. */
const longestMemory = 50_000;

/**
 * All patterns of a language, so arranged that a sentence tries only those whose words it has.
 *
 * Equal places share a number. A word knows the numbers it fits (found once per word), a pattern waits at its
 * rarest place, and is tried only when all its places are in the sentence.
 */
export class Matcher<Row> {
  private readonly language: Language;
  private readonly numbers = new Map<string, number>();
  private readonly numbered = new Map<Forms, number>();
  private readonly byWord = new Map<string, number[]>();
  private readonly byStem = new Map<string, number[]>();
  private readonly byDenied = new Map<string, number[]>();
  private readonly byPrefix = new Map<string, number[]>();
  private readonly widths: number[] = [];
  private readonly prefixLengths = new Set<number>();
  private readonly waiting: Waiting<Row>[] = [];
  private readonly memory = new Map<string, KnownWord>();
  private readonly located = new Located();

  constructor(language: Language) {
    this.language = language;
  }

  add(row: Row, pattern: Pattern): void {
    const steps = pattern.places.map((place) => this.stepOf(place));
    const needed = steps.filter((step) => !step.optional).map((step) => step.place);
    needed.sort((a, b) => (this.widths[a] ?? 0) - (this.widths[b] ?? 0));
    const anchor = needed[0];
    if (anchor === undefined) return;
    const notBefore = pattern.notBefore ? this.numberOf(pattern.notBefore) : -1;
    const notBehind = pattern.notBehind ? this.numberOf(pattern.notBehind) : -1;
    this.waiting[anchor]?.entries.push({ row, steps, needed: needed.slice(1), notBefore, notBehind });
    this.waiting[anchor]?.second.push(needed[1] ?? -1);
  }

  /** What is known of a printed word. */
  readonly look = (printed: string): KnownWord => {
    const known = this.memory.get(printed);
    if (known) return known;
    const word = wordOf(printed, this.language);
    const entry = { ...word, fits: this.placesOf(word) };
    if (this.memory.size < longestMemory) this.memory.set(printed, entry);
    return entry;
  };

  /** All matches in `sentence` in word order. */
  matches(sentence: Sentence<KnownWord>): readonly Match<Row>[] {
    const { located } = this;
    located.locate(sentence, this.numbers.size);
    const found: Match<Row>[] = [];
    const { present } = located;
    for (let at = 0; at < present.length; at++) {
      const { second, entries } = this.waiting[present[at] as number] as Waiting<Row>;
      for (let one = 0; one < second.length; one++) {
        if (!located.has(second[one] as number)) continue;
        const entry = entries[one] as Entry<Row>;
        if (located.hasAll(entry.needed)) this.tryAll(entry, sentence, found);
      }
    }
    return found.sort((a, b) => a.from - b.from || a.to - b.to);
  }

  private tryAll(entry: Entry<Row>, sentence: Sentence<KnownWord>, found: Match<Row>[]): void {
    const { steps, notBefore, notBehind, row } = entry;
    const { located } = this;
    for (let link = located.first(steps[0]?.place ?? -1); link >= 0; link = located.next(link)) {
      const from = located.position(link);
      if (notBefore >= 0 && sentence[from - 1]?.of.fits.includes(notBefore)) continue;
      const to = endOf(steps, sentence, from);
      if (to < 0 || (notBehind >= 0 && sentence[to]?.of.fits.includes(notBehind))) continue;
      found.push({ row, from, to });
    }
  }

  private stepOf({ forms, gap, pause, optional }: Place): Step {
    return { place: this.numberOf(forms), gap, pause, optional };
  }

  private numberOf(forms: Forms): number {
    const numbered = this.numbered.get(forms);
    if (numbered !== undefined) return numbered;
    const number = this.numberByWords(forms);
    this.numbered.set(forms, number);
    return number;
  }

  private numberByWords(forms: Forms): number {
    const { stems, denied, prefixes, words } = forms;
    const key = [stems, denied, prefixes, words].map((list) => [...list].sort().join('|')).join('/');
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(key, number);
    const common = [...stems, ...words].some((word) => frequentWords.has(word)) ? 100 : 0;
    this.widths.push(stems.size + denied.size + words.size + prefixes.length * 2 + common);
    this.waiting.push({ entries: [], second: [] });
    for (const word of words) put(this.byWord, word, number);
    for (const stem of stems) put(this.byStem, stem, number);
    for (const stem of denied) put(this.byDenied, stem, number);
    for (const prefix of prefixes) {
      put(this.byPrefix, prefix, number);
      this.prefixLengths.add(prefix.length);
    }
    return number;
  }

  private placesOf({ word, stem, denied }: Word): readonly number[] {
    const lists = [
      this.byWord.get(word),
      this.byStem.get(stem),
      denied ? this.byDenied.get(stem) : undefined,
    ];
    for (const length of this.prefixLengths) {
      if (length <= word.length) lists.push(this.byPrefix.get(word.slice(0, length)));
    }
    if (/^\d{1,3}$/.test(word) || numberWords[this.language].has(word)) lists.push(this.byWord.get('#'));
    return [...new Set(lists.flatMap((list) => list ?? []))].sort((a, b) => a - b);
  }
}

/**
 * Where the places are fitted in the sentence at hand: chains of positions in arrays that are used again for
 * every sentence, so that nothing is left to collect.
 */
class Located {
  /** The places the sentence fits, in the order of their first words. */
  present: number[] = [];
  private heads = new Int32Array(0);
  private tails = new Int32Array(0);
  private stamps = new Int32Array(0);
  private positions: number[] = [];
  private followers: number[] = [];
  private stamp = 0;

  locate(sentence: Sentence<KnownWord>, places: number): void {
    if (this.heads.length < places) {
      this.heads = new Int32Array(places);
      this.tails = new Int32Array(places);
      this.stamps = new Int32Array(places);
      this.stamp = 0;
    }
    this.stamp++;
    this.present.length = 0;
    this.positions.length = 0;
    for (let at = 0; at < sentence.length; at++) {
      const { fits } = (sentence[at] as Sentence<KnownWord>[number]).of;
      for (let one = 0; one < fits.length; one++) this.put(fits[one] as number, at);
    }
  }

  private put(place: number, at: number): void {
    const link = this.positions.length;
    this.positions.push(at);
    this.followers[link] = -1;
    if (this.stamps[place] === this.stamp) this.followers[this.tails[place] ?? 0] = link;
    else {
      this.stamps[place] = this.stamp;
      this.heads[place] = link;
      this.present.push(place);
    }
    this.tails[place] = link;
  }

  /** Whether the sentence fits `place`; no place (-1) is always there. */
  has(place: number): boolean {
    return place < 0 || this.stamps[place] === this.stamp;
  }

  hasAll(places: readonly number[]): boolean {
    for (let at = 0; at < places.length; at++) {
      if (this.stamps[places[at] as number] !== this.stamp) return false;
    }
    return true;
  }

  first(place: number): number {
    return this.stamps[place] === this.stamp ? (this.heads[place] ?? -1) : -1;
  }

  next(link: number): number {
    return this.followers[link] ?? -1;
  }

  position(link: number): number {
    return this.positions[link] ?? 0;
  }
}

/** The index behind the last word when `steps` match from word `from`, or -1. */
function endOf(steps: readonly Step[], sentence: Sentence<KnownWord>, from: number): number {
  if (steps.length === 1) return from + 1;
  return rest({ steps, sentence }, 1, from + 1);
}

interface Trial {
  readonly steps: readonly Step[];
  readonly sentence: Sentence<KnownWord>;
}

function rest(trial: Trial, index: number, from: number): number {
  const step = trial.steps[index];
  if (!step) return from;
  const last = Math.min(from + step.gap, trial.sentence.length - 1);
  for (let at = from; at <= last; at++) {
    const token = trial.sentence[at];
    if (token === undefined || token.pause > step.pause) break;
    if (!token.of.fits.includes(step.place)) continue;
    const end = rest(trial, index + 1, at + 1);
    if (end >= 0) return end;
  }
  return step.optional ? rest(trial, index + 1, from) : -1;
}

function put(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
