import type { Rule } from '../rule.ts';

/**
 * Under eighteen representatives act or agree; who asks for a date of birth cannot say that the age is
 * not known.
 */
export const minors: Rule = {
  id: 'KL-22',
  tags: ['KZ-043'],
  law: 'CC Art. 22',
  find(_, said) {
    if (!said.has('minors')) return [{ code: 'minors-unsaid', severity: 'warning', clauses: [] }];
    const telling = said.clauses('data_categories', 'birth_date', 'iin', 'age');
    if (!said.has('minors', 'no_knowing_collection') || telling.length === 0) return [];
    const clauses = [...said.clauses('minors', 'no_knowing_collection'), ...telling];
    return [{ code: 'minors-known', severity: 'conflict', clauses }];
  },
};
