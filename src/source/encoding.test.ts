import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from './encoding.ts';

const russian = 'Оператор собирает имя, фамилию и адрес электронной почты.\r\n2. Срок хранения — один год.';
const kazakh = 'Оператор аты-жөніңізді, телефон нөміріңізді жинайды.';

const utf16 = (text: string, little: boolean, mark: boolean) => {
  const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');
  return little ? bytes : bytes.swap16();
};

/** Windows-1251 of Russian letters and ASCII, written from the code page's table. */
const windows1251 = (text: string) =>
  Uint8Array.from([...text], (sign) => {
    const code = sign.codePointAt(0) as number;
    if (code < 128) return code;
    if (sign === '—') return 0x97;
    if (sign === 'ё') return 0xb8;
    return code - 0x410 + 0xc0;
  });

describe('decode', () => {
  it.each([
    ['UTF-8', Buffer.from(kazakh), 'utf-8', kazakh],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${kazakh}`), 'utf-8', kazakh],
    ['UTF-16 LE with a mark', utf16(kazakh, true, true), 'utf-16le', kazakh],
    ['UTF-16 BE with a mark', utf16(kazakh, false, true), 'utf-16be', kazakh],
    ['UTF-16 LE without one', utf16(russian, true, false), 'utf-16le', russian],
    ['UTF-16 BE without one', utf16(russian, false, false), 'utf-16be', russian],
    ['windows-1251', windows1251(russian), 'windows-1251', russian],
  ])('reads %s', (_, bytes, ...[encoding, text]) => {
    expect(decode(bytes)).toEqual({ text, encoding });
  });

  it('believes a declared charset only where the bytes are no UTF-8', () => {
    const koi8 = Uint8Array.from([0xd0, 0xcf, 0xcc, 0xc9, 0xd4, 0xc9, 0xcb, 0xc1]);
    expect(decode(koi8, 'koi8-r')?.text).toBe('политика');
    expect(decode(Buffer.from('политика'), 'koi8-r')?.text).toBe('политика');
    expect(decode(windows1251(russian), 'no-such-charset')?.text).toBe(russian);
  });

  it.each([
    ['nothing but control characters', Uint8Array.from({ length: 64 }, (_, at) => at % 8)],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 73, 72])],
    ['bytes of no language', Uint8Array.from({ length: 200 }, (_, at) => 128 + ((at * 37) % 128))],
  ])('refuses %s', (_, bytes) => {
    expect(decode(bytes)).toBeUndefined();
  });

  it('never throws, whatever the bytes', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.option(fc.string()), (bytes, declared) => {
        const decoded = decode(bytes, declared ?? undefined);
        expect(decoded === undefined || typeof decoded.text === 'string').toBe(true);
      }),
    ));
});
