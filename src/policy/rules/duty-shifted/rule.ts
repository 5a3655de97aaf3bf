import type { Rule } from '../rule.ts';

/** Telling people about a new version is the work of whoever wrote it, not of those it is about. */
export const dutyShifted: Rule = {
  id: 'KL-38',
  tags: ['KZ-055'],
  law: '94-V Art. 24(1)(7)',
  find(_, said) {
    const risk = ['user_responsible_accuracy', 'third_party_recipients_rules'];
    const followed = said.has('change_notice', 'user_must_monitor');
    const risked = said.has('disclaimers', ...risk);
    const follow = { code: 'duty-shifted', clauses: said.clauses('change_notice', 'user_must_monitor') };
    const bear = { code: 'risk-shifted', clauses: said.clauses('disclaimers', ...risk) };
    return [...(followed ? [follow] : []), ...(risked ? [bear] : [])].map(
      (found) => ({ ...found, severity: 'warning' }) as const,
    );
  },
};
