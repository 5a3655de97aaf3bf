import type { Rule } from '../rule.ts';

/**
 * Who buys a business does not buy the consent of its clients.
 */
export const businessTransfer: Rule = {
  id: 'KL-43',
  tags: ['KZ-015'],
  law: '94-V Art. 7(6)',
  find(_, said) {
    const clauses = [
      ...said.clauses('transfer_conditions', 'business_transfer'),
      ...said.clauses('recipients', 'business_successor'),
    ];
    if (clauses.length === 0 || said.has('provisions', 'transfer_notice')) return [];
    return [{ code: 'business-transfer', severity: 'warning', clauses }];
  },
};
