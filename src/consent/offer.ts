import type { Policy } from '../policy/index.ts';

/** The forms in which somebody may give a consent here by themselves, the weakest proof first. */
export const givenForms = ['checkbox', 'sms', 'written_scan'] as const;

/** One of them. */
export type GivenForm = (typeof givenForms)[number];

/** Acts a text may name, with the form in which they are taken here. */
const takenAs: Readonly<Record<string, GivenForm>> = {
  checkbox: 'checkbox',
  separate_explicit: 'checkbox',
  registration: 'checkbox',
  form_submission: 'checkbox',
  order_placement: 'checkbox',
  sms: 'sms',
  written_scan: 'written_scan',
};

/**
 * The forms a policy states, the weakest first; a ticked box where it states none that counts: what is
 * implied by use, or by an agreement, is no form.
 * @law 94-V Art. 8(1)
 */
export function statedForms(policy: Policy): readonly GivenForm[] {
  const stated = policy.labels.flatMap((row) =>
    row.facet === 'consent_form' && Object.hasOwn(takenAs, row.label) ? [takenAs[row.label]] : [],
  );
  const found = givenForms.filter((form) => stated.includes(form));
  return found.length > 0 ? found : ['checkbox'];
}

/**
 * What a person may choose from: what is offered, and whatever proves more than the weakest of it. A code by
 * SMS needs a telephone among the data asked; a signed paper needs nothing.
 */
export function formsToChoose(
  offered: readonly GivenForm[],
  asked: { readonly phone: boolean },
): readonly GivenForm[] {
  const weakest = givenForms.findIndex((form) => offered.includes(form));
  const left = givenForms.filter((form, at) => at >= weakest && (form !== 'sms' || asked.phone));
  return left.length > 0 ? left : ['checkbox'];
}
