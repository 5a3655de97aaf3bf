import type { Rule } from '../rule.ts';

/**
 * A consent can be withdrawn as it was given; only a law or an obligation that is not yet fulfilled
 * stands in the way.
 */
export const withdrawal: Rule = {
  id: 'KL-19',
  tags: ['KZ-025', 'KZ-026'],
  law: '94-V Art. 8(1)',
  find(_, said) {
    if (said.has('withdrawal', 'processing_may_continue')) {
      const clauses = said.clauses('withdrawal', 'processing_may_continue');
      return [{ code: 'withdrawal-bypassed', severity: 'error', clauses }];
    }
    if (said.has('withdrawal') || said.has('rights', 'withdraw_consent')) return [];
    return [{ code: 'withdrawal-missing', severity: 'warning', clauses: [] }];
  },
};
