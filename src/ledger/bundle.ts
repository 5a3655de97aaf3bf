import { assert, concat } from '../base/index.ts';

/** Longest leaf a bundle can hold, in bytes. */
export const leafBytesAtMost = 0xffff;

/**
 * A bundle of up to 256 leaves: each after its length as a big-endian uint16.
 * @source C2SP tlog-tiles, "Log entries"
 */
export function encodeBundle(leaves: readonly Uint8Array[]): Uint8Array {
  return concat(...leaves.flatMap((leaf) => [lengthOf(leaf), leaf]));
}

function lengthOf(leaf: Uint8Array): Uint8Array {
  assert(leaf.length <= leafBytesAtMost, 'a leaf of the log is shorter than 64 KiB');
  return Uint8Array.of(leaf.length >> 8, leaf.length & 0xff);
}

/** The leaves of a bundle. @returns undefined when it is cut short */
export function decodeBundle(bytes: Uint8Array): readonly Uint8Array[] | undefined {
  const leaves: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const [high, low] = [bytes[at], bytes[at + 1]];
    if (high === undefined || low === undefined) return undefined;
    const end = at + 2 + high * 256 + low;
    if (end > bytes.length) return undefined;
    leaves.push(bytes.slice(at + 2, end));
    at = end;
  }
  return leaves;
}
