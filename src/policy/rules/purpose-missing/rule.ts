import type { Rule } from '../rule.ts';

/**
 * Purposes are concrete and fixed before the data are collected; a datum without one may not be
 * collected.
 */
export const purposeMissing: Rule = {
  id: 'KL-09',
  tags: ['KZ-005'],
  law: '94-V Art. 7(8)',
  find(policy, said) {
    if (policy.data.length > 0 && policy.purposes.length === 0)
      return [{ code: 'purposes-missing', severity: 'error', clauses: said.clauses('data_categories') }];
    const loose = policy.data.filter(({ purposes }) => purposes.length === 0);
    if (loose.length === 0) return [];
    const labels = loose.map(({ category }) => ['data_categories', category] as const);
    const clauses = loose.flatMap(({ cites }) => cites);
    return [{ code: 'datum-without-purpose', severity: 'warning', clauses, labels }];
  },
};
