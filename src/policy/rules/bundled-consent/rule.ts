import type { Rule } from '../rule.ts';

/**
 * A consent is asked for by itself: not inside an agreement, and not with leaving as the only other
 * choice.
 */
export const bundledConsent: Rule = {
  id: 'KL-02',
  tags: ['KZ-023'],
  law: '94-V Art. 7(6)',
  find(_, said) {
    const clauses = [
      ...said.clauses('consent_form', 'agreement_acceptance', 'stop_if_disagree'),
      ...said.clauses('provisions', 'unconditional_consent'),
    ];
    return clauses.length > 0 ? [{ code: 'bundled-consent', severity: 'error', clauses }] : [];
  },
};
