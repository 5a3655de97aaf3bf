import { assert, type Crypto, concat, equalBytes, utf8 } from '../base/index.ts';
import { keyBytes, nonceBytes, tagBytes } from './envelope.ts';
import { framed } from './framing.ts';

/** Plaintext bytes of every chunk of a sealed file but the last, which is shorter and may be empty. */
export const fileChunkBytes = 16_384;

/** Bytes of a whole sealed chunk. */
export const sealedFileChunkBytes = fileChunkBytes + tagBytes;

const saltBytes = 24;
const commitmentBytes = 32;

/** What a sealed file begins with: salt and commitment to the key. */
export const fileHeadBytes = saltBytes + commitmentBytes;

/** Chunks of one file at most. */
const mostChunks = 2 ** 38;

/** Where a sealed file belongs; all of it is bound into its keys, so that it opens nowhere else. */
export interface FileAddress {
  readonly service: string;
  readonly subject: string;
  readonly file: string;
  /** Counts from 1. */
  readonly version: number;
}

const contextOf = ({ service, subject, file, version }: FileAddress) =>
  framed('kepil/file/v1', service, subject, file, String(version));

/** HKDF-Expand with SHA-256. @source RFC 5869 §2.3 */
function expand(key: Uint8Array, what: { info: Uint8Array; length: number }, crypto: Crypto): Uint8Array {
  const blocks: Uint8Array[] = [];
  for (let n = 1; (n - 1) * 32 < what.length; n++)
    blocks.push(crypto.hmac(key, concat(blocks.at(-1) ?? new Uint8Array(0), what.info, Uint8Array.of(n))));
  return concat(...blocks).subarray(0, what.length);
}

interface Derived {
  readonly key: Uint8Array;
  readonly baseNonce: Uint8Array;
  readonly commitment: Uint8Array;
}

const suite = utf8('c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\u0000');

function derive(key: Uint8Array, at: { salt: Uint8Array; address: FileAddress }, crypto: Crypto): Derived {
  assert(key.length === keyBytes, 'a key is 32 bytes');
  const info = concat(suite, at.salt, contextOf(at.address));
  const made = expand(key, { info, length: keyBytes + nonceBytes + commitmentBytes }, crypto);
  return {
    key: made.subarray(0, keyBytes),
    baseNonce: made.subarray(keyBytes, keyBytes + nonceBytes),
    commitment: made.subarray(keyBytes + nonceBytes),
  };
}

/** The base nonce XOR the number of the chunk, big-endian in its last five bytes. */
function nonceOf({ baseNonce }: Derived, chunk: number): Uint8Array {
  assert(chunk < mostChunks, 'a file has fewer than 2³⁸ chunks');
  const nonce = baseNonce.slice();
  for (let at = nonceBytes - 1, left = chunk; left > 0; at--, left = Math.floor(left / 256))
    nonce[at] = (nonce[at] as number) ^ (left % 256);
  return nonce;
}

const nothing = new Uint8Array(0);

/** Seals a file as it comes; `head` and what `push` and `end` return are the sealed file, in this order. */
export interface FileSealer {
  readonly head: Uint8Array;
  /** Whole sealed chunks of what has come so far; less than a chunk stays in memory. */
  push(bytes: Uint8Array): Uint8Array;
  /** The last chunk. Nothing may come after it. */
  end(): Uint8Array;
}

/**
 * Begins to seal a file under `key`: 32 random bytes that seal this file alone, which are to be kept wrapped.
 *
 * The message is cut into chunks of 16 KiB, the last one shorter; the nonce of each is its number, and a
 * commitment to key and address stands in front. Chunks that are left out, doubled, moved, edited or cut off
 * do not open, nor does a file at another address.
 * @source C2SP chunked-encryption v1, with SHA-256 and AEAD_AES_256_GCM
 */
export function sealFile(key: Uint8Array, address: FileAddress, crypto: Crypto): FileSealer {
  const salt = crypto.random(saltBytes);
  const derived = derive(key, { salt, address }, crypto);
  let waiting = nothing;
  let count = 0;
  let ended = false;
  const seal = (chunk: Uint8Array) => {
    const sealed = crypto.seal(derived.key, nonceOf(derived, count), chunk, nothing);
    count += 1;
    return sealed;
  };
  return {
    head: concat(salt, derived.commitment),
    push(bytes) {
      assert(!ended, 'nothing comes after the last chunk of a file');
      const all = waiting.length === 0 ? bytes : concat(waiting, bytes);
      const whole = all.length - (all.length % fileChunkBytes);
      const sealed: Uint8Array[] = [];
      for (let at = 0; at < whole; at += fileChunkBytes)
        sealed.push(seal(all.subarray(at, at + fileChunkBytes)));
      waiting = all.slice(whole);
      return concat(...sealed);
    },
    end() {
      assert(!ended, 'nothing comes after the last chunk of a file');
      ended = true;
      return seal(waiting);
    },
  };
}

/** Opens a sealed file as it comes. */
export interface FileOpener {
  /**
   * The plaintext of whole chunks, of which `sealed` may hold any number; one that is shorter is the last.
   * @returns undefined when one of them is not the one that belongs here, or comes after the last
   */
  push(sealed: Uint8Array): Uint8Array | undefined;
  /** Whether the last chunk has come: before that the file is cut short. */
  ended(): boolean;
}

/**
 * Begins to open what `sealFile` made.
 * @returns undefined when the head is not of this key and address
 */
export function openFile(
  key: Uint8Array,
  at: { address: FileAddress; head: Uint8Array },
  crypto: Crypto,
): FileOpener | undefined {
  const { address, head } = at;
  if (head.length !== fileHeadBytes) return undefined;
  const derived = derive(key, { salt: head.subarray(0, saltBytes), address }, crypto);
  if (!equalBytes(derived.commitment, head.subarray(saltBytes))) return undefined;
  let count = 0;
  let ended = false;
  const open = (sealed: Uint8Array) => {
    if (ended || sealed.length < tagBytes) return undefined;
    const chunk = crypto.open(derived.key, nonceOf(derived, count), sealed, nothing);
    count += 1;
    ended = sealed.length < sealedFileChunkBytes;
    return chunk;
  };
  return {
    push(sealed) {
      const chunks: Uint8Array[] = [];
      for (let from = 0; from < sealed.length; from += sealedFileChunkBytes) {
        const chunk = open(sealed.subarray(from, from + sealedFileChunkBytes));
        if (!chunk) return undefined;
        chunks.push(chunk);
      }
      return concat(...chunks);
    },
    ended: () => ended,
  };
}
