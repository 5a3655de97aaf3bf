import { answerRequest, listRequests, mayRefuse, openRequest, sayReasons } from '../../system/index.ts';
import type { FieldError, Page } from '../pages.ts';
import { type Answer, field, type StaffServiceCall } from '../route.ts';
import { oneError } from '../views/problems.ts';
import { baseOf, cursor, moreOf, pageSize } from './paging.ts';
import { requestView } from './requests.ts';

const states = ['open', 'done', 'refused'] as const;

/** Requests of a service; those that wait unless asked otherwise. */
export async function requests(call: StaffServiceCall): Promise<Page> {
  const asked = call.query.state ?? 'open';
  const state = states.find((known) => known === asked);
  const ask = { service: call.service.id, ...(state && { state }), ...cursor(call), limit: pageSize };
  const rows = await listRequests(call.world, ask);
  const views = rows.map((row) => ({
    ...requestView(call.world, call.speaker, { row }),
    href: `${baseOf(call)}/requests/${row.id}`,
  }));
  return { page: 'requests', rows: views, state: state ?? 'all', ...moreOf(call, rows) };
}

/** One request with the words of the person. */
export async function requestPage(call: StaffServiceCall, errors: readonly FieldError[] = []): Promise<Page> {
  const { row, words, law } = await openRequest(call.world, call.clerk, {
    service: call.service,
    id: call.params.id ?? '',
  });
  return {
    page: 'request',
    request: requestView(call.world, call.speaker, { row, words }),
    law: sayReasons(call.speaker, law),
    mayRefuse: mayRefuse(call.clerk),
    errors,
  };
}

/** Takes the answer to a request. */
export async function answer(call: StaffServiceCall): Promise<Answer> {
  const outcome = field(call.form, 'outcome') === 'refused' ? ('refused' as const) : ('done' as const);
  const what = {
    service: call.service,
    id: call.params.id ?? '',
    answer: field(call.form, 'answer'),
    outcome,
  };
  const done = await answerRequest(call.world, call.clerk, what);
  if ('ok' in done) return { to: `${baseOf(call)}/requests`, flash: call.speaker.say('page.flash.answered') };
  return { page: await requestPage(call, oneError(call.speaker, done.problem, 'answer')), status: 422 };
}
