import { addDays, addMonths, type CivilDate, civilDateAt, dayNumber } from '../base/index.ts';
import type { LawPack } from '../law/index.ts';
import type { Policy, RetentionRow } from '../policy/index.ts';

/**
 * How long a category is kept. `purpose`, `account`, `withdrawal`: until its purpose is reached, the account
 * is deleted, the consent withdrawn; `law`: as a law orders; `none`: the policy does not say, or says
 * «without limit».
 */
export interface Term {
  readonly kind: 'months' | 'days' | 'purpose' | 'account' | 'withdrawal' | 'law' | 'none';
  /** At least 1; only for `months`. */
  readonly months?: number;
  /** At least 1; only for `days`. */
  readonly days?: number;
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
 * The term the policy sets for a category: the shortest number of months or days, else the first of until
 * withdrawal, until the account is deleted, until the purpose is reached, as the law says. Undefined when the
 * policy does not declare the category.
 *
 * Rows that name the category go before rows that speak of all data. Where the term is `none` the law's own
 * rule stands: until the purpose is reached.
 * @law 94-V Art. 12(2), 94-V Art. 18
 */
export function termOf(policy: Policy, category: string): Term | undefined {
  const known = terms.get(policy) ?? new Map<string, Term | undefined>();
  terms.set(policy, known);
  if (!known.has(category)) known.set(category, soughtTerm(policy, category));
  return known.get(category);
}

/** A policy does not change: what was found in it once stands. */
const terms = new WeakMap<Policy, Map<string, Term | undefined>>();

function soughtTerm(policy: Policy, category: string): Term | undefined {
  if (!policy.data.some((row) => row.category === category)) return undefined;
  const named = policy.retention.filter((row) => row.categories?.includes(category));
  const rows = named.length > 0 ? named : policy.retention.filter((row) => !row.categories);
  const [shortest] = rows.flatMap(lengthOf).toSorted((a, b) => fewestDays(a) - fewestDays(b));
  if (shortest) return shortest;
  for (const [rule, kind] of kinds) {
    const row = rows.find((candidate) => candidate.rule === rule);
    if (row) return { kind, ...sourceOf(row) };
  }
  return { kind: 'none', cites: [], fromText: false };
}

/**
 * The last day on which a value obtained at `at` may be kept; undefined when its term is not a number of
 * months or days.
 */
export function termEndsOn(
  policy: Policy,
  value: { readonly category: string; readonly at: number },
  law: LawPack,
): CivilDate | undefined {
  const { months, days } = termOf(policy, value.category) ?? {};
  const from = civilDateAt(value.at, law.zone);
  if (days !== undefined) return addDays(from, days);
  return months === undefined ? undefined : addMonths(from, months);
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

function lengthOf(row: RetentionRow): readonly Term[] {
  const { months, days } = row;
  if (isLength(months)) return [{ kind: 'months', months, ...sourceOf(row) }];
  return isLength(days) ? [{ kind: 'days', days, ...sourceOf(row) }] : [];
}

function isLength(n: number | undefined): n is number {
  return n !== undefined && Number.isInteger(n) && n >= 1;
}

/**
 * The fewest days a term of months or days can last: 28 for a month, 365 for a year; without
 * limit for others.
 *
 * Pure.
 */
export function fewestDays({ months, days }: Pick<Term, 'months' | 'days'>): number {
  if (months === undefined) return days ?? Number.POSITIVE_INFINITY;
  const starts = Array.from({ length: 12 }, (_, month) => `2025-${String(month + 1).padStart(2, '0')}-01`);
  return Math.min(...starts.map((start) => dayNumber(addMonths(start, months)) - dayNumber(start)));
}

function sourceOf(row: RetentionRow): Pick<Term, 'cites' | 'fromText'> {
  return { cites: row.cites, fromText: row.origin === 'text' };
}
