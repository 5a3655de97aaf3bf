import type { Rule } from '../rule.ts';

/**
 * What measures or advertises runs only after the visitor chose it; settings of the browser are no
 * choice.
 */
export const cookiesChoice: Rule = {
  id: 'KL-23',
  tags: ['KZ-054'],
  law: '94-V Art. 7(1)',
  find(_, said) {
    const optional = [
      'analytics',
      'advertising',
      'personalisation',
      'marketing_measurement',
      'beacons',
      'third_party_cookies',
    ];
    if (said.has('cookies', ...optional) && !said.has('cookies', 'consent_required'))
      return [{ code: 'cookies-choice', severity: 'warning', clauses: said.clauses('cookies', ...optional) }];
    if (said.has('cookies') || !said.has('data_categories', 'cookies')) return [];
    const clauses = said.clauses('data_categories', 'cookies');
    return [{ code: 'cookies-unsaid', severity: 'warning', clauses }];
  },
};
