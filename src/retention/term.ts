import { addMonths, type CivilDate, civilDateAt } from '../base/index.ts';
import type { LawPack } from '../law/index.ts';
import type { Policy, RetentionRow } from '../policy/index.ts';

/**
 * How long a category is kept. `purpose`, `account`, `withdrawal`: until its purpose is reached, the account
 * is deleted, the consent withdrawn; `law`: as a law orders; `none`: the policy does not say, or says
 * «without limit».
 */
export interface Term {
  readonly kind: 'months' | 'purpose' | 'account' | 'withdrawal' | 'law' | 'none';
  /** At least 1; only for `months`. */
  readonly months?: number;
  readonly cites: readonly string[];
  /** Set by the officer or assumed, not read in the text. */
  readonly fromText: boolean;
}

const kinds: readonly (readonly [rule: string, kind: Term['kind']])[] = [
  ['until_withdrawal', 'withdrawal'],
  ['until_account_deletion', 'account'],
  ['deleted_after', 'account'],
  ['purpose_achieved', 'purpose'],
  ['legal_term', 'law'],
];

/**
 * The term the policy sets for a category: the shortest number of months, else the first of until withdrawal,
 * until the account is deleted, until the purpose is reached, as the law says. Undefined when the policy does
 * not declare the category.
 *
 * Rows that name the category go before rows that speak of all data. Where the term is `none` the law's own
 * rule stands: until the purpose is reached.
 * @law 94-V Art. 12(2), 94-V Art. 18
 */
export function termOf(policy: Policy, category: string): Term | undefined {
  if (!policy.data.some((row) => row.category === category)) return undefined;
  const named = policy.retention.filter((row) => row.categories?.includes(category));
  const rows = named.length > 0 ? named : policy.retention.filter((row) => !row.categories);
  const shortest = rows.filter(hasMonths).toSorted((a, b) => a.months - b.months)[0];
  if (shortest) return { kind: 'months', months: shortest.months, ...sourceOf(shortest) };
  for (const [rule, kind] of kinds) {
    const row = rows.find((candidate) => candidate.rule === rule);
    if (row) return { kind, ...sourceOf(row) };
  }
  return { kind: 'none', cites: [], fromText: false };
}

/**
 * The last day on which a value obtained at `at` may be kept; undefined when its term is not a number of
 * months.
 */
export function termEndsOn(
  policy: Policy,
  value: { readonly category: string; readonly at: number },
  law: LawPack,
): CivilDate | undefined {
  const months = termOf(policy, value.category)?.months;
  return months === undefined ? undefined : addMonths(civilDateAt(value.at, law.zone), months);
}

/**
 * Categories whose term has run out by the beginning of `today`: the newest value of each is past its last
 * day.
 *
 * Terms run on the civil calendar of the law's zone; a term of one month that begins on 31 January ends on
 * the last day of February. A value that is kept past its term by a newer one of the same category is old
 * history, not an expired category.
 * @law 94-V Art. 12(2)
 */
export function expiredCategories(
  ask: {
    readonly policy: Policy;
    readonly values: readonly { readonly category: string; readonly at: number }[];
    readonly today: CivilDate;
  },
  law: LawPack,
): readonly string[] {
  const newest = new Map<string, number>();
  for (const { category, at } of ask.values) newest.set(category, Math.max(at, newest.get(category) ?? at));
  return [...newest]
    .filter(([category, at]) => (termEndsOn(ask.policy, { category, at }, law) ?? ask.today) < ask.today)
    .map(([category]) => category);
}

function hasMonths(row: RetentionRow): row is RetentionRow & { readonly months: number } {
  return row.months !== undefined && Number.isInteger(row.months) && row.months >= 1;
}

function sourceOf(row: RetentionRow): Pick<Term, 'cites' | 'fromText'> {
  return { cites: row.cites, fromText: row.origin === 'text' };
}
