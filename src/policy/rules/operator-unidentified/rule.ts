import type { Rule } from '../rule.ts';

/**
 * A consent names its operator with the identification number; without them nobody knows to whom it was
 * given.
 */
export const operatorUnidentified: Rule = {
  id: 'KL-04',
  tags: ['KZ-001'],
  law: '94-V Art. 8(4)(1)',
  find(policy) {
    const { operator } = policy;
    if (operator.kind === 'unnamed' || !operator.name)
      return [{ code: 'operator-unnamed', severity: 'error', clauses: operator.cites }];
    if (operator.bin && operator.address) return [];
    return [{ code: 'operator-incomplete', severity: 'warning', clauses: operator.cites }];
  },
};
