import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import {
  commitmentOf,
  decodeEntry,
  type Entry,
  leafHash,
  openNote,
  parseCheckpoint,
  verifyInclusion,
} from '../../../src/ledger/index.ts';
import type { ProofBundle } from '../../../src/server/pages.ts';

/** What came of a step; `unchecked`: this browser cannot tell. */
export type Outcome = 'good' | 'bad' | 'unchecked';

/** What came of each step of a check. `record` is absent when the bundle brings no record. */
export interface ProofReport {
  readonly leaf: Outcome;
  readonly path: Outcome;
  readonly signature: Outcome;
  readonly record?: Outcome;
  /** The worst of them. */
  readonly verdict: Outcome;
}

/** Checks an Ed25519 signature; undefined when it cannot. */
export type VerifyEd25519 = (
  key: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => Promise<boolean | undefined>;

function bytesOf(base64: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}

const hash = (bytes: Uint8Array) => sha256(bytes);

/**
 * Opens the note in two passes, because the browser's signature check answers later and `openNote` is
 * synchronous: the
 * first pass collects what must be checked, the second is told the answers.
 */
async function checkNote(
  bundle: ProofBundle,
  verify: VerifyEd25519,
): Promise<{ text?: string; outcome: Outcome }> {
  const asked: (readonly [Uint8Array, Uint8Array, Uint8Array])[] = [];
  const collect = (...claim: readonly [Uint8Array, Uint8Array, Uint8Array]) => asked.push(claim) > 0;
  const text = openNote(bundle.checkpoint, bundle.verifierKey, { hash, verify: collect })?.text;
  if (text === undefined) return { outcome: 'bad' };
  const answers = await Promise.all(asked.map((claim) => verify(...claim)));
  if (answers.includes(undefined)) return { text, outcome: 'unchecked' };
  let at = 0;
  const told = () => answers[at++] === true;
  const opened = openNote(bundle.checkpoint, bundle.verifierKey, { hash, verify: told });
  return { text, outcome: opened ? 'good' : 'bad' };
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
  const note = await checkNote(bundle, verify);
  const steps = {
    leaf: own ? ('good' as const) : ('bad' as const),
    path: leaf ? checkPath(bundle, leaf, note.text) : ('bad' as const),
    signature: note.outcome,
  };
  const record = checkRecord(bundle, decoded);
  const all: Outcome[] = [steps.leaf, steps.path, steps.signature, ...(record === undefined ? [] : [record])];
  return { ...steps, ...(record === undefined ? {} : { record }), verdict: worst(all) };
}
