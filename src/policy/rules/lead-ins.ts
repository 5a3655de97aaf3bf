import type { Policy } from '../policy.ts';

/** Clauses with the ones that lead into them: “the cases are:” belongs to each case. O(clauses). */
export function withLeadIns(policy: Policy, ids: readonly string[]): readonly string[] {
  const clauses = new Map(policy.clauses.map((clause) => [clause.id, clause]));
  const leads = ids.flatMap((id) => {
    const parent = clauses.get(clauses.get(id)?.parent ?? '');
    return parent?.kind === 'clause' ? [parent.id] : [];
  });
  return [...new Set([...leads, ...ids])];
}
