import {
  constants,
  createDecipheriv,
  createHash,
  generateKeyPairSync,
  type KeyObject,
  pbkdf2Sync,
  privateDecrypt,
} from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { packages } from './index.ts';

const json = JSON.stringify({ values: { full_name: 'Айгүл Жақыпова' } });
const bytes = (part = '') => Buffer.from(part, 'base64url');

/** Opens a package as RFC 7516 and RFC 7518 say, written from them alone. */
function open(text: string, by: { passphrase: string } | { key: KeyObject }): string {
  const [head = '', wrapped, nonce, sealed, tag] = text.split('.');
  const header = JSON.parse(bytes(head).toString('utf8')) as Record<string, string> & { p2c: number };
  expect(header).toMatchObject({ enc: 'A256GCM', cty: 'application/json' });
  const contentKey = 'key' in by ? byKey(bytes(wrapped), by.key) : byPassphrase(header, bytes(wrapped), by);
  const decipher = createDecipheriv('aes-256-gcm', contentKey, bytes(nonce));
  decipher.setAAD(Buffer.from(head, 'ascii')).setAuthTag(bytes(tag));
  return decipher.update(bytes(sealed), undefined, 'utf8') + decipher.final('utf8');
}

function byKey(wrapped: Buffer, key: KeyObject): Buffer {
  return privateDecrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }, wrapped);
}

function byPassphrase(
  header: Record<string, string> & { p2c: number },
  wrapped: Buffer,
  { passphrase }: { passphrase: string },
): Buffer {
  expect(header.alg).toBe('PBES2-HS512+A256KW');
  const salt = Buffer.concat([Buffer.from('PBES2-HS512+A256KW\0', 'utf8'), bytes(header.p2s)]);
  const under = pbkdf2Sync(passphrase, salt, header.p2c, 32, 'sha512');
  const unwrap = createDecipheriv('id-aes256-wrap', under, Buffer.alloc(8, 0xa6));
  return Buffer.concat([unwrap.update(wrapped), unwrap.final()]);
}

describe('a sealed package', () => {
  it('opens with its passphrase, which is another one each time, and with no other', async () => {
    const one = await packages.seal(json);
    const two = await packages.seal(json);
    expect(one?.passphrase).toMatch(/^([A-HJKMNP-Z2-9]{4}-){6}[A-HJKMNP-Z2-9]{4}$/);
    expect(one?.passphrase).not.toBe(two?.passphrase);
    expect(open(one?.text ?? '', { passphrase: one?.passphrase ?? '' })).toBe(json);
    expect(() => open(one?.text ?? '', { passphrase: two?.passphrase ?? '' })).toThrow();
    expect(one?.sha256).toBe(
      createHash('sha256')
        .update(one?.text ?? '')
        .digest('hex'),
    );
    expect(one?.text).not.toContain('full_name');
  });

  it('opens with the private key of whom it was sealed for, and does not open changed', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = publicKey.export({ format: 'pem', type: 'spki' }).toString();
    const made = await packages.seal(json, pem);
    expect(made?.passphrase).toBe(undefined);
    const text = made?.text ?? '';
    expect(open(text, { key: privateKey })).toBe(json);
    const parts = text.split('.');
    for (const at of [0, 2, 3, 4]) {
      const changed = bytes(parts[at]);
      changed[5] = (changed[5] ?? 0) ^ 1;
      const broken = parts.with(at, changed.toString('base64url')).join('.');
      expect(() => open(broken, { key: privateKey }), `part ${at}`).toThrow();
    }
  });

  it('is sealed for no key that is too short, of another kind, private or none', async () => {
    const short = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const curve = generateKeyPairSync('ed25519');
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pems = [
      short.publicKey.export({ format: 'pem', type: 'spki' }),
      curve.publicKey.export({ format: 'pem', type: 'spki' }),
      privateKey.export({ format: 'pem', type: 'pkcs8' }),
      '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----',
      'ключ',
      '',
    ].map(String);
    for (const pem of pems) {
      expect(packages.takesKey(pem)).toBe(false);
      expect(await packages.seal(json, pem)).toBe(undefined);
    }
  });
});
