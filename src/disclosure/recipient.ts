import { type CivilDate, type Id, isCivilDate, type Problem } from '../base/index.ts';
import type { LawPack } from '../law/index.ts';
import { type Policy, purposes as purposeTable, type RecipientRow } from '../policy/index.ts';

/** What the officer fills in about a recipient that the policy lists. */
export interface RecipientForm {
  /** A label of the facet `recipients`. */
  readonly kind: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly contract: string;
  readonly contractOn: string;
  /** The day of the written undertaking of confidentiality; empty: there is none yet. */
  readonly undertakingOn: string;
  readonly categories: readonly string[];
  readonly purposes: readonly string[];
  /** The last day on which anything may be handed on. */
  readonly expiresOn: string;
}

/** A recipient as registered: one version of its card. `decision` is the entry that made the version. */
export interface Recipient {
  readonly id: Id;
  /** From 1; grows with every change. */
  readonly version: number;
  readonly kind: string;
  readonly name: string;
  readonly country: string;
  readonly contract: string;
  readonly contractOn: CivilDate;
  readonly undertakingOn?: CivilDate;
  readonly categories: readonly string[];
  readonly purposes: readonly string[];
  readonly expiresOn: CivilDate;
  /** Nothing goes there any more. */
  readonly ended: boolean;
  readonly decision: Id;
}

/**
 * Kinds that no card is kept of: bodies of the state ask by letter, the public gets nothing by transfer,
 * other users and a successor have ways of their own.
 */
const notByCard: readonly string[] = ['government', 'public', 'other_users', 'business_successor'];

/**
 * The recipients of a policy of which a card can be kept; what is only assumed the operator did not state.
 */
export function offeredRows(policy: Policy): readonly RecipientRow[] {
  return policy.recipients.filter((row) => row.origin !== 'assumed' && !notByCard.includes(row.recipient));
}

/** The row of the policy that lists a recipient; undefined when none does. */
export function declaredRow(
  policy: Policy,
  of: { readonly kind: string; readonly name: string },
): RecipientRow | undefined {
  const rows = offeredRows(policy).filter((row) => row.recipient === of.kind);
  return rows.find((row) => row.name === of.name) ?? rows.find((row) => row.name === undefined);
}

/** The purposes for which a recipient can get data: those that rest on a consent. */
export function recipientPurposes(policy: Policy): readonly string[] {
  const basisOf = (key: string) => (Object.hasOwn(purposeTable, key) ? purposeTable[key]?.basis : undefined);
  return policy.purposes
    .map(({ purpose }) => purpose)
    .filter((key) => basisOf(key) === 'base' || basisOf(key) === 'own');
}

/** Whether data that go there cross a border that needs a consent of its own. @law 94-V Art. 16(2) */
export function isAbroad(country: string, law: LawPack): boolean {
  return country !== law.country && !law.adequate.includes(country);
}

const longest = 200;

/**
 * What is wrong with a card, each with its field. A recipient the policy does not list cannot be
 * registered; an item must serve a purpose of the card.
 *
 * @law 94-V Art. 7(6), 94-V Art. 8(4)(4), 94-V Art. 11, 94-V Art. 15
 */
export function checkRecipient(form: RecipientForm, policy: Policy, today: CivilDate): readonly Problem[] {
  const row = declaredRow(policy, form);
  return [
    ...checkText(form.name, 'name'),
    ...(row ? [] : [fault('recipient-not-declared', 'kind')]),
    ...checkCountry(form.country, row),
    ...checkText(form.contract, 'contract'),
    ...checkDay(form.contractOn, 'contractOn', (day) => (day > today ? 'date-future' : undefined)),
    ...(form.undertakingOn === ''
      ? []
      : checkDay(form.undertakingOn, 'undertakingOn', (day) => (day > today ? 'date-future' : undefined))),
    ...checkScope(form, policy),
    ...checkDay(form.expiresOn, 'expiresOn', (day) => (day < today ? 'expiry-past' : undefined)),
  ];
}

function fault(code: string, field: string, params?: Problem['params']): Problem {
  return { code, severity: 'error', field, ...(params && { params }) };
}

function checkText(text: string, field: string): readonly Problem[] {
  if (text.trim() === '') return [fault('field-mandatory', field)];
  return text.length > longest ? [fault('field-too-long', field, { n: longest })] : [];
}

function checkCountry(country: string, row: RecipientRow | undefined): readonly Problem[] {
  if (!/^[A-Z]{2}$/.test(country)) return [fault('country-malformed', 'country')];
  const stated = row?.country;
  return stated !== undefined && stated !== country ? [fault('country-not-stated', 'country')] : [];
}

function checkDay(
  text: string,
  field: string,
  wrong: (day: CivilDate) => string | undefined,
): readonly Problem[] {
  if (text === '') return [fault('field-mandatory', field)];
  const code = isCivilDate(text) ? wrong(text) : 'date-malformed';
  return code === undefined ? [] : [fault(code, field)];
}

function checkScope(form: RecipientForm, policy: Policy): readonly Problem[] {
  const known = recipientPurposes(policy);
  const purposes = form.purposes.length > 0 && form.purposes.every((key) => known.includes(key));
  const declared = form.categories.every((key) => policy.data.some((row) => row.category === key));
  const serves = (key: string) =>
    policy.data.some(
      (row) => row.category === key && row.purposes.some((purpose) => form.purposes.includes(purpose)),
    );
  const items = form.categories.length > 0 && declared;
  return [
    ...(purposes ? [] : [fault('recipient-purposes', 'purpose')]),
    ...(items ? [] : [fault('recipient-items', 'category')]),
    ...(purposes && items && !form.categories.every(serves)
      ? [fault('recipient-item-purpose', 'category')]
      : []),
  ];
}
