import type { Rule } from '../rule.ts';

/** Access to one’s own data is free. */
export const accessFee: Rule = {
  id: 'KZ-030',
  tags: ['KZ-030'],
  law: '94-V Art. 25(2)(9)',
  find(_, said) {
    const clauses = said.clauses('provisions', 'access_fee');
    return clauses.length > 0 ? [{ code: 'access-fee', severity: 'error', clauses }] : [];
  },
};
