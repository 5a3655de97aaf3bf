import type { Rule } from '../rule.ts';

/** A text for people in Kazakhstan says by which law it is to be read. */
export const governingLawMissing: Rule = {
  id: 'KL-53',
  tags: ['KZ-057'],
  find(policy, said) {
    const [first] = said.clauses('provisions', 'title', 'scope');
    const clauses = first === undefined ? [] : [first];
    const named = said.has('governing_law', 'kz_law', 'kz_data_law', 'other_kz_acts');
    return [
      ...(named ? [] : [{ code: 'governing-law-missing', severity: 'info' as const, clauses }]),
      ...(policy.dated === undefined && !said.has('change_notice', 'date_updated')
        ? [{ code: 'date-missing', severity: 'warning' as const, clauses }]
        : []),
    ];
  },
};
