import type { Params } from '../base/index.ts';
import { entryBundlePath, tilePath } from './paths.ts';
import { levelCount, type TileRef } from './tiles.ts';
import { tileWidth } from './tree.ts';

/** Reads a file of a log's folder by its path there; undefined when there is none. */
export type ReadLogFile = (path: string) => Uint8Array | undefined;

/** Tiles kept in memory at most: 8 KiB each. */
const keptAtMost = 1024;

/** The tiles of one level that were read last. */
export class RecentTiles {
  private readonly kept = new Map<number, Uint8Array | null>();

  /** The tile `index`, read when it is not among the last. */
  at(index: number, read: (index: number) => Uint8Array | null): Uint8Array | null {
    const kept = this.kept.get(index);
    if (kept !== undefined) return kept;
    const found = read(index);
    if (this.kept.size >= keptAtMost) this.kept.delete(this.kept.keys().next().value as number);
    this.kept.set(index, found);
    return found;
  }
}

/** Is told of a tile that is missing or of a wrong length; of one tile perhaps more than once. */
export type NoteTile = (
  code: 'log-tile-missing' | 'log-tile-broken',
  params: Params & { path: string },
) => void;

/** The files of a log of `size` entries, of which its tiles are read as they are asked for. */
export class StoredTiles {
  readonly size: number;
  private readonly read: ReadLogFile;
  private readonly note: NoteTile;
  private readonly recent: RecentTiles[] = [];

  constructor(size: number, read: ReadLogFile, note: NoteTile = () => undefined) {
    this.size = size;
    this.read = read;
    this.note = note;
  }

  /** How many hashes a tile has in a log of this size. */
  widthOf({ level, index }: TileRef): number {
    return Math.min(tileWidth, levelCount(level, this.size) - index * tileWidth);
  }

  /** The file of a bundle of entries, and its path as `size` wants it. */
  bundle(index: number): { readonly path: string; readonly bytes: Uint8Array | undefined } {
    const width = this.widthOf({ level: 0, index });
    return {
      path: entryBundlePath(index, width),
      bytes: this.file((wide) => entryBundlePath(index, wide), width),
    };
  }

  /** A hash as its tile says; undefined when the tile is missing or broken. */
  hashAt(level: number, position: number): Uint8Array | undefined {
    const index = Math.floor(position / tileWidth);
    this.recent[level] ??= new RecentTiles();
    const tile = this.recent[level].at(index, (at) => this.tile({ level, index: at }));
    const from = (position % tileWidth) * 32;
    return tile?.subarray(from, from + 32);
  }

  /** Partial as `size` wants it, or the full one that may have taken its place. */
  private file(pathOf: (width: number) => string, width: number): Uint8Array | undefined {
    return this.read(pathOf(width)) ?? (width < tileWidth ? this.read(pathOf(tileWidth)) : undefined);
  }

  private tile(ref: TileRef): Uint8Array | null {
    const width = this.widthOf(ref);
    const path = tilePath(ref, width);
    const bytes = this.file((wide) => tilePath(ref, wide), width);
    if (bytes && (bytes.length === width * 32 || bytes.length === tileWidth * 32)) return bytes;
    this.note(bytes ? 'log-tile-broken' : 'log-tile-missing', { path });
    return null;
  }
}
