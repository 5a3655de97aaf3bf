import type { Found, Rule } from '../rule.ts';

/** A consent to hand data on is given for somebody; “partners” is nobody in particular. */
export const recipientUnnamed: Rule = {
  id: 'KL-14',
  tags: ['KZ-015'],
  law: '94-V Art. 7(6)',
  find(policy, said) {
    // Whom a law or the person names, and whom nobody could: these go without a name.
    const known = ['government', 'public', 'other_users', 'subject_directed', 'business_successor'];
    const unnamed = policy.recipients.filter((row) => !known.includes(row.recipient) && !row.name);
    const anyone = said.clauses('provisions', 'any_recipient');
    const open: readonly Found[] =
      anyone.length > 0 ? [{ code: 'recipient-anyone', severity: 'error', clauses: anyone }] : [];
    if (unnamed.length === 0) return open;
    const labels = [...new Set(unnamed.map((row) => row.recipient))].map(
      (label) => ['recipients', label] as const,
    );
    const clauses = unnamed.flatMap(({ cites }) => cites);
    return [...open, { code: 'recipient-unnamed', severity: 'warning', clauses, labels }];
  },
};
