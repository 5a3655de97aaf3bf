import { equalBytes, type Hash } from '../base/index.ts';
import { type HashAt, halves, type Range, rangeHash } from './tree.ts';

/** Neighbouring entries of a log, both ends among them. */
export interface LeafRange {
  readonly first: number;
  readonly last: number;
}

/** Two trees, by their hashes. */
export interface Trees {
  readonly ours: HashAt<Uint8Array | undefined>;
  readonly theirs: HashAt<Uint8Array | undefined>;
}

/**
 * The smallest range of the first `size` leaves outside of which two trees are the same; undefined when they
 * are the same all over. A hash that is not to be had counts as another. O(log² size) hashes.
 */
export function differingLeaves(trees: Trees, size: number, hash: Hash): LeafRange | undefined {
  const whole = { start: 0, end: size };
  const same = (range: Range) => {
    const [a, b] = [rangeHash(range, trees.ours, hash), rangeHash(range, trees.theirs, hash)];
    return a !== undefined && b !== undefined && equalBytes(a, b);
  };
  if (size === 0 || same(whole)) return undefined;
  const first = narrowed(whole, ([left, right]) => (same(left) ? right : left));
  const last = narrowed(whole, ([left, right]) => (same(right) ? left : right));
  return { first, last };
}

function narrowed(whole: Range, choose: (halves: readonly [Range, Range]) => Range): number {
  let range = whole;
  while (range.end - range.start > 1) range = choose(halves(range));
  return range.start;
}
