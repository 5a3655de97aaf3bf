import type { Rule } from '../rule.ts';

/** The term of storage ends when the purpose is reached, unless the law says otherwise. */
export const termUnlimited: Rule = {
  id: 'KZ-013',
  tags: [],
  law: '94-V Art. 12(2)',
  find(_, said) {
    if (!said.has('retention', 'unlimited')) return [];
    return [{ code: 'term-unlimited', severity: 'error', clauses: said.clauses('retention', 'unlimited') }];
  },
};
