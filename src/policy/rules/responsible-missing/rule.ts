import type { Rule } from '../rule.ts';

/**
 * A legal entity appoints a person responsible for the processing of personal data; people need to find
 * them.
 */
export const responsibleMissing: Rule = {
  id: 'KL-06',
  tags: ['KZ-003'],
  law: '94-V Art. 25(2)(10)',
  find(policy, said) {
    const named =
      policy.operator.responsible !== undefined ||
      said.has('contacts', 'dpo', 'responsible_person') ||
      said.has('security', 'dpo_appointed');
    if (policy.operator.kind === 'sole_proprietor' || named) return [];
    return [{ code: 'responsible-missing', severity: 'warning', clauses: policy.operator.cites }];
  },
};
