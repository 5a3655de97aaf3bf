import {
  answerRequest,
  blockData,
  blockOf,
  type LiftReason,
  liftReasons,
  listRequests,
  mayBlock,
  mayRefuse,
  openRequest,
  type RequestRecord,
  sayReasons,
  unblockData,
} from '../../system/index.ts';
import type { BlockingView } from '../page-parts.ts';
import type { FieldError, Page } from '../pages.ts';
import { type Answer, chosen, cursorOf, field, malformed, type StaffServiceCall } from '../route.ts';
import { oneError } from '../views/problems.ts';
import { baseOf, moreOf, pageSize } from './paging.ts';
import { requestView } from './requests.ts';

const states = ['open', 'done', 'refused', 'all'] as const;

/** Requests of a service; those that wait unless asked otherwise. */
export async function requests(call: StaffServiceCall): Promise<Page> {
  const asked = call.query.state ?? 'open';
  const state = states.find((known) => known === asked);
  if (state === undefined) throw malformed();
  const only = state === 'all' ? {} : { state };
  const ask = { service: call.service.id, ...only, ...cursorOf(call.query), limit: pageSize };
  const rows = await listRequests(call.world, ask);
  const views = rows.map((row) => ({
    ...requestView(call.world, call.speaker, { row }),
    href: `${baseOf(call)}/requests/${row.id}`,
  }));
  return { page: 'requests', rows: views, state, ...moreOf(call, rows) };
}

/** An answer as sent, when it comes back with its errors: nobody writes it again. */
interface Sent {
  readonly answer: string;
  readonly outcome?: string;
  readonly errors: readonly FieldError[];
}

/** One request with the words of the person. */
export async function requestPage(
  call: StaffServiceCall,
  sent?: Sent,
  blockingErrors: readonly FieldError[] = [],
): Promise<Page> {
  const { row, words, law } = await openRequest(call.world, call.clerk, {
    service: call.service,
    id: call.params.id ?? '',
  });
  return {
    page: 'request',
    request: requestView(call.world, call.speaker, { row, words }),
    law: sayReasons(call.speaker, law),
    mayRefuse: mayRefuse(call.clerk),
    ...(mayBlock(call.clerk) && { blocking: await blockingView(call, row, blockingErrors) }),
    errors: sent?.errors ?? [],
    ...(sent && { sent: { answer: sent.answer, ...(sent.outcome && { outcome: sent.outcome }) } }),
  };
}

async function blockingView(
  call: StaffServiceCall,
  row: RequestRecord,
  errors: readonly FieldError[],
): Promise<BlockingView> {
  const block = await blockOf(call.world, row);
  const elsewhere = block && block.request !== row.id && `${baseOf(call)}/requests/${block.request}`;
  return {
    may: row.state === 'open',
    reasons: liftReasons.map((key) => ({ key, name: call.speaker.say(`page.block.reason.${key}`) })),
    errors,
    ...(block && { since: block.since }),
    ...(elsewhere && { elsewhere }),
  };
}

/** Blocks the data of the person whose request it is, or lifts the block. */
export async function changeBlock(call: StaffServiceCall): Promise<Answer> {
  const at = { service: call.service, id: call.params.id ?? '' };
  const here = `${baseOf(call)}/requests/${at.id}`;
  const act = chosen(call.form, 'act', ['block', 'lift']);
  if (act === undefined) throw malformed();
  const lifting = act === 'lift';
  const reason = chosen<LiftReason>(call.form, 'reason', liftReasons);
  const done = lifting
    ? await unblockData(call.world, call.clerk, { ...at, ...(reason && { reason }) })
    : await blockData(call.world, call.clerk, at);
  if ('ok' in done)
    return { to: here, flash: call.speaker.say(lifting ? 'page.flash.unblocked' : 'page.flash.blocked') };
  const errors = oneError(call.speaker, done.problem, 'reason');
  return { page: await requestPage(call, undefined, errors), status: 422, frame: { here } };
}

/** Takes the answer to a request. */
export async function answer(call: StaffServiceCall): Promise<Answer> {
  const outcome = chosen(call.form, 'outcome', ['done', 'refused']);
  const what = {
    service: call.service,
    id: call.params.id ?? '',
    answer: field(call.form, 'answer'),
    ...(outcome && { outcome }),
  };
  const done = await answerRequest(call.world, call.clerk, what);
  if ('ok' in done) {
    const said = done.masked ? 'page.flash.answered-masked' : 'page.flash.answered';
    return { to: `${baseOf(call)}/requests`, flash: call.speaker.say(said) };
  }
  const at = done.problem === 'outcome-missing' ? 'outcome' : 'answer';
  const page = await requestPage(call, { ...what, errors: oneError(call.speaker, done.problem, at) });
  return { page, status: 422 };
}
