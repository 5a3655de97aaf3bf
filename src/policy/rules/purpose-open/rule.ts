import type { Rule } from '../rule.ts';

/** Data are used for purposes declared before, not for any that may come up. */
export const purposeOpen: Rule = {
  id: 'KZ-007',
  tags: ['KZ-007'],
  law: '94-V Art. 14',
  find(_, said) {
    const clauses = said.clauses('provisions', 'other_purposes');
    return clauses.length > 0 ? [{ code: 'purpose-open', severity: 'error', clauses }] : [];
  },
};
