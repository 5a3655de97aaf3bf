import { withLeadIns } from '../lead-ins.ts';
import type { Rule } from '../rule.ts';

/**
 * Where a notice of transfer is owed, the person is told within ten working days; a policy that hands data
 * on says so.
 */
export const transferNotice: Rule = {
  id: 'KL-16',
  tags: ['KZ-047'],
  law: '94-V Art. 19(1)',
  find(policy, said) {
    const clauses = [...said.clauses('transfer_conditions'), ...said.clauses('recipients')];
    if (clauses.length === 0 || said.has('provisions', 'transfer_notice')) return [];
    return [{ code: 'transfer-unnoticed', severity: 'warning', clauses: withLeadIns(policy, clauses) }];
  },
};
