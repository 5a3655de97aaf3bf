import { openCosigned, openNote } from '../../../src/ledger/index.ts';
import type { VerifyEd25519 } from './ed25519.ts';

/** What came of a step; `unchecked`: this browser cannot tell. */
export type Outcome = 'good' | 'bad' | 'unchecked';

/** SHA-256, at once. */
export type Hash = (bytes: Uint8Array) => Uint8Array;

/** What checks need: does work with a hash, and asks about a signature. */
export interface Checking {
  digesting<T>(work: (hash: Hash) => T): Promise<T>;
  readonly verify: VerifyEd25519;
}

/** A note, what came of its signature, and what could be read of it for all that. */
export interface CheckedNote<Opened> {
  readonly opened?: Opened;
  readonly outcome: Outcome;
}

type Claim = readonly [key: Uint8Array, message: Uint8Array, signature: Uint8Array];
type Open<Opened> = (crypto: { hash: Hash; verify: (...claim: Claim) => boolean }) => Opened | undefined;

/**
 * Opens something signed in two passes, because the browser's signature check answers later and opening is
 * synchronous: the first pass collects what must be checked, the second is told the answers.
 */
async function openSigned<Opened>(open: Open<Opened>, by: Checking): Promise<CheckedNote<Opened>> {
  const { read, asked } = await by.digesting((hash) => {
    const claims: Claim[] = [];
    return { read: open({ hash, verify: (...claim) => claims.push(claim) > 0 }), asked: claims };
  });
  if (read === undefined) return { outcome: 'bad' };
  const answers = await Promise.all(asked.map((claim) => by.verify(...claim)));
  if (answers.includes(undefined)) return { opened: read, outcome: 'unchecked' };
  const good = await by.digesting((hash) => {
    const told = answers.values();
    return open({ hash, verify: () => told.next().value === true }) !== undefined;
  });
  return { opened: read, outcome: good ? 'good' : 'bad' };
}

/** The text of a note and whether the holder of the key signed it. */
export function checkNote(
  note: string,
  verifierKey: string,
  by: Checking,
): Promise<CheckedNote<{ readonly text: string }>> {
  return openSigned((crypto) => openNote(note, verifierKey, crypto), by);
}

/** The text of a checkpoint, when the witness of the key says it saw it, and whether it did. */
export function checkWitnessed(
  note: string,
  witnessKey: string,
  by: Checking,
): Promise<CheckedNote<{ readonly text: string; readonly time: number }>> {
  return openSigned((crypto) => openCosigned(note, witnessKey, crypto), by);
}
