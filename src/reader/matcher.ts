import type { Language } from '../base/index.ts';
import { frequentWords, numberWords } from './lexicon/index.ts';
import type { Forms, Pattern, Place } from './pattern.ts';
import { type Sentence, type Word, wordOf } from './token.ts';

/** A word with the numbers of the places it fits, in rising order. */
export interface KnownWord extends Word {
  readonly fits: Uint16Array;
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
  /** What must be at hand for it to be looked for: bits, 0 for nothing. */
  readonly asks: number;
  readonly steps: readonly Step[];
  /** The places without which it cannot match, besides that at which it waits and the second. */
  readonly needed: readonly number[];
  readonly notBefore: number;
  readonly notBehind: number;
}

/** The patterns that wait at one place; `second` is the next place each needs, or 0. */
interface Waiting<Row> {
  readonly entries: Entry<Row>[];
  readonly second: number[];
}

const nobody = <Row>(): Waiting<Row> => ({ entries: [], second: [] });
const everything = -1;

/** The place that every sentence fits: for what needs no second one. */
const anyPlace = 0;
/** A place at which patterns wait, one at which they begin. */
const anchors = 1;
const begins = 2;

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
  private readonly widths: number[] = [0];
  private readonly prefixLengths = new Set<number>();
  private readonly waiting: Waiting<Row>[] = [nobody()];
  /** Those that wait for what the others find. */
  private readonly later: Waiting<Row>[] = [nobody()];
  /** What each place is to patterns: `anchors`, `begins` or both. */
  private roles = new Uint8Array(1024);
  private readonly memory = new Map<string, KnownWord>();
  private readonly located = new Located();
  private laid: readonly [first: Laid<Row>, later: Laid<Row>] | undefined;

  constructor(language: Language) {
    this.language = language;
  }

  /** Adds a pattern; one that `asks` is looked for after the others, only when one of its bits is at hand. */
  add(row: Row, pattern: Pattern, asks?: number): void {
    const steps = pattern.places.map((place) => this.stepOf(place));
    const needed = steps.filter((step) => !step.optional).map((step) => step.place);
    needed.sort((a, b) => (this.widths[a] ?? 0) - (this.widths[b] ?? 0));
    const anchor = needed[0];
    if (anchor === undefined) return;
    this.laid = undefined;
    const notBefore = pattern.notBefore ? this.numberOf(pattern.notBefore) : -1;
    const notBehind = pattern.notBehind ? this.numberOf(pattern.notBehind) : -1;
    const waiting = (asks === undefined ? this.waiting : this.later)[anchor];
    const rest = { steps, needed: needed.slice(2), notBefore, notBehind };
    waiting?.entries.push({ row, asks: asks ?? 0, ...rest });
    waiting?.second.push(needed[1] ?? anyPlace);
    this.play(anchor, anchors);
    this.play(steps[0]?.place ?? anyPlace, begins);
  }

  private play(place: number, role: number): void {
    this.roles[place] = (this.roles[place] ?? 0) | role;
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

  /**
   * All matches in `sentence`: those of patterns that ask for nothing in word order, then the others in word
   * order, without those that ask for what `atHand` does not make of the first.
   */
  matches(
    sentence: Sentence<KnownWord>,
    atHand?: (first: readonly Match<Row>[]) => number,
  ): readonly Match<Row>[] {
    this.located.locate(sentence, this.roles);
    this.laid ??= [laidOut(this.waiting), laidOut(this.later)];
    const [early, late] = this.laid;
    const first = this.find(early, sentence, everything);
    const rest = this.find(late, sentence, atHand ? atHand(first) : everything);
    return rest.length === 0 ? first : first.concat(rest);
  }

  private find(laid: Laid<Row>, sentence: Sentence<KnownWord>, atHand: number): Match<Row>[] {
    const { located } = this;
    const { present } = located;
    const { starts, second, asks, entries } = laid;
    const found: Match<Row>[] = [];
    for (let at = 0; at < present.length; at++) {
      const place = present[at] as number;
      const end = starts[place + 1] as number;
      for (let one = starts[place] as number; one < end; one++) {
        if (!located.has(second[one] as number)) continue;
        const asked = asks[one] as number;
        if (asked !== 0 && !(asked & atHand)) continue;
        const entry = entries[one] as Entry<Row>;
        if (located.hasAll(entry.needed)) this.tryAll(entry, sentence, found);
      }
    }
    return found.length > 1 ? found.sort(inWordOrder) : found;
  }

  private tryAll(entry: Entry<Row>, sentence: Sentence<KnownWord>, found: Match<Row>[]): void {
    const { steps, notBefore, notBehind, row } = entry;
    const { located } = this;
    for (let link = located.last(steps[0]?.place ?? anyPlace); link >= 0; link = located.before(link)) {
      const from = located.position(link);
      if (notBefore >= 0 && fitsAt(sentence, from - 1, notBefore)) continue;
      const to = endOf(steps, sentence, from);
      if (to < 0 || (notBehind >= 0 && fitsAt(sentence, to, notBehind))) continue;
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
    const number = this.numbers.size + 1;
    this.numbers.set(key, number);
    if (number >= this.roles.length) this.roles = longer(this.roles);
    const common = [...stems, ...words].some((word) => frequentWords.has(word)) ? 100 : 0;
    this.widths.push(stems.size + denied.size + words.size + prefixes.length * 2 + common);
    this.waiting.push(nobody());
    this.later.push(nobody());
    for (const word of words) put(this.byWord, word, number);
    for (const stem of stems) put(this.byStem, stem, number);
    for (const stem of denied) put(this.byDenied, stem, number);
    for (const prefix of prefixes) {
      put(this.byPrefix, prefix, number);
      this.prefixLengths.add(prefix.length);
    }
    return number;
  }

  private placesOf({ word, stem, denied }: Word): Uint16Array {
    const lists = [
      this.byWord.get(word),
      this.byStem.get(stem),
      denied ? this.byDenied.get(stem) : undefined,
    ];
    for (const length of this.prefixLengths) {
      if (length <= word.length) lists.push(this.byPrefix.get(word.slice(0, length)));
    }
    if (/^\d{1,3}$/.test(word) || numberWords[this.language].has(word)) lists.push(this.byWord.get('#'));
    return Uint16Array.from(new Set(lists.flatMap((list) => list ?? []))).sort();
  }
}

/** All that waits, place after place: those of place `n` from `starts[n]` up to `starts[n + 1]`. */
interface Laid<Row> {
  readonly starts: Uint32Array;
  readonly second: Uint16Array;
  readonly asks: Int32Array;
  readonly entries: readonly Entry<Row>[];
}

/** Close together, so that going through them is quick. */
function laidOut<Row>(waiting: readonly Waiting<Row>[]): Laid<Row> {
  const starts = new Uint32Array(waiting.length + 1);
  waiting.forEach(({ entries }, place) => {
    starts[place + 1] = (starts[place] as number) + entries.length;
  });
  const second = Uint16Array.from(waiting.flatMap((one) => one.second));
  const entries = waiting.flatMap((one) => one.entries);
  return { starts, second, asks: Int32Array.from(entries, (entry) => entry.asks), entries };
}

/** The same numbers with as much room again. */
function longer(roles: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(2 * roles.length);
  all.set(roles);
  return all;
}

/** The order of matches; those of one stretch stay as they were found. */
function inWordOrder(a: Match<unknown>, b: Match<unknown>): number {
  return a.from - b.from || a.to - b.to;
}

/**
 * Where the places are fitted in the sentence at hand: chains of positions in arrays that are used again for
 * every sentence, so that nothing is left to collect. Only places at which patterns begin have a chain, only
 * those at which they wait are gone through.
 */
class Located {
  /** The places the sentence fits at which patterns wait, in the order of their first words. */
  readonly present: number[] = [];
  private heads = new Int32Array(0);
  private stamps = new Int32Array(0);
  private readonly positions: number[] = [];
  private readonly earlier: number[] = [];
  private stamp = 0;

  locate(sentence: Sentence<KnownWord>, roles: Uint8Array): void {
    this.clear(roles.length);
    const { stamps, heads, stamp, present, positions, earlier } = this;
    for (let at = 0; at < sentence.length; at++) {
      const { fits } = (sentence[at] as Sentence<KnownWord>[number]).of;
      for (let one = 0; one < fits.length; one++) {
        const place = fits[one] as number;
        const role = roles[place] as number;
        if (stamps[place] !== stamp) {
          stamps[place] = stamp;
          heads[place] = -1;
          if (role & anchors) present.push(place);
        }
        if (!(role & begins)) continue;
        earlier.push(heads[place] as number);
        heads[place] = positions.push(at) - 1;
      }
    }
  }

  private clear(places: number): void {
    if (this.heads.length < places) {
      this.heads = new Int32Array(places);
      this.stamps = new Int32Array(places);
      this.stamp = 0;
    }
    this.stamp++;
    this.stamps[anyPlace] = this.stamp;
    this.present.length = 0;
    this.positions.length = 0;
    this.earlier.length = 0;
  }

  has(place: number): boolean {
    return this.stamps[place] === this.stamp;
  }

  hasAll(places: readonly number[]): boolean {
    for (let at = 0; at < places.length; at++) {
      if (this.stamps[places[at] as number] !== this.stamp) return false;
    }
    return true;
  }

  /** The last link of a place at which patterns begin; -1 when the sentence does not fit it. */
  last(place: number): number {
    return this.stamps[place] === this.stamp ? (this.heads[place] ?? -1) : -1;
  }

  before(link: number): number {
    return this.earlier[link] ?? -1;
  }

  position(link: number): number {
    return this.positions[link] ?? 0;
  }
}

/** Whether word `at` of the sentence, if there is one, fits `place`. */
function fitsAt(sentence: Sentence<KnownWord>, at: number, place: number): boolean {
  const fits = sentence[at]?.of.fits;
  if (fits === undefined) return false;
  for (let one = 0; one < fits.length; one++) if (fits[one] === place) return true;
  return false;
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
    if (!fitsAt(trial.sentence, at, step.place)) continue;
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
