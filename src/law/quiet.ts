import { addDays, civilDateAt } from '../base/index.ts';
import { isWorkingDay } from './calendar.ts';
import { endOfDay } from './day.ts';
import type { LawPack } from './pack.ts';

const minute = 60_000;

/**
 * The first instant, `at` or later, at which an SMS that advertises may go out: within the hours of a working
 * day, as the pack says. `at` itself where the pack says nothing.
 *
 * Days and hours are those of the law's zone. Reads no clock.
 */
export function nextAdvertisingAt(law: LawPack, at: number): number {
  const hours = law.advertisingSms;
  if (!hours) return at;
  for (let date = civilDateAt(at, law.zone); ; date = addDays(date, 1)) {
    const midnight = endOfDay(addDays(date, -1), law.zone);
    const [opens, closes] = [midnight + hours.from * minute, midnight + hours.to * minute];
    if (isWorkingDay(law, date) && at < closes) return Math.max(at, opens);
  }
}
