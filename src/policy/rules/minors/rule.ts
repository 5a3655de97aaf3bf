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
    const unchecked = said.clauses('provisions', 'capacity_not_checked');
    if (unchecked.length > 0) return [{ code: 'capacity-unchecked', severity: 'error', clauses: unchecked }];
    const telling = said.clauses('data_categories', 'birth_date', 'iin', 'age');
    if (!said.has('minors')) return [{ code: 'minors-unsaid', severity: 'warning', clauses: telling }];
    const unaware = said.clauses('minors', 'no_knowing_collection');
    if (unaware.length > 0 && telling.length > 0)
      return [{ code: 'minors-known', severity: 'conflict', clauses: [...unaware, ...telling] }];
    const guarded = said.clauses('minors', 'guardian_consent');
    if (guarded.length === 0 || said.has('minors', 'min_age', 'adults_only', 'child_accounts')) return [];
    return [{ code: 'minors-ageless', severity: 'warning', clauses: [...guarded, ...telling] }];
  },
};
