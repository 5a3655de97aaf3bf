import type { Rule } from '../rule.ts';

/**
 * Tracking of staff belongs into the rules of work, not into what users agree to.
 */
export const monitoringMisplaced: Rule = {
  id: 'KL-34',
  tags: [],
  find(_, said) {
    const clauses = said.clauses('provisions', 'activity_monitoring');
    return clauses.length > 0 ? [{ code: 'monitoring-misplaced', severity: 'conflict', clauses }] : [];
  },
};
