import type { Rule } from '../rule.ts';

/**
 * Whose words are removed is told why, by which rule, and can object.
 */
export const moderationProcess: Rule = {
  id: 'KL-36',
  tags: [],
  law: '94-V Art. 19-1',
  find(_, said) {
    const clauses = said.clauses('content_rules', 'removal', 'blocking');
    if (clauses.length === 0 || said.has('provisions', 'appeal')) return [];
    return [{ code: 'moderation-unanswered', severity: 'warning', clauses }];
  },
};
