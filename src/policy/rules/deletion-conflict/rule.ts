import type { Rule } from '../rule.ts';

/**
 * Whether a person can have their data destroyed, and what a law keeps, has one answer in a policy.
 */
export const deletionConflict: Rule = {
  id: 'KL-20',
  tags: ['KZ-033', 'KZ-034', 'KZ-036'],
  law: '94-V Art. 24(1)(4)',
  find(_, said) {
    const right = said.clauses('rights', 'delete');
    const ended = said.clauses('retention', 'until_account_deletion', 'deleted_after');
    const kept = said.clauses('retention', 'legal_term');
    if (ended.length > 0 && kept.length > 0)
      return [{ code: 'deletion-incomplete', severity: 'conflict', clauses: [...right, ...ended, ...kept] }];
    // How long an answer takes is no second promise.
    const timed = said.clauses('rights_procedure', 'response_deadline');
    const promised = right.filter((clause) => !timed.includes(clause));
    if (promised.length > 1 && said.has('withdrawal', 'legal_exceptions')) {
      const clauses = [...promised, ...said.clauses('withdrawal', 'legal_exceptions')];
      return [{ code: 'deletion-conflict', severity: 'conflict', clauses }];
    }
    if (right.length === 0 && said.has('operations', 'delete', 'destroy')) {
      const clauses = [
        ...said.clauses('operations', 'delete', 'destroy'),
        ...said.clauses('rights', 'correct'),
      ];
      return [{ code: 'deletion-one-sided', severity: 'warning', clauses }];
    }
    if (right.length === 0 || ended.length > 0 || !said.has('rights', 'withdraw_consent')) return [];
    const clauses = [...right, ...said.clauses('rights', 'withdraw_consent')];
    return [{ code: 'deletion-unsaid', severity: 'warning', clauses }];
  },
};
