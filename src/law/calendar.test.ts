import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CivilDate, weekday } from '../base/index.ts';
import { addWorkingDays, calendarProblems, certaintyOf, dueOn, endOfDay, isWorkingDay, kz } from './index.ts';

// Written out day by day from the published calendars, not from the rules: weekdays off and weekend days
// worked.
const weekdaysOff: readonly CivilDate[] = [
  ...['01-01', '01-02', '03-08', '03-21', '03-22', '03-25', '05-01', '05-07', '05-08', '05-09'].map(
    (d) => `2024-${d}`,
  ),
  ...['07-08', '08-30', '10-25', '12-16'].map((d) => `2024-${d}`),
  ...['01-01', '01-02', '01-03', '01-07', '03-10', '03-21', '03-24', '03-25', '05-01', '05-07'].map(
    (d) => `2025-${d}`,
  ),
  ...['05-09', '06-06', '07-07', '09-01', '10-27', '12-16'].map((d) => `2025-${d}`),
  ...['01-01', '01-02', '01-07', '03-09', '03-23', '03-24', '03-25', '05-01', '05-07', '05-11'].map(
    (d) => `2026-${d}`,
  ),
  ...['05-27', '07-06', '10-26', '12-16'].map((d) => `2026-${d}`),
  ...['01-01', '01-04', '01-07', '03-08', '03-15', '03-22', '03-23', '03-24', '05-03', '05-07'].map(
    (d) => `2027-${d}`,
  ),
  ...['05-10', '07-06', '10-25', '12-16'].map((d) => `2027-${d}`),
];
const weekendsWorked: readonly CivilDate[] = ['2024-05-04', '2025-01-05'];

function naiveWorking(date: CivilDate): boolean {
  if (weekendsWorked.includes(date)) return true;
  return weekday(date) !== 0 && weekday(date) !== 6 && !weekdaysOff.includes(date);
}

function naiveAdd(from: CivilDate, count: number): CivilDate {
  let date = from;
  let seen = 0;
  while (seen < count) {
    date = addDays(date, 1);
    if (naiveWorking(date)) seen += 1;
  }
  return date;
}

const dates = fc.integer({ min: 0, max: 1460 }).map((days) => addDays('2024-01-01', days));
const at = (local: string) => Date.parse(`${local}+05:00`);

describe('working calendar', () => {
  it('agrees with the published calendars on every day of 2024–2027', () => {
    const wrong: CivilDate[] = [];
    for (let date = '2024-01-01'; date < '2028-01-01'; date = addDays(date, 1)) {
      if (isWorkingDay(kz, date) !== naiveWorking(date)) wrong.push(date);
    }
    expect(wrong).toEqual([]);
  });

  it('has the number of working days the published calendar of 2025 prints', () => {
    let working = 0;
    for (let date = '2025-01-01'; date < '2026-01-01'; date = addDays(date, 1)) {
      if (isWorkingDay(kz, date)) working += 1;
    }
    expect(working).toBe(246);
  });

  it('adds working days like somebody counting on the fingers', () =>
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 15 }), (from, count) => {
        fc.pre(addDays(from, count + 20) < '2028-01-01');
        expect(addWorkingDays(kz, from, count)).toBe(naiveAdd(from, count));
      }),
    ));

  it('ends on a working day after exactly that many working days', () =>
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 40 }), (from, count) => {
        const end = addWorkingDays(kz, from, count);
        expect(isWorkingDay(kz, end)).toBe(true);
        expect(end >= from).toBe(true);
        let between = 0;
        for (let date = addDays(from, 1); date <= end; date = addDays(date, 1)) {
          if (isWorkingDay(kz, date)) between += 1;
        }
        if (count > 0) expect(between).toBe(count);
      }),
    ));

  it.each([
    ['2025-12-31', 1, '2026-01-05'],
    ['2026-03-20', 1, '2026-03-26'],
    ['2026-03-06', 3, '2026-03-12'],
    ['2024-05-03', 3, '2024-05-10'],
    ['2024-12-31', 2, '2025-01-06'],
    ['2026-12-31', 1, '2027-01-05'],
    ['2027-03-12', 1, '2027-03-16'],
    ['2026-11-21', 0, '2026-11-23'],
  ])('from %s by %i comes to %s', (from, count, end) => {
    expect(addWorkingDays(kz, from, count)).toBe(end);
  });

  it('no longer rests on 30 August from 2026 and rests on 15 March from 2027', () => {
    expect(isWorkingDay(kz, '2026-08-31')).toBe(true);
    expect(isWorkingDay(kz, '2025-09-01')).toBe(false);
    expect(isWorkingDay(kz, '2026-03-16')).toBe(true);
    expect(isWorkingDay(kz, '2027-03-15')).toBe(false);
  });

  it('refuses to count backwards or in halves', () => {
    expect(() => addWorkingDays(kz, '2026-01-05', -1)).toThrow('whole numbers');
    expect(() => addWorkingDays(kz, '2026-01-05', 0.5)).toThrow('whole numbers');
  });
});

describe('the horizon of the calendar', () => {
  it('says how sure each year is', () => {
    expect(
      ['2023-06-01', '2025-06-01', '2026-06-01', '2027-06-01', '2028-06-01'].map((d) => certaintyOf(kz, d)),
    ).toEqual(['computed', 'final', 'published', 'expected', 'computed']);
  });

  it('warns before it ends and errs after', () => {
    expect(calendarProblems(kz, '2026-11-23')).toEqual([]);
    expect(calendarProblems(kz, '2027-11-01').map((p) => [p.code, p.severity])).toEqual([
      ['calendar-ends', 'warning'],
    ]);
    expect(calendarProblems(kz, '2028-01-01').map((p) => [p.code, p.severity])).toEqual([
      ['calendar-ended', 'error'],
    ]);
  });

  it('goes on by the rules past it: weekends, fixed holidays, carry-over', () => {
    // 1 and 2 January fall on a weekend and are carried, one after the other, as in 2022.
    expect(['2028-01-03', '2028-01-04', '2028-01-05'].map((date) => isWorkingDay(kz, date))).toEqual([
      false,
      false,
      true,
    ]);
    expect(isWorkingDay(kz, '2028-12-18')).toBe(false);
  });
});

describe('due dates', () => {
  it.each([
    // Friday → Wednesday; received at night in UTC is already the next day in Kazakhstan.
    ['access.reply', '2026-11-20T10:00', '2026-11-25'],
    ['access.reply', '2026-11-20T23:59', '2026-11-25'],
    ['access.reply', '2026-11-21T00:00', '2026-11-25'],
    ['access.reply', '2026-11-22T12:00', '2026-11-25'],
    ['rectify', '2026-11-23T09:00', '2026-11-24'],
    ['block', '2026-12-15T09:00', '2026-12-17'],
    ['withdraw.stop', '2026-11-23T09:00', '2026-12-14'],
    ['withdraw.stop', '2026-12-14T09:00', '2027-01-08'],
    ['transfer.notify', '2026-11-23T09:00', '2026-12-07'],
    ['consumer.complaint', '2026-11-25T09:00', '2026-12-07'],
  ])('%s received %s is due on %s', (clock, received, due) => {
    expect(dueOn(kz, clock, at(received))).toBe(due);
  });

  it('depends on the local date only', () =>
    fc.assert(
      fc.property(
        dates,
        fc.integer({ min: 0, max: 86_399_999 }),
        fc.constantFrom(...kz.clocks),
        (date, ms, clock) => {
          fc.pre(date >= '2024-03-01');
          const midnight = Date.parse(`${date}T00:00:00+05:00`);
          expect(dueOn(kz, clock.id, midnight + ms)).toBe(dueOn(kz, clock.id, midnight));
        },
      ),
    ));

  it('stops on an unknown clock', () => {
    expect(() => dueOn(kz, 'access.rely', 0)).toThrow('no clock');
  });

  it('ends the day at midnight in Kazakhstan, before and after the zones were joined', () => {
    expect(endOfDay('2026-11-23', kz.zone)).toBe(at('2026-11-24T00:00'));
    expect(endOfDay('2024-02-01', kz.zone)).toBe(Date.parse('2024-02-02T00:00+06:00'));
  });
});
