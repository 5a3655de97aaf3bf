import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kz } from '../law/index.ts';
import { acrossOf } from './across.ts';
import { anyPolicy } from './fixtures/any-policy.ts';
import { findingsOf } from './index.ts';

const judged = anyPolicy.map((policy) => ({
  policy,
  findings: findingsOf(policy, { law: kz, day: '2026-11-27' }),
}));
const several = fc
  .array(judged, { minLength: 2, maxLength: 4 })
  .map((all) => all.map((one, at) => ({ ...one, name: `${at}` })));

describe('policies side by side', () => {
  it('say nothing when there is one, or none', () => {
    fc.assert(
      fc.property(judged, (one) => {
        const nothing = { shared: [], common: [], alone: [], alike: [] };
        expect(acrossOf([])).toEqual(nothing);
        expect(acrossOf([{ ...one, name: 'a' }])).toEqual(nothing);
      }),
      { numRuns: 20 },
    );
  });

  it('share every objection and every label with themselves, and follow one pattern', () => {
    fc.assert(
      fc.property(judged, (one) => {
        const { shared, alone, alike } = acrossOf([
          { ...one, name: 'a' },
          { ...one, name: 'b' },
        ]);
        expect(alone).toEqual([]);
        const found = one.findings.filter(({ note }) => note === undefined);
        const kinds = new Set(found.map(({ rule, code }) => `${rule} ${code}`));
        expect(new Set(shared.map(({ rule, code }) => `${rule} ${code}`))).toEqual(kinds);
        const spoken = one.policy.clauses.some(({ id }) =>
          one.policy.statements.some(({ clause }) => clause === id),
        );
        expect(alike.map(({ share }) => share)).toEqual(spoken ? [1] : []);
      }),
      { numRuns: 100 },
    );
  });

  it('name for each objection exactly those to which it is made', () => {
    fc.assert(
      fc.property(several, (all) => {
        for (const { rule, code, names } of acrossOf(all).shared) {
          const made = all.filter(({ findings }) =>
            findings.some((one) => one.rule === rule && one.code === code),
          );
          expect(names).toEqual(made.map(({ name }) => name));
          expect(names.length).toBeGreaterThan(1);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('say of no label both that all say it and that one alone does', () => {
    fc.assert(
      fc.property(several, (all) => {
        const { common, alone } = acrossOf(all);
        const lone = alone.flatMap(({ labels }) => labels.map((label) => label.join('.')));
        expect(new Set(lone).size).toBe(lone.length);
        expect(common.filter((label) => lone.includes(label.join('.')))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
