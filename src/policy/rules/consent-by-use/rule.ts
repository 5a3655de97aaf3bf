import type { Rule } from '../rule.ts';

/** Going on using a service proves nothing. A consent is an act whose receipt can be confirmed. */
export const consentByUse: Rule = {
  id: 'KL-01',
  tags: ['KZ-010'],
  law: '94-V Art. 8(1)',
  find(_, said) {
    const used = [
      ...said.clauses('consent_form', 'implied_by_use'),
      ...said.clauses('change_notice', 'continued_use_consent'),
    ];
    const declared = said.clauses('provisions', 'consent_in_text');
    return [
      ...(used.length > 0 ? [{ code: 'consent-by-use', severity: 'error' as const, clauses: used }] : []),
      ...(declared.length > 0
        ? [{ code: 'consent-declared', severity: 'error' as const, clauses: declared }]
        : []),
    ];
  },
};
