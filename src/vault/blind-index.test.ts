import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hexOf } from '../base/index.ts';
import { nodeCrypto } from '../keys/index.ts';
import { blindDigest, type IndexedField, type MaskedInput, maskValue, normalise } from './index.ts';

const rows: readonly [IndexedField, string, string][] = [
  ['email', '  Aruzhan.Testova@Example.KZ ', 'aruzhan.testova@example.kz'],
  ['email', 'e\u0301@example.kz', 'é@example.kz'],
  ['phone', '8 (701) 123-45-67', '+77011234567'],
  ['phone', '+7 701 123 45 67', '+77011234567'],
  ['phone', '77011234567', '+77011234567'],
  ['phone', '7011234567', '+77011234567'],
  ['phone', '87011234567', '+77011234567'],
  ['phone', '+996 555 123 456', '+996555123456'],
  ['phone', '８７０１１２３４５６７', '+77011234567'],
  ['phone', '12', '12'],
  ['phone', 'none', ''],
  ['iin', '850515 100013', '850515100013'],
  ['name', '  Тестова   Алёна\u00a0Ивановна ', 'тестова алена ивановна'],
  ['name', 'И\u0306ОГА', 'йога'],
  ['name', 'Әсел ТЕСТ', 'әсел тест'],
];

describe('a normalised value', () => {
  for (const [field, written, normal] of rows) {
    it(`of ${field} «${written}» is «${normal}»`, () => {
      expect(normalise(field, written)).toBe(normal);
    });
  }

  it('stays as it is when normalised again', () => {
    const field = fc.constantFrom<IndexedField>('email', 'iin', 'name');
    fc.assert(
      fc.property(field, fc.string({ unit: 'grapheme' }), (kind, text) => {
        const once = normalise(kind, text);
        expect(normalise(kind, once)).toBe(once);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 7_000_000_000, max: 7_799_999_999 }), (n) => {
        const once = normalise('phone', `8${n}`);
        expect([once, normalise('phone', once)]).toEqual([`+7${n}`, `+7${n}`]);
      }),
    );
  });
});

describe('a blind digest', () => {
  const key = new Uint8Array(32).fill(1);
  const digest = (field: string, value: string, under = key) =>
    hexOf(blindDigest(under, field, value, nodeCrypto));

  it('is 16 bytes and the same for the same value', () => {
    expect(digest('email', 'a@example.kz')).toMatch(/^[0-9a-f]{32}$/);
    expect(digest('email', 'a@example.kz')).toBe(digest('email', 'a@example.kz', key.slice()));
  });

  it('differs by key, field, value and where one ends and the other begins', () => {
    const all = [
      digest('email', 'a@example.kz'),
      digest('email', 'a@example.kz', new Uint8Array(32).fill(2)),
      digest('phone', 'a@example.kz'),
      digest('email', 'b@example.kz'),
      digest('emaila', '@example.kz'),
    ];
    expect(new Set(all).size).toBe(all.length);
  });
});

const masks: readonly [MaskedInput, string, string][] = [
  ['email', 'aruzhan@mail.kz', 'a•••@mail.kz'],
  ['email', 'ab@mail.kz', '•••@mail.kz'],
  ['email', 'nonsense', '•••'],
  ['phone', '+77011231234', '+7 ••• ••• 12 34'],
  ['phone', '+996555123456', '+996 ••• ••• 34 56'],
  ['phone', '112', '•••'],
  ['iin', '850515100013', '••••0013'],
  ['iin', '0013', '•••'],
  ['date', '1985-05-12', '12.••.••••'],
  ['date', 'nonsense', '••.••.••••'],
  ['number', '42', '•••'],
  ['none', 'anything', '•••'],
  ['text', 'Аружан', 'А•••'],
  ['text', 'Ян', '•••'],
  ['text', '', '•••'],
];

describe('a masked value', () => {
  for (const [input, value, masked] of masks) {
    it(`of ${input} «${value}» is «${masked}»`, () => {
      expect(maskValue(input, value)).toBe(masked);
    });
  }

  it('never shows a whole value of three letters or more', () => {
    const input = fc.constantFrom<MaskedInput>('text', 'email', 'phone', 'iin', 'date', 'number', 'none');
    fc.assert(
      fc.property(input, fc.string({ unit: 'grapheme', minLength: 3 }), (kind, value) => {
        fc.pre(!value.includes('•') && value.trim() !== '');
        expect(maskValue(kind, value)).not.toContain(value);
      }),
    );
  });
});
