import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differencesBetween } from './differences.ts';
import { anyPolicy } from './fixtures/any-policy.ts';
import { narrowedBy } from './narrowed.ts';
import type { Policy, RetentionRow } from './policy.ts';

const subset = <T>(some: Iterable<T>, all: Iterable<T>) => {
  const known = new Set(all);
  return [...some].every((one) => known.has(one));
};
const keys = <T>(rows: readonly T[], keyOf: (row: T) => string) => rows.map(keyOf);

describe('a policy narrowed by a later one', () => {
  it('is never wider than either: data, purposes, recipients, grounds', () => {
    fc.assert(
      fc.property(anyPolicy, anyPolicy, (own, current) => {
        const narrow = narrowedBy(own, current);
        for (const wide of [own, current]) {
          expect(
            subset(
              keys(narrow.data, ({ category }) => category),
              keys(wide.data, ({ category }) => category),
            ),
          ).toBe(true);
          expect(
            subset(
              keys(narrow.purposes, ({ purpose }) => purpose),
              keys(wide.purposes, ({ purpose }) => purpose),
            ),
          ).toBe(true);
          const named = ({ recipient, name, country }: Policy['recipients'][number]) =>
            `${recipient} ${name} ${country}`;
          const home = ({ recipient, name }: Policy['recipients'][number]) => `${recipient} ${name}`;
          expect(subset(keys(narrow.recipients, home), keys(wide.recipients, home))).toBe(true);
          if (wide === own)
            expect(subset(keys(narrow.recipients, named), keys(own.recipients, named))).toBe(true);
          for (const row of narrow.data)
            for (const purpose of row.purposes)
              expect(
                wide.data.some((is) => is.category === row.category && is.purposes.includes(purpose)),
              ).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('lets the operator do nothing that the own one does not', () => {
    fc.assert(
      fc.property(anyPolicy, anyPolicy, (own, current) => {
        const found = differencesBetween(own, narrowedBy(own, current), 'KZ');
        expect(found.filter(({ effect }) => effect === 'widening').map(({ kind }) => kind)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('is the own one when nothing changed', () => {
    fc.assert(
      fc.property(anyPolicy, (own) => {
        const narrow = narrowedBy(own, own);
        expect(differencesBetween(own, narrow, 'KZ')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the terms of a narrowed policy', () => {
  const row = { cites: ['1'], origin: 'text' as const };
  const datum = (category: string) =>
    ({ ...row, category, group: 'given', mandatory: false, access: 'limited', purposes: [] }) as const;
  const withTerms = (retention: readonly RetentionRow[]): Policy => ({
    ...{ format: 'kepil-policy/1', title: '', language: 'ru', source: { name: 'x', sha256: '', chars: 0 } },
    operator: { ...row, kind: 'unnamed' },
    ...{ services: [], hosts: [], clauses: [], statements: [], dataNotCollected: [], purposes: [] },
    ...{ grounds: [], recipients: [], contacts: [], labels: [] },
    data: [datum('email'), datum('phone')],
    retention,
  });
  const months = (n: number, categories?: readonly string[]): RetentionRow => ({
    ...row,
    rule: 'fixed_term',
    months: n,
    ...(categories && { categories }),
  });
  const shortest = (own: readonly RetentionRow[], current: readonly RetentionRow[]) => {
    const { retention } = narrowedBy(withTerms(own), withTerms(current));
    const of = (category: string) => {
      const named = retention.filter((one) => one.categories?.includes(category));
      const rows = named.length > 0 ? named : retention.filter((one) => !one.categories);
      return Math.min(...rows.map((one) => one.months ?? Number.POSITIVE_INFINITY));
    };
    return [of('email'), of('phone')];
  };

  it.each([
    ['takes the shorter of two for all', [months(12)], [months(6)], [6, 6]],
    ['keeps the own where the later is longer', [months(6)], [months(12)], [6, 6]],
    [
      'takes a term of one datum for that one alone',
      [months(12)],
      [months(12), months(3, ['phone'])],
      [12, 3],
    ],
    ['keeps a shorter term of one datum', [months(12), months(3, ['phone'])], [months(6)], [6, 3]],
    ['does not lengthen what the later names longer', [months(6)], [months(12, ['phone'])], [6, 6]],
    ['takes a number where there was none', [], [months(6)], [6, 6]],
  ] as const)('%s', (...[, own, current, expected]) => {
    expect(shortest(own, current)).toEqual(expected);
  });
});
