import { assert, type Crypto, concat, utf8 } from '../base/index.ts';
import { hasMagic, keyBytes, subkey, tagBytes } from './envelope.ts';
import { framed, readUint32, uint32 } from './framing.ts';

const magic = 'KST1';
const saltBytes = 16;

/** Length of what a sealed stream begins with. */
export const streamHeadBytes = magic.length + saltBytes;

/** Most plaintext a chunk of a stream holds. */
export const streamChunkBytes = 65_536;

/** Most bytes a sealed chunk takes. */
export const sealedChunkBytes = streamChunkBytes + tagBytes;

/**
 * What a stream is sealed with: a key of its own and a count of chunks.
 *
 * The nonce of a chunk is its number and whether it is the last: chunks that are left out, doubled, moved or
 * cut off at the end do not open, and nonces never repeat under a key that no other stream has.
 * @source Hoang, Reyhanitabar, Rogaway, Vizár: Online Authenticated-Encryption and its Nonce-Reuse
 * Misuse-Resistance, 2015 (STREAM)
 */
class Chunks {
  readonly #key: Uint8Array;
  readonly #associated: Uint8Array;
  #count = 0;
  #ended = false;

  constructor(key: Uint8Array, at: { context: string; head: Uint8Array }, crypto: Crypto) {
    assert(key.length === keyBytes, 'a key is 32 bytes');
    this.#key = subkey(key, ['kepil/stream/v1', at.context, at.head.subarray(magic.length)], crypto);
    this.#associated = framed(at.head, at.context);
  }

  next(last: boolean): { key: Uint8Array; nonce: Uint8Array; associated: Uint8Array } {
    assert(!this.#ended, 'nothing comes after the last chunk of a stream');
    const nonce = concat(new Uint8Array(7), uint32(this.#count), Uint8Array.of(last ? 1 : 0));
    this.#count += 1;
    this.#ended = last;
    return { key: this.#key, nonce, associated: this.#associated };
  }
}

/** Seals a stream chunk by chunk. */
export interface StreamSealer {
  /** What the stream begins with. */
  readonly head: Uint8Array;
  /** Seals the next chunk, of `streamChunkBytes` at most; the stream ends with its last. */
  seal(chunk: Uint8Array, last: boolean): Uint8Array;
}

/** Begins a stream under `key` (32 bytes) for one context, which is not stored. */
export function sealStream(key: Uint8Array, context: string, crypto: Crypto): StreamSealer {
  const head = concat(utf8(magic), crypto.random(saltBytes));
  const chunks = new Chunks(key, { context, head }, crypto);
  return {
    head,
    seal(chunk, last) {
      assert(chunk.length <= streamChunkBytes, 'a chunk of a stream is no longer than 64 KiB');
      const { key: under, nonce, associated } = chunks.next(last);
      const sealed = crypto.seal(under, nonce, chunk, associated);
      return concat(uint32(sealed.length), sealed);
    },
  };
}

/** Opens a stream chunk by chunk. */
export interface StreamOpener {
  /** Opens the next chunk (without its length); undefined when it is not the one that belongs here. */
  open(sealed: Uint8Array, last: boolean): Uint8Array | undefined;
}

/**
 * Begins to open what `sealStream` made.
 * @returns undefined when `head` is none
 */
export function openStream(
  key: Uint8Array,
  at: { context: string; head: Uint8Array },
  crypto: Crypto,
): StreamOpener | undefined {
  if (at.head.length !== streamHeadBytes || !hasMagic(at.head, magic)) return undefined;
  const chunks = new Chunks(key, at, crypto);
  return {
    open(sealed, last) {
      if (sealed.length < tagBytes) return undefined;
      const { key: under, nonce, associated } = chunks.next(last);
      return crypto.open(under, nonce, sealed, associated);
    },
  };
}

/** Length of the sealed chunk that follows, from its first four bytes; undefined when no chunk is as long. */
export function chunkLength(bytes: Uint8Array): number | undefined {
  if (bytes.length !== 4) return undefined;
  const length = readUint32(bytes, 0);
  return length >= tagBytes && length <= sealedChunkBytes ? length : undefined;
}
