import type { Policy, RetentionRow } from '../policy/index.ts';

/**
 * How long a consent given under a policy holds. `purpose` until its purpose is reached, `account` until the
 * account is deleted, `withdrawal` until withdrawn, `law` as long as a law orders. `stated` is false when the
 * policy does not say and the law's own rule stands: until the purpose is reached.
 */
export interface ConsentTerm {
  readonly kind: 'months' | 'purpose' | 'account' | 'withdrawal' | 'law';
  /** At least 1; only for `months`. */
  readonly months?: number;
  readonly stated: boolean;
  readonly cites: readonly string[];
}

const kinds: readonly (readonly [rule: string, kind: ConsentTerm['kind']])[] = [
  ['until_withdrawal', 'withdrawal'],
  ['until_account_deletion', 'account'],
  ['purpose_achieved', 'purpose'],
  ['legal_term', 'law'],
];

/**
 * The term of consents under a policy: the shortest number of months it states, else the first rule it states
 * of until withdrawal, until the account is deleted, until the purpose is reached, as the law says. Rows that
 * are only assumed and «unlimited» state nothing.
 *
 * @law 94-V Art. 8(4)(3), 94-V Art. 8(5), 94-V Art. 8(6)
 */
export function consentTerm(policy: Policy): ConsentTerm {
  const rows = policy.retention.filter((row) => row.origin !== 'assumed' && !row.categories);
  const shortest = rows.filter(hasMonths).toSorted((a, b) => a.months - b.months)[0];
  if (shortest) return { kind: 'months', months: shortest.months, stated: true, cites: shortest.cites };
  for (const [rule, kind] of kinds) {
    const row = rows.find((candidate) => candidate.rule === rule);
    if (row) return { kind, stated: true, cites: row.cites };
  }
  return { kind: 'purpose', stated: false, cites: [] };
}

function hasMonths(row: RetentionRow): row is RetentionRow & { readonly months: number } {
  return row.months !== undefined && Number.isInteger(row.months) && row.months >= 1;
}
