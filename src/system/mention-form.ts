import type { Problem } from '../base/index.ts';
import { basePurposes, type Policy } from '../policy/index.ts';
import type { MentionWay } from '../store/index.ts';
import { normalise } from '../vault/index.ts';
import { lineProblems } from './take-in.ts';
import { isBlank, kindOfAddress } from './typed.ts';

/** How a person agreed, by the word of whoever names them. */
export const mentionWays = ['written', 'electronic', 'oral'] as const satisfies readonly MentionWay[];

const longestName = 200;

/** Somebody named by another, as sent. */
export interface MentionForm {
  /** May be empty. */
  readonly name: string;
  /** Where the person is told: an e-mail or a telephone. */
  readonly address: string;
  readonly purpose: string;
  readonly way: string;
  /** The giver confirms that the person agreed. */
  readonly confirmed: boolean;
}

/** What is to be stored of it: the values by category, and the address the person is known by. */
export interface CheckedMention {
  readonly values: ReadonlyMap<string, string>;
  readonly address: { readonly category: 'email' | 'phone'; readonly value: string };
  readonly way: MentionWay;
}

/** Whether the policy expects that people give data of others. */
function expectsOthers(policy: Policy): boolean {
  return (
    policy.data.some(({ category }) => category === 'third_party_data') ||
    policy.labels.some(({ facet, label }) => facet === 'disclaimers' && label === 'third_party_consent_duty')
  );
}

/**
 * For what somebody else's data may be given: purposes the service cannot do without, which the policy says
 * such data serve. Nothing that would need a consent of the person's own.
 *
 * @law 94-V Art. 7(8), 94-V Art. 14
 */
export function mentionPurposes(policy: Policy): readonly string[] {
  if (!expectsOthers(policy)) return [];
  const rows = policy.data.filter(({ category }) => category === 'third_party_data');
  const admits = (purpose: string) =>
    rows.length === 0 || rows.some(({ purposes }) => purposes.includes(purpose));
  return basePurposes(policy).filter(
    (purpose) =>
      purpose !== 'registration_auth' &&
      admits(purpose) &&
      (['phone', 'email'] as const).some((category) => serves(policy, category, purpose)),
  );
}

function serves(policy: Policy, category: string, purpose: string): boolean {
  return policy.data.some((row) => row.category === category && row.purposes.includes(purpose));
}

/** Checks what was sent; every problem at once. Pure. */
export function checkMention(
  policy: Policy,
  form: MentionForm,
): CheckedMention | { readonly problems: readonly Problem[] } {
  const address = form.address.trim();
  const category = kindOfAddress(address);
  const way = mentionWays.find((one) => one === form.way);
  const name = form.name.trim();
  const problems: Problem[] = [
    ...(isBlank(name) ? [] : lineProblems({ field: 'name', value: name, longest: longestName, blank: '' })),
    ...(category && serves(policy, category, form.purpose) ? [] : addressProblem(category)),
    ...(mentionPurposes(policy).includes(form.purpose) ? [] : [fault('mention-purpose-missing', 'purpose')]),
    ...(way ? [] : [fault('mention-way-missing', 'way')]),
    ...(form.confirmed ? [] : [{ ...fault('mention-unconfirmed', 'confirmed'), law: '94-V Art. 7(1)' }]),
  ];
  if (problems.length > 0 || !category || !way) return { problems };
  const value = normalise(category, address);
  const named =
    isBlank(name) || !serves(policy, 'full_name', form.purpose) ? [] : [['full_name', name] as const];
  return { values: new Map([[category, value], ...named]), address: { category, value }, way };
}

function addressProblem(category: 'email' | 'phone' | undefined): readonly Problem[] {
  return [fault(category ? 'mention-address-unused' : 'address-malformed', 'address')];
}

function fault(code: string, field: string): Problem {
  return { code, severity: 'error', field };
}
