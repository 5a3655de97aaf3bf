import type { CivilDate } from '../base/index.ts';
import { articleOf, inForce, type LawPack } from '../law/index.ts';
import type { Policy } from '../policy/index.ts';
import { type Right, rights } from './rights.ts';

/**
 * A right as a person may claim it under a policy, with the clauses that state it and the article that gives
 * it.
 */
export interface OfferedRight {
  readonly right: Right;
  readonly from: 'text' | 'law' | 'both';
  readonly cites: readonly string[];
}

/**
 * The rights the text states and those the law gives anyway on `today`, in the order of the table.
 *
 * A right the law gives whose article is not in force on `today` counts only when the text states it.
 * @law 94-V Art. 24(1), DC Art. 43
 */
export function rightsOffered(policy: Policy, today: CivilDate, law: LawPack): readonly OfferedRight[] {
  return Object.values(rights).flatMap((right): readonly OfferedRight[] => {
    const row = policy.labels.find(
      (label) => label.facet === 'rights' && label.label === right.key && label.origin !== 'assumed',
    );
    const byLaw =
      right.byLaw && articleOf(law, right.article) !== undefined && inForce(law, right.article, today);
    if (!row) return byLaw ? [{ right, from: 'law', cites: [] }] : [];
    return [{ right, from: byLaw ? 'both' : 'text', cites: row.cites }];
  });
}
