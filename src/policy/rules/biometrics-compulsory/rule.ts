import type { Rule } from '../rule.ts';

/** Biometric identification is compulsory only where a law says so. */
export const biometricsCompulsory: Rule = {
  id: 'KZ-042',
  tags: ['KZ-042'],
  law: 'DC Art. 48(3)',
  find(policy, said) {
    const rows = policy.data.filter(({ category, mandatory }) => category === 'biometrics' && mandatory);
    if (rows.length === 0 || said.has('legal_bases', 'legal_requirement')) return [];
    return [
      { code: 'biometrics-compulsory', severity: 'error', clauses: rows.flatMap(({ cites }) => cites) },
    ];
  },
};
