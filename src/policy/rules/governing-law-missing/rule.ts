import type { Rule } from '../rule.ts';

/** A text for people in Kazakhstan says by which law it is to be read. */
export const governingLawMissing: Rule = {
  id: 'KL-53',
  tags: ['KZ-057'],
  find(_, said) {
    if (said.has('governing_law', 'kz_law', 'kz_data_law', 'other_kz_acts')) return [];
    const clauses = said.clauses('governing_law');
    return [{ code: 'governing-law-missing', severity: 'warning', clauses }];
  },
};
