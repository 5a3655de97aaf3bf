import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { base64UrlOf, newId, type SigningKey, utf8 } from '../src/base/index.ts';
import { nodeCrypto } from '../src/keys/index.ts';
import {
  appendLeaves,
  checkpointPath,
  type Entry,
  edgeTiles,
  encodeBundle,
  encodeEntry,
  entryBundlePath,
  formatCheckpoint,
  leafHash,
  signNote,
  type Tiles,
  tileKey,
  tilePath,
  tileWidth,
  verifierKeyOf,
} from '../src/ledger/index.ts';

/** A log laid out in a folder. */
export interface LongLog {
  readonly folder: string;
  readonly size: number;
  /** Bytes of its entries. */
  readonly bytes: number;
  readonly note: string;
  readonly verifierKey: string;
  readonly signer: SigningKey;
}

/** How a log is to be built other than usual. */
export interface LongLogOptions {
  /** Who signs it; a new key when absent. */
  readonly signer?: SigningKey;
  /** The place of an entry that is another one than usual. */
  readonly another?: number;
}

const origin = 'bench.example/log';
const from = Date.UTC(2026, 0, 5);
const read = ['purpose-declared@clause:4.2', 'ground-consent@article:94-V Art. 8(1)'];

/** Of ten entries seven are of reads, as in a service that is used; the rest of what else happens. */
function entryAt(n: number): Entry {
  const chance = nodeCrypto.hash(utf8(`entry ${n}`));
  const bytes = (start: number, length: number) => base64UrlOf(chance.slice(start, start + length));
  const common = {
    v: 1 as const,
    id: newId(from + n * 25, (length) => chance.slice(0, length)),
    at: new Date(from + n * 25).toISOString(),
    subject: bytes(0, 16),
    policy: '5f'.repeat(32),
    commitment: base64UrlOf(chance),
  };
  const actor = { role: 'support', tag: bytes(16, 16) };
  const categories = ['name', 'email', 'phone'];
  const own = { role: 'subject' };
  switch (n % 10) {
    case 7:
      return { ...common, kind: 'refusal', verb: 'read', outcome: 'refused', actor, because: ['no-consent'] };
    case 8:
      return { ...common, kind: 'consent', verb: 'consent', outcome: 'done', actor: own, purpose: 'account' };
    case 9:
      return { ...common, kind: 'collection', verb: 'collect', outcome: 'done', actor: own, categories };
    default:
      return {
        ...common,
        kind: 'read',
        verb: 'read',
        outcome: 'allowed',
        actor,
        channel: 'api',
        purpose: 'account',
        categories,
        because: read,
      };
  }
}

const leafAt = (n: number, another: boolean) =>
  encodeEntry(another ? { ...entryAt(n), verb: 'another' } : entryAt(n));

const isFull = (hashes: Uint8Array) => hashes.length === tileWidth * 32;

/** Lays out a log of `size` entries, some thousands at a time. */
export function buildLongLog(folder: string, size: number, options: LongLogOptions = {}): LongLog {
  const { signer = nodeCrypto.newSigningKey(), another } = options;
  const put = (path: string, content: Uint8Array | string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  let tree: { size: number; root: Uint8Array; tiles: Tiles } = {
    size: 0,
    root: new Uint8Array(),
    tiles: new Map(),
  };
  let bytes = 0;
  while (tree.size < size) {
    const count = Math.min(tileWidth * 16, size - tree.size);
    const leaves = Array.from({ length: count }, (_, i) => leafAt(tree.size + i, tree.size + i === another));
    for (let at = 0; at < count; at += tileWidth) {
      const bundle = leaves.slice(at, at + tileWidth);
      put(entryBundlePath((tree.size + at) / tileWidth, bundle.length), encodeBundle(bundle));
    }
    bytes += leaves.reduce((sum, leaf) => sum + leaf.length, 0);
    const hashes = leaves.map((leaf) => leafHash(nodeCrypto.hash, leaf));
    const { changed, ...grown } = appendLeaves(tree, hashes, nodeCrypto.hash);
    for (const tile of changed) if (isFull(tile.hashes)) put(tilePath(tile, tileWidth), tile.hashes);
    const edges = new Map(tree.tiles);
    for (const tile of changed) edges.set(tileKey(tile), tile.hashes);
    tree = { ...grown, tiles: new Map([...edges].filter(([, hashes]) => !isFull(hashes))) };
  }
  for (const ref of edgeTiles(size)) {
    const hashes = tree.tiles.get(tileKey(ref));
    if (hashes) put(tilePath(ref, hashes.length / 32), hashes);
  }
  const note = signNote(formatCheckpoint({ origin, size, root: tree.root }), origin, signer, nodeCrypto);
  const verifierKey = verifierKeyOf(origin, signer.publicKey, nodeCrypto.hash);
  put(checkpointPath, note);
  put('verifier-key', `${verifierKey}\n`);
  return { folder, size, bytes, note, verifierKey, signer };
}
