import { addDays, weekday } from '../../src/base/index.ts';

/** Working days there are for each kind of request, as the law and the orders under it have them. */
const workingDays: Readonly<Record<string, number>> = {
  block_restrict: 1,
  object: 3,
  human_review: 3,
  compensation: 3,
  other_by_law: 3,
  stop_processing: 15,
};

/** From which day on the list below is good, and until which. */
const known = ['2026-12-01', '2027-12-31'] as const;

/** Days off that are no weekends, those moved to a working day among them: written down, not computed. */
const off: ReadonlySet<string> = new Set([
  '2026-12-16',
  ...['2027-01-01', '2027-01-04', '2027-01-07'],
  ...['2027-03-08', '2027-03-15', '2027-03-22', '2027-03-23', '2027-03-24'],
  ...['2027-05-03', '2027-05-07', '2027-05-10'],
  ...['2027-07-06', '2027-10-25', '2027-12-16'],
]);

/** Whether people work on a civil date. @throws Error of a day beyond the list */
export function isWorked(date: string): boolean {
  if (date < known[0] || date > known[1]) throw new Error(`no calendar of ${date}`);
  return ![0, 6].includes(weekday(date)) && !off.has(date);
}

/** The last civil date of a request of that kind that came on a day. */
export function dueOf(kind: string, receivedOn: string): string {
  let left = workingDays[kind];
  if (left === undefined) throw new Error(`no clock of ${kind}`);
  let date = receivedOn;
  while (left > 0) {
    date = addDays(date, 1);
    if (isWorked(date)) left -= 1;
  }
  return date;
}
