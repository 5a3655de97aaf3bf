import type { Found, Rule } from '../rule.ts';

/**
 * What goes without a consent is a closed list; neither a contract nor an interest of the operator is in
 * it.
 */
export const groundOutsideLaw: Rule = {
  id: 'KL-10',
  tags: ['KZ-058'],
  law: '94-V Art. 9',
  find(_, said) {
    const outside = ['contract', 'legitimate_interest'];
    const labels = outside
      .filter((label) => said.has('legal_bases', label))
      .map((label) => ['legal_bases', label] as const);
    const conditions = ['service_necessity', 'rights_protection'];
    const ground: readonly Found[] = [
      {
        code: 'ground-outside-law',
        severity: 'error',
        clauses: said.clauses('legal_bases', ...outside),
        labels,
      },
    ];
    const transfer: readonly Found[] = [
      {
        code: 'transfer-without-consent',
        severity: 'error',
        clauses: said.clauses('transfer_conditions', ...conditions),
      },
    ];
    return [
      ...(labels.length > 0 ? ground : []),
      ...(said.has('transfer_conditions', ...conditions) ? transfer : []),
    ];
  },
};
