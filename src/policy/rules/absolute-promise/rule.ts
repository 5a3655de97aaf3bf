import type { Rule } from '../rule.ts';

/**
 * A claim to obey the law in everything is worth what the rest of the text is worth.
 */
export const absolutePromise: Rule = {
  id: 'KL-37',
  tags: ['KZ-060'],
  find(_, said) {
    const clauses = said.clauses('provisions', 'compliance_claim', 'advice_suffices');
    return clauses.length > 0 ? [{ code: 'absolute-promise', severity: 'conflict', clauses }] : [];
  },
};
