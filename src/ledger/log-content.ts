import { assert, concat, type Hash, type Params } from '../base/index.ts';
import { decodeBundle } from './bundle.ts';
import { decodeEntry } from './encode.ts';
import { entryBundlePath, tilePath } from './paths.ts';
import { levelCount } from './tiles.ts';
import { foldFull, leafHash, tileWidth } from './tree.ts';

/**
 * One thing found wrong with a log. `params` may name the leaves meant (`first`, `last`), the file (`path`),
 * sizes, roots.
 */
export interface LogProblem {
  /** Kebab-case, begins with `log-`; sentence `problem.<code>` in the catalogue. */
  readonly code: string;
  /** The first leaf meant, from 0. */
  readonly index?: number;
  readonly params: Params;
}

/** Reads a file of a log's folder by its path there; undefined when there is none. */
export type ReadLogFile = (path: string) => Uint8Array | undefined;

/** Problems in the order found; runs of neighbouring leaves with the same problem are one. */
export class LogProblems {
  readonly list: LogProblem[] = [];

  add(code: string, params: Params): void {
    const last = this.list.at(-1);
    const joined = last && joinedParams(last, code, params);
    if (joined) this.list.pop();
    const all = joined ?? params;
    const first = all['first'];
    this.list.push({ code, ...(typeof first === 'number' && { index: first }), params: all });
  }
}

function joinedParams(last: LogProblem, code: string, params: Params): Params | undefined {
  if (last.code !== code || last.params['level'] !== params['level']) return undefined;
  const end = last.params['last'];
  const next = params['first'];
  if (typeof end !== 'number' || next !== end + 1) return undefined;
  // A tile's differing hashes stay with their tile; missing bundles join whatever file they would be in.
  if (code === 'log-tile-differs' && last.params['path'] !== params['path']) return undefined;
  return { ...last.params, last: params['last'] ?? end };
}

/**
 * A log as it lies in its folder: tiles as stored, and what its entries hash to.
 *
 * Reads every file once and notes what is missing, cut short or no entry.
 */
export class LogContent {
  readonly size: number;
  private readonly read: ReadLogFile;
  private readonly hash: Hash;
  private readonly problems: LogProblems;
  private readonly stored: (Uint8Array | null | undefined)[][] = [];
  private readonly leaves: (Uint8Array | undefined)[] = [];
  private readonly above: (Uint8Array | null | undefined)[][] = [];

  constructor(
    size: number,
    read: ReadLogFile,
    with_: { readonly hash: Hash; readonly problems: LogProblems },
  ) {
    this.size = size;
    this.read = read;
    this.hash = with_.hash;
    this.problems = with_.problems;
    for (let index = 0; index * tileWidth < size; index++) this.leaves.push(this.readBundle(index));
  }

  /**
   * The file of a tile or bundle: partial as `size` wants it, or the full one that may have taken its place.
   */
  private file(pathOf: (width: number) => string, width: number): Uint8Array | undefined {
    return this.read(pathOf(width)) ?? (width < tileWidth ? this.read(pathOf(tileWidth)) : undefined);
  }

  private widthOf(level: number, index: number): number {
    return Math.min(tileWidth, levelCount(level, this.size) - index * tileWidth);
  }

  private readBundle(index: number): Uint8Array | undefined {
    const width = this.widthOf(0, index);
    const first = index * tileWidth;
    const params = { path: entryBundlePath(index, width), first, last: first + width - 1 };
    const bytes = this.file((wide) => entryBundlePath(index, wide), width);
    const leaves = bytes && decodeBundle(bytes);
    const found = leaves?.length;
    if (!leaves || (found !== width && found !== tileWidth)) {
      this.problems.add(bytes ? 'log-bundle-broken' : 'log-bundle-missing', params);
      return undefined;
    }
    const mine = leaves.slice(0, width);
    mine.forEach((leaf, i) => {
      if (!decodeEntry(leaf)) this.problems.add('log-entry-invalid', { first: first + i, last: first + i });
    });
    return concat(...mine.map((leaf) => leafHash(this.hash, leaf)));
  }

  private readTile(level: number, index: number): Uint8Array | null {
    const width = this.widthOf(level, index);
    const path = tilePath({ level, index }, width);
    const bytes = this.file((wide) => tilePath({ level, index }, wide), width);
    if (bytes && (bytes.length === width * 32 || bytes.length === tileWidth * 32)) return bytes;
    this.problems.add(bytes ? 'log-tile-broken' : 'log-tile-missing', { path });
    return null;
  }

  /** A hash as a tile says; undefined when the tile is missing or broken. */
  storedHash(level: number, position: number): Uint8Array | undefined {
    const index = Math.floor(position / tileWidth);
    this.stored[level] ??= [];
    const row = this.stored[level];
    if (row[index] === undefined) row[index] = this.readTile(level, index);
    const from = (position % tileWidth) * 32;
    return row[index]?.subarray(from, from + 32);
  }

  /** Hash of an entry itself; undefined when its bundle could not be read. */
  entryHash(position: number): Uint8Array | undefined {
    const from = (position % tileWidth) * 32;
    return this.leaves[Math.floor(position / tileWidth)]?.subarray(from, from + 32);
  }

  /** A hash as the entries say; a tile's word stands in for entries that could not be read. */
  computedHash(level: number, position: number): Uint8Array | undefined {
    if (level === 0) return this.entryHash(position) ?? this.storedHash(0, position);
    this.above[level] ??= [];
    const row = this.above[level];
    if (row[position] === undefined) {
      row[position] = this.foldBelow(level, position) ?? this.storedHash(level, position) ?? null;
    }
    return row[position] ?? undefined;
  }

  private foldBelow(level: number, position: number): Uint8Array | undefined {
    return foldFull(
      this.below(level, position, (at) => this.computedHash(level - 1, at)),
      this.hash,
    );
  }

  /** Root of the stored full tile under a hash, which that hash must equal. */
  storedFold(level: number, position: number): Uint8Array | undefined {
    return foldFull(
      this.below(level, position, (at) => this.storedHash(level - 1, at)),
      this.hash,
    );
  }

  private below<T>(level: number, position: number, at: (position: number) => T): T[] {
    assert(level > 0, 'below level 0 there are entries, not hashes');
    return Array.from({ length: tileWidth }, (_, i) => at(position * tileWidth + i));
  }
}
