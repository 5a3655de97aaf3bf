import { type Id, KepilError, textOf } from '../base/index.ts';
import {
  checkpointPath,
  decodeBundle,
  decodeEntry,
  type Entry,
  entryBundlePath,
  parseCheckpoint,
  parseNote,
  type ReadLogFile,
} from '../ledger/index.ts';
import type { ServiceRecord } from '../store/index.ts';
import { growTiles } from './sequence.ts';
import type { World } from './world.ts';

/** Entries in a bundle, and bundles put into the store in one transaction. */
const bundleWidth = 256;
const bundlesAtOnce = 8;

/** A log that was taken up: its length, and which of its entries had still waited here for their place. */
export interface TakenUp {
  readonly size: number;
  readonly waited: ReadonlySet<Id>;
}

/**
 * Puts a service's log, as it was kept elsewhere, into a store that has none. Precondition: the log was
 * verified against the service's own key.
 *
 * @throws KepilError `ERR_STORE_CORRUPT` when a file went since it was verified
 */
export async function takeUpLog(world: World, service: ServiceRecord, read: ReadLogFile): Promise<TakenUp> {
  const size = sizeOf(read);
  const note = textOf(read(checkpointPath) ?? new Uint8Array());
  const waited = new Set<Id>();
  const group = bundleWidth * bundlesAtOnce;
  for (let firstIndex = 0; firstIndex < size; firstIndex += group) {
    const leaves = leavesFrom(read, firstIndex, Math.min(size, firstIndex + group));
    const entries = leaves.map((leaf) => ({ id: entryIn(leaf).id as Id, leaf }));
    const had = await world.store.transaction(async (tx) => {
      await growTiles(tx, world, { service, firstIndex, leaves });
      return tx.log.takeUp(service.id, firstIndex, entries);
    });
    for (const id of had) waited.add(id);
  }
  await world.store.transaction((tx) =>
    tx.log.putCheckpoint({ service: service.id, size, note, at: world.now() }),
  );
  return { size, waited };
}

/** The entries of a verified log from `from` on. @throws KepilError `ERR_STORE_CORRUPT` */
export function* entriesOf(read: ReadLogFile, from: number): Iterable<Entry> {
  const size = sizeOf(read);
  for (let first = from - (from % bundleWidth); first < size; first += bundleWidth) {
    const leaves = leavesFrom(read, first, Math.min(size, first + bundleWidth));
    for (const [n, leaf] of leaves.entries()) if (first + n >= from) yield entryIn(leaf);
  }
}

function sizeOf(read: ReadLogFile): number {
  const note = textOf(read(checkpointPath) ?? new Uint8Array());
  const size = parseCheckpoint(parseNote(note)?.text ?? '')?.size;
  if (size === undefined) throw missing();
  return size;
}

function leavesFrom(read: ReadLogFile, from: number, to: number): readonly Uint8Array[] {
  const leaves: Uint8Array[] = [];
  for (let first = from; first < to; first += bundleWidth) {
    const width = Math.min(bundleWidth, to - first);
    const index = first / bundleWidth;
    const bytes = read(entryBundlePath(index, width)) ?? read(entryBundlePath(index, bundleWidth));
    const bundle = bytes && decodeBundle(bytes);
    if (!bundle || bundle.length < width) throw missing();
    leaves.push(...bundle.slice(0, width));
  }
  return leaves;
}

function entryIn(leaf: Uint8Array) {
  const entry = decodeEntry(leaf);
  if (!entry) throw missing();
  return entry;
}

const missing = () => new KepilError('ERR_STORE_CORRUPT', 'tile-missing');
