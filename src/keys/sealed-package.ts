import {
  constants,
  createCipheriv,
  createHash,
  createPublicKey,
  type KeyObject,
  pbkdf2,
  publicEncrypt,
  randomBytes,
} from 'node:crypto';
import { promisify } from 'node:util';
import { base64UrlOf, concat, utf8 } from '../base/index.ts';

/** A package as it leaves: nobody but the holder of the passphrase or of the private key opens it. */
interface SealedPackage {
  /** JWE in compact form. */
  readonly text: string;
  /** SHA-256 of the text, hexadecimal. */
  readonly sha256: string;
  /** Made for this package and kept nowhere; absent when a public key was given. */
  readonly passphrase?: string;
}

const iterations = 10_000;
const shortestRsa = 2048;

/**
 * The key of a recipient: RSA of 2048 bits or more, in PEM (SPKI).
 *
 * @returns undefined for anything else, a private key above all
 */
function recipientKeyOf(pem: string): KeyObject | undefined {
  if (!/^-----BEGIN PUBLIC KEY-----\s/.test(pem.trim()) || pem.includes('PRIVATE')) return undefined;
  try {
    const key = createPublicKey({ key: pem, format: 'pem', type: 'spki' });
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
    return key.asymmetricKeyType === 'rsa' && bits >= shortestRsa ? key : undefined;
  } catch {
    // What is no key at all is no key of a recipient either.
    return undefined;
  }
}

const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** 28 letters in groups of four, 138 bits: none that reads like another. */
function newPassphrase(): string {
  const out: string[] = [];
  while (out.length < 28) {
    for (const byte of randomBytes(32)) {
      // Above the last whole multiple some letters would come more often than others.
      if (byte < 248 && out.length < 28) out.push(letters.charAt(byte % letters.length));
    }
  }
  return out.join('').replaceAll(/(.{4})(?=.)/g, '$1-');
}

interface Wrapped {
  readonly header: Readonly<Record<string, unknown>>;
  readonly wrapped: Uint8Array;
  readonly passphrase?: string;
}

async function wrapByPassphrase(contentKey: Uint8Array): Promise<Wrapped> {
  const passphrase = newPassphrase();
  const alg = 'PBES2-HS512+A256KW';
  const salt = randomBytes(16);
  const salted = concat(utf8(`${alg}\u0000`), salt);
  const under = await promisify(pbkdf2)(passphrase, salted, iterations, 32, 'sha512');
  const wrap = createCipheriv('id-aes256-wrap', under, Buffer.alloc(8, 0xa6));
  const wrapped = concat(wrap.update(contentKey), wrap.final());
  return { header: { alg, p2s: base64UrlOf(salt), p2c: iterations }, wrapped, passphrase };
}

function wrapByKey(contentKey: Uint8Array, key: KeyObject): Wrapped {
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  const wrapped = publicEncrypt({ key, padding, oaepHash: 'sha256' }, contentKey);
  return { header: { alg: 'RSA-OAEP-256' }, wrapped };
}

/**
 * Seals JSON for a recipient, so that any JOSE library opens it: under the recipient's public key, else
 * under a passphrase that is made here and returned once.
 *
 * @source RFC 7516 (JWE, compact), RFC 7518 §4.3, §4.8, §5.3
 * @returns undefined when `publicKey` is no RSA public key of 2048 bits or more
 */
async function sealPackage(json: string, publicKey?: string): Promise<SealedPackage | undefined> {
  const key = publicKey === undefined ? undefined : recipientKeyOf(publicKey);
  if (publicKey !== undefined && !key) return undefined;
  const contentKey = randomBytes(32);
  const { header, wrapped, passphrase } = key
    ? wrapByKey(contentKey, key)
    : await wrapByPassphrase(contentKey);
  const head = base64UrlOf(utf8(JSON.stringify({ ...header, enc: 'A256GCM', cty: 'application/json' })));
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', contentKey, nonce).setAAD(utf8(head));
  const sealed = concat(cipher.update(utf8(json)), cipher.final());
  const parts = [wrapped, nonce, sealed, cipher.getAuthTag()].map(base64UrlOf);
  const text = [head, ...parts].join('.');
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { text, sha256, ...(passphrase !== undefined && { passphrase }) };
}

/** Sealing of what is handed on, on Node's own primitives. */
export const packages = {
  seal: sealPackage,
  takesKey: (pem: string) => recipientKeyOf(pem) !== undefined,
};
