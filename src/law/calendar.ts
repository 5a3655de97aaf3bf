import { addDays, assert, type CivilDate, type Problem, weekday } from '../base/index.ts';
import type { Calendar, CalendarYear, Certainty, LawPack } from './pack.ts';

/** Days of one year that differ from the plain week. */
interface YearDays {
  readonly off: ReadonlySet<CivilDate>;
  readonly worked: ReadonlySet<CivilDate>;
}

const known = new WeakMap<Calendar, Map<number, YearDays>>();

/**
 * Whether `date` is a working day of the five-day week.
 *
 * For a year the calendar does not hold, weekends, fixed holidays and their carry-over are computed; lunar
 * days and swaps are not known then. Ask `certaintyOf` how sure the answer is. An unknown lunar day counts as
 * worked, so that a term computed this way never gives the operator more days than weekends and fixed
 * holidays allow.
 */
export function isWorkingDay(law: LawPack, date: CivilDate): boolean {
  const days = yearDays(law.calendar, Number(date.slice(0, 4)));
  if (days.worked.has(date)) return true;
  return !isWeekend(law.calendar, date) && !days.off.has(date);
}

/** How sure the calendar is of the year of `date`. */
export function certaintyOf(law: LawPack, date: CivilDate): Certainty {
  return yearOf(law.calendar, Number(date.slice(0, 4)))?.moves ?? 'computed';
}

/**
 * The `count`-th working day after `from`; `from` itself never counts. With `count` 0, the first working day
 * not before `from`.
 *
 * O(count) days. @param count whole, ≥ 0 @throws Bug when it is not
 */
export function addWorkingDays(law: LawPack, from: CivilDate, count: number): CivilDate {
  assert(Number.isInteger(count) && count >= 0, 'working days are counted forwards in whole numbers');
  let date = from;
  if (count === 0) while (!isWorkingDay(law, date)) date = addDays(date, 1);
  for (let left = count; left > 0; ) {
    date = addDays(date, 1);
    if (isWorkingDay(law, date)) left -= 1;
  }
  return date;
}

/** How many working days there are after `from`, up to and including `to`. O(days between). */
export function countWorkingDays(law: LawPack, from: CivilDate, to: CivilDate): number {
  let count = 0;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
    if (isWorkingDay(law, date)) count += 1;
  }
  return count;
}

/**
 * What is wrong with the calendar on `today`: an error when the year is not in it, a warning when it ends
 * within 92 days.
 *
 * The program goes on counting past the horizon, because refusing a person's request would be worse than a
 * date that may be a day off; this is how it says so. Show it wherever the state of the system is shown.
 */
export function calendarProblems(law: LawPack, today: CivilDate): readonly Problem[] {
  const params = { year: Number(today.slice(0, 4)), version: law.calendar.version };
  if (certaintyOf(law, today) === 'computed') return [{ code: 'calendar-ended', severity: 'error', params }];
  const soon = addDays(today, 92);
  return certaintyOf(law, soon) === 'computed'
    ? [{ code: 'calendar-ends', severity: 'warning', params }]
    : [];
}

function yearOf(calendar: Calendar, year: number): CalendarYear | undefined {
  return calendar.years.find((known) => known.year === year);
}

function isWeekend(calendar: Calendar, date: CivilDate): boolean {
  return calendar.weekend.includes(weekday(date));
}

function yearDays(calendar: Calendar, year: number): YearDays {
  const years = known.get(calendar) ?? new Map<number, YearDays>();
  known.set(calendar, years);
  const days = years.get(year) ?? deriveYear(calendar, year);
  years.set(year, days);
  return days;
}

function deriveYear(calendar: Calendar, year: number): YearDays {
  const holidays = calendar.holidays
    .filter((holiday) => (holiday.sinceYear ?? year) <= year && year <= (holiday.untilYear ?? year))
    .map((holiday) => ({ date: `${String(year).padStart(4, '0')}-${holiday.day}`, carried: holiday.carried }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  const special = yearOf(calendar, year);
  const off = new Set([...holidays.map((holiday) => holiday.date), ...(special?.lunar ?? [])]);
  for (const holiday of holidays) {
    if (!holiday.carried || !isWeekend(calendar, holiday.date)) continue;
    let date = addDays(holiday.date, 1);
    while (isWeekend(calendar, date) || off.has(date)) date = addDays(date, 1);
    off.add(date);
  }
  for (const date of special?.off ?? []) off.add(date);
  return { off, worked: new Set(special?.worked) };
}
