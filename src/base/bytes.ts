const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/** The UTF-8 bytes of `text`. */
export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/** The text of UTF-8 `bytes`. @throws TypeError when the bytes are not UTF-8 */
export function textOf(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/** All `parts` one after another. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** Whether `a` and `b` hold the same bytes; the time taken depends on the lengths only. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let diff = 0;
  for (let i = 0; i < a.length; i++) diff |= (a[i] as number) ^ (b[i] as number);
  return diff === 0;
}

const hexadecimal = [...'0123456789abcdef'].map((digit) => digit.charCodeAt(0));
/** So many bytes are written at once: a call takes no more arguments than the stack has room for. */
const atOnce = 1024;

/** Lower-case hexadecimal. */
export function hexOf(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += atOnce) pieces.push(hexPiece(bytes, at));
  // Joined and not added up: a sum of pieces is kept as its pieces, which takes ten times the memory.
  return pieces.length === 1 ? (pieces[0] as string) : pieces.join('');
}

function hexPiece(bytes: Uint8Array, from: number): string {
  const codes: number[] = [];
  for (let at = from; at < Math.min(from + atOnce, bytes.length); at++) {
    const byte = bytes[at] as number;
    codes.push(hexadecimal[byte >>> 4] as number, hexadecimal[byte & 15] as number);
  }
  return String.fromCharCode(...codes);
}

/** Bytes of a hexadecimal text. @returns undefined when the text is not hexadecimal */
export function fromHex(text: string): Uint8Array | undefined {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(text)) return undefined;
  const out = new Uint8Array(text.length / 2);
  for (let i = 0; i < out.length; i++) out[i] = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16);
  return out;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 with padding. @source RFC 4648 §4 */
export function base64Of(bytes: Uint8Array): string {
  let out = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const word = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    out += alphabet.charAt(word >>> 18) + alphabet.charAt((word >>> 12) & 63);
    out += left > 1 ? alphabet.charAt((word >>> 6) & 63) : '=';
    out += left > 2 ? alphabet.charAt(word & 63) : '=';
  }
  return out;
}

/** Bytes of a base64 text, padded, standard alphabet. @returns undefined when malformed or not canonical */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  const bare = text.replace(/=+$/, '');
  const out = new Uint8Array(Math.floor((bare.length * 6) / 8));
  let word = 0;
  let bits = 0;
  let at = 0;
  for (const letter of bare) {
    word = ((word << 6) | alphabet.indexOf(letter)) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out[at++] = (word >>> bits) & 0xff;
    }
  }
  return base64Of(out) === text ? out : undefined;
}

/** Base64 in the URL alphabet, no padding. @source RFC 4648 §5 */
export function base64UrlOf(bytes: Uint8Array): string {
  return base64Of(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Bytes of an unpadded base64url text. @returns undefined when malformed */
export function fromBase64Url(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return undefined;
  const padded = text.replaceAll('-', '+').replaceAll('_', '/');
  return fromBase64(padded + '='.repeat((4 - (padded.length % 4)) % 4));
}
