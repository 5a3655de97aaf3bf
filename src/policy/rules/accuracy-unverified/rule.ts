import type { Rule } from '../rule.ts';

/** Who does not verify what people say of themselves can neither identify them nor keep fraud out. */
export const accuracyUnverified: Rule = {
  id: 'KL-31',
  tags: [],
  find(_, said) {
    const needing = ['identify_party', 'verification', 'security_fraud'];
    if (!said.has('disclaimers', 'accuracy_not_verified') || !said.has('purposes', ...needing)) return [];
    const clauses = [
      ...said.clauses('disclaimers', 'accuracy_not_verified'),
      ...said.clauses('purposes', ...needing),
    ];
    return [{ code: 'accuracy-unverified', severity: 'conflict', clauses }];
  },
};
