import type { Rule } from '../rule.ts';

/** Whoever is served with artificial intelligence is told so. */
export const aiUndisclosed: Rule = {
  id: 'KZ-041',
  tags: ['KZ-041'],
  law: 'AI Art. 21(1)',
  find(_, said) {
    const clauses = [
      ...said.clauses('purposes', 'ai_features'),
      ...said.clauses('recipients', 'ai_providers'),
    ];
    if (clauses.length === 0 || said.has('automation', 'ai_processing')) return [];
    return [{ code: 'ai-undisclosed', severity: 'warning', clauses }];
  },
};
