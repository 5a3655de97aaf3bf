import { isId } from '../../base/index.ts';
import { confirmGiven, consentChoices, giveConsent, waitingConsent } from '../../system/index.ts';
import type { FieldError, Page } from '../pages.ts';
import { type Answer, field, type SubjectCall, ticked } from '../route.ts';
import { formChoices } from '../views/consents.ts';
import { fieldErrors, oneError } from '../views/problems.ts';
import { carriesAgreement, mixedErrors } from './agreements.ts';

const hereOf = (call: SubjectCall) => `/s/${call.service.key}/me/give`;
const receiptOf = (call: SubjectCall, consent: string): Answer => ({
  to: `/s/${call.service.key}/me/consents/${consent}`,
  flash: call.speaker.say('page.flash.consented'),
});

/** What may be consented to; of the one chosen the text and the forms. */
async function choicesPage(
  call: SubjectCall,
  what: { of?: string; form?: string; errors?: readonly FieldError[] } = {},
): Promise<Page & { page: 'give-consent' }> {
  const { speaker } = call;
  const { choices, forms } = await consentChoices(call.world, call.me, speaker);
  const chosen = choices.find(({ key }) => key === what.of);
  const form = forms.find((one) => one === what.form) ?? forms[0] ?? '';
  return {
    page: 'give-consent',
    choices: choices.map(({ key, text, given }) => ({ id: key, title: text.title, given })),
    forms: formChoices(speaker, forms),
    errors: what.errors ?? [],
    ...(chosen && {
      chosen: { id: chosen.key, title: chosen.text.title, lines: chosen.text.lines, form },
    }),
  };
}

/** The page of a consent to give, or of its code that is waited for. */
export async function givePage(call: SubjectCall): Promise<Answer> {
  const { draft = '', of } = call.query;
  const waiting = isId(draft) ? await waitingConsent(call.world, call.me, draft) : undefined;
  if (waiting) return { page: { page: 'confirm', ...waiting, errors: [] } };
  return { page: await choicesPage(call, of === undefined ? {} : { of }) };
}

/** Gives a consent, or takes the code of one. */
export async function giveMine(call: SubjectCall): Promise<Answer> {
  if (call.form.has('code')) return takeCode(call);
  if (carriesAgreement(call))
    return { page: await choicesPage(call, { errors: mixedErrors(call) }), status: 422 };
  const sent = { key: field(call.form, 'key'), form: field(call.form, 'form') };
  const from = call.request.client.prefix;
  const wish = { ...sent, agree: ticked(call.form, 'agree'), speaker: call.speaker, from };
  const done = await giveConsent(call.world, call.me, wish);
  if ('draft' in done)
    return {
      page: { page: 'confirm', ...done, errors: [] },
      frame: { here: `${hereOf(call)}?draft=${done.draft}` },
    };
  if ('paper' in done)
    return {
      to: `/s/${call.service.key}/me/papers/${done.paper}`,
      flash: call.speaker.say('page.flash.paper-made'),
    };
  if ('consent' in done) return receiptOf(call, done.consent);
  const errors = fieldErrors(call.speaker, [done.problem]);
  const page = await choicesPage(call, { of: sent.key, form: sent.form, errors });
  const here = page.chosen ? `${hereOf(call)}?of=${page.chosen.id}` : hereOf(call);
  return { page, status: 422, frame: { here } };
}

async function takeCode(call: SubjectCall): Promise<Answer> {
  const draft = field(call.form, 'draft');
  const at = { draft, code: field(call.form, 'code'), from: call.request.client.prefix };
  const done = await confirmGiven(call.world, call.me, at);
  if ('consent' in done) return receiptOf(call, done.consent);
  const waiting = await waitingConsent(call.world, call.me, draft);
  if (waiting) {
    const errors = oneError(call.speaker, done.problem, 'code');
    const frame = { here: `${hereOf(call)}?draft=${draft}` };
    return { page: { page: 'confirm', ...waiting, errors }, status: 422, frame };
  }
  const code = done.problem === 'policy-changed' ? done.problem : 'code-spent';
  return { page: await choicesPage(call, { errors: oneError(call.speaker, code) }), status: 410 };
}
