import { createCipheriv, createHmac, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat } from '../base/index.ts';
import { nodeCrypto } from '../keys/index.ts';
import {
  type FileAddress,
  fileChunkBytes,
  fileHeadBytes,
  openFile,
  sealedFileChunkBytes,
  sealFile,
} from './chunks.ts';

const address: FileAddress = { service: 's', subject: 'p', file: 'f', version: 1 };
const key = new Uint8Array(randomBytes(32));
const bytesOf = (length: number) => new Uint8Array(randomBytes(length));

/** Seals in pieces of `step` bytes. */
function sealed(plain: Uint8Array, step = plain.length || 1, at = address) {
  const sealer = sealFile(key, at, nodeCrypto);
  const parts = [];
  for (let from = 0; from < plain.length; from += step)
    parts.push(sealer.push(plain.subarray(from, from + step)));
  return { head: sealer.head, body: concat(...parts, sealer.end()) };
}

/** Opens whole; undefined when it is refused or cut short. */
function opened({ head, body }: { head: Uint8Array; body: Uint8Array }, at = address, under = key) {
  const opener = openFile(under, { address: at, head }, nodeCrypto);
  const plain = opener?.push(body);
  return opener?.ended() ? plain : undefined;
}

/** The specification line by line, for one chunk and key. */
function naive(plain: Uint8Array, salt: Uint8Array, context: Uint8Array): Uint8Array {
  const info = Buffer.concat([
    Buffer.from('c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM', 'ascii'),
    Buffer.from([0]),
    salt,
    context,
  ]);
  let block = Buffer.alloc(0);
  let made = Buffer.alloc(0);
  for (let n = 1; made.length < 76; n++) {
    block = createHmac('sha256', key)
      .update(block)
      .update(info)
      .update(Buffer.from([n]))
      .digest();
    made = Buffer.concat([made, block]);
  }
  const out = [salt, made.subarray(44, 76)];
  for (let n = 0, at = 0; ; n++, at += 16384) {
    const nonce = Buffer.from(made.subarray(32, 44));
    const low = nonce.readUInt32BE(8);
    nonce.writeUInt32BE((low ^ n) >>> 0, 8);
    const cipher = createCipheriv('aes-256-gcm', made.subarray(0, 32), nonce);
    const chunk = plain.subarray(at, at + 16384);
    out.push(cipher.update(chunk), cipher.final(), cipher.getAuthTag());
    if (chunk.length < 16384) return new Uint8Array(Buffer.concat(out));
  }
}

/** Length in four bytes before each part. */
function contextOf({ service, subject, file, version }: FileAddress): Uint8Array {
  const parts = ['kepil/file/v1', service, subject, file, String(version)].map((part) => Buffer.from(part));
  return Buffer.concat(
    parts.flatMap((part) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(part.length);
      return [length, part];
    }),
  );
}

const around = [0, 1, 2]
  .flatMap((n) => [-1, 0, 1].map((more) => n * fileChunkBytes + more))
  .filter((n) => n >= 0);

describe('a sealed file', () => {
  it.each(around)('of %i bytes is what the specification says, whatever pieces it came in', (length) => {
    const plain = bytesOf(length);
    for (const step of [1 + (length >> 3), 16384, 100_000]) {
      const { head, body } = sealed(plain, step);
      expect(
        Buffer.from(concat(head, body)).equals(naive(plain, head.subarray(0, 24), contextOf(address))),
      ).toBe(true);
      expect(opened({ head, body })).toStrictEqual(plain);
    }
  });

  it('opens in pieces of whole chunks', () => {
    const plain = bytesOf(5 * fileChunkBytes + 7);
    const { head, body } = sealed(plain);
    const opener = openFile(key, { address, head }, nodeCrypto);
    const out = [];
    for (let from = 0; from < body.length; from += 2 * sealedFileChunkBytes)
      out.push(opener?.push(body.subarray(from, from + 2 * sealedFileChunkBytes)) ?? bytesOf(0));
    expect(concat(...out)).toStrictEqual(plain);
    expect(opener?.ended()).toBe(true);
  });

  it('does not open at another address, under another key or with another head', () => {
    const whole = sealed(bytesOf(100));
    const others: FileAddress[] = [
      { ...address, service: 'p', subject: 's' },
      { ...address, subject: 'q' },
      { ...address, file: 'g' },
      { ...address, version: 2 },
      { ...address, service: 'sp', subject: '' },
    ];
    for (const other of others) expect(opened(whole, other)).toBeUndefined();
    expect(opened(whole, address, bytesOf(32))).toBeUndefined();
    expect(opened({ ...whole, head: sealed(bytesOf(100)).head })).toBeUndefined();
    expect(opened({ ...whole, head: whole.head.subarray(1) })).toBeUndefined();
  });

  it('is refused cut short, at every boundary and anywhere else', () => {
    const plain = bytesOf(3 * fileChunkBytes + 50);
    const { head, body } = sealed(plain);
    const cuts = [0, 1, 2, 3].flatMap((n) => [-1, 0, 1, 16].map((more) => n * sealedFileChunkBytes + more));
    for (const cut of cuts.filter((n) => n >= 0 && n < body.length))
      expect(opened({ head, body: body.subarray(0, cut) }), String(cut)).toBeUndefined();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: body.length - 1 }), (cut) => {
        expect(opened({ head, body: body.subarray(0, cut) })).toBeUndefined();
      }),
      { numRuns: 40 },
    );
  });

  it('is refused with a chunk moved, left out, doubled, taken from another file or edited', () => {
    const plain = bytesOf(3 * fileChunkBytes + 50);
    const whole = sealed(plain);
    const { head } = whole;
    const chunksOf = ({ body }: { body: Uint8Array }) =>
      [0, 1, 2, 3].map((n) => body.subarray(n * sealedFileChunkBytes, (n + 1) * sealedFileChunkBytes));
    const [a, b, c, d] = chunksOf(whole) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
    const [, other] = chunksOf(sealed(plain)) as [Uint8Array, Uint8Array];
    const wrong = [
      [b, a, c, d],
      [a, c, b, d],
      [a, b, d],
      [a, b, c, c, d],
      [a, b, c, d, d],
      [a, other, c, d],
    ];
    for (const chunks of [...wrong, [d], [a, b, c], [a, b, c, d, a]])
      expect(opened({ head, body: concat(...chunks) })).toBeUndefined();
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: whole.body.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (at, bits) => {
          const body = whole.body.slice();
          body[at] = (body[at] as number) ^ bits;
          expect(opened({ head, body })).toBeUndefined();
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is never taken for one whatever bytes come', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.uint8Array({ maxLength: 40_000 }), (head, body) => {
        expect(opened({ head, body })).toBeUndefined();
        const { head: good } = sealed(new Uint8Array(3));
        expect(opened({ head: good, body })).toBeUndefined();
      }),
      { numRuns: 60 },
    );
    expect(fileHeadBytes).toBe(56);
  });
});
