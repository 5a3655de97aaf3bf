import { enrolApp, enterWithFactor, type GivenFactor, offerEnrolment } from '../../system/index.ts';
import { clearSession, setSession } from '../cookies.ts';
import { deviceOf } from '../device.ts';
import type { FieldError, Page } from '../pages.ts';
import { type Answer, type Call, type EnteringCall, field, type Route } from '../route.ts';
import { consoleAfter } from '../signed-out.ts';
import { oneError } from '../views/problems.ts';
import { wayBack } from '../way-back.ts';

const steps = { 'staff-factor': '/console/factor', 'staff-enrol': '/console/enrol' } as const;

/** Where the staff member was before, when that is a page of the console. */
export function backOf(call: Call): { back?: string } {
  const back = wayBack(call.query.back ?? field(call.form, 'back'), '/console');
  return back === undefined ? {} : { back };
}

/** From a right password on to the next step, and from there to where they were. */
export function nextStep(
  call: Call,
  done: { session: string; role: keyof typeof steps; back?: string },
): Answer {
  setSession(call, 'staff-step', done.session);
  const { back } = done;
  return { to: `${steps[done.role]}${back === undefined ? '' : `?${new URLSearchParams({ back })}`}` };
}

/** Through the last step: the whole session takes the place of the step's. */
function letIn(call: Call, token: string): void {
  clearSession(call, 'staff-step');
  setSession(call, 'staff', token);
}

/**
 * The factor that a form gives: a recovery code when there is one, else a password of the app. `under` stands
 * before the names of its fields.
 */
export function factorIn(form: Call['form'], under = ''): GivenFactor {
  const [recovery, code] = [field(form, `${under}recovery`), field(form, `${under}code`)];
  if (recovery !== '') return { kind: 'recovery', code: recovery.slice(0, 100) };
  return { kind: 'app', code: code.slice(0, 100) };
}

async function enter(call: EnteringCall): Promise<Answer> {
  const { session, request, speaker } = call;
  const to = consoleAfter(field(call.form, 'back'));
  const given = factorIn(call.form);
  const step = { session, from: request.client.prefix, client: deviceOf(request) };
  const done = await enterWithFactor(call.world, step, given);
  if ('problem' in done) {
    const errors = oneError(speaker, done.problem, given.kind === 'recovery' ? 'recovery' : 'code');
    return { page: { page: 'staff-factor', ...backOf(call), errors }, status: 422 };
  }
  letIn(call, done.session);
  const { left } = done.by;
  return left === undefined ? { to } : { to, flash: speaker.say('page.flash.recovery-used', { left }) };
}

async function enrolPage(call: EnteringCall, errors: readonly FieldError[] = []): Promise<Page> {
  const app = await offerEnrolment(call.world, call.session);
  return { page: 'enrol', app, ...backOf(call), errors };
}

async function enrol(call: EnteringCall): Promise<Answer> {
  const next = consoleAfter(field(call.form, 'back'));
  const entering = { session: call.session, client: deviceOf(call.request) };
  const done = await enrolApp(call.world, entering, field(call.form, 'code').slice(0, 100));
  if ('problem' in done)
    return { page: await enrolPage(call, oneError(call.speaker, done.problem, 'code')), status: 422 };
  letIn(call, done.session);
  return { page: { page: 'recovery-codes', codes: done.codes, next } };
}

type Step = Extract<Route, { who: 'entering' }>;

const on = (step: Step['step'], method: Route['method'], handle: Step['handle']): Route => ({
  ...{ method, url: steps[step], who: 'entering', scope: 'house', step, handle },
  ...(method === 'POST' && { kind: 'secret' }),
});

/** The steps between password and console. */
export const enteringRoutes: readonly Route[] = [
  on('staff-factor', 'GET', async (call) => ({
    page: { page: 'staff-factor', ...backOf(call), errors: [] },
  })),
  on('staff-factor', 'POST', enter),
  on('staff-enrol', 'GET', async (call) => ({ page: await enrolPage(call) })),
  on('staff-enrol', 'POST', enrol),
];
