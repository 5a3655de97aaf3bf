import type { Rule } from '../rule.ts';

/**
 * A consent says who the operator is and whether data go to others and abroad; one that arises from the text
 * cannot.
 */
export const consentContent: Rule = {
  id: 'KL-03',
  tags: ['KZ-012', 'KZ-014', 'KZ-016', 'KZ-021', 'KZ-024'],
  law: '94-V Art. 8(4)',
  find(policy, said) {
    const forms = ['implied_by_use', 'registration', 'form_submission', 'agreement_acceptance'];
    const clauses = [
      ...said.clauses('consent_form', ...forms),
      ...said.clauses('provisions', 'consent_in_text', 'sms_any_time'),
    ];
    const complete = policy.operator.bin !== undefined && said.has('cross_border');
    if (clauses.length === 0 || complete) return [];
    return [{ code: 'consent-incomplete', severity: 'error', clauses }];
  },
};
