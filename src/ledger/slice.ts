import { equalBytes, type Hash } from '../base/index.ts';
import { EntryShapes } from './entry-shape.ts';
import { entryBundlePath, tilePath } from './paths.ts';
import type { ReadLogFile } from './stored-tiles.ts';
import { tileWidth } from './tree.ts';

/**
 * Puts the hash of `bytes` into `out` at `at`. `bytes` and `out` may share their memory; `bytes` is read
 * first.
 */
export type HashInto = (bytes: Uint8Array, out: Uint8Array, at: number) => void;

/** Neighbouring full tiles of level 0: `first` (inclusive) to `end` (exclusive). */
export interface Slice {
  readonly first: number;
  readonly end: number;
}

/**
 * What a pass over a slice found: the root of each tile that is sound, 32 bytes each in their order, and the
 * tiles that are not, whose places in `roots` say nothing.
 */
export interface SliceReport extends Slice {
  readonly roots: Uint8Array;
  readonly suspects: readonly number[];
}

/** What is known sound of a log, from the reports of its slices. */
export class SoundTiles {
  private readonly roots = new Map<number, Uint8Array>();

  constructor(reports: readonly SliceReport[]) {
    for (const { first, end, roots, suspects } of reports) {
      const suspected = new Set(suspects);
      for (let index = first; index < end; index++) {
        const at = 32 * (index - first);
        if (!suspected.has(index)) this.roots.set(index, roots.subarray(at, at + 32));
      }
    }
  }

  /** Root of a tile of level 0; undefined unless it is known to be sound. */
  rootOf(index: number): Uint8Array | undefined {
    return this.roots.get(index);
  }
}

/** A `HashInto` of any hash. */
export const hashIntoOf =
  (hash: Hash): HashInto =>
  (bytes, out, at) =>
    out.set(hash(bytes), at);

/**
 * Reads the entries of a slice once and says which tiles are sound: 256 entries, all of them well formed,
 * whose hashes are those the tile states.
 *
 * Slices of one log know nothing of each other: they can be checked in any order and at once, in constant
 * memory each. What is wrong with a suspect `verifyLog` says. O(entries) hashes.
 */
export function checkSlice(read: ReadLogFile, slice: Slice, hashInto: HashInto): SliceReport {
  const reader = new TileReader(hashInto);
  const roots = new Uint8Array(32 * (slice.end - slice.first));
  const suspects: number[] = [];
  for (let index = slice.first; index < slice.end; index++) {
    const bundle = read(entryBundlePath(index, tileWidth));
    const tile = read(tilePath({ level: 0, index }, tileWidth));
    const root = bundle && tile && reader.rootOf(bundle, tile);
    if (root) roots.set(root, 32 * (index - slice.first));
    else suspects.push(index);
  }
  return { ...slice, roots, suspects };
}

const tileBytes = tileWidth * 32;

/** Computes roots of full tiles from their entries, in memory of its own that it uses again. */
class TileReader {
  private readonly hashInto: HashInto;
  private readonly shapes = new EntryShapes();
  /** 0x01 and two hashes, then the hashes of a row. */
  private readonly row = new Uint8Array(1 + 64 + tileBytes);
  private readonly node = this.row.subarray(0, 65);
  private readonly hashes = this.row.subarray(65);

  constructor(hashInto: HashInto) {
    this.hashInto = hashInto;
    this.row[0] = 1;
  }

  /** @returns undefined unless all entries are well formed and hash to `tile` */
  rootOf(bundle: Uint8Array, tile: Uint8Array): Uint8Array | undefined {
    if (tile.length !== tileBytes || !this.hashEntries(bundle)) return undefined;
    if (!equalBytes(this.hashes, tile)) return undefined;
    for (let width = tileWidth / 2; width >= 1; width /= 2) this.fold(width);
    return this.hashes.subarray(0, 32);
  }

  /** Turns the row into that above it, in place: a hash is written where both below it have been read. */
  private fold(width: number): void {
    for (let i = 0; i < width; i++) {
      this.row.copyWithin(1, 65 + 64 * i, 65 + 64 * (i + 1));
      this.hashInto(this.node, this.row, 65 + 32 * i);
    }
  }

  private hashEntries(bundle: Uint8Array): boolean {
    // A copy, in which the second byte of each length becomes the mark of a leaf before the leaf.
    const bytes = bundle.slice();
    const ends = markLeaves(bytes);
    if (!ends) return false;
    const leaves = { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length) };
    let from = 0;
    for (let i = 0; i < tileWidth; i++) {
      const end = ends[i] as number;
      if (!this.shapes.isEntry(leaves, from + 2, end)) return false;
      this.hashInto(bytes.subarray(from + 1, end), this.hashes, 32 * i);
      from = end;
    }
    return true;
  }
}

/** Where each of 256 leaves ends; undefined when there are not so many or the last is cut short. */
function markLeaves(bytes: Uint8Array): Uint32Array | undefined {
  const ends = new Uint32Array(tileWidth);
  let at = 0;
  for (let i = 0; i < tileWidth; i++) {
    if (at + 2 > bytes.length) return undefined;
    const end = at + 2 + (bytes[at] as number) * 256 + (bytes[at + 1] as number);
    bytes[at + 1] = 0;
    ends[i] = end;
    at = end;
  }
  return at === bytes.length ? ends : undefined;
}
