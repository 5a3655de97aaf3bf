import type { Found, Rule } from '../rule.ts';

const optional: readonly string[] = [
  'analytics',
  'advertising',
  'personalisation',
  'marketing_measurement',
  'beacons',
  'third_party_cookies',
];

/**
 * What measures or advertises runs only after the visitor chose it; settings of the browser are no
 * choice.
 */
export const cookiesChoice: Rule = {
  id: 'KL-23',
  tags: ['KZ-054'],
  law: '94-V Art. 7(1)',
  find(_, said) {
    const set = said.clauses('cookies', ...optional);
    const beacons = said.clauses('cookies', 'beacons');
    const browser = said.clauses('cookies', 'browser_control');
    const chosen = said.has('cookies', 'consent_required');
    if (set.length > 0 && !chosen) {
      const found: readonly Found[] = [{ code: 'cookies-choice', severity: 'warning', clauses: set }];
      if (beacons.length === 0 || browser.length === 0) return found;
      return [...found, { code: 'beacons-unruled', severity: 'conflict', clauses: [...beacons, ...browser] }];
    }
    if (said.has('cookies')) return [];
    const taken = said.clauses('data_categories', 'cookies');
    if (taken.length > 0) return [{ code: 'cookies-unsaid', severity: 'warning', clauses: taken }];
    const marks = said.clauses('data_categories', 'advertising_id', 'device_id');
    return marks.length > 0 ? [{ code: 'identifiers-unsaid', severity: 'warning', clauses: marks }] : [];
  },
};
