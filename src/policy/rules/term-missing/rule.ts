import type { Rule } from '../rule.ts';

/** “As long as the purposes need” gives nobody a day on which data go: a term has a number or an event. */
export const termMissing: Rule = {
  id: 'KL-11',
  tags: ['KZ-035'],
  law: '94-V Art. 12(2)',
  find(policy, said) {
    const ended = ['until_account_deletion', 'until_withdrawal', 'deleted_after', 'depersonalised_after'];
    const counted = policy.retention.some(({ months, days }) => months !== undefined || days !== undefined);
    const circular = said.has('retention', 'purpose_achieved');
    if (counted || (said.has('retention', ...ended) && !circular)) return [];
    return [{ code: 'term-missing', severity: 'warning', clauses: said.clauses('retention') }];
  },
};
