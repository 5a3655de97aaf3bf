import type { Rule } from '../rule.ts';

/**
 * A program may decide about a person only with their consent or by a law, explained, and open to objection.
 */
export const automatedDecision: Rule = {
  id: 'KZ-040',
  tags: ['KZ-040'],
  law: '94-V Art. 19-1',
  find(_, said) {
    const clauses = said.clauses('automation', 'automated_processing', 'ai_processing');
    if (clauses.length === 0 || said.has('automation', 'human_review', 'no_solely_automated')) return [];
    return [{ code: 'automated-decision', severity: 'error', clauses }];
  },
};
