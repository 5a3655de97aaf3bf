import type { DatedVisit, ServiceVisitTerm } from '../../system/index.ts';
import type { Speaker } from '../../words/index.ts';
import type { VisitView } from '../pages.ts';

/** A visit as it is shown; a place for a value in the page's address is shown as left out. */
export function visitView({ day, time, page, address, client }: DatedVisit): VisitView {
  return {
    day,
    ...(time !== undefined && { time }),
    ...(page !== undefined && { page: page.replaceAll(/:\w+/g, '…') }),
    ...(address !== undefined && { address }),
    ...(client !== undefined && { client }),
  };
}

/** What is recorded of visits, by the names of its categories. */
export function recordedNames(speaker: Speaker, categories: readonly string[]): readonly string[] {
  return categories.map((category) => speaker.label('data_categories', category));
}

/** How long visits are kept, and who said so. */
export function termText(speaker: Speaker, { days, from }: ServiceVisitTerm): string {
  return speaker.sayCode('page.visits.term', from, { count: days });
}

/** Counts below this are shown as small, so that no single visitor shows in a figure. */
const smallest = 5;

/** A count as it may be shown. */
export function countText(speaker: Speaker, n: number): string {
  return n < smallest ? speaker.say('page.visits.few', { n: smallest }) : speaker.number(n);
}
