import { setTimeout } from 'node:timers/promises';
import { isId } from '../../base/index.ts';
import { confirmSignIn, endSession, signInByPassword, startSignIn } from '../../system/index.ts';
import { clearSession, setSession, tokenOf } from '../cookies.ts';
import { deviceOf } from '../device.ts';
import { type Answer, chosen, field, type Route, type ServiceCall } from '../route.ts';
import { cabinetAfter } from '../signed-out.ts';
import { maskedIn } from '../views/masked.ts';
import { oneError } from '../views/problems.ts';
import { wayBack } from '../way-back.ts';

/** The least time an answer about an address takes, in milliseconds: longer than sending a code does. */
const steadyMs = 150;

/** Answers no sooner than that, so that the time taken does not tell whether somebody is registered. */
async function steadily<T>(work: Promise<T>): Promise<T> {
  const [answer] = await Promise.all([work, setTimeout(steadyMs)]);
  return answer;
}

/** Where the person was before, when that is a page of their cabinet. */
function backOf(call: ServiceCall): { back?: string } {
  const back = wayBack(call.query.back ?? field(call.form, 'back'), `/s/${call.service.key}/me`);
  return back === undefined ? {} : { back };
}

function enter(call: ServiceCall, token: string, back: string | undefined): Answer {
  setSession(call, call.service, token);
  return { to: cabinetAfter(call.service, back) };
}

/** The address as sent, with what is wrong: never the password. */
function signInAgain(call: ServiceCall, problem: string, name?: string): Answer {
  const value = field(call.form, 'address');
  const errors = oneError(call.speaker, problem, name);
  return { page: { page: 'sign-in', errors, value, ...backOf(call) }, status: 422 };
}

async function sendSignInCode(call: ServiceCall): Promise<Answer> {
  const address = field(call.form, 'address');
  const from = call.request.client.prefix;
  const started = await steadily(startSignIn(call.world, { service: call.service, address, from }));
  if ('problem' in started) return signInAgain(call, started.problem, 'address');
  const page = { page: 'sign-in-code' as const, ...started, ...backOf(call), errors: [] };
  return { page, frame: atCode(call, started.ticket) };
}

async function signInWithPassword(call: ServiceCall): Promise<Answer> {
  const { back } = backOf(call);
  const done = await steadily(
    signInByPassword(call.world, {
      service: call.service,
      address: field(call.form, 'address'),
      password: field(call.form, 'password'),
      from: call.request.client.prefix,
      client: deviceOf(call.request),
    }),
  );
  if ('session' in done) return enter(call, done.session, back);
  return signInAgain(call, done.problem, done.problem === 'address-malformed' ? 'address' : 'password');
}

/** Where the second step is seen again; the address, masked or not, stands in no URL. */
function atCode(call: ServiceCall, ticket: string) {
  const query = new URLSearchParams({ ticket, ...backOf(call) });
  return isId(ticket) ? { here: `/s/${call.service.key}/sign-in?${query}` } : {};
}

async function signInPage(call: ServiceCall): Promise<Answer> {
  const ticket = call.query.ticket ?? '';
  if (!isId(ticket)) return { page: { page: 'sign-in', errors: [], ...backOf(call) } };
  return { page: { page: 'sign-in-code', ticket, sentTo: '', errors: [], ...backOf(call) } };
}

async function takeSignInCode(call: ServiceCall): Promise<Answer> {
  const { back } = backOf(call);
  const ticket = field(call.form, 'ticket');
  const sentTo = maskedIn(field(call.form, 'sentTo'));
  const done = await confirmSignIn(call.world, {
    service: call.service,
    ticket,
    code: field(call.form, 'code'),
    from: call.request.client.prefix,
    client: deviceOf(call.request),
  });
  if ('session' in done) return enter(call, done.session, back);
  const errors = oneError(call.speaker, done.problem, 'code');
  const page = { page: 'sign-in-code' as const, ticket, sentTo, ...backOf(call), errors };
  return { page, status: 422, frame: atCode(call, ticket) };
}

/** One form for both ways: with a password it signs in; without one, or on demand, it sends a code. */
function signIn(call: ServiceCall): Promise<Answer> {
  if (call.form.has('ticket')) return takeSignInCode(call);
  const byCode = chosen(call.form, 'way', ['code']) === 'code' || field(call.form, 'password') === '';
  return byCode ? sendSignInCode(call) : signInWithPassword(call);
}

/** The way into the cabinet, and out of it. */
export const signInRoutes: readonly Route[] = [
  { method: 'GET', url: '/s/:key/sign-in', who: 'anyone', scope: 'service', handle: signInPage },
  {
    method: 'POST',
    url: '/s/:key/sign-in',
    kind: 'secret',
    who: 'anyone',
    scope: 'service',
    handle: signIn,
  },
  {
    method: 'POST',
    url: '/s/:key/sign-out',
    who: 'anyone',
    scope: 'service',
    handle: async ({ world, request, reply, service }) => {
      await endSession(world, tokenOf(request, service));
      clearSession({ request, reply }, service);
      return { to: `/s/${service.key}/` };
    },
  },
];
