import type { Rule } from '../rule.ts';

/**
 * No country is listed as ensuring protection, so data go abroad with a consent that names it; a consent
 * says so either way.
 */
export const crossBorder: Rule = {
  id: 'KL-13',
  tags: ['KZ-016', 'KZ-018'],
  law: '94-V Art. 16(3)',
  find(_, said) {
    const safe = ['with_consent', 'denied'];
    if (said.has('cross_border', ...safe)) return [];
    const clauses = said.clauses('cross_border');
    if (said.has('cross_border', 'possible'))
      return [{ code: 'cross-border-without-consent', severity: 'error', clauses }];
    return said.has('cross_border')
      ? []
      : [{ code: 'cross-border-unsaid', severity: 'warning', clauses: [] }];
  },
};
