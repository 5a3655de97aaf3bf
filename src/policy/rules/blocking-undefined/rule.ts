import type { Rule } from '../rule.ts';

/**
 * Blocking stops everything but keeping, for a time; who may ask for it and how it ends has to be said.
 */
export const blockingUndefined: Rule = {
  id: 'KL-21',
  tags: ['KZ-032'],
  law: '94-V Art. 24(1)(3)',
  find(_, said) {
    const clauses = [...said.clauses('operations', 'block'), ...said.clauses('rights', 'block_restrict')];
    if (clauses.length === 0 || said.has('provisions', 'blocking_procedure')) return [];
    return [{ code: 'blocking-undefined', severity: 'warning', clauses }];
  },
};
