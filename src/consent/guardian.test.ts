import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, ageOn } from '../base/index.ts';
import { admitsMinors, comesOfAgeOn, countingConsents, representationHolds } from './index.ts';

const row = (label: string, origin: 'text' | 'assumed' = 'text') => ({
  ...{ facet: 'minors', label, cites: [], origin },
});

describe('a policy', () => {
  it('lets minors in where it speaks of the consent of a representative, and is not for adults', () => {
    expect(admitsMinors({ labels: [row('guardian_consent')] })).toBe(true);
    expect(admitsMinors({ labels: [] })).toBe(false);
    expect(admitsMinors({ labels: [row('guardian_consent', 'assumed')] })).toBe(false);
    expect(admitsMinors({ labels: [row('guardian_consent'), row('adults_only')] })).toBe(false);
    expect(admitsMinors({ labels: [row('guardian_request_deletion')] })).toBe(false);
  });
});

describe('coming of age', () => {
  it('is on the birthday; who was born on 29 February waits for 1 March', () => {
    expect(comesOfAgeOn('2008-11-20', 18)).toBe('2026-11-20');
    expect(comesOfAgeOn('2008-02-29', 18)).toBe('2026-03-01');
    expect(comesOfAgeOn('2008-02-29', 20)).toBe('2028-02-29');
  });

  it('is the first day on which they are so old', () => {
    const day = fc.nat(40_000).map((n) => addDays('1960-01-01', n));
    fc.assert(
      fc.property(day, (birth) => {
        const on = comesOfAgeOn(birth, 18);
        expect([ageOn(birth, on), ageOn(birth, addDays(on, -1))]).toEqual([18, 17]);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('consents that count', () => {
  const own: { id: string; representation?: string } = { id: 'own' };
  const given = { id: 'given', representation: 'r' };
  const right = { id: 'r', representative: 'p' };
  const ids = (minor: boolean, representations = [right]) =>
    countingConsents([own, given], { minor, representations, now: 10 }).map(({ id }) => id);

  it('are those of a representative for a minor, and one’s own afterwards', () => {
    expect(ids(true)).toEqual(['given']);
    expect(ids(true, [])).toEqual([]);
    expect(ids(false)).toEqual(['own']);
  });

  it('end with the right of whoever gave them', () => {
    expect(
      countingConsents([given], { minor: true, representations: [{ ...right, endedAt: 10 }], now: 10 }),
    ).toEqual([]);
    expect(representationHolds({ ...right, endedAt: 11 }, 10)).toBe(true);
  });
});
