import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../keys/index.ts';
import { formatKey, newKeySecret, parseKey } from './key-text.ts';

const { hash, random } = nodeCrypto;
const id = '0192f0c1-2a00-7000-8000-0000000000a1';

describe('the text of an API key', () => {
  it('is what docs/formats/api-key.md says', () => {
    const text = formatKey({ id, secret: 'A'.repeat(43) }, hash);
    expect(text).toBe(`kepil_${id}_${'A'.repeat(43)}bG8kUH`);
    expect(text).toMatch(/^kepil_[0-9a-f-]{36}_[0-9A-Za-z]{49}$/);
  });

  it('is taken apart into what it was made of', () => {
    for (let n = 0; n < 50; n++) {
      const secret = newKeySecret(random);
      expect(parseKey(formatKey({ id, secret }, hash), hash)).toEqual({ id, secret });
    }
  });

  it('is not taken when one character differs, or it was cut', () => {
    const text = formatKey({ id, secret: newKeySecret(random) }, hash);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom(...'0aZ_-'), (at, other) => {
        const changed = `${text.slice(0, at)}${other}${text.slice(at + 1)}`;
        if (changed !== text) expect(parseKey(changed, hash)).toBeUndefined();
      }),
    );
    for (let kept = 0; kept < text.length; kept++) {
      const cut = parseKey(text.slice(0, kept), hash);
      if (kept !== text.length - 6) expect(cut, String(kept)).toBeUndefined();
    }
  });

  it('of a key from before, without a check, is still taken', () => {
    const secret = randomBytes(32).toString('base64url');
    expect(parseKey(`kepil_${id}_${secret}`, hash)).toEqual({ id, secret });
  });

  it('draws every digit about as often', () => {
    const counts = new Map<string, number>();
    for (let n = 0; n < 400; n++)
      for (const digit of newKeySecret(random)) counts.set(digit, (counts.get(digit) ?? 0) + 1);
    expect(counts.size).toBe(62);
    // 17 200 digits, 277 of each on average; 6 standard deviations are 100.
    for (const count of counts.values()) expect(Math.abs(count - 277)).toBeLessThan(100);
  });
});
