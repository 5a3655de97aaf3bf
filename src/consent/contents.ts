import { type ConsentItemKey, isBin, type LawPack, parseIin } from '../law/index.ts';
import type { LabelRow, Policy } from '../policy/index.ts';
import { consentTerm } from './term.ts';

/**
 * What of a consent's content does not stand in the policy: whether the person's full name is recorded, which
 * data it lists.
 */
export interface ConsentContents {
  readonly subjectName: boolean;
  readonly categories: readonly string[];
}

type Check = (policy: Policy, given: ConsentContents) => boolean;

const checks: Readonly<Record<ConsentItemKey, Check>> = {
  'operator-name': ({ operator }) =>
    (operator.kind === 'legal_entity' || operator.kind === 'sole_proprietor') &&
    (operator.name ?? '').trim() !== '',
  'operator-bin': ({ operator }) => {
    const number = operator.bin ?? '';
    return isBin(number) || (operator.kind === 'sole_proprietor' && parseIin(number) !== undefined);
  },
  'subject-name': (_policy, given) => given.subjectName,
  term: (policy) => consentTerm(policy).stated,
  'third-parties': (policy) =>
    policy.recipients.some((row) => row.origin !== 'assumed') ||
    states(policy, 'transfer_conditions') ||
    states(policy, 'transfer_restrictions'),
  'cross-border': (policy) => states(policy, 'cross_border'),
  publication: (policy) =>
    states(policy, 'transfer_restrictions', 'no_publication') ||
    states(policy, 'transfer_conditions', 'user_made_public') ||
    policy.purposes.some((row) => row.purpose === 'publication' && row.origin !== 'assumed') ||
    policy.recipients.some((row) => row.recipient === 'public' && row.origin !== 'assumed'),
  'data-list': (_policy, given) => given.categories.length > 0,
  other: () => true,
};

/**
 * The mandatory items a consent under this policy lacks, in the order of the law.
 *
 * What the policy only assumes is not stated by the operator and counts as lacking. A record that lacks
 * something is kept all the same and says so on its receipt.
 * @law 94-V Art. 8(4)
 */
export function missingContents(
  policy: Policy,
  given: ConsentContents,
  law: LawPack,
): readonly ConsentItemKey[] {
  return law.consentItems
    .filter((item) => item.mandatory && !checks[item.key](policy, given))
    .map((item) => item.key);
}

function states(policy: Policy, facet: string, label?: string): boolean {
  const said = (row: LabelRow) =>
    row.facet === facet && row.label !== 'unspecified' && row.origin !== 'assumed';
  return policy.labels.some((row) => said(row) && (label === undefined || row.label === label));
}
