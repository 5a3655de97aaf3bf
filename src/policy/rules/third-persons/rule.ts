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
    const clauses = [
      ...said.clauses('data_categories', 'third_party_data'),
      ...said.clauses('disclaimers', 'third_party_consent_duty'),
    ];
    const taken =
      said.has('data_categories', 'third_party_data') || said.has('disclaimers', 'third_party_consent_duty');
    return taken ? [{ code: 'third-persons', severity: 'warning', clauses }] : [];
  },
};
