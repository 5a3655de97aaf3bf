import { assert, base64Of, type Crypto, fromBase64 } from '../base/index.ts';
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts';
import { decodeEntry } from './encode.ts';
import type { Entry } from './entry.ts';
import { openNote, parseNote, parseVerifierKey } from './note.ts';
import { verifyInclusion } from './proof.ts';
import { leafHash } from './tree.ts';

/**
 * A receipt taken apart: the leaf of an entry, its place, the inclusion proof and the signed checkpoint it
 * leads to.
 */
export interface Receipt {
  readonly leaf: Uint8Array;
  readonly index: number;
  readonly path: readonly Uint8Array[];
  /** The signed note, as the log published it. */
  readonly checkpoint: string;
}

/** What a verified receipt shows. */
export interface ShownEntry {
  readonly entry: Entry;
  readonly index: number;
  readonly checkpoint: Checkpoint;
}

const head = 'c2sp.org/tlog-proof@v1';

/** The receipt as text: a C2SP tlog-proof whose extra data is the leaf. @source C2SP tlog-proof */
export function formatReceipt(receipt: Receipt): string {
  const lines = [
    head,
    `extra ${base64Of(receipt.leaf)}`,
    `index ${receipt.index}`,
    ...receipt.path.map(base64Of),
  ];
  const text = `${lines.join('\n')}\n\n${receipt.checkpoint}`;
  assert(parseReceipt(text), 'a receipt has a leaf, a place, hashes of 32 bytes and a signed checkpoint');
  return text;
}

/** Whether a text says of itself that it is a receipt. */
export function isReceipt(text: string): boolean {
  return text.startsWith(`${head}\n`);
}

/** Takes a receipt apart without verifying anything. @returns undefined when malformed */
export function parseReceipt(text: string): Receipt | undefined {
  const split = text.indexOf('\n\n');
  const [first, extra, place, ...hashes] = text.slice(0, Math.max(split, 0)).split('\n');
  const index = /^index (0|[1-9]\d{0,15})$/.exec(place ?? '')?.[1];
  const leaf = extra?.startsWith('extra ') ? fromBase64(extra.slice(6)) : undefined;
  const path = hashes.map(fromBase64).filter((hash) => hash?.length === 32) as Uint8Array[];
  const checkpoint = text.slice(split + 2);
  if (first !== head || index === undefined || !leaf || path.length !== hashes.length) return undefined;
  if (!Number.isSafeInteger(Number(index)) || !parseNote(checkpoint)) return undefined;
  return { leaf, index: Number(index), path, checkpoint };
}

/**
 * What a receipt proves, with nothing but the log's verifier key: that this very entry stands at that place
 * of the log whose head the log signed.
 * @returns undefined when anything in it is not so
 */
export function openReceipt(
  text: string,
  verifierKey: string,
  crypto: Pick<Crypto, 'verify' | 'hash'>,
): ShownEntry | undefined {
  const receipt = parseReceipt(text);
  const note = receipt && openNote(receipt.checkpoint, verifierKey, crypto);
  const checkpoint = note && parseCheckpoint(note.text);
  const entry = receipt && decodeEntry(receipt.leaf);
  if (!receipt || !checkpoint || !entry) return undefined;
  if (parseVerifierKey(verifierKey, crypto.hash)?.name !== checkpoint.origin) return undefined;
  const { index, path } = receipt;
  const leaf = leafHash(crypto.hash, receipt.leaf);
  const claim = { index, path, size: checkpoint.size, root: checkpoint.root, leafHash: leaf };
  return verifyInclusion(claim, crypto.hash) ? { entry, index, checkpoint } : undefined;
}
