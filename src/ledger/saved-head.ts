import { type Crypto, textOf } from '../base/index.ts';
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts';
import type { LogProblems } from './log-content.ts';
import { openNote, parseNote } from './note.ts';
import { checkpointPath } from './paths.ts';
import { verifyInclusion } from './proof.ts';
import { isReceipt, parseReceipt, type Receipt } from './receipt.ts';
import type { ReadLogFile } from './stored-tiles.ts';
import { leafHash } from './tree.ts';

/** The entry a receipt is of: its hash, its place and the way from it to the root. */
export interface SavedEntry {
  readonly index: number;
  readonly leafHash: Uint8Array;
  readonly path: readonly Uint8Array[];
}

/** What was kept of a log and could be read: a head of it, with what else came along. */
export interface SavedHead {
  readonly checkpoint: Checkpoint;
  readonly entry?: SavedEntry;
  readonly copy?: ReadLogFile;
}

interface Asked {
  readonly verifierKey?: string;
  readonly against?: string;
  readonly copy?: ReadLogFile;
}

interface Reading {
  /** The log's name, which what was kept must bear. */
  readonly origin: string;
  readonly crypto: Pick<Crypto, 'hash' | 'verify'>;
  readonly problems: LogProblems;
}

/**
 * Reads what was kept, and says what is wrong with it.
 * @returns undefined when it proves nothing, or nothing was given
 */
export function readSaved(asked: Asked, reading: Reading): SavedHead | undefined {
  const { against, copy } = asked;
  if (against !== undefined) {
    const receipt = parseReceipt(against);
    if (!receipt && isReceipt(against)) return refuse(reading, 'log-receipt-malformed');
    const checkpoint = readHead(receipt?.checkpoint ?? against, asked, reading);
    return checkpoint && receipt ? withEntry(receipt, checkpoint, reading) : checkpoint && { checkpoint };
  }
  if (copy === undefined) return undefined;
  const checkpoint = readHead(textIn(copy(checkpointPath)), asked, reading);
  return checkpoint && { checkpoint, copy };
}

function refuse({ problems }: Reading, code: string): undefined {
  problems.add(code, {});
}

function textIn(bytes: Uint8Array | undefined): string {
  try {
    return bytes ? textOf(bytes) : '';
  } catch {
    // Not UTF-8: as good as no checkpoint at all.
    return '';
  }
}

function readHead(note: string, { verifierKey }: Asked, reading: Reading): Checkpoint | undefined {
  const { origin, crypto, problems } = reading;
  const parsed = parseNote(note);
  const checkpoint = parsed && parseCheckpoint(parsed.text);
  if (!checkpoint) return refuse(reading, 'log-saved-malformed');
  if (verifierKey !== undefined && !openNote(note, verifierKey, crypto)) {
    problems.add('log-saved-signature-bad', { size: checkpoint.size });
    return undefined;
  }
  if (checkpoint.origin === origin) return checkpoint;
  problems.add('log-saved-origin-differs', { origin, saved: checkpoint.origin });
  return undefined;
}

function withEntry(receipt: Receipt, checkpoint: Checkpoint, reading: Reading): SavedHead | undefined {
  const { hash } = reading.crypto;
  const entry = { index: receipt.index, path: receipt.path, leafHash: leafHash(hash, receipt.leaf) };
  const { size, root } = checkpoint;
  return verifyInclusion({ ...entry, size, root }, hash)
    ? { checkpoint, entry }
    : refuse(reading, 'log-receipt-broken');
}
