import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Op, OpKind } from '../../bench/gdprbench/mixes.ts';
import { agrees, Oracle } from '../../bench/gdprbench/oracle.ts';
import { at, type BenchRecord, fieldsFor, keyFor, recordFor } from '../../bench/gdprbench/records.ts';
import {
  changed,
  ownersIn,
  type Rule,
  resolved,
  rewritten,
  untouched,
  writtenOf,
} from '../../bench/gdprbench/rules.ts';

const records = 60;
const kinds: readonly OpKind[] = [
  ...(['insert', 'read', 'update', 'delete', 'read-meta-pur', 'read-meta-usr'] as const),
  ...(['update-meta-pur', 'update-meta-usr', 'update-meta-key', 'update-data', 'read-meta-key'] as const),
];
const ops = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    k: fc.nat(records - 1),
    field: fc.integer({ min: 1, max: 8 }),
  }),
  { maxLength: 60 },
);

/** The table as a list of rows, each operation written out as SQL would have it. */
class Naive {
  rows: string[][] = Array.from({ length: records }, (_, k) => k)
    .filter((k) => fieldsFor(k)[1] !== '30')
    .map((k) => [...recordFor(k)]);

  #where({ kind, k }: Op): string[][] {
    const by = kind.endsWith('pur') ? at.pur : kind.endsWith('usr') ? at.usr : -1;
    const value = by === -1 ? keyFor(k) : fieldsFor(k)[by];
    return this.rows.filter((row) => row[by + 1] === value);
  }

  apply(op: Op): readonly BenchRecord[] | undefined {
    const { kind, k, field = 1 } = op;
    const rows = this.#where(op);
    if (kind.startsWith('read')) return rows.map((row) => [...row]);
    if (kind === 'insert')
      this.rows = [...this.rows.filter((row) => row[0] !== keyFor(k)), [...recordFor(k)]];
    if (kind === 'delete') this.rows = this.rows.filter((row) => !rows.includes(row));
    for (const row of rows) {
      if (kind === 'update') row.splice(1, 10, ...fieldsFor(k));
      if (kind === 'update-data') row[10] = fieldsFor(k)[9] as string;
      if (kind.startsWith('update-meta')) row[field + 1] = fieldsFor(k)[field] as string;
    }
    return undefined;
  }
}

describe('the oracle', () => {
  it('answers as a table would that is searched from end to end', () => {
    fc.assert(
      fc.property(ops, (list) => {
        const [oracle, naive] = [new Oracle(records), new Naive()];
        for (const op of list) {
          const rows = naive.apply(op);
          expect(agrees(oracle.apply(op), rows ? { rows } : {})).toBe(true);
        }
        expect(agrees({ rows: oracle.all() }, { rows: naive.rows })).toBe(true);
      }),
    );
  });

  it('tells a wrong answer: a value, a row too many, one too few, one twice', () => {
    const rows = [recordFor(1), recordFor(2)];
    expect(agrees({ rows: [recordFor(2), recordFor(1)] }, { rows })).toBe(true);
    const other = recordFor(2).with(4, 'obj99');
    for (const wrong of [[recordFor(1), other], [recordFor(1)], [...rows, recordFor(3)], [rows[0], rows[0]]])
      expect(agrees({ rows: wrong as readonly BenchRecord[] }, { rows })).toBe(false);
    expect(agrees({}, { rows })).toBe(false);
    expect(agrees({ lines: 3 }, { lines: 4 })).toBe(false);
    expect(agrees({ gone: false }, { gone: true })).toBe(false);
  });
});

const value = fc.constantFrom('a', 'b', 'c');
const set = fc.record(
  { i: fc.constantFrom(1, 2, 3, 4), value, when: value },
  { requiredKeys: ['i', 'value'] },
) as fc.Arbitrary<Omit<Rule, 'n'>>;

describe('the row of a purpose', () => {
  it('gives every record what setting each of them would have given, whenever it was written', () => {
    fc.assert(
      fc.property(fc.array(set, { maxLength: 25 }), fc.nat(25), (sets, when) => {
        const start = ['a', 'a', 'a', 'a', 'a', 'a', 'a', 'a'];
        const late = start.map(() => 'c');
        let row = untouched;
        const [early, written] = [[...start], [...late]];
        let seen: number | undefined;
        for (const [n, one] of sets.entries()) {
          if (n === when) seen = row.n;
          row = changed(row, one);
          for (const [record, counts] of [
            [early, true],
            [written, seen !== undefined],
          ] as const)
            if (counts && (one.when === undefined || record[at.usr - 1] === one.when))
              record[one.i - 1] = one.value;
        }
        expect(resolved({ f: start, seen: 0 }, row)).toEqual(early);
        if (seen !== undefined) expect(resolved({ f: late, seen }, row)).toEqual(written);
      }),
      { numRuns: 2000 },
    );
  });

  it('stays short however often it is changed', () => {
    let row = untouched;
    for (let n = 0; n < 500; n++) row = changed(row, { i: 1 + (n % 8), value: `v${n}` });
    expect([row.n, row.rules.length]).toEqual([500, 8]);
    expect(ownersIn(row)).toEqual(['v497']);
  });

  it('leaves metadata of each record when they are written anew', () => {
    const states = new Map([
      ['x', ['1', '2']],
      ['y', ['1', '2']],
      ['z', ['1', '3']],
    ]);
    const metadata = rewritten(states, 4);
    expect(metadata).toEqual({ all: { f: ['1', '2'], seen: 4 }, of: { z: { f: ['1', '3'], seen: 4 } } });
    for (const [category, f] of states) expect(writtenOf(metadata, category).f).toEqual(f);
  });
});
