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
    const open = [
      ...said.clauses('data_categories', 'other_voluntary'),
      ...said.clauses('provisions', 'open_wording', 'by_documents'),
    ];
    const sources = said.clauses('data_sources', 'public_sources');
    const given = policy.data.some(
      ({ category, group, origin }) =>
        group === 'given' && category !== 'other_voluntary' && origin !== 'assumed',
    );
    if (policy.data.length === 0 || !given)
      return [{ code: 'inventory-missing', severity: 'error', clauses: open }];
    return [
      ...(open.length > 0 ? [{ code: 'inventory-open', severity: 'warning' as const, clauses: open }] : []),
      ...(sources.length > 0
        ? [{ code: 'sources-unnamed', severity: 'warning' as const, clauses: sources }]
        : []),
    ];
  },
};
