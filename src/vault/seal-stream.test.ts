import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../keys/index.ts';
import { chunkLength, openStream, sealStream, streamChunkBytes, streamHeadBytes } from './seal-stream.ts';

const key = nodeCrypto.random(32);
const context = 'backup/data';
const parts = [nodeCrypto.random(streamChunkBytes), nodeCrypto.random(10), new Uint8Array()];

/** A stream as its head and sealed chunks, lengths taken off. */
function sealed(under = key) {
  const stream = sealStream(under, context, nodeCrypto);
  const chunks = parts.map((part, n) => stream.seal(part, n === parts.length - 1));
  for (const chunk of chunks) expect(chunkLength(chunk.subarray(0, 4))).toBe(chunk.length - 4);
  return { head: stream.head, chunks: chunks.map((chunk) => chunk.subarray(4)) };
}

function opened(
  { head, chunks }: ReturnType<typeof sealed>,
  at: { key?: Uint8Array; context?: string } = {},
): (Uint8Array | undefined)[] | undefined {
  const stream = openStream(at.key ?? key, { context: at.context ?? context, head }, nodeCrypto);
  return stream && chunks.map((chunk, n) => stream.open(chunk, n === chunks.length - 1));
}

describe('a sealed stream', () => {
  it('opens whole', () => {
    expect(opened(sealed())).toEqual(parts);
  });

  it('opens under its key and for its context alone', () => {
    const stream = sealed();
    expect(opened(stream, { key: nodeCrypto.random(32) })).toEqual([undefined, undefined, undefined]);
    expect(opened(stream, { context: 'backup/keys' })).toEqual([undefined, undefined, undefined]);
  });

  it.each([
    ['cut off behind a chunk', ([a, b]: Uint8Array[]) => [a, b]],
    ['without its first chunk', ([, b, c]: Uint8Array[]) => [b, c]],
    ['with chunks changed about', ([a, b, c]: Uint8Array[]) => [b, a, c]],
    ['with a chunk twice', ([a, b, c]: Uint8Array[]) => [a, b, b, c]],
    ['that goes on behind its end', ([a, b, c]: Uint8Array[]) => [a, b, c, c]],
  ])('%s has a chunk that does not open', (_what, change) => {
    const stream = sealed();
    const chunks = change(stream.chunks) as Uint8Array[];
    expect(opened({ head: stream.head, chunks })).toContain(undefined);
  });

  it('does not open with any bit changed, in the head or in a chunk', () => {
    const { head, chunks } = sealed();
    for (let bit = 0; bit < streamHeadBytes * 8; bit++) {
      const other = Uint8Array.from(head);
      other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(opened({ head: other, chunks })?.[1]).toBe(undefined);
    }
    const short = chunks[1] as Uint8Array;
    for (let bit = 0; bit < short.length * 8; bit++) {
      const other = Uint8Array.from(short);
      other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(opened({ head, chunks: [chunks[0] as Uint8Array, other] })?.[1]).toBe(undefined);
    }
  });

  it('takes no length that no chunk has', () => {
    const lengths = [0, 15, streamChunkBytes + 17, 0xffffffff].map((n) =>
      chunkLength(Uint8Array.of(n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255)),
    );
    expect(lengths).toEqual([undefined, undefined, undefined, undefined]);
    expect(chunkLength(new Uint8Array(3))).toBe(undefined);
  });
});
