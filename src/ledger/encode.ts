import { Bug, canonicalJson, equalBytes, type Json, textOf, utf8 } from '../base/index.ts';
import type { Entry } from './entry.ts';
import { faultOf } from './form.ts';

/**
 * The leaf of an entry: its canonical JSON in UTF-8, less than 64 KiB.
 *
 * Every field has a closed pattern (ids, vocabulary keys, digests, instants, references to clauses and
 * articles, counts) and there are no others, so neither a sentence nor an e-mail, a phone, a name or an
 * identification number can get in.
 * @throws Bug naming the field (never the value) that does not fit
 * @source RFC 8785
 */
export function encodeEntry(entry: Entry): Uint8Array {
  const fault = faultOf(entry);
  if (fault !== undefined) throw new Bug(`a log entry cannot hold this: ${fault}`);
  return utf8(canonicalJson(entry as unknown as Json));
}

/**
 * The entry of a leaf, strictly: only what `encodeEntry` makes, byte for byte.
 * @returns undefined for anything else
 */
export function decodeEntry(leaf: Uint8Array): Entry | undefined {
  try {
    const value = JSON.parse(textOf(leaf)) as Json;
    if (faultOf(value) !== undefined || !equalBytes(utf8(canonicalJson(value)), leaf)) return undefined;
    return value as unknown as Entry;
  } catch {
    return undefined;
  }
}
