import { rightsOfLaw } from '../../rights-of-law.ts';
import { placeOfSilence } from '../lead-ins.ts';
import type { Rule } from '../rule.ts';

/** Requests are answered within the time the law sets, in working days. */
export const deadlineMissing: Rule = {
  id: 'KL-18',
  tags: ['KZ-029', 'KZ-031'],
  law: '94-V Art. 25(2)(6)',
  find(policy, said) {
    if (said.has('rights_procedure', 'response_deadline')) return [];
    const clauses = placeOfSilence(policy, said.clauses('rights', ...rightsOfLaw));
    return [{ code: 'deadline-missing', severity: 'warning', clauses }];
  },
};
