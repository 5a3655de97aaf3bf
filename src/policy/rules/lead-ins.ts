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

/**
 * Where a text would say what it leaves unsaid: in the lead-ins of the clauses that speak of the matter, or,
 * where nothing leads into them, in the first of these. O(clauses).
 */
export function placeOfSilence(policy: Policy, ids: readonly string[]): readonly string[] {
  const leads = withLeadIns(policy, ids).filter((id) => !ids.includes(id));
  if (leads.length > 0) return leads;
  const first = policy.clauses.find(({ id }) => ids.includes(id));
  return first ? [first.id] : [];
}
