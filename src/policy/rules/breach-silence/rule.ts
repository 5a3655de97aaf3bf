import { facets } from '../../facets.ts';
import type { Said } from '../../said.ts';
import type { Rule } from '../rule.ts';

/** The clause that says most of how data are protected: there the promise is missed. */
function fullest(said: Said): readonly string[] {
  const counts = new Map<string, number>();
  for (const label of facets['security'] ?? [])
    for (const id of said.clauses('security', label)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return [...counts].filter(([, count]) => count === most).map(([id]) => id);
}

/**
 * The authority is told of a breach within a working day of its detection, and the text says so to people.
 */
export const breachSilence: Rule = {
  id: 'KL-41',
  tags: ['KZ-039'],
  law: '94-V Art. 25(2)(8)',
  find(_, said) {
    if (said.has('security', 'incident_notice')) return [];
    return [{ code: 'breach-silence', severity: 'warning', clauses: fullest(said).slice(0, 1) }];
  },
};
