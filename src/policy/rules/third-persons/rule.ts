import type { Rule } from '../rule.ts';

/**
 * The operator has to prove the consent of whoever the data are about; the word of the one who brought
 * them proves nothing.
 */
export const thirdPersons: Rule = {
  id: 'KL-32',
  tags: ['KZ-011'],
  law: '94-V Art. 25(2)(5)',
  find(_, said) {
    const taken = said.clauses('data_categories', 'third_party_data');
    const asserted = said.clauses('disclaimers', 'third_party_consent_duty');
    if (asserted.length > 0)
      return [{ code: 'third-persons-asserted', severity: 'error', clauses: [...asserted, ...taken] }];
    return taken.length > 0 ? [{ code: 'third-persons', severity: 'warning', clauses: taken }] : [];
  },
};
