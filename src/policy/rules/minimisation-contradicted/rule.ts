import type { Rule } from '../rule.ts';

/**
 * “Only what is necessary” and data for advertising, research or at will cannot both be true.
 */
export const minimisationContradicted: Rule = {
  id: 'KL-48',
  tags: ['KZ-005'],
  law: '94-V Art. 12(1)',
  find(_, said) {
    const only = said.clauses('provisions', 'minimisation');
    const more = [
      ...said.clauses('data_categories', 'other_voluntary'),
      ...said.clauses('provisions', 'by_documents', 'sms_any_time'),
      ...said.clauses('data_sources', 'public_sources'),
      ...said.clauses('purposes', 'new_features', 'targeted_ads', 'statistics_research'),
      ...said.clauses('cookies', 'marketing_measurement'),
    ];
    if (only.length === 0 || more.length === 0) return [];
    return [{ code: 'minimisation-contradicted', severity: 'conflict', clauses: [...only, ...more] }];
  },
};
