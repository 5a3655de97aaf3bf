import { addOwnApp, changeStaffPassword, offerOwnApp, ownEntry, renewCodes } from '../../system/index.ts';
import { setSession } from '../cookies.ts';
import type { FieldError, Page } from '../pages.ts';
import { type Answer, always, field, malformed, type Route, type StaffCall } from '../route.ts';
import { entryView } from '../views/entries.ts';
import { fieldErrors } from '../views/problems.ts';
import { forAllStaff } from './staff-prove.ts';

const path = '/console/security';

async function securityPage(call: StaffCall, errors: readonly FieldError[] = []): Promise<Page> {
  const { app, codesLeft, entries } = await ownEntry(call.world, call.session);
  const said = entries.map((row) => entryView(call.speaker, row));
  const { createdAt, usedAt } = app;
  const own = { createdAt, ...(usedAt !== undefined && { usedAt }) };
  return { page: 'staff-security', app: own, codesLeft, entries: said, errors };
}

async function newPassword(call: StaffCall): Promise<Answer> {
  const form = { current: field(call.form, 'current'), password: field(call.form, 'password') };
  const step = { session: call.session, from: call.request.client.prefix };
  const done = await changeStaffPassword(call.world, step, form);
  if ('problems' in done) return refused(call, fieldErrors(call.speaker, done.problems));
  setSession(call, 'staff', done.session);
  return { to: path, flash: call.speaker.say('page.flash.security.password') };
}

async function codes(call: StaffCall): Promise<Answer> {
  return {
    page: { page: 'recovery-codes', codes: await renewCodes(call.world, call.session), next: path },
  };
}

async function refused(call: StaffCall, errors: readonly FieldError[]): Promise<Answer> {
  return { page: await securityPage(call, errors), status: 422 };
}

const acts: Readonly<Record<string, (call: StaffCall) => Promise<Answer>>> = {
  password: newPassword,
  codes,
};

async function change(call: StaffCall): Promise<Answer> {
  const act = field(call.form, 'act');
  const doing = Object.hasOwn(acts, act) ? acts[act] : undefined;
  if (!doing) throw malformed();
  return doing(call);
}

async function appPage(call: StaffCall, errors: readonly FieldError[] = []): Promise<Page> {
  return { page: 'add-app', app: await offerOwnApp(call.world, call.session), errors };
}

async function addApp(call: StaffCall): Promise<Answer> {
  const code = field(call.form, 'code').slice(0, 100);
  const done = await addOwnApp(call.world, call.session, code);
  if ('problems' in done)
    return { page: await appPage(call, fieldErrors(call.speaker, done.problems)), status: 422 };
  return { to: path, flash: call.speaker.say('page.flash.security.app') };
}

/** How one gets in oneself: password, second factors, recovery codes. Changes need fresh proof. */
export const staffSecurityRoutes: readonly Route[] = [
  forAllStaff({ method: 'GET', url: path, handle: async (call) => ({ page: await securityPage(call) }) }),
  forAllStaff({ method: 'POST', url: path, kind: 'secret', fresh: always, handle: change }),
  forAllStaff({
    ...{ method: 'GET', url: `${path}/app`, fresh: always },
    handle: async (call) => ({ page: await appPage(call) }),
  }),
  forAllStaff({ method: 'POST', url: `${path}/app`, kind: 'secret', fresh: always, handle: addApp }),
];
