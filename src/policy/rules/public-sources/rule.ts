import type { Rule } from '../rule.ts';

/** Data from public sources carry a link to the source and enlarge no base of other people. */
export const publicSources: Rule = {
  id: 'KZ-049',
  tags: ['KZ-049'],
  law: '94-V Art. 7(11)',
  find(policy, said) {
    const rows = policy.data.filter(({ group }) => group === 'public-source');
    const clauses = [
      ...said.clauses('data_sources', 'public_sources'),
      ...rows.flatMap(({ cites }) => cites),
    ];
    return clauses.length > 0 ? [{ code: 'public-sources', severity: 'warning', clauses }] : [];
  },
};
