import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf } from './request-import.ts';

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

describe('a pasted table', () => {
  it('parts cells by what the first line has', () => {
    expect(cellsOf('a\tb;c,d\ne\tf')).toEqual([
      ['a', 'b;c,d'],
      ['e', 'f'],
    ]);
    expect(cellsOf('a;b,c\r\nd;e\r\n')).toEqual([
      ['a', 'b,c'],
      ['d', 'e'],
    ]);
    expect(cellsOf('a,b\n\n , \nc,d')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(cellsOf('')).toEqual([]);
  });

  it('keeps separators, breaks and quotes of a quoted cell', () => {
    expect(cellsOf('1,"one, two\nthree ""four""",5')).toEqual([['1', 'one, two\nthree "four"', '5']]);
    expect(cellsOf('1,say "no",5')).toEqual([['1', 'say "no"', '5']]);
    expect(cellsOf('1,"never closed,5\n6')).toEqual([['1', 'never closed,5\n6']]);
  });

  it('reads back whatever was written in quotes', () => {
    const cell = fc.string().map((text) => text.replaceAll('\r', '').trim());
    const row = fc
      .array(cell, { minLength: 2, maxLength: 5 })
      .filter((cells) => cells.some((one) => one !== ''));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
        const [first = []] = rows;
        fc.pre(!/[\t;\n]/.test(first.join('')));
        expect(cellsOf(rows.map((cells) => cells.map(quoted).join(',')).join('\n'))).toEqual(rows);
      }),
    );
  });
});
