import type { Rule } from '../rule.ts';

/**
 * A text that says it shows its date shows it.
 */
export const selfReference: Rule = {
  id: 'KL-50',
  tags: ['KZ-060'],
  find(policy, said) {
    const clauses = said.clauses('change_notice', 'date_updated');
    if (policy.dated !== undefined || clauses.length === 0) return [];
    return [{ code: 'date-not-shown', severity: 'conflict', clauses }];
  },
};
