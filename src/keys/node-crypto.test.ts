import { describe, expect, it } from 'vitest';
import { concat, fromHex, hexOf, utf8 } from '../base/index.ts';
import { nodeCrypto } from './index.ts';
import { signingKeyOf } from './node-crypto.ts';

const hex = (text: string) => fromHex(text) ?? expect.fail(text);

describe('primitives', () => {
  it('hash as FIPS 180-4 says', () => {
    expect(hexOf(nodeCrypto.hash(utf8('abc')))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('authenticate as RFC 4231 case 2 says', () => {
    const mac = nodeCrypto.hmac(utf8('Jefe'), utf8('what do ya want for nothing?'));
    expect(hexOf(mac)).toBe('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843');
  });

  it('seal as test case 14 of the GCM specification says', () => {
    const [key, nonce, plain] = [new Uint8Array(32), new Uint8Array(12), new Uint8Array(16)];
    const sealed = nodeCrypto.seal(key, nonce, plain, new Uint8Array(0));
    expect(hexOf(sealed)).toBe('cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919');
    expect(nodeCrypto.open(key, nonce, sealed, new Uint8Array(0))).toEqual(plain);
  });

  it('open nothing under another key, nonce or associated data, nor a shortened tag', () => {
    const key = nodeCrypto.random(32);
    const nonce = nodeCrypto.random(12);
    const sealed = nodeCrypto.seal(key, nonce, utf8('text'), utf8('here'));
    expect(nodeCrypto.open(nodeCrypto.random(32), nonce, sealed, utf8('here'))).toBeUndefined();
    expect(nodeCrypto.open(key, nodeCrypto.random(12), sealed, utf8('here'))).toBeUndefined();
    expect(nodeCrypto.open(key, nonce, sealed, utf8('there'))).toBeUndefined();
    expect(nodeCrypto.open(key, nonce, sealed.slice(0, -1), utf8('here'))).toBeUndefined();
    expect(nodeCrypto.open(key, nonce, new Uint8Array(3), utf8('here'))).toBeUndefined();
    expect(() => nodeCrypto.seal(key.slice(1), nonce, sealed, sealed)).toThrow('32 bytes');
  });

  it('sign as RFC 8032 §7.1 test 2 says', () => {
    const key = signingKeyOf(hex('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb'));
    expect(hexOf(key.publicKey)).toBe('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
    const signature = nodeCrypto.sign(key, hex('72'));
    const halves = [hexOf(signature.slice(0, 32)), hexOf(signature.slice(32))];
    expect(halves[0]).toBe('92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da');
    expect(halves[1]).toBe('085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00');
    expect(nodeCrypto.verify(key.publicKey, hex('72'), signature)).toBe(true);
    expect(nodeCrypto.verify(key.publicKey, hex('73'), signature)).toBe(false);
  });

  it('verify nothing malformed, and never throw for it', () => {
    const key = nodeCrypto.newSigningKey();
    const signature = nodeCrypto.sign(key, utf8('text'));
    expect(nodeCrypto.verify(key.publicKey, utf8('text'), signature)).toBe(true);
    expect(nodeCrypto.verify(key.publicKey, utf8('text'), signature.slice(1))).toBe(false);
    expect(nodeCrypto.verify(key.publicKey.slice(1), utf8('text'), signature)).toBe(false);
    expect(nodeCrypto.verify(new Uint8Array(32).fill(0xff), utf8('text'), signature)).toBe(false);
  });

  it('draw other bytes every time', () => {
    expect(hexOf(concat(nodeCrypto.random(16)))).not.toBe(hexOf(nodeCrypto.random(16)));
    expect(nodeCrypto.random(12)).toHaveLength(12);
  });
});
