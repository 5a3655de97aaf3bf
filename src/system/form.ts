import { addDays, ageOn, type CivilDate, isCivilDate, type Problem } from '../base/index.ts';
import { isBin, parseIin } from '../law/index.ts';
import { categories, type DataRow, formCategories, type Policy } from '../policy/index.ts';
import { normalise } from '../vault/index.ts';
import { faultInLine, isBlank, isEmail, isPhone } from './typed.ts';

/** The longest value a form takes, in UTF-16 code units. */
export const longestValue = 500;

/** A form as sent: category → text. */
export type Filled = ReadonlyMap<string, string>;

/** The values of a form that are well formed, trimmed and normalised, and what is wrong with the rest. */
export interface Checked {
  readonly values: Filled;
  readonly problems: readonly Problem[];
}

/** Contacts of a form of which one is enough: none where the policy says which is mandatory. */
export function contactsOf(policy: Policy): readonly string[] {
  const contacts = formCategories(policy).filter(
    ({ category }) => category === 'email' || category === 'phone',
  );
  return contacts.some((row) => row.mandatory) ? [] : contacts.map((row) => row.category);
}

/**
 * Checks a registration form against the data list of the policy: unknown fields are refused, mandatory ones
 * wanted, each value well formed. Returns every problem at once; a problem's `field` is the category.
 */
export function checkForm(policy: Policy, input: Filled, today: CivilDate): Checked {
  const rows = formCategories(policy);
  const problems: Problem[] = [];
  const values = new Map<string, string>();
  const known = new Set(rows.map((row) => row.category));
  if ([...input.keys()].some((field) => !known.has(field))) problems.push(fault('field-unknown', 'form'));
  for (const row of rows) {
    const text = (input.get(row.category) ?? '').trim();
    const problem = checkValue(row, text, today);
    if (problem) problems.push(problem);
    else if (!isBlank(text)) values.set(row.category, normalForm(row.category, text));
  }
  return {
    values,
    problems: [...problems, ...checkTogether(policy, values, today), ...checkContacts(policy, input)],
  };
}

/** Checks one value of a declared category; `optional` values may be empty. */
export function checkValue(row: DataRow, text: string, today: CivilDate): Problem | undefined {
  const field = row.category;
  if (isBlank(text)) return row.mandatory ? fault('field-mandatory', field) : undefined;
  if (text.length > longestValue) return fault('field-too-long', field, { n: longestValue });
  const unfit = faultInLine(text);
  if (unfit) return fault(unfit, field);
  const check = checks[categories[field]?.input ?? 'text'];
  const code = check?.(text, today);
  return code ? fault(code, field) : undefined;
}

const checks: Readonly<Record<string, (text: string, today: CivilDate) => string | undefined>> = {
  email: (text) => (isEmail(text) ? undefined : 'email-malformed'),
  phone: (text) => (isPhone(text) ? undefined : 'phone-malformed'),
  iin: (text) => (parseIin(text) ? undefined : isBin(text) ? 'iin-is-bin' : 'iin-malformed'),
  date: (text, today) => checkDate(text, today),
  number: (text) => (/^\d{1,3}$/.test(text) ? undefined : 'number-malformed'),
};

function checkDate(text: string, today: CivilDate): string | undefined {
  if (!isCivilDate(text)) return 'date-malformed';
  if (text > today) return 'date-future';
  return text < addDays(today, -130 * 366) ? 'date-too-early' : undefined;
}

/** A well-formed value as it is stored: contacts and IIN in their normal form, text in NFC. */
export function normalForm(category: string, text: string): string {
  const input = categories[category]?.input;
  if (input === 'phone' || input === 'email' || input === 'iin') return normalise(input, text);
  return text.normalize('NFC');
}

function checkTogether(policy: Policy, values: Filled, today: CivilDate): readonly Problem[] {
  const problems: Problem[] = [];
  const birth = values.get('birth_date');
  const iin = parseIin(values.get('iin') ?? '');
  if (birth && iin && birth !== iin.birth) problems.push(fault('iin-birth-mismatch', 'iin'));
  const age = ageFrom(values, today);
  if (adultsOnly(policy) && age !== undefined && age < 18) {
    problems.push({
      ...fault('under-age', birth ? 'birth_date' : 'iin'),
      law: clauseOf(policy, 'minors', 'adults_only'),
    });
  }
  return problems;
}

function checkContacts(policy: Policy, input: Filled): readonly Problem[] {
  const contacts = contactsOf(policy);
  const given = contacts.some((contact) => (input.get(contact) ?? '').trim() !== '');
  return given || contacts.length === 0 ? [] : [fault('contact-mandatory', contacts[0] as string)];
}

/** Whether the policy admits adults only. */
export function adultsOnly(policy: Policy): boolean {
  return policy.labels.some((row) => row.facet === 'minors' && row.label === 'adults_only');
}

function clauseOf(policy: Policy, facet: string, label: string): string {
  return policy.labels.find((row) => row.facet === facet && row.label === label)?.cites[0] ?? '';
}

function fault(code: string, field: string, params?: Problem['params']): Problem {
  return { code, severity: 'error', field, ...(params && { params }) };
}

/**
 * The age the values of a form give, from birth date or IIN, in full years; undefined when neither was given.
 */
export function ageFrom(values: Filled, today: CivilDate): number | undefined {
  const birth = values.get('birth_date') ?? parseIin(values.get('iin') ?? '')?.birth;
  return birth === undefined || !isCivilDate(birth) ? undefined : ageOn(birth, today);
}
