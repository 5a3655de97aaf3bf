import { everyRole, proveAnew } from '../../system/index.ts';
import { setSession } from '../cookies.ts';
import type { FieldError, Page } from '../pages.ts';
import { type Answer, field, type Route, type StaffCall, ticked } from '../route.ts';
import { oneError } from '../views/problems.ts';
import { wayBack } from '../way-back.ts';
import { factorIn } from './entering.ts';

const provePath = '/console/prove';
const afterwards = '/console/security';
/** Stands before the names of this page's own fields: the others are those of the form that waits. */
const own = 'prove.';

const leadsTo = (text: string | undefined): string => wayBack(text, '/console') ?? afterwards;

function keptIn(form: StaffCall['form']): readonly (readonly [string, string])[] {
  return [...form].flatMap(([name, values]) =>
    name.startsWith(own) ? [] : values.map((value) => [name, value] as const),
  );
}

/**
 * What somebody gets whose act needs fresh proof: the page where they prove anew who they are. The form that
 * was sent waits in it and is sent once they have, so that nothing has to be filled in twice.
 */
export async function proveStaffFirst(call: StaffCall): Promise<Answer> {
  const { url, method } = call.request;
  if (method !== 'POST') return { to: `${provePath}?${new URLSearchParams({ back: url })}` };
  const frame = { path: provePath, here: `${provePath}?${new URLSearchParams({ back: '/console' })}` };
  return { page: { page: 'staff-prove', to: url, kept: keptIn(call.form), errors: [] }, status: 401, frame };
}

async function prove(call: StaffCall): Promise<Answer> {
  const { form, session, request, speaker } = call;
  const to = leadsTo(field(form, `${own}to`));
  const again = ticked(form, `${own}again`);
  const by = { password: field(form, `${own}password`), factor: factorIn(form, own) };
  const done = await proveAnew(call.world, { session, from: request.client.prefix }, by);
  if ('problem' in done) {
    const errors: readonly FieldError[] = oneError(speaker, done.problem, `${own}password`);
    const page: Page = { page: 'staff-prove', to, ...(again && { kept: keptIn(form) }), errors };
    return { page, status: 422 };
  }
  setSession(call, 'staff', done.session);
  return again ? { to, again } : { to };
}

type Row = Pick<Route & { who: 'staff'; scope: 'house' }, 'method' | 'url' | 'kind' | 'fresh' | 'handle'>;

/** A row for everybody of the staff, about themselves. */
export const forAllStaff = (row: Row): Route => ({
  ...{ ...row, who: 'staff', scope: 'house', roles: everyRole, held: 'anywhere' },
});

/** Where staff prove anew who they are, before acts that matter. */
export const staffProveRoutes: readonly Route[] = [
  forAllStaff({
    method: 'GET',
    url: provePath,
    handle: async ({ query }) => ({ page: { page: 'staff-prove', to: leadsTo(query.back), errors: [] } }),
  }),
  forAllStaff({ method: 'POST', url: provePath, kind: 'secret', handle: prove }),
];
