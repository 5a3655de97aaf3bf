import { rightsOfLaw } from '../../rights-of-law.ts';
import { placeOfSilence } from '../lead-ins.ts';
import type { Rule } from '../rule.ts';

/**
 * The law gives the subject these rights whether or not the text names them; a text that is silent hides
 * them.
 */
export const rightMissing: Rule = {
  id: 'KL-17',
  tags: ['KZ-032'],
  law: '94-V Art. 24(1)',
  find(policy, said) {
    const labels = rightsOfLaw
      .filter((label) => !said.has('rights', label))
      .map((label) => ['rights', label] as const);
    if (labels.length === 0) return [];
    const clauses = placeOfSilence(policy, said.clauses('rights', ...rightsOfLaw));
    return [{ code: 'right-missing', severity: 'warning', clauses, labels }];
  },
};
