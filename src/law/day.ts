import { addDays, type CivilDate, civilDateAt } from '../base/index.ts';

const dayMs = 86_400_000;

/**
 * The instant (milliseconds since the epoch) at which `date` is over in `zone`: the first one of the next
 * date.
 *
 * Binary search between the two instants no zone on Earth goes beyond, so that any rule of the zone database
 * is honoured.
 */
export function endOfDay(date: CivilDate, zone: string): number {
  const midnight = Date.parse(`${addDays(date, 1)}T00:00:00Z`);
  let before = midnight - dayMs;
  let after = midnight + dayMs;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (civilDateAt(middle, zone) > date) after = middle;
    else before = middle;
  }
  return after;
}
