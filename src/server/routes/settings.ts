import { accents, changeLook, type LookForm, lookOf } from '../../system/index.ts';
import type { FieldError, Page } from '../pages.ts';
import { type Answer, field, type StaffServiceCall } from '../route.ts';
import { fieldErrors } from '../views/problems.ts';

/** What the officer can set for one service. */
export async function settingsPage(
  call: StaffServiceCall,
  sent?: { look: LookForm; errors: readonly FieldError[] },
): Promise<Page> {
  const { named, ...stored } = await lookOf(call.world, call.service);
  const { name, mark, accent } = sent?.look ?? stored;
  const choice = accents.map((key) => ({ key, name: call.speaker.sayCode('page.settings.accent', key) }));
  const look = { name, mark, accent, named, accents: choice };
  return { page: 'settings', look, errors: sent?.errors ?? [] };
}

/** Changes how the service looks. */
export async function changeSettings(call: StaffServiceCall): Promise<Answer> {
  const look = {
    name: field(call.form, 'name'),
    mark: field(call.form, 'mark'),
    accent: field(call.form, 'accent'),
  };
  const problems = await changeLook(call.world, call.clerk, { service: call.service, look });
  if (problems.length > 0) {
    const errors = fieldErrors(call.speaker, problems);
    return { page: await settingsPage(call, { look, errors }), status: 422 };
  }
  return { to: `/console/s/${call.service.key}/settings`, flash: call.speaker.say('page.settings.saved') };
}
