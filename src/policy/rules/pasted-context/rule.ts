import type { Rule } from '../rule.ts';

/**
 * Text of another trade promises what this service never does. The officer notes it.
 */
export const pastedContext: Rule = {
  id: 'KL-46',
  tags: [],
  find() {
    return [];
  },
};
