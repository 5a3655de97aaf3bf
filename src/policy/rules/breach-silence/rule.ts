import { placeOfSilence } from '../lead-ins.ts';
import type { Rule } from '../rule.ts';

/**
 * The authority is told of a breach within one working day; a text that is silent leaves people
 * guessing.
 */
export const breachSilence: Rule = {
  id: 'KL-41',
  tags: ['KZ-039'],
  law: '94-V Art. 25(2)(8)',
  find(policy, said) {
    if (said.has('security', 'incident_notice')) return [];
    return [
      {
        code: 'breach-silence',
        severity: 'warning',
        clauses: placeOfSilence(policy, said.clauses('security')),
      },
    ];
  },
};
