import type { Rule } from '../rule.ts';

/**
 * Showing data to everyone needs a consent to just that.
 */
export const publicDisplay: Rule = {
  id: 'KL-42',
  tags: ['KZ-022'],
  law: '94-V Art. 15',
  find(_, said) {
    const shown = [
      ...said.clauses('provisions', 'public_display'),
      ...said.clauses('transfer_conditions', 'user_made_public'),
    ];
    if (shown.length === 0 || said.has('consent_form', 'separate_explicit')) return [];
    const implied = said.clauses('consent_form', 'implied_by_use');
    const taken = shown.filter((clause) => implied.includes(clause));
    const rest = shown.filter((clause) => !implied.includes(clause));
    const grave = { code: 'display-by-use', severity: 'error' as const, clauses: taken };
    const usual = { code: 'display-without-consent', severity: 'warning' as const, clauses: rest };
    return [...(taken.length > 0 ? [grave] : []), ...(rest.length > 0 ? [usual] : [])];
  },
};
