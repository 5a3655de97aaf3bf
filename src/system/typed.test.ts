import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBlank, isCleanLine, isCleanText, isEmail, isPhone, kindOfAddress } from './typed.ts';

function check(test: (text: string) => boolean, wanted: boolean, texts: readonly string[]): void {
  expect(texts.filter((text) => test(text) !== wanted)).toEqual([]);
}

describe('what is typed', () => {
  it('can be stored in any script, with any sign that has a shape', () => {
    check(isCleanText, true, ['', 'Айгүл', 'a\nb', '👩🏽‍🚀', 'مرحبا', '𠮷', '<b>', 'e\u0301', '\u200e']);
    check(isCleanText, false, ['\0', 'a\tb', '\u001b[2J', '\u0085', '\u009b', '\ud800', 'x\udc00', '\ufffd']);
  });

  it('on one line has no second one', () => {
    check(isCleanLine, true, ['Алматы, дом 7', '']);
    check(isCleanLine, false, ['a\nb', '\n', 'a\r\nBcc: b']);
  });

  it('is blank when nothing of it can be seen', () => {
    check(isBlank, true, ['', ' \n\t', '\u00a0\u2003', '\u200b\u200d\u2060', '\u00ad', '\ufeff', '\u0301']);
    check(isBlank, false, ['a', '.', ' 0 ', '👍', 'ж', '\u0000', '\u0007']);
  });

  it('is an e-mail address when a message can go to it', () => {
    check(isEmail, true, [
      'a@b.kz',
      ' aigul.zhakypova@example.kz ',
      "o'neil+books@mail.example.com",
      'почта@пример.қаз',
      'a@xn--80ak6aa92e.kz',
      `${'x'.repeat(64)}@example.kz`,
    ]);
    check(isEmail, false, [
      'a',
      'a@',
      '@b.kz',
      'a@b',
      'a@b..kz',
      'a@.kz',
      'a@-b.kz',
      'a@b-.kz',
      'a b@c.kz',
      'a@@b.kz',
      'a@<b>.kz',
      '"a"@b.kz',
      'a,b@c.kz',
      'a@b.kz,c@d.kz',
      'a@b.kz?bcc=c@d.kz',
      'a@b.kz\nBcc: c@d.kz',
      'a\u200b@b.kz',
      'a@b\u202e.kz',
      'a@[127.0.0.1]',
      `${'x'.repeat(65)}@example.kz`,
      `a@${'x'.repeat(64)}.kz`,
      `a@${'b.'.repeat(130)}kz`,
    ]);
  });

  it('is a telephone number when it is one and nothing beside', () => {
    check(isPhone, true, [
      '+77010001122',
      '8 (701) 000-11-22',
      ' +7 701 000 11 22 ',
      '+7 701 000‑11‑22',
      '7010001122',
    ]);
    check(isPhone, false, [
      '',
      '+',
      '123',
      '+7701000112a',
      '+77010001122 x',
      '+77010001122,+77010003344',
      '+77010001122;ext=5',
      'tel:+77010001122',
      '<b>+77010001122',
      '++77010001122',
      '+7701000112233445566',
    ]);
  });

  it('is an address of one kind or of none', () => {
    expect(['a@b.kz', '+77010001122', 'a@b', ''].map(kindOfAddress)).toEqual([
      'email',
      'phone',
      undefined,
      undefined,
    ]);
  });

  it('is judged in time that grows with its length', () => {
    for (const text of [
      'a'.repeat(200_000),
      'a@'.repeat(100_000),
      'a@b.'.repeat(50_000),
      '+7 '.repeat(60_000),
    ]) {
      const from = performance.now();
      kindOfAddress(text);
      isBlank(text);
      expect(performance.now() - from, text.slice(0, 8)).toBeLessThan(1000);
    }
  });

  it('never makes the judgement throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const test of [isBlank, isCleanLine, isCleanText, isEmail, isPhone]) test(text);
      }),
    );
  });
});
