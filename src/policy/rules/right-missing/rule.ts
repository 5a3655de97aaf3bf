import type { Rule } from '../rule.ts';

/**
 * The law gives the subject these rights whether or not the text names them; a text that is silent hides
 * them.
 */
export const rightMissing: Rule = {
  id: 'KL-17',
  tags: ['KZ-032'],
  law: '94-V Art. 24(1)',
  find(_, said) {
    const owed = [
      'know_access',
      'correct',
      'block_restrict',
      'delete',
      'withdraw_consent',
      'stop_dissemination',
      'compensation',
    ];
    const labels = owed
      .filter((label) => !said.has('rights', label))
      .map((label) => ['rights', label] as const);
    if (labels.length === 0) return [];
    return [{ code: 'right-missing', severity: 'warning', clauses: said.clauses('rights'), labels }];
  },
};
