/**
 * Jurisdiction packs as data: articles with editions in force by date, clocks in working days, the working
 * calendar, what a consent must contain, purposes that exist by law, national identifiers. Kazakhstan first.
 * A pack says how well each fact is known.
 */
export { articleOf, editionOn, inForce } from './article.ts';
export { addWorkingDays, calendarProblems, certaintyOf, countWorkingDays, isWorkingDay } from './calendar.ts';
export { clockOf, deadlineOf, dueOn } from './clock.ts';
export { endOfDay } from './day.ts';
export { isBin, parseIin } from './iin.ts';
export { kz } from './kz/kz.ts';
export type {
  Act,
  Article,
  Calendar,
  CalendarYear,
  Certainty,
  Clock,
  ConsentItem,
  ConsentItemKey,
  Deadline,
  Edition,
  Grade,
  Holiday,
  LawPack,
  SizeClass,
  StandingPurpose,
} from './pack.ts';
export { nextAdvertisingAt } from './quiet.ts';
export { sizeOf } from './size.ts';
export { standingPurpose } from './standing.ts';
