import type { Rule } from '../rule.ts';

/**
 * A consent stands for the version it was given to. Whoever changes the text tells those who agreed to
 * it.
 */
export const changeSilent: Rule = {
  id: 'KL-27',
  tags: ['KZ-056'],
  law: '94-V Art. 25(2)(1-1)',
  find(_, said) {
    const telling = ['in_app', 'email', 'push', 'advance_notice'];
    const left = said.has('change_notice', 'no_prior_notice', 'user_must_monitor');
    if (said.has('change_notice', ...telling) && !left) return [];
    const clauses = [...said.clauses('change_notice'), ...said.clauses('provisions', 'may_change')];
    return [{ code: 'change-silent', severity: 'warning', clauses }];
  },
};
