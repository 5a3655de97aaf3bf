import { type Crypto, type Hash, type Id, utf8 } from '../base/index.ts';

/** Digits of base 62, in the order of their values. */
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Characters of a secret: 43 digits of base 62 hold 256 bits. */
const secretLength = 43;
const checkLength = 6;

/** `kepil_<id>_<secret><check>`; keys issued before there was a check end without it. */
const form = /^kepil_([0-9a-f-]{36})_([0-9A-Za-z_-]{43})([0-9A-Za-z]{6})?$/;

/** An API key taken apart. */
export interface KeyText {
  readonly id: Id;
  readonly secret: string;
}

/** A new secret of a key: 43 evenly spread digits of base 62, so that a double click takes all of it. */
export function newKeySecret(random: Crypto['random']): string {
  let secret = '';
  while (secret.length < secretLength) {
    for (const byte of random(secretLength)) {
      // 248 = 4 × 62: what lies above would make the first digits likelier.
      if (byte < 248 && secret.length < secretLength) secret += digits[byte % 62];
    }
  }
  return secret;
}

/**
 * An API key as its holder gets it. The prefix and the check let scanners for leaked secrets find it, and be
 * sure of it, without asking us: `docs/formats/api-key.md`.
 */
export function formatKey({ id, secret }: KeyText, hash: Hash): string {
  const bare = `kepil_${id}_${secret}`;
  return `${bare}${checkOf(bare, hash)}`;
}

/** Takes a key apart; undefined when it has another form or was cut short or mistyped. */
export function parseKey(text: string, hash: Hash): KeyText | undefined {
  const [, id, secret, check] = form.exec(text) ?? [];
  if (id === undefined || secret === undefined) return undefined;
  if (check !== undefined && checkOf(`kepil_${id}_${secret}`, hash) !== check) return undefined;
  return { id, secret };
}

/** Six digits of base 62: the first six bytes of SHA-256, as a number, modulo 62⁶. */
function checkOf(bare: string, hash: Hash): string {
  const bytes = hash(utf8(bare));
  let value = 0;
  for (const byte of bytes.subarray(0, 6)) value = value * 256 + byte;
  let check = '';
  for (let place = 0; place < checkLength; place++) {
    check = `${digits[value % 62]}${check}`;
    value = Math.floor(value / 62);
  }
  return check;
}
