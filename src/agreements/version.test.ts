import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DocumentVersion, documentKinds, faultInDay, inForceOn, stateOfVersion } from './index.ts';

const kind = 'user-agreement' as const;
const today = '2026-11-20';
const version = (number: number | undefined, effectiveOn: string, endedOn?: string): DocumentVersion => ({
  kind,
  effectiveOn,
  ...(number !== undefined && { number }),
  ...(endedOn !== undefined && { endedOn }),
});
const inForce = (rows: readonly DocumentVersion[], on = today) =>
  inForceOn(rows, { kind, today: on })?.number;

describe('the version of a document that is in force', () => {
  const rows = [
    version(1, '2026-01-10'),
    version(2, '2026-06-01'),
    version(3, '2026-12-01'),
    version(undefined, today),
  ];

  it('is the newest whose day has come', () => {
    expect(inForce(rows)).toBe(2);
    expect(inForce(rows, '2026-12-01')).toBe(3);
    expect(inForce(rows, '2026-01-09')).toBeUndefined();
  });

  it('is the later approved of two with one day', () => {
    expect(inForce([version(1, today), version(2, today)])).toBe(2);
  });

  it('is none once it was ended: an earlier one never comes back', () => {
    expect(inForce([version(1, '2026-01-10'), version(2, '2026-06-01', '2026-11-19')])).toBeUndefined();
  });

  it('is not touched by one that was taken back before its day', () => {
    const back = [version(1, '2026-01-10'), version(2, '2026-12-01', '2026-11-20')];
    expect(inForce(back, '2027-01-01')).toBe(1);
  });

  it('is of its own kind', () => {
    expect(inForceOn(rows, { kind: 'terms-of-use', today })).toBeUndefined();
  });

  it('is one alone, never a proposal, whatever the order of the rows', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-11-${String(n).padStart(2, '0')}`);
    const row = fc.record({
      kind: fc.constantFrom(...documentKinds),
      effectiveOn: day,
      number: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
      endedOn: fc.option(day, { nil: undefined }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(row, { selector: (one) => `${one.kind}${one.number}` }),
        day,
        (drawn, on) => {
          const all = drawn.map(({ number, endedOn, ...one }) => ({
            ...one,
            ...(number !== undefined && { number }),
            ...(endedOn !== undefined && { endedOn }),
          }));
          for (const one of documentKinds) {
            const held = all.filter((two) => two.kind === one && stateOfVersion(two, all, on) === 'in-force');
            expect(held).toEqual(
              [inForceOn(all, { kind: one, today: on })].filter((two) => two !== undefined),
            );
            expect(inForceOn([...all].reverse(), { kind: one, today: on })).toBe(held[0]);
          }
        },
      ),
    );
  });
});

describe('a version', () => {
  it('is proposed, dropped, waiting, in force, archived or ended', () => {
    const rows = [version(1, '2026-01-10'), version(2, today), version(3, '2026-12-01')];
    const states = [
      ...rows,
      version(undefined, today),
      version(undefined, today, today),
      version(2, today, today),
    ].map((row) => stateOfVersion(row, rows, today));
    expect(states).toEqual(['archived', 'in-force', 'waiting', 'proposed', 'dropped', 'ended']);
  });

  it('holds from a day that is not over, and not before one approved already', () => {
    const among = { kind, rows: [version(1, '2026-12-01')], today };
    expect(faultInDay('2026-11-19', among)).toBe('agreement-day-past');
    expect(faultInDay('2026-11-30', among)).toBe('agreement-day-order');
    expect(faultInDay('2026-12-01', among)).toBeUndefined();
    expect(faultInDay('2026-11-20', { ...among, kind: 'terms-of-use' })).toBeUndefined();
    expect(faultInDay('2026-11-20', { ...among, rows: [version(1, '2026-12-01', today)] })).toBeUndefined();
  });
});
