import type { Rule } from '../rule.ts';

/** Offers are a purpose of their own: with a consent of their own, and ended by one message. */
export const marketingChoice: Rule = {
  id: 'KL-24',
  tags: ['KZ-044', 'KZ-046'],
  law: '94-V Art. 7(8)',
  find(_, said) {
    const sends = said.has('marketing', 'sends_marketing') || said.has('purposes', 'marketing_notices');
    const measured = said.clauses('cookies', 'marketing_measurement');
    if (!sends && measured.length > 0 && said.has('cookies', 'beacons'))
      return [{ code: 'marketing-unsaid', severity: 'warning', clauses: measured }];
    if (!sends) return [];
    const clauses = [
      ...said.clauses('marketing', 'sends_marketing'),
      ...said.clauses('purposes', 'marketing_notices'),
    ];
    const asked = said.has('marketing', 'consent_required');
    const ended = said.has('marketing', 'opt_out') || said.has('rights', 'opt_out_mailing');
    if (asked && ended) return [];
    const code = asked
      ? 'marketing-without-end'
      : ended
        ? 'marketing-without-consent'
        : 'marketing-choiceless';
    return [{ code, severity: 'warning', clauses }];
  },
};
