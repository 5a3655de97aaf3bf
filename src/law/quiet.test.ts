import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDateAt } from '../base/index.ts';
import { isWorkingDay, kz, nextAdvertisingAt } from './index.ts';

const at = (local: string) => Date.parse(`${local}+05:00`);

describe('when an SMS that advertises may go out', () => {
  it.each([
    ['2026-11-20T11:00', '2026-11-20T11:00'],
    ['2026-11-20T09:00', '2026-11-20T09:00'],
    ['2026-11-20T08:59', '2026-11-20T09:00'],
    ['2026-11-20T20:59', '2026-11-20T20:59'],
    ['2026-11-19T21:00', '2026-11-20T09:00'],
    ['2026-11-19T23:30', '2026-11-20T09:00'],
    // Friday evening: the next working day is Monday.
    ['2026-11-20T21:00', '2026-11-23T09:00'],
    ['2026-11-21T12:00', '2026-11-23T09:00'],
    // Independence day.
    ['2026-12-16T12:00', '2026-12-17T09:00'],
  ])('asked at %s: at %s', (asked, expected) => {
    expect(nextAdvertisingAt(kz, at(asked))).toBe(at(expected));
  });

  it('is at once where the law says nothing', () => {
    const { advertisingSms: _, ...silent } = kz;
    expect(nextAdvertisingAt(silent, 7)).toBe(7);
  });

  it('is never earlier, always within the hours of a working day, and the first such instant', () => {
    fc.assert(
      fc.property(fc.integer({ min: at('2026-01-01T00:00'), max: at('2027-12-31T00:00') }), (asked) => {
        const found = nextAdvertisingAt(kz, asked);
        expect(found).toBeGreaterThanOrEqual(asked);
        const date = civilDateAt(found, kz.zone);
        const minute = (found - at(`${date}T00:00`)) / 60_000;
        expect(isWorkingDay(kz, date)).toBe(true);
        expect(minute).toBeGreaterThanOrEqual(9 * 60);
        expect(minute).toBeLessThan(21 * 60);
        expect(nextAdvertisingAt(kz, found)).toBe(found);
      }),
    );
  });
});
