import type { Rule } from '../rule.ts';

const freeMail =
  /@(?:gmail|googlemail|hotmail|outlook|yahoo|icloud|proton|mail|yandex|ya|bk|list|inbox|rambler)\./i;

/**
 * Requests come with documents: they do not go to a free mailbox abroad or over a line anyone can read.
 */
export const unsafeChannel: Rule = {
  id: 'KL-45',
  tags: [],
  law: '94-V Art. 22(1)',
  find(policy, said) {
    const mailboxes = policy.contacts.filter(
      ({ channel, value }) => channel === 'email' && freeMail.test(value),
    );
    const open = policy.clauses
      .filter(({ id }) => /http:\/\//i.test(said.words(id) ?? ''))
      .map(({ id }) => id);
    const boxed = mailboxes.flatMap(({ cites }) => cites);
    return [
      ...(boxed.length > 0 ? [{ code: 'free-mailbox', severity: 'warning' as const, clauses: boxed }] : []),
      ...(open.length > 0 ? [{ code: 'open-line', severity: 'warning' as const, clauses: open }] : []),
    ];
  },
};
