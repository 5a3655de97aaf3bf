import { assert, type Crypto, concat, equalBytes, utf8 } from '../base/index.ts';
import { framed } from './framing.ts';

/**
 * First bytes of everything sealed here: three letters that say what it is, and the version of its format.
 */
export type Magic = 'KSG1' | 'KSK1' | 'KSB1' | 'KST1';

/** Length of an AES-GCM nonce. */
export const nonceBytes = 12;
/** Length of an AES-GCM tag. */
export const tagBytes = 16;
/** Length of every key here. */
export const keyBytes = 32;

/**
 * A key for one use, from a key that serves several: HMAC-SHA-256(key, framed(label, parts…)), 32 bytes.
 *
 * Labels keep uses apart; the frame keeps parts apart.
 */
export function subkey(
  key: Uint8Array,
  use: readonly [label: string, ...parts: (string | Uint8Array)[]],
  crypto: Crypto,
) {
  assert(key.length === keyBytes, 'a key is 32 bytes');
  return crypto.hmac(key, framed(...use));
}

/**
 * Nonce and sealed bytes. Each call draws a fresh nonce; `key` is one that seals few messages in its life.
 */
export function sealWithNonce(
  key: Uint8Array,
  what: { plaintext: Uint8Array; associated: Uint8Array },
  crypto: Crypto,
) {
  const nonce = crypto.random(nonceBytes);
  return concat(nonce, crypto.seal(key, nonce, what.plaintext, what.associated));
}

/**
 * Opens what `sealWithNonce` made.
 * @returns undefined when it is too short or does not belong to key and associated data
 */
export function openWithNonce(
  key: Uint8Array,
  what: { sealed: Uint8Array; associated: Uint8Array },
  crypto: Crypto,
): Uint8Array | undefined {
  const { sealed, associated } = what;
  if (sealed.length < nonceBytes + tagBytes) return undefined;
  return crypto.open(key, sealed.subarray(0, nonceBytes), sealed.subarray(nonceBytes), associated);
}

/** Whether `bytes` begin with `magic`. */
export function hasMagic(bytes: Uint8Array, magic: Magic): boolean {
  return equalBytes(bytes.subarray(0, magic.length), utf8(magic));
}
