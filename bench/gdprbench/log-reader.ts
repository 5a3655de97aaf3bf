import { equalBytes } from '../../src/base/index.ts';
import { nodeCrypto } from '../../src/keys/index.ts';
import {
  type Checkpoint,
  checkpointPath,
  decodeBundle,
  edgeTiles,
  entryBundlePath,
  leafHash,
  levelCount,
  nodeHash,
  openNote,
  parseCheckpoint,
  rootOf,
  tileKey,
  tilePath,
  tileWidth,
} from '../../src/ledger/index.ts';

/** Reads a file of a public log, as anybody outside does. */
type ReadFile = (path: string) => Promise<Uint8Array | undefined>;

const { hash } = nodeCrypto;

/**
 * Whoever reads the public log and believes nothing: every line answered was hashed and stands in a tile that
 * leads up to the root of a checkpoint signed by the log. Full tiles never change, so one proved stays so.
 *
 * @source C2SP tlog-tiles
 */
export class LogReader {
  readonly #read: ReadFile;
  readonly #verifierKey: string;
  /** Full tiles known to lead to a signed root, by `tileKey`. */
  readonly #proved = new Map<string, Uint8Array>();
  #checkpoint:
    | { readonly note: string; readonly tree: Checkpoint; edges: ReadonlyMap<string, Uint8Array> }
    | undefined;

  constructor(read: ReadFile, verifierKey: string) {
    this.#read = read;
    this.#verifierKey = verifierKey;
  }

  /** The newest lines, at most `n`, each proved. @throws Error when one is not */
  async newest(n: number): Promise<readonly Uint8Array[]> {
    const { tree, edges } = await this.#newestCheckpoint();
    const from = Math.max(0, tree.size - n);
    const lines: Uint8Array[] = [];
    for (let index = Math.floor(from / tileWidth); index * tileWidth < tree.size; index++) {
      const width = Math.min(tileWidth, tree.size - index * tileWidth);
      const bundle = decodeBundle(await this.#file(entryBundlePath(index, width)));
      if (bundle?.length !== width) throw new Error('a bundle is cut short');
      const skip = Math.max(0, from - index * tileWidth);
      const hashes =
        width === tileWidth
          ? await this.#fullTile({ level: 0, index }, tree.size, edges)
          : edges.get(tileKey({ level: 0, index }));
      for (const [place, leaf] of bundle.entries()) {
        if (place < skip) continue;
        if (!hashes || !equalBytes(leafHash(hash, leaf), hashes.subarray(place * 32, place * 32 + 32)))
          throw new Error('a line is not what the log says');
        lines.push(leaf);
      }
    }
    return lines;
  }

  /** A checkpoint whose signature and root hold. */
  async #newestCheckpoint() {
    const note = new TextDecoder().decode(await this.#file(checkpointPath));
    if (this.#checkpoint?.note === note) return this.#checkpoint;
    const opened = openNote(note, this.#verifierKey, nodeCrypto);
    const tree = opened && parseCheckpoint(opened.text);
    if (!tree) throw new Error('the checkpoint is not signed by the log');
    const edges = new Map<string, Uint8Array>();
    for (const ref of edgeTiles(tree.size)) {
      const width = levelCount(ref.level, tree.size) % tileWidth;
      edges.set(tileKey(ref), await this.#file(tilePath(ref, width)));
    }
    if (!equalBytes(rootOf(tree.size, edges, hash), tree.root))
      throw new Error('the root is not that of the tiles');
    this.#checkpoint = { note, tree, edges };
    return this.#checkpoint;
  }

  /** A full tile, once its hashes fold to what the tile above says. */
  async #fullTile(
    ref: { readonly level: number; readonly index: number },
    size: number,
    edges: ReadonlyMap<string, Uint8Array>,
  ): Promise<Uint8Array> {
    const known = this.#proved.get(tileKey(ref));
    if (known) return known;
    const tile = await this.#file(tilePath(ref, tileWidth));
    const above = { level: ref.level + 1, index: Math.floor(ref.index / tileWidth) };
    const parent = edges.get(tileKey(above)) ?? (await this.#fullTile(above, size, edges));
    const place = (ref.index % tileWidth) * 32;
    if (!equalBytes(folded(tile), parent.subarray(place, place + 32)))
      throw new Error('a tile is not what the log says');
    this.#proved.set(tileKey(ref), tile);
    return tile;
  }

  async #file(path: string): Promise<Uint8Array> {
    const bytes = await this.#read(path);
    if (!bytes) throw new Error(`the log has no ${path}`);
    return bytes;
  }
}

/** The root of a full tile. */
function folded(tile: Uint8Array): Uint8Array {
  let row = Array.from({ length: tileWidth }, (_, n) => tile.subarray(n * 32, n * 32 + 32));
  while (row.length > 1)
    row = Array.from({ length: row.length / 2 }, (_, n) =>
      nodeHash(hash, row[2 * n] as Uint8Array, row[2 * n + 1] as Uint8Array),
    );
  return row[0] as Uint8Array;
}
