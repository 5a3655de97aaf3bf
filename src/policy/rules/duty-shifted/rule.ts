import type { Rule } from '../rule.ts';

/** Telling people about a new version is the work of whoever wrote it, not of those it is about. */
export const dutyShifted: Rule = {
  id: 'KL-38',
  tags: ['KZ-055'],
  law: '94-V Art. 25(2)(1-1)',
  find(_, said) {
    if (!said.has('change_notice', 'user_must_monitor')) return [];
    return [
      {
        code: 'duty-shifted',
        severity: 'warning',
        clauses: said.clauses('change_notice', 'user_must_monitor'),
      },
    ];
  },
};
