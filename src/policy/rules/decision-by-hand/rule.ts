import type { Rule } from '../rule.ts';

/**
 * What runs by itself cannot wait for a decision of somebody authorised each time.
 */
export const decisionByHand: Rule = {
  id: 'KL-44',
  tags: [],
  find(_, said) {
    const byHand = said.clauses('provisions', 'manual_decision');
    const byItself = [
      ...said.clauses('cookies', 'analytics', 'advertising', 'personalisation'),
      ...said.clauses('recipients', 'analytics_providers', 'messaging_providers'),
    ];
    if (byHand.length === 0 || byItself.length === 0) return [];
    return [{ code: 'decision-by-hand', severity: 'conflict', clauses: [...byHand, ...byItself] }];
  },
};
