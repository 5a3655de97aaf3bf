import {
  type Checkpoint,
  consistencyProof,
  consistencyTiles,
  decodeEntry,
  type Entry,
  leafHash,
  levelCount,
  parseCheckpoint,
  parseReceipt,
  parseVerifierKey,
  tileKey,
  tilePath,
  tileWidth,
  verifyConsistency,
  verifyInclusion,
} from '../../../src/ledger/index.ts';
import { browserDigests } from './browser-digests.ts';
import { type Checking, checkNote, checkWitnessed, type Outcome } from './check-note.ts';
import { verifyEd25519 } from './ed25519.ts';

/** A signed head of a log. `checkpoint` is what it claims, also when the signature could not be checked. */
export interface CheckedHead {
  readonly outcome: Outcome;
  readonly checkpoint?: Checkpoint;
}

/** A receipt. `entry` and its place are what it claims; believe them when `outcome` is `good`. */
export interface CheckedReceipt extends CheckedHead {
  readonly entry?: Entry;
  readonly index?: number;
}

/** Reads a file of a log by its path there (`tile/0/000`), as bytes; undefined when there is none. */
export type ReadFile = (path: string) => Promise<Uint8Array | undefined>;

const by: Checking = { digesting: browserDigests, verify: verifyEd25519 };

/** Checks a signed checkpoint with the verifier key of its log. */
export async function checkCheckpoint(note: string, verifierKey: string): Promise<CheckedHead> {
  const { opened, outcome } = await checkNote(note, verifierKey, by);
  const checkpoint = opened && parseCheckpoint(opened.text);
  const name = await browserDigests((hash) => parseVerifierKey(verifierKey, hash)?.name);
  return checkpoint && name === checkpoint.origin ? { outcome, checkpoint } : { outcome: 'bad' };
}

/** Checks a receipt: that its entry stands at its place of the log whose head was signed with the key. */
export async function checkReceipt(text: string, verifierKey: string): Promise<CheckedReceipt> {
  const receipt = parseReceipt(text);
  const entry = receipt && decodeEntry(receipt.leaf);
  if (!receipt || !entry) return { outcome: 'bad' };
  const { outcome, checkpoint } = await checkCheckpoint(receipt.checkpoint, verifierKey);
  if (!checkpoint) return { outcome };
  const { index, path, leaf } = receipt;
  const holds = await browserDigests((hash) =>
    verifyInclusion({ index, path, ...checkpoint, leafHash: leafHash(hash, leaf) }, hash),
  );
  return { outcome: holds ? outcome : 'bad', checkpoint, entry, index };
}

/** Checks that a witness saw a checkpoint. @returns `time`: when, in seconds since the epoch */
export async function checkWitness(
  note: string,
  witnessKey: string,
): Promise<{ readonly outcome: Outcome; readonly time?: number }> {
  const { opened, outcome } = await checkWitnessed(note, witnessKey, by);
  return { outcome, ...(opened && { time: opened.time }) };
}

/**
 * Checks that the log of today continues what was kept of it, a checkpoint or a receipt, from a few of its
 * tiles. `bad`: it forgot, or tells another history, or lacks a tile.
 */
export async function checkContinued(
  kept: string,
  verifierKey: string,
  read: ReadFile,
): Promise<CheckedHead> {
  const older = await checkCheckpoint(parseReceipt(kept)?.checkpoint ?? kept, verifierKey);
  const note = await read('checkpoint');
  const newer = note ? await checkCheckpoint(new TextDecoder().decode(note), verifierKey) : undefined;
  const [before, now] = [older.checkpoint, newer?.checkpoint];
  const outcomes = [older.outcome, newer?.outcome];
  if (!before || !now || outcomes.includes('bad') || !(await continues(before, now, read)))
    return { outcome: 'bad' };
  return { outcome: outcomes.includes('unchecked') ? 'unchecked' : 'good', checkpoint: now };
}

async function continues(before: Checkpoint, now: Checkpoint, read: ReadFile): Promise<boolean> {
  const at = { first: before.size, second: now.size };
  if (at.first === 0 || at.first > at.second) return at.first === 0;
  const tiles = new Map<string, Uint8Array>();
  for (const ref of consistencyTiles(at.first, at.second)) {
    const width = Math.min(tileWidth, levelCount(ref.level, at.second) - ref.index * tileWidth);
    const bytes = (await read(tilePath(ref, width))) ?? (await read(tilePath(ref, tileWidth)));
    if (!bytes || bytes.length < width * 32) return false;
    tiles.set(tileKey(ref), bytes);
  }
  return browserDigests((hash) => {
    const path = consistencyProof(at, tiles, hash);
    return verifyConsistency({ ...at, firstRoot: before.root, secondRoot: now.root, path }, hash);
  });
}
