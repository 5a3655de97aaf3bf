import { type Crypto, concat, type Id, utf8 } from '../base/index.ts';
import {
  hasMagic,
  keyBytes,
  nonceBytes,
  openWithNonce,
  sealWithNonce,
  subkey,
  tagBytes,
} from './envelope.ts';
import { framed, readUint32, uint32 } from './framing.ts';
import type { SubjectKeys, WrappedSubjectKeys } from './segment.ts';

const magic = 'KSK1';
const headBytes = magic.length + 4;
const wrappedBytes = headBytes + nonceBytes + 2 * keyBytes + tagBytes;

/** New secrets for a new subject. */
export function newSubjectKeys(crypto: Crypto): SubjectKeys {
  return { subjectKey: crypto.random(keyBytes), pseudonymKey: crypto.random(keyBytes) };
}

/** Where wrapped keys stand; bound into the wrapping, so they open for this subject of this service only. */
interface Place {
  readonly service: Id;
  readonly subject: Id;
  readonly epochKey: Uint8Array;
}

/**
 * The epoch key never seals anything itself: each subject has a wrapping key of its own, so nonces cannot
 * meet.
 */
function wrappingKey(at: Place, crypto: Crypto): Uint8Array {
  return subkey(at.epochKey, ['kepil/subject-keys/v1', at.service, at.subject], crypto);
}

/** Wraps a subject's keys under the service's epoch key (32 bytes), bound to service, subject and epoch. */
export function wrapSubjectKeys(
  keys: SubjectKeys,
  at: { service: Id; subject: Id; epoch: number; epochKey: Uint8Array },
  crypto: Crypto,
): WrappedSubjectKeys {
  const head = concat(utf8(magic), uint32(at.epoch));
  const plaintext = concat(keys.subjectKey, keys.pseudonymKey);
  const associated = framed(head, at.service, at.subject);
  const sealed = sealWithNonce(wrappingKey(at, crypto), { plaintext, associated }, crypto);
  return { epoch: at.epoch, bytes: concat(head, sealed) };
}

/**
 * Opens wrapped keys.
 * @returns undefined when they are of another subject, service, epoch or key, edited or cut short
 */
export function unwrapSubjectKeys(
  wrapped: WrappedSubjectKeys,
  at: { service: Id; subject: Id; epochKey: Uint8Array },
  crypto: Crypto,
): SubjectKeys | undefined {
  const { bytes, epoch } = wrapped;
  if (bytes.length !== wrappedBytes || !hasMagic(bytes, magic)) return undefined;
  if (readUint32(bytes, magic.length) !== epoch) return undefined;
  const associated = framed(bytes.subarray(0, headBytes), at.service, at.subject);
  const what = { sealed: bytes.subarray(headBytes), associated };
  const plain = openWithNonce(wrappingKey(at, crypto), what, crypto);
  return plain && { subjectKey: plain.slice(0, keyBytes), pseudonymKey: plain.slice(keyBytes) };
}

/**
 * The key of an epoch that seals what belongs to no subject yet (registrations that wait, their messages), 32
 * bytes. It ends with the epoch, and with it what is left of them on a disk.
 */
export function draftKeyOf(epochKey: Uint8Array, crypto: Crypto): Uint8Array {
  return subkey(epochKey, ['kepil/draft-key/v1'], crypto);
}
