import type { Found, Rule } from '../rule.ts';

/**
 * A consent stands for the version it was given to. Whoever changes the text tells those who agreed to
 * it.
 */
export const changeSilent: Rule = {
  id: 'KL-27',
  tags: ['KZ-056'],
  law: '94-V Art. 25(2)(1-1)',
  find(policy, said) {
    const telling = ['in_app', 'email', 'push', 'advance_notice'];
    const undated: readonly Found[] =
      policy.dated === undefined ? [{ code: 'date-missing', severity: 'warning', clauses: [] }] : [];
    if (said.has('change_notice', ...telling) && !said.has('change_notice', 'no_prior_notice'))
      return undated;
    return [
      { code: 'change-silent', severity: 'warning', clauses: said.clauses('change_notice') },
      ...undated,
    ];
  },
};
