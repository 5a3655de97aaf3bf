import { describe, expect, it } from 'vitest';
import { utf8 } from '../base/index.ts';
import { appPasswords, base32Of, hotp } from './one-time-passwords.ts';

const secret = utf8('12345678901234567890');

describe('one-time passwords', () => {
  it('count as appendix D of RFC 4226 says', () => {
    const counted = Array.from({ length: 10 }, (_, counter) => hotp(secret, counter));
    expect(counted).toEqual([
      ...['755224', '287082', '359152', '969429', '338314'],
      ...['254676', '287922', '162583', '399871', '520489'],
    ]);
  });

  it.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('of second %i are those of appendix B of RFC 6238', (seconds, password) => {
    const step = appPasswords.stepAt(seconds * 1000);
    expect(hotp(secret, step, 8)).toBe(password);
    expect(appPasswords.at(secret, step)).toBe(password.slice(2));
  });

  it('change with the thirtieth second, not before', () => {
    expect(appPasswords.stepAt(29_999)).toBe(0);
    expect(appPasswords.stepAt(30_000)).toBe(1);
  });

  it.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('write %j as RFC 4648 §10 does, without padding', (text, written) => {
    expect(base32Of(utf8(text))).toBe(written);
  });
});
