import { placeOfSilence } from '../lead-ins.ts';
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
    if (said.has('provisions', 'transfer_notice')) return [];
    const cases = said.clauses('transfer_conditions');
    const clauses = cases.length > 0 ? cases : said.clauses('recipients');
    if (clauses.length === 0) return [];
    return [{ code: 'transfer-unnoticed', severity: 'warning', clauses: placeOfSilence(policy, clauses) }];
  },
};
