import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equalBytes, hexOf, utf8 } from '../base/index.ts';
import { nodeCrypto } from '../keys/index.ts';
import {
  appendLeaves,
  consistencyProof,
  consistencyTiles,
  edgeTiles,
  emptyRoot,
  inclusionProof,
  leafHash,
  nodeHash,
  proofTiles,
  rootOf,
  type TileRef,
  type Tiles,
  tileKey,
  verifyConsistency,
  verifyInclusion,
} from './index.ts';
import { consistencyRanges, inclusionRanges, type Range, rangeHash } from './tree.ts';

const { hash } = nodeCrypto;
const most = 300;
const leaves = Array.from({ length: most }, (_, i) => leafHash(hash, utf8(`leaf ${i}`)));

/** The tree straight from RFC 9162 §2.1.1; every subtree once, since the claims below ask for them all. */
const known = new Map<number, Uint8Array>();
function naiveRoot(start: number, end: number): Uint8Array {
  const key = start * 1000 + end;
  const found = known.get(key) ?? naiveRootAnew(start, end);
  known.set(key, found);
  return found;
}

function naiveRootAnew(start: number, end: number): Uint8Array {
  if (end === start) return emptyRoot(hash);
  if (end - start === 1) return leaves[start] as Uint8Array;
  const middle = start + split(end - start);
  return nodeHash(hash, naiveRoot(start, middle), naiveRoot(middle, end));
}

function split(n: number): number {
  return 2 ** (Math.ceil(Math.log2(n)) - 1);
}

/** The subtrees of PATH(m, D[start:end]) of RFC 9162 §2.1.3.1. */
function naivePath(m: number, start: number, end: number): Range[] {
  if (end - start === 1) return [];
  const k = split(end - start);
  return m < k
    ? [...naivePath(m, start, start + k), { start: start + k, end }]
    : [...naivePath(m - k, start + k, end), { start, end: start + k }];
}

/** The subtrees of SUBPROOF(m, D[start:end], b) of RFC 9162 §2.1.4.1. */
function naiveSubproof(m: number, { start, end }: Range, b: boolean): Range[] {
  if (m === end - start) return b ? [] : [{ start, end }];
  const k = split(end - start);
  return m <= k
    ? [...naiveSubproof(m, { start, end: start + k }, b), { start: start + k, end }]
    : [...naiveSubproof(m - k, { start: start + k, end }, false), { start, end: start + k }];
}

const hashesOf = (ranges: readonly Range[]) => ranges.map(({ start, end }) => naiveRoot(start, end));

/** The tiles of every size, each grown from the one before by one leaf. */
const grown: Tiles[] = [new Map()];
for (let size = 0; size < most; size++) {
  const tiles = new Map(grown[size] as Tiles);
  const next = appendLeaves(
    { size, tiles: only(tiles, edgeTiles(size)) },
    [leaves[size] as Uint8Array],
    hash,
  );
  for (const tile of next.changed) tiles.set(tileKey(tile), tile.hashes);
  grown.push(tiles);
}

function only(tiles: Tiles, refs: readonly TileRef[]): Tiles {
  return new Map(refs.map((ref) => [tileKey(ref), tiles.get(tileKey(ref)) as Uint8Array]));
}

function hashIn(tiles: Tiles, level: number, position: number): Uint8Array | undefined {
  const from = (position % 256) * 32;
  return tiles.get(tileKey({ level, index: Math.floor(position / 256) }))?.subarray(from, from + 32);
}

function sameRanges(a: readonly Range[], b: readonly Range[]): boolean {
  return a.length === b.length && a.every(({ start, end }, i) => start === b[i]?.start && end === b[i]?.end);
}

function tilesAt(size: number): Tiles {
  return grown[size] as Tiles;
}

function sameBytes(a: readonly Uint8Array[], b: readonly Uint8Array[]): boolean {
  return a.length === b.length && a.every((bytes, i) => equalBytes(bytes, b[i] as Uint8Array));
}

describe('hashes', () => {
  it('are those of the reference implementation', () => {
    expect(hexOf(emptyRoot(hash))).toMatch(/^e3b0c442.*b855$/);
    expect(hexOf(leafHash(hash, new Uint8Array(0)))).toMatch(/^6e340b9c.*a01d$/);
    expect(hexOf(leafHash(hash, utf8('L123456')))).toMatch(/^395aa064.*4d56$/);
    expect(hexOf(nodeHash(hash, utf8('N123'), utf8('N456')))).toMatch(/^aa217fe8.*6bbb$/);
  });
});

describe('tiles of every tree up to 300 leaves', () => {
  it('give the root the RFC defines, from the edge tiles alone', () => {
    for (let size = 0; size <= most; size++) {
      const root = rootOf(size, only(tilesAt(size), edgeTiles(size)), hash);
      expect(equalBytes(root, naiveRoot(0, size)), `size ${size}`).toBe(true);
    }
  });

  it('are asked for the subtrees of the RFC in every inclusion proof, which verifies', () => {
    for (let size = 1; size <= most; size++) {
      const root = naiveRoot(0, size);
      for (let index = 0; index < size; index++) {
        const ranges = naivePath(index, 0, size);
        const claim = { index, size, leafHash: leaves[index] as Uint8Array, path: hashesOf(ranges), root };
        const same = sameRanges(inclusionRanges(index, size), ranges);
        if (!same || !verifyInclusion(claim, hash)) expect.fail(`inclusion of ${index} in ${size}`);
      }
    }
  });

  it('are asked for the subtrees of the RFC in every consistency proof, which verifies', () => {
    for (let second = 1; second <= most; second++) {
      for (let first = 1; first <= second; first++) {
        const ranges = naiveSubproof(first, { start: 0, end: second }, true);
        const roots = { firstRoot: naiveRoot(0, first), secondRoot: naiveRoot(0, second) };
        const same = sameRanges(consistencyRanges(first, second), ranges);
        const good = verifyConsistency({ first, second, ...roots, path: hashesOf(ranges) }, hash);
        if (!same || !good) expect.fail(`consistency of ${first} with ${second}`);
      }
    }
  });

  it('give the hash of every subtree any of those proofs asks for', () => {
    const asked = new Map<string, Range>();
    for (let size = 1; size <= most; size++) {
      for (let n = 0; n < size; n++) {
        for (const range of [...inclusionRanges(n, size), ...consistencyRanges(n + 1, size)]) {
          asked.set(`${range.start}-${range.end}`, range);
        }
      }
    }
    expect(asked.size).toBeGreaterThan(1000);
    for (const range of asked.values()) {
      const found = rangeHash(range, (level, at) => hashIn(tilesAt(range.end), level, at), hash);
      if (!found || !equalBytes(found, naiveRoot(range.start, range.end))) expect.fail(JSON.stringify(range));
    }
  });

  it('give whole proofs from no more than the tiles named for them', () => {
    for (const size of [1, 2, 3, 7, 8, 33, 255, 256, 257, 300]) {
      for (let n = 0; n < size; n += size > 64 ? 7 : 1) {
        const included = inclusionProof({ index: n, size }, only(tilesAt(most), proofTiles(n, size)), hash);
        expect(sameBytes(included, hashesOf(naivePath(n, 0, size)))).toBe(true);
        const tiles = only(tilesAt(size), consistencyTiles(n + 1, size));
        const consistent = consistencyProof({ first: n + 1, second: size }, tiles, hash);
        expect(sameBytes(consistent, hashesOf(naiveSubproof(n + 1, { start: 0, end: size }, true)))).toBe(
          true,
        );
      }
    }
  });

  it('are the same whether leaves come one by one or in any groups', () => {
    const groups = fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 8 });
    fc.assert(
      fc.property(groups, (sizes) => {
        let size = 0;
        const tiles = new Map<string, Uint8Array>();
        for (const count of sizes) {
          const group = leaves.slice(size, size + count);
          const next = appendLeaves({ size, tiles: only(tiles, edgeTiles(size)) }, group, hash);
          for (const tile of next.changed) tiles.set(tileKey(tile), tile.hashes);
          size = next.size;
          expect(equalBytes(next.root, naiveRoot(0, size))).toBe(true);
        }
        expect(tiles).toEqual(tilesAt(size));
      }),
      { numRuns: 30 },
    );
  });
});

describe('a large tree', () => {
  it('keeps the widths of the specification at 70,000 leaves, and its proofs verify', () => {
    const many = Array.from({ length: 70_000 }, (_, i) => hash(utf8(`${i}`)));
    const built = appendLeaves({ size: 0, tiles: new Map() }, many, hash);
    const tiles = new Map(built.changed.map((tile) => [tileKey(tile), tile.hashes]));
    const edges = edgeTiles(70_000).map((ref) => [tileKey(ref), (tiles.get(tileKey(ref))?.length ?? 0) / 32]);
    expect(edges).toEqual([
      ['0/273', 112],
      ['1/1', 17],
      ['2/0', 1],
    ]);
    expect([...tiles.keys()].filter((key) => key.startsWith('0/'))).toHaveLength(274);
    for (const index of [0, 255, 256, 65_535, 65_536, 69_999]) {
      const path = inclusionProof({ index, size: 70_000 }, only(tiles, proofTiles(index, 70_000)), hash);
      const claim = { index, size: 70_000, leafHash: many[index] as Uint8Array, path, root: built.root };
      expect(verifyInclusion(claim, hash)).toBe(true);
    }
  });

  it('names the tile that is missing', () => {
    expect(() => rootOf(300, new Map(), hash)).toThrow('log-tile-missing');
  });
});

describe('a proof that was touched', () => {
  const size = 300;
  const root = naiveRoot(0, size);
  const flip = (bytes: Uint8Array, bit: number) => {
    const copy = bytes.slice();
    copy[bit >> 3] = (copy[bit >> 3] as number) ^ (1 << (bit & 7));
    return copy;
  };
  const bit = fc.integer({ min: 0, max: 255 });

  it('no longer shows inclusion', () => {
    fc.assert(
      fc.property(fc.nat(size - 1), fc.nat(), bit, (index, at, n) => {
        const path = inclusionProof({ index, size }, tilesAt(size), hash);
        const claim = { index, size, leafHash: leaves[index] as Uint8Array, path, root };
        const i = at % path.length;
        expect(verifyInclusion({ ...claim, path: path.with(i, flip(path[i] as Uint8Array, n)) }, hash)).toBe(
          false,
        );
        expect(verifyInclusion({ ...claim, path: path.toSpliced(i, 1) }, hash)).toBe(false);
        expect(verifyInclusion({ ...claim, path: [...path, root] }, hash)).toBe(false);
        expect(verifyInclusion({ ...claim, path: [root, ...path] }, hash)).toBe(false);
        expect(verifyInclusion({ ...claim, root: flip(root, n) }, hash)).toBe(false);
        expect(verifyInclusion({ ...claim, leafHash: flip(claim.leafHash, n) }, hash)).toBe(false);
        expect(verifyInclusion({ ...claim, index: (index + 1) % size }, hash)).toBe(false);
        expect(verifyInclusion({ ...claim, size: index }, hash)).toBe(false);
      }),
    );
  });

  it('no longer shows consistency', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: size - 1 }), fc.nat(), bit, (first, at, n) => {
        const path = consistencyProof({ first, second: size }, tilesAt(size), hash);
        const claim = { first, second: size, firstRoot: naiveRoot(0, first), secondRoot: root, path };
        const i = at % path.length;
        expect(
          verifyConsistency({ ...claim, path: path.with(i, flip(path[i] as Uint8Array, n)) }, hash),
        ).toBe(false);
        expect(verifyConsistency({ ...claim, path: path.toSpliced(i, 1) }, hash)).toBe(false);
        expect(verifyConsistency({ ...claim, path: [...path, root] }, hash)).toBe(false);
        expect(verifyConsistency({ ...claim, firstRoot: flip(claim.firstRoot, n) }, hash)).toBe(false);
        expect(verifyConsistency({ ...claim, secondRoot: flip(root, n) }, hash)).toBe(false);
        expect(verifyConsistency({ ...claim, first: size, second: first }, hash)).toBe(false);
      }),
    );
  });
});
