import type { Policy } from '../policy/index.ts';
import { fewestDays, type Term, termOf } from './term.ts';

/** How long the officer lets a category be kept: a number of months or of days, one of the two. */
export interface OfficerTerm {
  readonly category: string;
  /** At least 1. */
  readonly months?: number;
  /** At least 1. */
  readonly days?: number;
}

/** The longest term an officer may set: what is to be kept longer is for the text to say. */
export const longestMonths = 1200;

/** The same in days. */
export const longestDays = 36_500;

/** A category the policy declares, with its term and who set it. */
export interface CategoryTerm {
  readonly category: string;
  /** What the policy says by itself. */
  readonly written: Term;
  /** What holds: the shorter of the two. */
  readonly inForce: Term;
  /** What the officer set, whether it holds or the text says less. */
  readonly set?: OfficerTerm;
  /**
   * `text`, `officer`: a number or an event · `completed`: the officer set it when the policy was put in
   * force · `missing`: nobody named a number or an event.
   */
  readonly from: 'text' | 'completed' | 'officer' | 'missing';
}

/**
 * The policy with the officer's terms among its rows. The text's own number wins unless the officer's is
 * shorter; a term of the officer's for what the policy does not declare changes nothing.
 *
 * Pure. O(terms × rows).
 * @law 94-V Art. 12(2)
 */
export function withTerms(policy: Policy, terms: readonly OfficerTerm[]): Policy {
  const rows = terms
    .filter((term) => {
      const written = termOf(policy, term.category);
      return written !== undefined && fewestDays(term) < fewestDays(written);
    })
    .map(({ category, ...length }) => ({
      ...{ rule: 'fixed_term', cites: [], origin: 'officer' as const },
      ...{ ...length, categories: [category] },
    }));
  return rows.length === 0 ? policy : { ...policy, retention: [...policy.retention, ...rows] };
}

/** Terms that end by themselves: on a day, or by something that happens. */
const ending: readonly Term['kind'][] = ['months', 'days', 'account', 'withdrawal'];

/** Every category the policy declares with its term, in the order of the policy, each once. Pure. */
export function categoryTerms(policy: Policy, terms: readonly OfficerTerm[]): readonly CategoryTerm[] {
  const effective = withTerms(policy, terms);
  return [...new Set(policy.data.map(({ category }) => category))].map((category) => {
    const none = { kind: 'none', cites: [], fromText: false } as const;
    const written = termOf(policy, category) ?? none;
    const inForce = termOf(effective, category) ?? none;
    const set = terms.find((term) => term.category === category);
    return { category, written, inForce, ...(set && { set }), from: sourceOf(written, inForce) };
  });
}

function sourceOf(written: Term, inForce: Term): CategoryTerm['from'] {
  if (!ending.includes(inForce.kind)) return 'missing';
  if (inForce.fromText) return 'text';
  return fewestDays(inForce) < fewestDays(written) ? 'officer' : 'completed';
}
