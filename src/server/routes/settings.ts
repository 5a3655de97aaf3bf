import {
  accents,
  changeLook,
  changeVisitTerm,
  type LookForm,
  lookOf,
  visitTermFor,
} from '../../system/index.ts';
import type { FieldError, Page } from '../pages.ts';
import { type Answer, field, type StaffServiceCall } from '../route.ts';
import { fieldErrors } from '../views/problems.ts';
import { recordedNames, termText } from '../views/visits.ts';

/** What the officer can set for one service. */
export async function settingsPage(
  call: StaffServiceCall,
  sent: { look?: LookForm; visitDays?: string; errors: readonly FieldError[] } = { errors: [] },
): Promise<Page> {
  const { named, ...stored } = await lookOf(call.world, call.service);
  const { name, mark, accent } = sent.look ?? stored;
  const choice = accents.map((key) => ({ key, name: call.speaker.sayCode('page.settings.accent', key) }));
  const look = { name, mark, accent, named, accents: choice };
  const visits = await visitSettings(call, sent.visitDays, sent.errors);
  const errors = sent.visitDays === undefined ? sent.errors : [];
  return { page: 'settings', look, errors, ...(visits && { visits }) };
}

async function visitSettings(
  call: StaffServiceCall,
  typed: string | undefined,
  errors: readonly FieldError[],
): Promise<(Page & { page: 'settings' })['visits']> {
  const term = await visitTermFor(call.world, call.service);
  if (term.categories.length === 0) return undefined;
  return {
    days: typed ?? term.chosen?.toString() ?? '',
    most: term.most,
    recorded: recordedNames(call.speaker, term.categories),
    term: termText(call.speaker, term),
    errors: typed === undefined ? [] : errors,
  };
}

/** Sets how long visits are kept. */
export async function changeVisits(call: StaffServiceCall): Promise<Answer> {
  const visitDays = field(call.form, 'visitDays');
  const here = `/console/s/${call.service.key}/settings`;
  const problems = await changeVisitTerm(call.world, call.clerk, { service: call.service, typed: visitDays });
  if (problems.length > 0) {
    const errors = fieldErrors(call.speaker, problems);
    return { page: await settingsPage(call, { visitDays, errors }), status: 422, frame: { here } };
  }
  return { to: here, flash: call.speaker.say('page.settings.saved') };
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
