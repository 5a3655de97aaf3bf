import { isId } from '../../base/index.ts';
import {
  type AddressKind,
  endOwnSessions,
  ownSessions,
  type Proving,
  passwordSince,
  proveByCode,
  proveByPassword,
  removePassword,
  sendProofCode,
  setPassword,
  shortestAlone,
  waysToProve,
} from '../../system/index.ts';
import { setSession } from '../cookies.ts';
import type { FieldError, Page } from '../pages.ts';
import { type Answer, always, chosen, field, malformed, type Route, type SubjectCall } from '../route.ts';
import { cabinetAfter } from '../signed-out.ts';
import { maskedIn } from '../views/masked.ts';
import { fieldErrors, oneError } from '../views/problems.ts';
import { wayBack } from '../way-back.ts';

const areaOf = (call: SubjectCall) => `/s/${call.service.key}/me`;

async function securityPage(call: SubjectCall): Promise<Answer> {
  const passwordSetAt = await passwordSince(call.world, call.me);
  const sessions = await ownSessions(call.world, call.session);
  return {
    page: { page: 'security', sessions, ...(passwordSetAt !== undefined && { passwordSetAt }) },
  };
}

/** Which of one's sessions a form ends: one by its id, or all others. */
export function whichSessions(form: SubjectCall['form']): string {
  if (chosen(form, 'act', ['others', 'end']) === 'others') return 'others';
  const id = field(form, 'session');
  if (!isId(id)) throw malformed();
  return id;
}

async function endSessions(call: SubjectCall): Promise<Answer> {
  const holder = { session: call.session, actor: { role: 'subject' as const }, channel: 'cabinet' as const };
  const n = await endOwnSessions(call.world, holder, whichSessions(call.form));
  const flash = call.speaker.say(n === 0 ? 'page.flash.sessions-none' : 'page.flash.sessions-ended');
  return { to: `${areaOf(call)}/security`, flash };
}

async function passwordPage(call: SubjectCall, errors: readonly FieldError[] = []): Promise<Page> {
  const has = (await passwordSince(call.world, call.me)) !== undefined;
  return { page: 'password', has, shortest: shortestAlone, errors };
}

async function changePassword(call: SubjectCall): Promise<Answer> {
  const holder = { me: call.me, session: call.session };
  const to = `${areaOf(call)}/security`;
  if (chosen(call.form, 'act', ['remove']) === 'remove') {
    await removePassword(call.world, holder);
    return { to, flash: call.speaker.say('page.flash.password-removed') };
  }
  const done = await setPassword(call.world, holder, field(call.form, 'password'));
  if ('problems' in done)
    return { page: await passwordPage(call, fieldErrors(call.speaker, done.problems)), status: 422 };
  const flash = call.speaker.say(done.first ? 'page.flash.password-set' : 'page.flash.password-changed');
  return { to, flash };
}

/** Where the person was when they were asked who they are. */
function backOf(call: SubjectCall): { back?: string } {
  const back = wayBack(call.query.back ?? field(call.form, 'back'), areaOf(call));
  return back === undefined ? {} : { back };
}

const provingOf = ({ me, session, request }: SubjectCall): Proving => ({
  me,
  session,
  from: request.client.prefix,
});

async function provePage(call: SubjectCall, errors: readonly FieldError[] = []): Promise<Page> {
  return { page: 'prove', ...(await waysToProve(call.world, call.me)), ...backOf(call), errors };
}

function codePage(
  call: SubjectCall,
  sent: { ticket: string; sentTo: string },
): Page & { page: 'prove-code' } {
  return { page: 'prove-code', ...sent, ...backOf(call), errors: [] };
}

/** Where the second step is seen again, as in another language. */
function atCode(call: SubjectCall, ticket: string) {
  const query = new URLSearchParams({ ticket, ...backOf(call) });
  return isId(ticket) ? { here: `${areaOf(call)}/prove?${query}` } : {};
}

async function proveStart(call: SubjectCall): Promise<Answer> {
  const ticket = call.query.ticket ?? '';
  return { page: isId(ticket) ? codePage(call, { ticket, sentTo: '' }) : await provePage(call) };
}

const kinds: readonly AddressKind[] = ['email', 'phone'];

async function prove(call: SubjectCall): Promise<Answer> {
  const { back } = backOf(call);
  if (call.form.has('ticket')) return takeCode(call, back);
  const kind = chosen(call.form, 'to', kinds);
  if (kind) {
    const sent = await sendProofCode(call.world, { ...provingOf(call), kind });
    return { page: codePage(call, sent), frame: atCode(call, sent.ticket) };
  }
  const done = await proveByPassword(call.world, provingOf(call), field(call.form, 'password'));
  if ('session' in done) return goOn(call, done.session, back);
  return { page: await provePage(call, oneError(call.speaker, done.problem, 'password')), status: 422 };
}

async function takeCode(call: SubjectCall, back: string | undefined): Promise<Answer> {
  const ticket = field(call.form, 'ticket');
  const sentTo = maskedIn(field(call.form, 'sentTo'));
  const done = await proveByCode(call.world, provingOf(call), { ticket, code: field(call.form, 'code') });
  if ('session' in done) return goOn(call, done.session, back);
  const page = codePage(call, { ticket, sentTo });
  const errors = oneError(call.speaker, done.problem, 'code');
  return { page: { ...page, errors }, status: 422, frame: atCode(call, ticket) };
}

/** The session has another token from here on. */
function goOn(call: SubjectCall, token: string, back: string | undefined): Answer {
  setSession(call, call.service, token);
  return { to: cabinetAfter(call.service, back), flash: call.speaker.say('page.flash.proved') };
}

type Handle = (call: SubjectCall) => Promise<Answer>;
const own = (method: Route['method'], url: string, handle: Handle) =>
  ({ method, url: `/s/:key/me${url}`, who: 'subject', scope: 'service', handle }) as const;

/** How a person signs in and where they are signed in, and the page on which they prove anew who they are. */
export const securityRoutes: readonly Route[] = [
  own('GET', '/security', securityPage),
  { ...own('POST', '/security', endSessions), fresh: always },
  { ...own('GET', '/password', async (call) => ({ page: await passwordPage(call) })), fresh: always },
  { ...own('POST', '/password', changePassword), kind: 'secret', fresh: always },
  own('GET', '/prove', proveStart),
  { ...own('POST', '/prove', prove), kind: 'secret' },
];
