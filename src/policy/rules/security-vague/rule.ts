import type { Rule } from '../rule.ts';

/** “All necessary measures” cannot be checked: a measure has a name. */
export const securityVague: Rule = {
  id: 'KL-35',
  tags: ['KZ-051'],
  law: '94-V Art. 22(1)',
  find(_, said) {
    const named = [
      'tls_https',
      'encryption',
      'password_protection',
      'access_control',
      'two_factor',
      'backups',
      'audit_monitoring',
    ];
    if (said.has('security', ...named)) return [];
    return [{ code: 'security-vague', severity: 'warning', clauses: said.clauses('security') }];
  },
};
