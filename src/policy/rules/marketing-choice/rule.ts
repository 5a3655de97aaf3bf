import type { Rule } from '../rule.ts';

/** Offers are a purpose of their own: with a consent of their own, and ended by one message. */
export const marketingChoice: Rule = {
  id: 'KL-24',
  tags: ['KZ-044', 'KZ-046'],
  law: '94-V Art. 7(8)',
  find(_, said) {
    const sends = said.has('marketing', 'sends_marketing') || said.has('purposes', 'marketing_notices');
    if (!sends) return [];
    const clauses = [
      ...said.clauses('marketing', 'sends_marketing'),
      ...said.clauses('purposes', 'marketing_notices'),
    ];
    const missing: readonly (readonly [boolean, string])[] = [
      [said.has('marketing', 'consent_required'), 'marketing-without-consent'],
      [said.has('marketing', 'opt_out') || said.has('rights', 'opt_out_mailing'), 'marketing-without-end'],
    ];
    return missing
      .filter(([isSaid]) => !isSaid)
      .map(([, code]) => ({ code, severity: 'warning', clauses }) as const);
  },
};
