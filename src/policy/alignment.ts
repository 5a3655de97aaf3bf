/** Two rows of texts laid side by side: which of the one answers to which of the other. */
export interface Pair {
  /** Place in the first row; absent for what the second row alone has. */
  readonly before?: number;
  readonly after?: number;
  readonly same: boolean;
}

/** From here on two texts count as one that was changed rather than as two. */
const alike = 0.5;
/** Gaps larger than this many comparisons are not compared word by word: what is in them was replaced. */
const comparisonsAtMost = 40_000;

/** A text as it is compared: letters and digits, small, one space between. */
export function lettersOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** How much two texts have in common: twice the shared words over all words, 0 … 1. O(words). */
export function similarity(one: string, other: string): number {
  if (one === other) return 1;
  const words = one.split(' ');
  const left = new Map<string, number>();
  for (const word of words) left.set(word, (left.get(word) ?? 0) + 1);
  const others = other.split(' ');
  let shared = 0;
  for (const word of others) {
    const n = left.get(word) ?? 0;
    if (n === 0) continue;
    shared += 1;
    left.set(word, n - 1);
  }
  return (2 * shared) / (words.length + others.length);
}

/**
 * Lays two rows side by side, order kept: equal texts that occur once in each are anchors (the longest row of
 * them that keeps its order), and between anchors those most alike are paired. Every place occurs once.
 * O(n log n) beside the gaps; a gap costs the product of its sides up to a limit.
 */
export function align(
  before: readonly string[],
  after: readonly string[],
  likeness: (one: string, other: string) => number,
): readonly Pair[] {
  const rows = { before, after, likeness };
  const pairs: Pair[] = [];
  let from = { before: 0, after: 0 };
  for (const anchor of [...anchorsOf(before, after), { before: before.length, after: after.length }]) {
    pairs.push(...alignGap(rows, from, anchor));
    if (anchor.before < before.length) pairs.push({ ...anchor, same: true });
    from = { before: anchor.before + 1, after: anchor.after + 1 };
  }
  return pairs;
}

interface Place {
  readonly before: number;
  readonly after: number;
}

function anchorsOf(before: readonly string[], after: readonly string[]): readonly Place[] {
  const once = (texts: readonly string[]) => {
    const places = new Map<string, number>();
    for (const [place, text] of texts.entries()) places.set(text, places.has(text) ? -1 : place);
    return places;
  };
  const [left, right] = [once(before), once(after)];
  const common = [...left].flatMap(([text, place]) => {
    const other = right.get(text) ?? -1;
    return place >= 0 && other >= 0 ? [{ before: place, after: other }] : [];
  });
  return longestRising(common.sort((a, b) => a.before - b.before));
}

/** The longest row of places that rises on both sides: patience sorting. */
function longestRising(places: readonly Place[]): readonly Place[] {
  const tops: Place[] = [];
  const previous = new Map<Place, Place | undefined>();
  for (const place of places) {
    let low = 0;
    for (let high = tops.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((tops[middle] as Place).after < place.after) low = middle + 1;
      else high = middle;
    }
    previous.set(place, tops[low - 1]);
    tops[low] = place;
  }
  const rising: Place[] = [];
  for (let place = tops.at(-1); place; place = previous.get(place)) rising.unshift(place);
  return rising;
}

interface Rows {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly likeness: (one: string, other: string) => number;
}

function alignGap(rows: Rows, from: Place, to: Place): readonly Pair[] {
  const [n, m] = [to.before - from.before, to.after - from.after];
  const gone = (place: number): Pair => ({ before: from.before + place, same: false });
  const come = (place: number): Pair => ({ after: from.after + place, same: false });
  const all = (count: number, pair: (place: number) => Pair) =>
    Array.from({ length: count }, (_, at) => pair(at));
  if (n === 0 || m === 0 || n * m > comparisonsAtMost) return [...all(n, gone), ...all(m, come)];
  const like = (i: number, j: number) =>
    rows.likeness(rows.before[from.before + i] as string, rows.after[from.after + j] as string);
  const best = bestScores(n, m, like);
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < n && j < m) {
    const score = best.likeness(i, j);
    if (score >= alike && best.at(i, j) === score + best.at(i + 1, j + 1)) {
      pairs.push({ before: from.before + i, after: from.after + j, same: score === 1 });
      [i, j] = [i + 1, j + 1];
    } else if (best.at(i, j) === best.at(i + 1, j)) pairs.push(gone(i++));
    else pairs.push(come(j++));
  }
  return [...pairs, ...all(n - i, (k) => gone(i + k)), ...all(m - j, (k) => come(j + k))];
}

/** The most likeness that the rest of a gap can still give from each of its places on. */
function bestScores(n: number, m: number, like: (i: number, j: number) => number) {
  const width = m + 1;
  const likeness = new Float64Array(n * m);
  const table = new Float64Array((n + 1) * width);
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      const score = like(i, j);
      likeness[i * m + j] = score;
      const paired = score >= alike ? score + (table[(i + 1) * width + j + 1] as number) : 0;
      const skipped = Math.max(table[(i + 1) * width + j] as number, table[i * width + j + 1] as number);
      table[i * width + j] = Math.max(paired, skipped);
    }
  }
  return {
    likeness: (i: number, j: number) => likeness[i * m + j] as number,
    at: (i: number, j: number) => table[i * width + j] as number,
  };
}
