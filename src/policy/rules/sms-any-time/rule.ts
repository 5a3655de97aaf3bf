import type { Rule } from '../rule.ts';

/**
 * A number given for one thing is no leave to be written to at night by anyone.
 */
export const smsAnyTime: Rule = {
  id: 'KL-26',
  tags: ['KZ-045'],
  law: '94-V Art. 7(8)',
  find(_, said) {
    const clauses = said.clauses('provisions', 'sms_any_time');
    return clauses.length > 0 ? [{ code: 'sms-any-time', severity: 'error', clauses }] : [];
  },
};
