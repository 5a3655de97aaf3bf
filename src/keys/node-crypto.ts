import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  hash,
  type KeyObject,
  randomBytes,
  randomFillSync,
  sign,
  verify,
} from 'node:crypto';
import { assert, type Crypto, concat, fromHex, type SigningKey } from '../base/index.ts';

const cipher = 'aes-256-gcm';
const tagBytes = 16;

/**
 * DER before the 32 raw bytes of an Ed25519 private key (PKCS #8) and public key (SPKI).
 * @source RFC 8410 §7, §4
 */
const privateHead = fromHex('302e020100300506032b657004220420') as Uint8Array;
const publicHead = fromHex('302a300506032b6570032100') as Uint8Array;

function privateKeyOf(seed: Uint8Array): KeyObject {
  assert(seed.length === 32, 'an Ed25519 seed is 32 bytes');
  return createPrivateKey({ key: Buffer.from(concat(privateHead, seed)), format: 'der', type: 'pkcs8' });
}

function publicKeyOf(raw: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.from(concat(publicHead, raw)), format: 'der', type: 'spki' });
}

function rawPublicKey(key: KeyObject): Uint8Array {
  return new Uint8Array(
    createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(publicHead.length),
  );
}

/** The signing key of a 32-byte seed. @source RFC 8032 §5.1.5 */
export function signingKeyOf(seed: Uint8Array): SigningKey {
  return { seed, publicKey: rawPublicKey(privateKeyOf(seed)) };
}

function openGcm(parts: { key: Uint8Array; nonce: Uint8Array; sealed: Uint8Array; associated: Uint8Array }) {
  const end = parts.sealed.length - tagBytes;
  if (end < 0) return undefined;
  const decipher = createDecipheriv(cipher, parts.key, parts.nonce, { authTagLength: tagBytes });
  decipher.setAAD(parts.associated).setAuthTag(parts.sealed.subarray(end));
  const plain = decipher.update(parts.sealed.subarray(0, end));
  try {
    // Of a stream cipher nothing is left to the end but the comparison of the tag.
    decipher.final();
    return new Uint8Array(plain.buffer, plain.byteOffset, plain.length);
  } catch {
    // `final` throws when the tag does not fit: the answer is «does not belong together», not a failure.
    return undefined;
  }
}

/** SHA-256; Node gives a short text in a third of the time of a buffer. */
function sha256(bytes: Uint8Array): Uint8Array {
  const digest = hash('sha256', bytes, 'binary');
  const out = new Uint8Array(digest.length);
  for (let at = 0; at < out.length; at++) out[at] = digest.charCodeAt(at);
  return out;
}

const blockBytes = 64;
/** Longer messages, of which there are few, and longer keys go to Node's own. */
const shortMessage = 1024;
const innerBlock = new Uint8Array(blockBytes + shortMessage);
const outerBlock = new Uint8Array(blockBytes + 32);

/**
 * HMAC-SHA-256 by its definition: two digests take Node less than an object for one, and leave it nothing to
 * clear away.
 *
 * INVARIANT: nothing of a key stays in the blocks.
 * @source RFC 2104 §2
 */
function hmac(key: Uint8Array, message: Uint8Array): Uint8Array {
  if (key.length > blockBytes || message.length > shortMessage)
    return new Uint8Array(createHmac('sha256', key).update(message).digest());
  for (let at = 0; at < blockBytes; at++) {
    const byte = key[at] ?? 0;
    innerBlock[at] = byte ^ 0x36;
    outerBlock[at] = byte ^ 0x5c;
  }
  innerBlock.set(message, blockBytes);
  hashInto(innerBlock.subarray(0, blockBytes + message.length), outerBlock, blockBytes);
  const mac = new Uint8Array(32);
  hashInto(outerBlock, mac, 0);
  innerBlock.fill(0, 0, blockBytes);
  outerBlock.fill(0);
  return mac;
}

/** Chance for nonces, ids and keys is drawn for many at once: each call to the system costs more than it. */
const drawn = new Uint8Array(4096);
let used = drawn.length;

/** INVARIANT: no byte is handed out twice, and none stays here once it was. */
function chance(length: number): Uint8Array {
  if (length > 64) return new Uint8Array(randomBytes(length));
  if (used + length > drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  const bytes = drawn.slice(used, used + length);
  drawn.fill(0, used, used + length);
  used += length;
  return bytes;
}

/**
 * The primitives of pure rooms on `node:crypto`: SHA-256, HMAC-SHA-256, AES-256-GCM, Ed25519, the system's
 * randomness.
 *
 * Comparisons of tags and signatures happen inside OpenSSL in constant time.
 * @throws Bug for keys and nonces of wrong length
 */
export const nodeCrypto: Crypto = {
  hash: sha256,
  hashing() {
    const sum = createHash('sha256');
    return { update: (bytes) => void sum.update(bytes), digest: () => new Uint8Array(sum.digest()) };
  },
  random: chance,
  hmac,
  seal(key, nonce, plaintext, associated) {
    assert(key.length === 32 && nonce.length === 12, 'a key is 32 bytes and a nonce 12');
    const sealing = createCipheriv(cipher, key, nonce, { authTagLength: tagBytes });
    sealing.setAAD(associated);
    return concat(sealing.update(plaintext), sealing.final(), sealing.getAuthTag());
  },
  open(key, nonce, sealed, associated) {
    assert(key.length === 32 && nonce.length === 12, 'a key is 32 bytes and a nonce 12');
    return openGcm({ key, nonce, sealed, associated });
  },
  newSigningKey: () => signingKeyOf(new Uint8Array(randomBytes(32))),
  sign: (key, message) => new Uint8Array(sign(null, message, privateKeyOf(key.seed))),
  verify(publicKey, message, signature) {
    if (publicKey.length !== 32 || signature.length !== 64) return false;
    try {
      return verify(null, message, publicKeyOf(publicKey), signature);
    } catch {
      return false;
    }
  },
};

/**
 * SHA-256 of `bytes` put into `out` at `at`: as `nodeCrypto.hash`, without a new array for each.
 * Several times quicker for short inputs, of which a log has millions.
 */
export function hashInto(bytes: Uint8Array, out: Uint8Array, at: number): void {
  // A text of Latin-1 is the one form in which Node hands over a digest without an object of its own.
  Buffer.prototype.latin1Write.call(out, hash('sha256', bytes, 'binary'), at);
}
