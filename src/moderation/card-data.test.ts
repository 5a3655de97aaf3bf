import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCardData, maskCardData } from './index.ts';

/** Numbers that networks publish for tests; no card has them. */
const published = [
  '4111111111111111',
  '4000002760003184',
  '5555555555554444',
  '2223003122003222',
  '378282246310005',
  '6011111111111117',
  '3566002020360505',
  '30569309025904',
  '6205500000000000004',
  '2200000000000004',
  '6759649826438453',
];

const kinds = (text: string) => findCardData(text).map(({ kind }) => kind);
const found = (text: string) => findCardData(text).map(({ start, end }) => text.slice(start, end));

describe('numbers of cards', () => {
  it.each(published)('%s is found, alone and in a sentence', (number) => {
    expect(found(number)).toEqual([number]);
    expect(found(`Картам ${number}, мерзімі 12/30`)).toEqual([number]);
  });

  const spellings = [
    '4111 1111 1111 1111',
    '4111-1111-1111-1111',
    '4111\u00A01111\u00A01111\u00A01111',
    '4111–1111–1111–1111',
    '4111.1111.1111.1111',
    '4111_1111_1111_1111',
    '4111 1111\n1111 1111',
    '4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1',
    '41111111 11111111',
    '4111\u200B1111\u200B1111\u200B1111',
    '４１１１１１１１１１１１１１１１',
    '٤١١١١١١١١١١١١١١١',
    '𝟒𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏',
  ];
  it.each(spellings)('%j is the same number', (text) => {
    expect(found(`№ ${text}.`)).toHaveLength(1);
    expect(maskCardData(`№ ${text}.`)).toEqual({ text: '№ •••• 1111.', masked: 1 });
  });

  it('are found beside other digits and beside each other', () => {
    expect(found('Заказ 12 4111 1111 1111 1111 12 30')).toEqual(['4111 1111 1111 1111']);
    expect(maskCardData('4111111111111111, 5555 5555 5555 4444').text).toBe('•••• 1111, •••• 4444');
    expect(found('карта4111111111111111клиента')).toEqual(['4111111111111111']);
    expect(found('4111111111111111.pdf')).toEqual(['4111111111111111']);
  });

  const others = {
    'a number with a wrong check digit': '4111 1111 1111 1112',
    'an IIN': '990101300006',
    'telephone numbers': '+7 701 123 45 67, 8 (727) 250-00-00, +34 911 22 33 44',
    'an account number': 'KZ86 125K ZT50 0410 0100',
    'an account number of digits alone': 'KZ754111111111111111',
    'a number that no network gives out': '9111111111111111',
    'a longer number': '41111111111111110000000',
    'times and dates': '2026-11-26 10:20:30, 01.02.2026',
    amounts: '1 000 000, 2 500 000, 12 500',
    nothing: '',
  };
  it.each(Object.entries(others))('%s is none', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('codes of cards', () => {
  const said = [
    'CVV 123',
    'cvv2: 123',
    'CVC: 123',
    'Код безопасности карты — 123',
    'три цифры на обороте: 123',
    'ПИН-код 1234',
    'pin 1234',
    'card security code is 123',
    'картаның қауіпсіздік коды: 123',
    'картаның артындағы үш сан 123',
  ];
  it.each(said)('%s is found', (text) => {
    expect(kinds(text)).toEqual(['code']);
    expect(maskCardData(text).text).toMatch(/•••$/);
    expect(maskCardData(text).text).not.toMatch(/12/);
  });

  it.each(['Код 123', 'CVV не спрашиваем', 'кабинет 123', 'PIN 12', 'cvv1234567', 'pinned 1234'])(
    '%s is none',
    (text) => expect(kinds(text)).toEqual([]),
  );

  it('are masked with the number they go with', () => {
    expect(maskCardData('Карта 4111 1111 1111 1111, 12/30, CVV 737. Спасибо!')).toEqual({
      text: 'Карта •••• 1111, 12/30, CVV •••. Спасибо!',
      masked: 2,
    });
  });
});

describe('masking', () => {
  const piece = fc.oneof(
    fc.constantFrom(...published, 'CVV 123', 'пин-код 0000', 'cvc2 999'),
    fc.string({ maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  it('leaves nothing to find, and the rest as it was', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const text = pieces.join(' / ');
        const masked = maskCardData(text);
        expect(findCardData(masked.text)).toEqual([]);
        expect(maskCardData(masked.text)).toEqual({ text: masked.text, masked: 0 });
        if (masked.masked === 0) expect(masked.text).toBe(text);
      }),
    );
  });

  it('bears a text of nothing but digits', () => {
    expect(found('1'.repeat(400_000))).toEqual([]);
    expect(found('1 '.repeat(200_000))).toEqual([]);
  });
});
