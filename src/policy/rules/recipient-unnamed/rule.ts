import type { Rule } from '../rule.ts';

/** A consent to hand data on is given for somebody; “partners” is nobody in particular. */
export const recipientUnnamed: Rule = {
  id: 'KL-14',
  tags: ['KZ-015'],
  law: '94-V Art. 7(6)',
  find(policy) {
    const open = ['service_providers', 'affiliates', 'partners', 'lawyers_specialists'];
    const unnamed = policy.recipients.filter((row) => open.includes(row.recipient) && !row.name);
    if (unnamed.length === 0) return [];
    const labels = [...new Set(unnamed.map((row) => row.recipient))].map(
      (label) => ['recipients', label] as const,
    );
    const clauses = [...new Set(unnamed.flatMap(({ cites }) => cites))];
    return [{ code: 'recipient-unnamed', severity: 'warning', clauses, labels }];
  },
};
