import { createHmac } from 'node:crypto';

/** Seconds for which a password of an app is shown. @source RFC 6238 §5.2 */
export const stepSeconds = 30;

/**
 * A password that counts: six digits, or more.
 *
 * @param secret at least 16 bytes, as RFC 4226 §4 R6 wants it
 * @param counter 0 ≤ counter < 2^53
 * @source RFC 4226 §5.3
 */
export function hotp(secret: Uint8Array, counter: number, digits = 6): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac('sha1', secret).update(message).digest();
  const offset = (mac.at(-1) as number) & 15;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Base32 without padding, as apps take a secret that is typed in. @source RFC 4648 §6 */
export function base32Of(bytes: Uint8Array): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => alphabet.charAt(Number.parseInt(group.padEnd(5, '0'), 2))).join('');
}

/** One-time passwords of apps: HMAC-SHA-1, six digits, thirty seconds, which every app knows. */
export const appPasswords = {
  /** The number of the step an instant lies in. @source RFC 6238 §4.2 */
  stepAt: (now: number): number => Math.floor(now / (stepSeconds * 1000)),
  /** The password of a step. */
  at: (secret: Uint8Array, step: number): string => hotp(secret, step),
  /** The secret as it is typed in. */
  text: base32Of,
};
