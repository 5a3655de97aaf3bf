import type { Rule } from '../rule.ts';

/**
 * Requests come in writing, electronically or in another protected way: there must be somewhere for them
 * to go.
 */
export const contactMissing: Rule = {
  id: 'KL-05',
  tags: ['KZ-002'],
  law: '94-V Art. 10(2)',
  find(policy, said) {
    const channels = new Set(policy.contacts.map(({ channel }) => channel));
    if (channels.size > 1) return [];
    const clauses = said.clauses('contacts');
    if (channels.size === 1) return [{ code: 'contact-single', severity: 'warning', clauses }];
    return [{ code: 'contact-missing', severity: 'error', clauses }];
  },
};
