import { changeConsentForms, showConsentForms } from '../../system/index.ts';
import type { FieldError, Page } from '../pages.ts';
import { type Answer, malformed, type StaffServiceCall } from '../route.ts';
import { formChoices } from '../views/consents.ts';
import { fieldErrors } from '../views/problems.ts';

/** In which forms a service takes consents. */
export async function consentFormsPage(
  call: StaffServiceCall,
  errors: readonly FieldError[] = [],
): Promise<Page> {
  const { all, stated, offered, usable } = await showConsentForms(call.world, call.service);
  const has = (list: readonly string[], key: string) => list.includes(key);
  return {
    page: 'consent-forms',
    forms: formChoices(call.speaker, all).map((form) => ({
      ...form,
      stated: has(stated, form.key),
      offered: has(offered, form.key),
      usable: has(usable, form.key),
    })),
    errors,
  };
}

/** Chooses them. */
export async function changeForms(call: StaffServiceCall): Promise<Answer> {
  const forms = call.form.get('forms') ?? [];
  const { all } = await showConsentForms(call.world, call.service);
  if (!forms.every((form) => all.some((known) => known === form))) throw malformed();
  const problems = await changeConsentForms(call.world, call.clerk, { service: call.service, forms });
  if (problems.length > 0)
    return { page: await consentFormsPage(call, fieldErrors(call.speaker, problems)), status: 422 };
  return {
    to: `/console/s/${call.service.key}/consents`,
    flash: call.speaker.say('page.flash.consent-forms-changed'),
  };
}
