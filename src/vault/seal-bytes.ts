import { type Crypto, concat, utf8 } from '../base/index.ts';
import { hasMagic, openWithNonce, sealWithNonce, subkey } from './envelope.ts';
import { framed } from './framing.ts';

const magic = 'KSB1';
const saltBytes = 16;
const headBytes = magic.length + saltBytes;

/**
 * What a message key is made for. A salt per message makes a key per message, so one key can seal any number.
 */
function useOf(context: string, head: Uint8Array): readonly [string, string, Uint8Array] {
  return ['kepil/bytes/v1', context, head.subarray(magic.length)];
}

/**
 * Seals bytes that are no segment (drafts, messages, requests) under `key` (32 bytes) for one context.
 *
 * `context` says what it is and whose (`draft:<id>`); it is not stored, and nothing opens under another.
 */
export function sealBytes(key: Uint8Array, context: string, bytes: Uint8Array, crypto: Crypto): Uint8Array {
  const head = concat(utf8(magic), crypto.random(saltBytes));
  const under = subkey(key, useOf(context, head), crypto);
  return concat(head, sealWithNonce(under, { plaintext: bytes, associated: framed(head, context) }, crypto));
}

/**
 * Opens what `sealBytes` made.
 * @returns undefined for another key or context, or bytes edited or cut short
 */
export function openBytes(
  key: Uint8Array,
  context: string,
  sealed: Uint8Array,
  crypto: Crypto,
): Uint8Array | undefined {
  if (sealed.length < headBytes || !hasMagic(sealed, magic)) return undefined;
  const head = sealed.subarray(0, headBytes);
  const under = subkey(key, useOf(context, head), crypto);
  return openWithNonce(
    under,
    { sealed: sealed.subarray(headBytes), associated: framed(head, context) },
    crypto,
  );
}
