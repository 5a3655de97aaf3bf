import type { Rule } from '../rule.ts';

/** Statistics and research get de-identified data: nobody can tell any more whose they are. */
export const researchIdentified: Rule = {
  id: 'KL-40',
  tags: ['KZ-038'],
  law: '94-V Art. 17(1)',
  find(_, said) {
    const deidentified =
      said.has('operations', 'depersonalise') ||
      said.has('transfer_conditions', 'depersonalised_only') ||
      said.has('retention', 'depersonalised_after');
    if (!said.has('purposes', 'statistics_research') || deidentified) return [];
    const clauses = said.clauses('purposes', 'statistics_research');
    return [{ code: 'research-identified', severity: 'warning', clauses }];
  },
};
