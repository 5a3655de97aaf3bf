import { base64Of, equalBytes, fromBase64, type Id, KepilError, utf8 } from '../base/index.ts';
import {
  type Appended,
  appendLeaves,
  checkpointPath,
  edgeTiles,
  encodeBundle,
  entryBundlePath,
  formatCheckpoint,
  inclusionProof,
  leafHash,
  proofTiles,
  rootOf,
  signNote,
  type TileRef,
  type Tiles,
  tileKey,
  tilePath,
  verifierKeyOf,
} from '../ledger/index.ts';
import type { ServiceRecord, Tx } from '../store/index.ts';
import type { LogFile, World } from './world.ts';

/** The origin line of a service's log and the name of its key: says which installation's log this is. */
export function originOf(service: Pick<ServiceRecord, 'id'>): string {
  return `kepil.local/log/${service.id}`;
}

/** The log's verifier key in C2SP form, to be saved by whoever wants to check later. */
export function logVerifierKey(
  world: Pick<World, 'keys' | 'crypto'>,
  service: Pick<ServiceRecord, 'id'>,
): string {
  return verifierKeyOf(originOf(service), world.keys.service(service.id).logKey.publicKey, world.crypto.hash);
}

/** How many entries one group takes at most. */
const groupSize = 4096;

/**
 * Moves committed entries into the service's Merkle log: places, tiles and one signed checkpoint for the
 * group, in one transaction; then lays the changed files out for readers. Nothing pending: nothing happens.
 * One call at a time for a service: two could lay out an older checkpoint over a newer one.
 *
 * @returns how many entries were placed
 */
export async function sequenceLog(world: World, service: ServiceRecord): Promise<number> {
  const placed = await world.store.transaction(async (tx) => {
    const { firstIndex, leaves } = await tx.log.sequence(service.id, groupSize);
    const known = firstIndex > 0 || (await tx.log.checkpoint(service.id)) !== undefined;
    if (leaves.length > 0 || !known) await appendGroup(tx, world, { service, firstIndex, leaves });
    return leaves.length;
  });
  if (placed > 0 || !world.logs.laidOut.has(service.id)) await layOut(world, service);
  return placed;
}

async function appendGroup(
  tx: Tx,
  world: World,
  what: { service: ServiceRecord; firstIndex: number; leaves: readonly Uint8Array[] },
): Promise<void> {
  const { service } = what;
  const grown = await growTiles(tx, world, what);
  const text = formatCheckpoint({ origin: originOf(service), size: grown.size, root: grown.root });
  const note = signNote(text, originOf(service), world.keys.service(service.id).logKey, world.crypto);
  await tx.log.putCheckpoint({ service: service.id, size: grown.size, note, at: world.now() });
}

/** Leaves that come at `firstIndex`, into the tiles of a log of that size. @returns the tree as it now is */
export async function growTiles(
  tx: Tx,
  world: World,
  what: { service: ServiceRecord; firstIndex: number; leaves: readonly Uint8Array[] },
): Promise<Appended> {
  const { service, firstIndex, leaves } = what;
  const tiles = await loadTiles(tx, service.id, edgeTiles(firstIndex));
  const hashes = leaves.map((leaf) => leafHash(world.crypto.hash, leaf));
  const grown = appendLeaves({ size: firstIndex, tiles }, hashes, world.crypto.hash);
  for (const tile of grown.changed) await tx.log.putTile(service.id, tile.level, tile.index, tile.hashes);
  return grown;
}

function keyFile(world: World, service: ServiceRecord): LogFile {
  return { path: 'verifier-key', bytes: utf8(`${logVerifierKey(world, service)}\n`) };
}

function checkpointFile(note: string): LogFile {
  return { path: checkpointPath, bytes: utf8(note) };
}

async function bundlesFrom(
  tx: Tx,
  at: { service: Id; from: number; size: number },
): Promise<readonly LogFile[]> {
  const first = Math.floor(at.from / 256);
  const indexes = Array.from({ length: Math.ceil(at.size / 256) - first }, (_, n) => first + n);
  return someAtOnce(indexes, async (index) => {
    const width = Math.min(256, at.size - index * 256);
    const leaves = await tx.log.leaves(at.service, index * 256, width);
    return { path: entryBundlePath(index, width), bytes: encodeBundle(leaves) };
  });
}

/** How many bundles or tiles are asked for without waiting for the one before. */
const filesAtOnce = 16;

async function someAtOnce<Item, Made>(
  items: readonly Item[],
  make: (item: Item) => Promise<Made>,
): Promise<readonly Made[]> {
  const made: Made[] = [];
  for (let from = 0; from < items.length; from += filesAtOnce)
    made.push(...(await Promise.all(items.slice(from, from + filesAtOnce).map(make))));
  return made;
}

async function tileOf(tx: Tx, service: Id, { level, index }: TileRef): Promise<Uint8Array> {
  const hashes = await tx.log.tile(service, level, index);
  if (!hashes) throw new KepilError('ERR_STORE_CORRUPT', 'tile-missing');
  return hashes;
}

async function loadTiles(tx: Tx, service: Id, refs: readonly TileRef[]): Promise<Tiles> {
  const found = await Promise.all(refs.map((ref) => tileOf(tx, service, ref)));
  return new Map(refs.map((ref, n) => [tileKey(ref), found[n] as Uint8Array]));
}

/**
 * Lays out what the public log lacks. The first time in a process that is the whole log, since a crash may
 * have come between commit and layout; so it is again after a failure, such as a full disk.
 *
 * INVARIANT: `laidOut` names a size only while every file of a log of that size is there.
 */
async function layOut(world: World, service: ServiceRecord): Promise<void> {
  const { laidOut } = world.logs;
  const from = laidOut.get(service.id) ?? 0;
  laidOut.delete(service.id);
  const { size, files } = await world.store.transaction(async (tx) => {
    const checkpoint = await tx.log.checkpoint(service.id);
    if (!checkpoint) return { size: 0, files: [] };
    const range = { service: service.id, from, size: checkpoint.size };
    const grown = [...(await bundlesFrom(tx, range)), ...(await tilesFrom(tx, range))];
    const key = from === 0 ? [keyFile(world, service)] : [];
    return { size: range.size, files: [...key, ...grown, checkpointFile(checkpoint.note)] };
  });
  await world.logs.publish(service, files);
  laidOut.set(service.id, size);
}

/** The tiles of every level that a log of `size` has and one of `from` had not, or not as wide. */
async function tilesFrom(
  tx: Tx,
  at: { service: Id; from: number; size: number },
): Promise<readonly LogFile[]> {
  const refs: (TileRef & { readonly width: number })[] = [];
  for (let level = 0, scale = 1; scale <= at.size; level++, scale *= 256) {
    const count = Math.floor(at.size / scale);
    for (let index = Math.floor(at.from / scale / 256); index * 256 < count; index++)
      refs.push({ level, index, width: Math.min(256, count - index * 256) });
  }
  return someAtOnce(refs, async ({ width, ...ref }) => {
    const hashes = await tileOf(tx, at.service, ref);
    return { path: tilePath(ref, width), bytes: hashes.slice(0, width * 32) };
  });
}

/** What proves that an entry stands in the log; bytes in base64. */
export interface EntryProof {
  readonly leaf: string;
  readonly index: number;
  readonly size: number;
  readonly path: readonly string[];
  readonly checkpoint: string;
  readonly verifierKey: string;
}

/**
 * The inclusion proof of an entry against the newest checkpoint; undefined while the entry waits for the
 * sequencer.
 */
export async function proofOf(
  world: World,
  at: { service: ServiceRecord; entry: Id },
): Promise<EntryProof | undefined> {
  // Entries that have a place keep it and tiles only grow: no transaction is needed to see them fit.
  return world.store.look(async (tx) => {
    const [row, checkpoint] = await Promise.all([
      tx.entries.get(at.service.id, at.entry),
      tx.log.checkpoint(at.service.id),
    ]);
    if (!row) throw new KepilError('ERR_NOT_FOUND', 'not-found');
    if (row.index === undefined || !checkpoint || checkpoint.size <= row.index) return undefined;
    const place = { index: row.index, size: checkpoint.size };
    const tiles = await loadTiles(tx, at.service.id, proofTiles(place.index, place.size));
    const path = inclusionProof(place, tiles, world.crypto.hash).map(base64Of);
    const verifierKey = logVerifierKey(world, at.service);
    return { leaf: base64Of(row.leaf), ...place, path, checkpoint: checkpoint.note, verifierKey };
  });
}

/** What a check of the stored log found. `problem` is the place: a tile's path, or `root`. */
export interface StoredLogCheck {
  readonly ok: boolean;
  readonly size: number;
  readonly problem?: string;
}

/**
 * Grows the tree anew from the stored leaves and compares every tile and the newest checkpoint with it.
 * O(entries).
 */
export async function checkStoredLog(world: World, service: ServiceRecord): Promise<StoredLogCheck> {
  return world.store.transaction(async (tx) => {
    const checkpoint = await tx.log.checkpoint(service.id);
    if (!checkpoint) return { ok: true, size: 0 };
    const grown = await growAnew(tx, world, { service: service.id, size: checkpoint.size });
    if (!grown) return { ok: false, size: checkpoint.size, problem: 'entries' };
    for (const tile of grown.tiles.values()) {
      const stored = await tx.log.tile(service.id, tile.level, tile.index);
      const same = stored !== undefined && equalBytes(stored, tile.hashes);
      if (!same)
        return { ok: false, size: checkpoint.size, problem: tilePath(tile, tile.hashes.length / 32) };
    }
    const claimed = fromBase64(checkpoint.note.split('\n')[2] ?? '');
    const ok = claimed !== undefined && equalBytes(claimed, grown.root);
    return ok ? { ok, size: checkpoint.size } : { ok: false, size: checkpoint.size, problem: 'root' };
  });
}

async function growAnew(tx: Tx, world: World, at: { service: Id; size: number }) {
  const hashed = new Map<string, Uint8Array>();
  const tiles = new Map<string, TileRef & { readonly hashes: Uint8Array }>();
  let root: Uint8Array = rootOf(0, hashed, world.crypto.hash);
  for (let size = 0; size < at.size; ) {
    const leaves = await tx.log.leaves(at.service, size, Math.min(groupSize, at.size - size));
    if (leaves.length === 0) return undefined;
    const hashes = leaves.map((leaf) => leafHash(world.crypto.hash, leaf));
    const grown = appendLeaves({ size, tiles: hashed }, hashes, world.crypto.hash);
    for (const tile of grown.changed) {
      hashed.set(tileKey(tile), tile.hashes);
      tiles.set(tileKey(tile), tile);
    }
    size = grown.size;
    root = grown.root;
  }
  return { tiles, root };
}
