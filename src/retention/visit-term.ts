import type { Policy } from '../policy/index.ts';
import { visitCategories } from '../policy/index.ts';
import { fewestDays, termOf } from './term.ts';

/** How long a day of visits is kept, in calendar days after it, and who said so. */
export interface VisitTerm {
  readonly days: number;
  /** `default`: neither the policy nor the officer said anything. */
  readonly from: 'policy' | 'officer' | 'default';
  /** The longest the officer may choose. */
  readonly most: number;
  /** Clauses that set `days` or `most`. */
  readonly cites: readonly string[];
}

/** Where nobody set a term: enough to look into what was noticed late, and no more. */
const defaultDays = 30;
/** The longest where the policy sets no limit. */
const longestDays = 365;

/**
 * The term of visits: the shortest that the policy names for one of their categories; where it names none,
 * what the officer chose, within what it says of all data. The officer may always choose less.
 *
 * Months are taken at their shortest, so that no day of visits outlives its term whatever month it began in.
 * Pure. O(categories × rows).
 * @param chosen days, at least 1; undefined while the officer chose nothing
 * @law 94-V Art. 12(2)
 */
export function visitTermOf(policy: Policy, chosen: number | undefined): VisitTerm {
  const declared = visitCategories.filter((key) => policy.data.some(({ category }) => category === key));
  const named = declared.filter((key) => policy.retention.some((row) => row.categories?.includes(key)));
  const terms = (named.length > 0 ? named : declared)
    .flatMap((key) => termOf(policy, key) ?? [])
    .filter(({ kind }) => kind === 'months' || kind === 'days')
    .toSorted((a, b) => fewestDays(a) - fewestDays(b));
  const [limit] = terms;
  const most = Math.min(limit ? fewestDays(limit) : longestDays, longestDays);
  const cites = limit?.cites ?? [];
  const own = named.length > 0 && limit !== undefined;
  if (chosen !== undefined && chosen < most) return { days: chosen, from: 'officer', most, cites };
  if (own || chosen !== undefined) return { days: most, from: own ? 'policy' : 'officer', most, cites };
  return { days: Math.min(defaultDays, most), from: 'default', most, cites };
}
