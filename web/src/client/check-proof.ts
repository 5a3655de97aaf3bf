import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import {
  commitmentOf,
  decodeEntry,
  type Entry,
  leafHash,
  parseCheckpoint,
  verifyInclusion,
} from '../../../src/ledger/index.ts';
import type { ProofBundle } from '../../../src/server/pages.ts';
import { checkNote, type Hash, type Outcome } from './check-note.ts';
import type { VerifyEd25519 } from './ed25519.ts';

/** What came of each step of a check. `record` is absent when the bundle brings no record. */
export interface ProofReport {
  readonly leaf: Outcome;
  readonly path: Outcome;
  readonly signature: Outcome;
  readonly record?: Outcome;
  /** The worst of them. */
  readonly verdict: Outcome;
}

/** A page without a secure address has no SHA-256 of the browser's, and is to be checked as far as can be. */
const hash: Hash = (bytes) => sha256(bytes);
const digesting = async <T>(work: (hash: Hash) => T): Promise<T> => work(hash);

function bytesOf(base64: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}

function checkPath(bundle: ProofBundle, leaf: Uint8Array, note: string | undefined): Outcome {
  const checkpoint = note === undefined ? undefined : parseCheckpoint(note);
  const path = bundle.path.map(bytesOf);
  if (!checkpoint || checkpoint.size !== bundle.size || path.some((node) => node === undefined)) return 'bad';
  const claim = {
    index: bundle.index,
    size: bundle.size,
    leafHash: leafHash(hash, leaf),
    path: path as Uint8Array[],
    root: checkpoint.root,
  };
  return verifyInclusion(claim, hash) ? 'good' : 'bad';
}

function checkRecord(bundle: ProofBundle, entry: Entry | undefined): Outcome | undefined {
  if (bundle.record === undefined) return undefined;
  const record = bytesOf(bundle.record);
  const key = bundle.commitmentKey === undefined ? undefined : bytesOf(bundle.commitmentKey);
  if (!record || !key || entry?.commitment === undefined) return 'bad';
  const made = commitmentOf(key, record, { hmac: (secret, message) => hmac(sha256, secret, message) });
  return made === entry.commitment ? 'good' : 'bad';
}

function worst(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('bad')) return 'bad';
  return outcomes.includes('unchecked') ? 'unchecked' : 'good';
}

/**
 * Checks, step by step, that the entry stands in the signed log and that it commits to the record.
 *
 * @param entry the id it must have
 */
export async function checkProof(
  bundle: ProofBundle,
  entry: string | undefined,
  verify: VerifyEd25519,
): Promise<ProofReport> {
  const leaf = bytesOf(bundle.leaf);
  const decoded = leaf && decodeEntry(leaf);
  const own = decoded !== undefined && (entry === undefined || decoded.id === entry);
  const note = await checkNote(bundle.checkpoint, bundle.verifierKey, { digesting, verify });
  const steps = {
    leaf: own ? ('good' as const) : ('bad' as const),
    path: leaf ? checkPath(bundle, leaf, note.opened?.text) : ('bad' as const),
    signature: note.outcome,
  };
  const record = checkRecord(bundle, decoded);
  const all: Outcome[] = [steps.leaf, steps.path, steps.signature, ...(record === undefined ? [] : [record])];
  return { ...steps, ...(record === undefined ? {} : { record }), verdict: worst(all) };
}
