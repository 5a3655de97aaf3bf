import type { Rule } from '../rule.ts';

/**
 * A consent is withdrawn as easily as it was given: a tick is not taken back by a letter on paper alone.
 */
export const withdrawalHarder: Rule = {
  id: 'KZ-027',
  tags: ['KZ-027'],
  law: '94-V Art. 8(1)',
  find(_, said) {
    const given = said.has('consent_form', 'checkbox', 'sms', 'registration', 'form_submission');
    const written = said.clauses('withdrawal', 'by_written');
    const easier =
      said.has('withdrawal', 'by_email') || said.has('rights_procedure', 'account_settings', 'form', 'email');
    if (!given || written.length === 0 || easier) return [];
    return [{ code: 'withdrawal-harder', severity: 'warning', clauses: written }];
  },
};
