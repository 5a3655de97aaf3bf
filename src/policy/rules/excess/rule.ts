import type { Rule } from '../rule.ts';

/** Categories that only these purposes need. */
const needs: Readonly<Record<string, readonly string[]>> = {
  iin: ['legal_obligation', 'payments_billing'],
  id_document: ['legal_obligation', 'payments_billing'],
  gender: ['order_delivery', 'loyalty_programme'],
  advertising_id: ['targeted_ads'],
};

/**
 * Data that no stated purpose needs are not asked: a number of the state is no way to keep in touch.
 */
export const excess: Rule = {
  id: 'KL-08',
  tags: ['KZ-008'],
  law: '94-V Art. 7(9)',
  find(policy, said) {
    const unneeded = policy.data.filter(({ category, origin }) => {
      const needing = needs[category];
      return origin !== 'assumed' && needing !== undefined && !said.has('purposes', ...needing);
    });
    if (unneeded.length === 0) return [];
    const labels = unneeded.map(({ category }) => ['data_categories', category] as const);
    const clauses = unneeded.flatMap(({ category }) => said.clauses('data_categories', category));
    return [{ code: 'excess', severity: 'warning', clauses, labels }];
  },
};
