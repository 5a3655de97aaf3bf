import type { Rule } from '../rule.ts';

/** Advertising chosen by data about a person is a purpose of its own, with a choice of its own. */
export const adsChoice: Rule = {
  id: 'KL-25',
  tags: ['KZ-044'],
  law: '94-V Art. 7(8)',
  find(_, said) {
    if (!said.has('purposes', 'targeted_ads')) return [];
    const chosen =
      said.has('marketing', 'ads_personalisation_optout') || said.has('marketing', 'consent_required');
    if (chosen) return [];
    return [{ code: 'ads-choice', severity: 'warning', clauses: said.clauses('purposes', 'targeted_ads') }];
  },
};
