import { assert, concat, type Hash, KepilError } from '../base/index.ts';
import {
  consistencyRanges,
  emptyRoot,
  foldFull,
  inclusionRanges,
  type Range,
  rangeHash,
  runsOf,
  tileWidth,
} from './tree.ts';

/** A tile: `level` 0 holds leaf hashes, each hash of level n + 1 is the root of a full tile of level n. */
export interface TileRef {
  readonly level: number;
  readonly index: number;
}

/**
 * Tiles by `tileKey`; each 32 bytes × its width. A tile wider than a tree needs is as good: its first hashes
 * are the same.
 */
export type Tiles = ReadonlyMap<string, Uint8Array>;

/**
 * What an append makes of a tree. `changed` are whole tiles as they now stand, to be stored in place of the
 * old.
 */
export interface Appended {
  readonly size: number;
  readonly root: Uint8Array;
  readonly changed: readonly (TileRef & { readonly hashes: Uint8Array })[];
}

/** Name of a tile in a `Tiles` map: `level/index`. */
export function tileKey(ref: TileRef): string {
  return `${ref.level}/${ref.index}`;
}

/** How many hashes `level` has in a tree of `size` leaves. */
export function levelCount(level: number, size: number): number {
  return Math.floor(size / tileWidth ** level);
}

function assertSize(size: number): void {
  assert(Number.isSafeInteger(size) && size >= 0, 'the size of a tree is a whole number');
}

/** The tiles needed to go on appending at `size`: the partial tile of each level that has one. */
export function edgeTiles(size: number): readonly TileRef[] {
  assertSize(size);
  const refs: TileRef[] = [];
  for (let level = 0; levelCount(level, size) > 0; level++) {
    const count = levelCount(level, size);
    if (count % tileWidth > 0) refs.push({ level, index: Math.floor(count / tileWidth) });
  }
  return refs;
}

function hashIn(tiles: Tiles): (level: number, position: number) => Uint8Array {
  return (level, position) => {
    const index = Math.floor(position / tileWidth);
    const from = (position % tileWidth) * 32;
    const hashes = tiles.get(tileKey({ level, index }));
    if (!hashes || hashes.length < from + 32) {
      throw new KepilError('ERR_STORE_CORRUPT', 'log-tile-missing', { level, index });
    }
    return hashes.subarray(from, from + 32);
  };
}

function hashOf(range: Range, tiles: Tiles, hash: Hash): Uint8Array {
  const found = rangeHash(range, hashIn(tiles), hash);
  assert(found, 'a range of leaves has a hash');
  return found;
}

/**
 * Root of the tree of `size` leaves; needs the tiles of `edgeTiles(size)`.
 * @throws KepilError `ERR_STORE_CORRUPT` when one is missing or too short
 */
export function rootOf(size: number, tiles: Tiles, hash: Hash): Uint8Array {
  assertSize(size);
  return size === 0 ? emptyRoot(hash) : hashOf({ start: 0, end: size }, tiles, hash);
}

/**
 * Appends leaves to the tree of `at.size`, of which only the edge tiles are needed. O(leaves) hashes.
 * @throws KepilError `ERR_STORE_CORRUPT` when an edge tile is missing or too short
 */
export function appendLeaves(
  at: { readonly size: number; readonly tiles: Tiles },
  leafHashes: readonly Uint8Array[],
  hash: Hash,
): Appended {
  const open = openEdges(at.size, at.tiles);
  const touched = new Set<number>();
  const changed: (TileRef & { hashes: Uint8Array })[] = [];
  const push = (level: number, value: Uint8Array) => {
    open[level] ??= { index: 0, hashes: [] };
    const tile = open[level];
    tile.hashes.push(value);
    touched.add(level);
    if (tile.hashes.length < tileWidth) return;
    const root = foldFull(tile.hashes, hash);
    assert(root, 'a full tile has a root');
    changed.push({ level, index: tile.index, hashes: concat(...tile.hashes) });
    open[level] = { index: tile.index + 1, hashes: [] };
    push(level + 1, root);
  };
  for (const leaf of leafHashes) push(0, leaf);
  const edges = new Map<string, Uint8Array>();
  open.forEach((tile, level) => {
    if (tile.hashes.length === 0) return;
    const edge = { level, index: tile.index, hashes: concat(...tile.hashes) };
    edges.set(tileKey(edge), edge.hashes);
    if (touched.has(level)) changed.push(edge);
  });
  const size = at.size + leafHashes.length;
  return { size, root: rootOf(size, edges, hash), changed };
}

interface OpenTile {
  readonly index: number;
  readonly hashes: Uint8Array[];
}

function openEdges(size: number, tiles: Tiles): OpenTile[] {
  assertSize(size);
  const at = hashIn(tiles);
  const open: OpenTile[] = [];
  for (let level = 0; levelCount(level, size) > 0; level++) {
    const count = levelCount(level, size);
    const width = count % tileWidth;
    const hashes = Array.from({ length: width }, (_, i) => at(level, count - width + i));
    open.push({ index: Math.floor(count / tileWidth), hashes });
  }
  return open;
}

function tilesOf(ranges: readonly Range[]): readonly TileRef[] {
  const refs = new Map<string, TileRef>();
  for (const run of ranges.flatMap(runsOf)) {
    const ref = { level: run.level, index: Math.floor(run.position / tileWidth) };
    refs.set(tileKey(ref), ref);
  }
  return [...refs.values()];
}

function assertIndex(index: number, size: number): void {
  assertSize(size);
  assert(Number.isSafeInteger(index) && index >= 0 && index < size, 'a leaf lies in its tree');
}

function assertSizes(first: number, second: number): void {
  assertSize(second);
  assert(
    Number.isSafeInteger(first) && first > 0 && first <= second,
    'the older tree is not empty and not larger',
  );
}

/** The tiles needed for the inclusion proof of leaf `index` in the tree of `size`, `0 ≤ index < size`. */
export function proofTiles(index: number, size: number): readonly TileRef[] {
  assertIndex(index, size);
  return tilesOf(inclusionRanges(index, size));
}

/**
 * The inclusion proof of a leaf, from its sibling up; needs the tiles of `proofTiles`.
 * @throws KepilError `ERR_STORE_CORRUPT` when a tile is missing or too short
 * @source RFC 9162 §2.1.3.1
 */
export function inclusionProof(
  at: { readonly index: number; readonly size: number },
  tiles: Tiles,
  hash: Hash,
): readonly Uint8Array[] {
  assertIndex(at.index, at.size);
  return inclusionRanges(at.index, at.size).map((range) => hashOf(range, tiles, hash));
}

/** The tiles needed for the consistency proof between two sizes, `0 < first ≤ second`. */
export function consistencyTiles(first: number, second: number): readonly TileRef[] {
  assertSizes(first, second);
  return tilesOf(consistencyRanges(first, second));
}

/**
 * The proof that the tree of `first` leaves is the beginning of that of `second`; needs the tiles of
 * `consistencyTiles`.
 * @throws KepilError `ERR_STORE_CORRUPT` when a tile is missing or too short
 * @source RFC 9162 §2.1.4.1
 */
export function consistencyProof(
  at: { readonly first: number; readonly second: number },
  tiles: Tiles,
  hash: Hash,
): readonly Uint8Array[] {
  assertSizes(at.first, at.second);
  return consistencyRanges(at.first, at.second).map((range) => hashOf(range, tiles, hash));
}
