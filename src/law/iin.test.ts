import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBin, parseIin } from './index.ts';

// The rule once more, as the law digest words it, without the program's shortcuts.
function naiveControl(first11: string): number | undefined {
  const digit = (at: number) => Number(first11[at]);
  let sum = 0;
  for (let i = 0; i < 11; i++) sum += digit(i) * (i + 1);
  if (sum % 11 !== 10) return sum % 11;
  sum = 0;
  for (let i = 0; i < 11; i++) sum += digit(i) * ((i + 2) % 11 === 10 ? 11 : ((i + 2) % 11) + 1);
  return sum % 11 === 10 ? undefined : sum % 11;
}

describe('parseIin', () => {
  it.each([
    ['850515100013', { birth: '1885-05-15', sex: 'm' }],
    ['850515100402', { birth: '1885-05-15', sex: 'm' }],
    ['850515100014', undefined],
    ['850515100403', undefined],
    ['85051510001', undefined],
    ['8505151000133', undefined],
    ['85051510001a', undefined],
    [' 850515100013', undefined],
    ['', undefined],
  ])('%s → %o', (text, expected) => {
    expect(parseIin(text)).toEqual(expected);
  });

  it('accepts no control digit after a prefix that is never issued', () => {
    const all = Array.from({ length: 10 }, (_, digit) => `85051510044${digit}`);
    expect(all.filter((text) => parseIin(text) !== undefined)).toEqual([]);
    expect(naiveControl('85051510044')).toBeUndefined();
  });

  it.each([
    ['1', '1885', 'm'],
    ['2', '1885', 'f'],
    ['3', '1985', 'm'],
    ['4', '1985', 'f'],
    ['5', '2085', 'm'],
    ['6', '2085', 'f'],
  ])('reads century and sex from the seventh digit %s', (century, year, sex) => {
    const made = [...Array(10).keys()]
      .map((serial) => `850515${century}000${serial}`)
      .find((head) => naiveControl(head) !== undefined);
    expect(parseIin(`${made}${naiveControl(made as string)}`)).toEqual({ birth: `${year}-05-15`, sex });
  });

  it('refuses century digits 0, 7, 8, 9 and days that do not exist', () => {
    for (const head of [
      '85051500001',
      '85051570001',
      '85051580001',
      '85051590001',
      '85023010001',
      '85130110001',
    ]) {
      expect(parseIin(`${head}${naiveControl(head) ?? 0}`)).toBeUndefined();
    }
  });

  it('accepts exactly the control digit of the naive rule', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^\d\d(0[1-9]|1[0-2])(0[1-9]|1\d|2[0-8])[1-6]\d{4}$/), (head) => {
        const control = naiveControl(head);
        const accepted = [...Array(10).keys()].filter((digit) => parseIin(`${head}${digit}`) !== undefined);
        expect(accepted).toEqual(control === undefined ? [] : [control]);
      }),
    ));
});

describe('isBin', () => {
  it('wants month, kind and control digit', () => {
    const bin = (head: string) => `${head}${naiveControl(head)}`;
    expect(isBin(bin('21054000001'))).toBe(true);
    expect(isBin(bin('21055000001'))).toBe(true);
    expect(isBin(bin('21057000001'))).toBe(false);
    expect(isBin(bin('21134000001'))).toBe(false);
    expect(isBin('850515100013')).toBe(false);
    expect(isBin('')).toBe(false);
  });
});
