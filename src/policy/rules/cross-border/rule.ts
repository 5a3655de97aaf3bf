import type { Rule } from '../rule.ts';

/**
 * No country is listed as ensuring protection, so data go abroad with a consent that names it; a consent
 * says so either way.
 */
export const crossBorder: Rule = {
  id: 'KL-13',
  tags: ['KZ-016', 'KZ-017', 'KZ-018', 'KZ-019'],
  law: '94-V Art. 16(3)',
  find(policy, said) {
    const rows = [...policy.recipients, ...policy.hosts];
    const abroad = rows.filter(({ country = 'KZ' }) => country !== 'KZ');
    const cites = abroad.flatMap((row) => row.cites);
    if (said.has('cross_border', 'denied'))
      return abroad.length === 0
        ? []
        : [
            {
              code: 'cross-border-denied',
              severity: 'conflict',
              clauses: [...said.clauses('cross_border'), ...cites],
            },
          ];
    const consented = said.clauses('cross_border', 'with_consent');
    if (consented.length > 0)
      return abroad.length > 0
        ? []
        : [{ code: 'cross-border-country', severity: 'warning', clauses: consented }];
    const clauses = said.clauses('cross_border');
    if (said.has('cross_border', 'possible'))
      return [{ code: 'cross-border-without-consent', severity: 'error', clauses }];
    return said.has('cross_border')
      ? []
      : [{ code: 'cross-border-unsaid', severity: 'warning', clauses: [] }];
  },
};
