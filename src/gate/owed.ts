import { because, type Rule } from './question.ts';

/**
 * For an obligation only what it needs is read, in its own matter.
 * @law 94-V Art. 8(2), 94-V Art. 14
 */
export const obligationCovers: Rule = {
  name: 'obligation-covers',
  codes: ['obligation-unknown', 'obligation-category'],
  refuse: ({ request, facts, standing }) => {
    if (standing?.key !== 'obligations') return [];
    const owed = facts.obligations?.find(({ id }) => id === request.matter);
    if (!owed) return [because('obligation-unknown', { article: '94-V Art. 8(2)' })];
    return request.categories.every((key) => owed.categories.includes(key))
      ? []
      : [because('obligation-category', { article: '94-V Art. 14' })];
  },
};

/**
 * What an obligation needs is not destroyed while it stands.
 * @law 94-V Art. 8(2)
 */
export const nothingOwed: Rule = {
  name: 'nothing-owed',
  codes: ['obligation-open'],
  refuse: ({ request, facts }) => {
    if (request.verb !== 'destroy') return [];
    const needed = facts.obligations?.flatMap(({ categories }) => categories) ?? [];
    return request.categories.some((key) => needed.includes(key))
      ? [because('obligation-open', { article: '94-V Art. 8(2)' })]
      : [];
  },
};
