import { assert, concat, utf8 } from '../base/index.ts';

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
 * Parts as one byte string that cannot be split in another way: each after its length in four bytes.
 *
 * Texts go in as UTF-8 and must be well formed, or two of them could become one.
 */
export function framed(...parts: readonly (string | Uint8Array)[]): Uint8Array {
  return concat(
    ...parts.flatMap((part) => {
      assert(typeof part !== 'string' || part.isWellFormed(), 'a text with whole characters');
      const bytes = typeof part === 'string' ? utf8(part) : part;
      return [uint32(bytes.length), bytes];
    }),
  );
}
