import { countVisits } from '../../system/index.ts';
import type { Page } from '../pages.ts';
import type { StaffServiceCall } from '../route.ts';
import { countText, recordedNames, termText } from '../views/visits.ts';

/** Days that are shown: a month tells what is usual. */
const daysShown = 31;

/** How often pages were opened, by day, without anybody. */
export async function visitsPage(call: StaffServiceCall): Promise<Page> {
  const { speaker } = call;
  const { term, days } = await countVisits(call.world, call.service);
  return {
    page: 'visits',
    recorded: recordedNames(speaker, term.categories),
    term: termText(speaker, term),
    days: days.slice(0, daysShown).map(({ day, total, pages }) => ({
      day,
      total: countText(speaker, total),
      pages: pages.map(({ page, n }) => ({ page, n: countText(speaker, n) })),
    })),
  };
}
