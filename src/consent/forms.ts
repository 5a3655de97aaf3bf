/**
 * What there is to know about one act people call a consent. `after-check`: counts once the officer has
 * checked the proof.
 */
export interface ConsentForm {
  readonly key: string;
  readonly accepted: 'yes' | 'after-check' | 'no';
  /** Covers only the device permission it was asked for. */
  readonly permissionOnly?: boolean;
  readonly article: string;
}

const rows: readonly (readonly [string, ConsentForm['accepted']])[] = [
  ['checkbox', 'yes'],
  ['separate_explicit', 'yes'],
  ['sms', 'yes'],
  ['device_permission', 'yes'],
  ['written_checked', 'yes'],
  ['guardian_checked', 'yes'],
  ['written_scan', 'after-check'],
  ['guardian', 'after-check'],
  // Registering, sending a form or ordering is consent only by the box in it, and that is recorded as
  // `checkbox`.
  ['registration', 'no'],
  ['form_submission', 'no'],
  ['order_placement', 'no'],
  ['agreement_acceptance', 'no'],
  ['implied_by_use', 'no'],
  ['continued_use', 'no'],
  ['stop_if_disagree', 'no'],
  ['browsing', 'no'],
  ['message', 'no'],
  ['upload', 'no'],
  ['other_person', 'no'],
];

/**
 * The acts, by key: labels of the facet `consent_form` and those the product itself records.
 *
 * Only an act whose receipt can be confirmed counts; use, continued use, acceptance of an agreement and
 * another person's statement do not.
 * @law 94-V Art. 8(1), 94-V Art. 25(2)(5)
 */
export const consentForms: Readonly<Record<string, ConsentForm>> = Object.fromEntries(
  rows.map(([key, accepted]) => [
    key,
    {
      key,
      accepted,
      article: '94-V Art. 8(1)',
      ...(key === 'device_permission' ? { permissionOnly: true } : {}),
    },
  ]),
);

const permissionCategories = ['geolocation', 'camera', 'microphone', 'gallery', 'contacts_list'];

/** Whether this act is a consent to processing `category`. Unknown acts are not. @law 94-V Art. 8(1) */
export function isAcceptedForm(form: string, category?: string): boolean {
  const row = Object.hasOwn(consentForms, form) ? consentForms[form] : undefined;
  if (row?.accepted !== 'yes') return false;
  return row.permissionOnly !== true || (category !== undefined && permissionCategories.includes(category));
}
