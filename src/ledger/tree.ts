import { concat, type Hash } from '../base/index.ts';

const leafMark = Uint8Array.of(0);
const nodeMark = 1;

/** Hash of a leaf: SHA-256(0x00 ‖ leaf). @source RFC 9162 §2.1.1 */
export function leafHash(hash: Hash, leaf: Uint8Array): Uint8Array {
  return hash(concat(leafMark, leaf));
}

/** Hash of an inner node: SHA-256(0x01 ‖ left ‖ right). @source RFC 9162 §2.1.1 */
export function nodeHash(hash: Hash, left: Uint8Array, right: Uint8Array): Uint8Array {
  const node = new Uint8Array(1 + left.length + right.length);
  node[0] = nodeMark;
  node.set(left, 1);
  node.set(right, 1 + left.length);
  return hash(node);
}

/** Root of the tree without leaves: SHA-256 of nothing. @source RFC 9162 §2.1.1 */
export function emptyRoot(hash: Hash): Uint8Array {
  return hash(new Uint8Array(0));
}

/**
 * Leaves `start` (inclusive) to `end` (exclusive), `start < end`, being a subtree that the splits of RFC 9162
 * make.
 */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * A run of hashes in one tile: `count` (a power of two ≤ 128) of them from `position` of `level` on, a full
 * subtree.
 */
export interface Run {
  readonly level: number;
  readonly position: number;
  readonly count: number;
}

/** Hashes per tile. @source C2SP tlog-tiles */
export const tileWidth = 256;

/** Where hashes of a tree come from: level 0 are leaf hashes, a hash of level n + 1 covers 256 of level n. */
export type HashAt<Found extends Uint8Array | undefined> = (level: number, position: number) => Found;

function powerBelow(n: number): number {
  let power = 1;
  while (power * 2 < n) power *= 2;
  return power;
}

/** The two subtrees under a subtree of at least two leaves. @source RFC 9162 §2.1.1 */
export function halves({ start, end }: Range): readonly [Range, Range] {
  const middle = start + powerBelow(end - start);
  return [
    { start, end: middle },
    { start: middle, end },
  ];
}

/**
 * The subtrees whose hashes make the inclusion proof of `index`, in the proof's order.
 * @source RFC 9162 §2.1.3.1
 */
export function inclusionRanges(index: number, size: number): readonly Range[] {
  const path: Range[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + powerBelow(end - start);
    if (index < middle) {
      path.unshift({ start: middle, end });
      end = middle;
    } else {
      path.unshift({ start, end: middle });
      start = middle;
    }
  }
  return path;
}

/** The subtrees whose hashes make the consistency proof, `0 < first ≤ second`. @source RFC 9162 §2.1.4.1 */
export function consistencyRanges(first: number, second: number): readonly Range[] {
  const path: Range[] = [];
  let start = 0;
  let end = second;
  while (first !== end) {
    const middle = start + powerBelow(end - start);
    if (first <= middle) {
      path.unshift({ start: middle, end });
      end = middle;
    } else {
      path.unshift({ start, end: middle });
      start = middle;
    }
  }
  // The subtree of the old tree on its own right edge is known to the verifier only when it is the whole old
  // tree.
  return start === 0 ? path : [{ start, end }, ...path];
}

/** The runs of tile hashes a subtree is made of, left to right: full subtrees of falling height. */
export function runsOf({ start, end }: Range): readonly Run[] {
  const runs: Run[] = [];
  for (let at = start; at < end; ) {
    let leaves = 1;
    while (leaves * 2 <= end - at) leaves *= 2;
    let level = 0;
    let unit = 1;
    while (unit * tileWidth <= leaves) {
      unit *= tileWidth;
      level++;
    }
    runs.push({ level, position: at / unit, count: leaves / unit });
    at += leaves;
  }
  return runs;
}

/** Hash of a full subtree from a power of two of hashes; undefined when one of them is. */
export function foldFull(hashes: readonly (Uint8Array | undefined)[], hash: Hash): Uint8Array | undefined {
  let row = hashes;
  while (row.length > 1) {
    const above: (Uint8Array | undefined)[] = [];
    for (let i = 0; i < row.length; i += 2) {
      const left = row[i];
      const right = row[i + 1];
      if (!left || !right) return undefined;
      above.push(nodeHash(hash, left, right));
    }
    row = above;
  }
  return row[0];
}

/**
 * Hash of a subtree from the hashes `at` gives; undefined when one it needs is not to be had. O(log n) runs.
 */
export function rangeHash(
  range: Range,
  at: HashAt<Uint8Array | undefined>,
  hash: Hash,
): Uint8Array | undefined {
  let result: Uint8Array | undefined;
  for (const run of runsOf(range).toReversed()) {
    const hashes = Array.from({ length: run.count }, (_, i) => at(run.level, run.position + i));
    const left = foldFull(hashes, hash);
    if (!left) return undefined;
    result = result ? nodeHash(hash, left, result) : left;
  }
  return result;
}
