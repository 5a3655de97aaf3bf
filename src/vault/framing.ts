import { assert, utf8 } from '../base/index.ts';

/** A whole number in four bytes, big-endian, `0 ≤ n < 2³²`. */
export function uint32(n: number): Uint8Array {
  assert(Number.isInteger(n) && n >= 0 && n <= 0xffffffff, 'a number that fits four bytes');
  return Uint8Array.of(n >>> 24, (n >>> 16) & 0xff, (n >>> 8) & 0xff, n & 0xff);
}

/** Reads what `uint32` wrote at `offset`; the bytes must be there. */
export function readUint32(bytes: Uint8Array, offset: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(offset);
}

/**
 * Where frames are put together before their length is known: memory of their own costs more than they do.
 *
 * INVARIANT: each frame is a copy, and nothing of it stays here.
 */
const sheet = new Uint8Array(4096);

/**
 * Parts as one byte string that cannot be split in another way: each after its length in four bytes.
 *
 * Texts go in as UTF-8 and must be well formed, or two of them could become one.
 */
export function framed(...parts: readonly (string | Uint8Array)[]): Uint8Array {
  // A letter of a text takes three bytes at most.
  let room = 0;
  for (const part of parts) room += 4 + (typeof part === 'string' ? 3 * part.length : part.length);
  const out = room <= sheet.length ? sheet : new Uint8Array(room);
  let at = 0;
  for (const part of parts) {
    const length = typeof part === 'string' ? putText(out, at + 4, part) : put(out, at + 4, part);
    out[at] = length >>> 24;
    out[at + 1] = (length >>> 16) & 0xff;
    out[at + 2] = (length >>> 8) & 0xff;
    out[at + 3] = length & 0xff;
    at += 4 + length;
  }
  const frame = out.slice(0, at);
  if (out === sheet) sheet.fill(0, 0, at);
  return frame;
}

function put(out: Uint8Array, at: number, bytes: Uint8Array): number {
  out.set(bytes, at);
  return bytes.length;
}

/** Ids and labels are ASCII, and there are many of them: only other texts need an encoder. */
function putText(out: Uint8Array, at: number, text: string): number {
  for (let n = 0; n < text.length; n++) {
    const code = text.charCodeAt(n);
    if (code > 0x7f) {
      assert(text.isWellFormed(), 'a text with whole characters');
      return put(out, at, utf8(text));
    }
    out[at + n] = code;
  }
  return text.length;
}
