import type { Rule } from '../rule.ts';

/**
 * The operator approves the list of data that are necessary and sufficient: a list with “and others” is
 * none.
 */
export const inventoryOpen: Rule = {
  id: 'KL-07',
  tags: ['KZ-004'],
  law: '94-V Art. 25(2)(1)',
  find(policy, said) {
    if (policy.data.length === 0) return [{ code: 'inventory-missing', severity: 'error', clauses: [] }];
    if (!said.has('data_categories', 'other_voluntary')) return [];
    const clauses = said.clauses('data_categories', 'other_voluntary');
    return [{ code: 'inventory-open', severity: 'warning', clauses }];
  },
};
