import { type Crypto, canonicalJson, concat, equalBytes, type Json, textOf, utf8 } from '../base/index.ts';
import { keyBytes, nonceBytes, openWithNonce, sealWithNonce, subkey, tagBytes } from './envelope.ts';
import { framed, uint32 } from './framing.ts';
import type { SealedSegment, SegmentAddress, SegmentContent, SubjectKeys } from './segment.ts';

const magic = 'KSG1';
/** Generation of the subject key; rotation of subject keys will count it up. */
const generation = 1;
const head = concat(utf8(magic), uint32(generation));
const wrappedKeyBytes = nonceBytes + keyBytes + tagBytes;

function wrappingKey(keys: SubjectKeys, crypto: Crypto): Uint8Array {
  return subkey(keys.subjectKey, ['kepil/segment-key/v1'], crypto);
}

/** Associated data of both seals: head and address, each part framed; the version as decimal text. */
function addressBytes({ service, subject, access, retention, version }: SegmentAddress): Uint8Array {
  return framed(head, service, subject, access, retention, String(version));
}

/**
 * Seals a segment under a data key drawn for this sealing alone and wrapped under a subkey of the subject's
 * key.
 *
 * Both seals are bound to the whole address, version included, and the content's to the wrapped key as well:
 * nothing can be moved to another subject, service, class or version, nor put together from parts.
 * @throws TypeError when a value is not well-formed text or an instant not a finite number
 */
export function sealSegment(
  address: SegmentAddress,
  content: SegmentContent,
  keys: SubjectKeys,
  crypto: Crypto,
): SealedSegment {
  const place = addressBytes(address);
  const dataKey = crypto.random(keyBytes);
  const plaintext = utf8(canonicalJson(content as unknown as Json));
  const wrapped = sealWithNonce(wrappingKey(keys, crypto), { plaintext: dataKey, associated: place }, crypto);
  const sealed = sealWithNonce(dataKey, { plaintext, associated: framed(place, wrapped) }, crypto);
  return { address, bytes: concat(head, wrapped, sealed) };
}

/**
 * Opens a sealed segment at the address it claims.
 * @returns undefined when it was swapped, replayed under another version, edited or cut short, or the keys
 * are others
 */
export function openSegment(
  segment: SealedSegment,
  keys: SubjectKeys,
  crypto: Crypto,
): SegmentContent | undefined {
  const { bytes } = segment;
  const body = head.length + wrappedKeyBytes;
  if (bytes.length < body || !equalBytes(bytes.subarray(0, head.length), head)) return undefined;
  const place = addressBytes(segment.address);
  const wrapped = bytes.subarray(head.length, body);
  const dataKey = openWithNonce(wrappingKey(keys, crypto), { sealed: wrapped, associated: place }, crypto);
  if (!dataKey) return undefined;
  const what = { sealed: bytes.subarray(body), associated: framed(place, wrapped) };
  const plain = openWithNonce(dataKey, what, crypto);
  return plain && (JSON.parse(textOf(plain)) as SegmentContent);
}
