import { assert, concat, type Hash, type Params } from '../base/index.ts';
import { decodeBundle } from './bundle.ts';
import { decodeEntry } from './encode.ts';
import type { SoundTiles } from './slice.ts';
import { type ReadLogFile, RecentTiles, StoredTiles } from './stored-tiles.ts';
import { emptyRoot, foldFull, leafHash, rangeHash, tileWidth } from './tree.ts';

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

/** What `LogContent` is made with. */
export interface ContentTools {
  readonly hash: Hash;
  readonly problems: LogProblems;
  /** What was found sound before, so that its entries need not be read again. */
  readonly sound: SoundTiles;
}

/**
 * A log as it lies in its folder: tiles as stored, and what its entries hash to.
 *
 * Notes what is missing, cut short or no entry, each once. Memory: the tiles read last and one hash for each
 * 256 entries, whatever the size.
 */
export class LogContent {
  readonly size: number;
  private readonly hash: Hash;
  private readonly problems: LogProblems;
  private readonly sound: SoundTiles;
  private readonly stored: StoredTiles;
  private readonly leaves = new RecentTiles();
  private readonly above: (Uint8Array | null | undefined)[][] = [];
  private readonly noted = new Set<string>();

  constructor(size: number, read: ReadLogFile, tools: ContentTools) {
    this.size = size;
    this.hash = tools.hash;
    this.problems = tools.problems;
    this.sound = tools.sound;
    this.stored = new StoredTiles(size, read, (code, params) => this.note(params.path, [[code, params]]));
    for (let index = 0; index * tileWidth < size; index++) if (!this.isSound(index)) this.leavesOf(index);
  }

  /** Whether the entries of a tile of level 0 are well formed and hash to what the tile states. */
  isSound(index: number): boolean {
    return this.sound.rootOf(index) !== undefined;
  }

  /** Notes problems of one file, the first time it is read. */
  private note(path: string, problems: readonly (readonly [code: string, params: Params])[]): void {
    if (problems.length === 0 || this.noted.has(path)) return;
    this.noted.add(path);
    for (const [code, params] of problems) this.problems.add(code, params);
  }

  private leavesOf(index: number): Uint8Array | null {
    return this.leaves.at(index, (at) => this.readBundle(at));
  }

  private readBundle(index: number): Uint8Array | null {
    const width = this.stored.widthOf({ level: 0, index });
    const first = index * tileWidth;
    const { path, bytes } = this.stored.bundle(index);
    const leaves = bytes && decodeBundle(bytes);
    const found = leaves?.length;
    if (!leaves || (found !== width && found !== tileWidth)) {
      const code = bytes ? 'log-bundle-broken' : 'log-bundle-missing';
      this.note(path, [[code, { path, first, last: first + width - 1 }]]);
      return null;
    }
    const mine = leaves.slice(0, width);
    const invalid = mine.flatMap((leaf, i) => (decodeEntry(leaf) ? [] : [first + i]));
    this.note(
      path,
      invalid.map((at) => ['log-entry-invalid', { first: at, last: at }]),
    );
    return concat(...mine.map((leaf) => leafHash(this.hash, leaf)));
  }

  /** A hash as a tile says; undefined when the tile is missing or broken. */
  storedHash(level: number, position: number): Uint8Array | undefined {
    return this.stored.hashAt(level, position);
  }

  /** Hash of an entry itself; undefined when its bundle could not be read. */
  entryHash(position: number): Uint8Array | undefined {
    const index = Math.floor(position / tileWidth);
    // Where both are the same, the tile is the smaller file.
    if (this.isSound(index)) return this.storedHash(0, position);
    const from = (position % tileWidth) * 32;
    return this.leavesOf(index)?.subarray(from, from + 32);
  }

  /** A hash as the entries say; a tile's word stands in for entries that could not be read. */
  computedHash(level: number, position: number): Uint8Array | undefined {
    if (level === 0) return this.entryHash(position) ?? this.storedHash(0, position);
    this.above[level] ??= [];
    const row = this.above[level];
    if (row[position] === undefined) {
      const folded = this.fold(level, position, (at) => this.computedHash(level - 1, at));
      row[position] = folded ?? this.storedHash(level, position) ?? null;
    }
    return row[position] ?? undefined;
  }

  /** Root of the first `size` entries; undefined when what it needs is not to be had. */
  rootAt(size: number): Uint8Array | undefined {
    if (size === 0) return emptyRoot(this.hash);
    return rangeHash({ start: 0, end: size }, (level, at) => this.computedHash(level, at), this.hash);
  }

  /** Root of the stored full tile under a hash, which that hash must equal. */
  storedFold(level: number, position: number): Uint8Array | undefined {
    return this.fold(level, position, (at) => this.storedHash(level - 1, at));
  }

  private fold(
    level: number,
    position: number,
    below: (position: number) => Uint8Array | undefined,
  ): Uint8Array | undefined {
    assert(level > 0, 'below level 0 there are entries, not hashes');
    const known = level === 1 ? this.sound.rootOf(position) : undefined;
    if (known) return known;
    const hashes = Array.from({ length: tileWidth }, (_, i) => below(position * tileWidth + i));
    return foldFull(hashes, this.hash);
  }
}
