import type { Said } from '../../said.ts';
import type { Rule } from '../rule.ts';

/** What is done with data by other clauses than those that list the purposes. */
function outsidePurposes(said: Said): readonly string[] {
  const unpaid = !said.has('purposes', 'payments_billing', 'order_delivery');
  const unadvertised = !said.has('purposes', 'targeted_ads');
  const unmeasured = !said.has('purposes', 'usage_analytics', 'targeted_ads', 'marketing_notices');
  return [
    ...(unpaid ? said.clauses('data_categories', 'payment_card', 'payment_history', 'bank_details') : []),
    ...(unadvertised ? said.clauses('cookies', 'advertising') : []),
    ...(unmeasured ? said.clauses('cookies', 'marketing_measurement') : []),
  ];
}

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
    const labels = loose.map(({ category }) => ['data_categories', category] as const);
    const untied = loose.flatMap(({ cites }) => cites);
    const elsewhere = outsidePurposes(said);
    return [
      ...(loose.length > 0
        ? [{ code: 'datum-without-purpose', severity: 'warning' as const, clauses: untied, labels }]
        : []),
      ...(elsewhere.length > 0
        ? [{ code: 'use-without-purpose', severity: 'conflict' as const, clauses: elsewhere }]
        : []),
    ];
  },
};
