import type { Rule } from '../rule.ts';

/** Data that a state body holds come with a consent given through the service of the state. */
export const stateData: Rule = {
  id: 'KZ-048',
  tags: [],
  law: '94-V Art. 8(1)',
  find(_, said) {
    const clauses = said.clauses('provisions', 'state_data');
    if (clauses.length === 0 || said.has('provisions', 'state_consent')) return [];
    return [{ code: 'state-data', severity: 'error', clauses }];
  },
};
