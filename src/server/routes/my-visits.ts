import { clearMyVisits, showMyVisits } from '../../system/index.ts';
import { type Answer, cursorOf, type SubjectCall } from '../route.ts';
import { recordedNames, termText, visitView } from '../views/visits.ts';
import { pageSize } from './paging.ts';

/** A person's own visits, newest first. */
export async function myVisits(call: SubjectCall): Promise<Answer> {
  const { speaker } = call;
  const ask = { limit: pageSize, ...cursorOf(call.query) };
  const { visits, next, term, entry } = await showMyVisits(call.world, call.me, ask);
  return {
    page: {
      page: 'my-visits',
      visits: visits.map(visitView),
      recorded: recordedNames(speaker, term.categories),
      term: termText(speaker, term),
      recordedAs: entry,
      ...(next !== undefined && { more: `?after=${next}` }),
    },
  };
}

/** Destroys a person's visits at their own demand. */
export async function clearVisits(call: SubjectCall): Promise<Answer> {
  const count = await clearMyVisits(call.world, call.me);
  const flash = call.speaker.say('page.flash.visits-cleared', { count });
  return { to: `/s/${call.service.key}/me/visits`, flash };
}
