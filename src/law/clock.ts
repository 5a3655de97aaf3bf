import { addDays, assert, type CivilDate, civilDateAt } from '../base/index.ts';
import { addWorkingDays, certaintyOf } from './calendar.ts';
import type { Clock, Deadline, LawPack } from './pack.ts';

/** The clock with this id. @throws Bug when the pack has none: ids are ours, not a user's */
export function clockOf(law: LawPack, id: string): Clock {
  const clock = law.clocks.find((candidate) => candidate.id === id);
  assert(clock, `the law pack ${law.code} has no clock ${id}`);
  return clock;
}

/**
 * The last day on which a duty that began at `receivedAt` (milliseconds since the epoch) is done in time.
 *
 * Days are counted in the law's zone from the day after, whether or not the day of receipt was a working day;
 * a last day that is not a working day moves to the next one. The duty may be done until the end of that day.
 *
 * @law 94-V Art. 25(2)(8)
 */
export function dueOn(law: LawPack, clock: string, receivedAt: number): CivilDate {
  const { days, unit } = clockOf(law, clock);
  const received = civilDateAt(receivedAt, law.zone);
  if (unit === 'working-day') return addWorkingDays(law, received, days);
  return addWorkingDays(law, addDays(received, days), 0);
}

/**
 * `dueOn` with the article that fixes it, how well that is known and how sure the calendar is of the date.
 */
export function deadlineOf(law: LawPack, clock: string, receivedAt: number): Deadline {
  const { article, grade } = clockOf(law, clock);
  const date = dueOn(law, clock, receivedAt);
  return { dueOn: date, clock, article, grade, certainty: certaintyOf(law, date) };
}
