import type { Rule } from '../rule.ts';

/**
 * Nobody consents for somebody else, but a representative for whom they represent.
 */
export const consentForOthers: Rule = {
  id: 'KL-33',
  tags: [],
  law: '94-V Art. 7(1)',
  find(_, said) {
    const clauses = said.clauses('provisions', 'consent_for_others');
    return clauses.length > 0 ? [{ code: 'consent-for-others', severity: 'error', clauses }] : [];
  },
};
