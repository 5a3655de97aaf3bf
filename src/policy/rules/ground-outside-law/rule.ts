import { visitCategories } from '../../visit-fields.ts';
import type { Found, Rule } from '../rule.ts';

/**
 * What goes without a consent is a closed list; neither a contract nor an interest of the operator is in
 * it.
 */
export const groundOutsideLaw: Rule = {
  id: 'KL-10',
  tags: ['KZ-058'],
  law: '94-V Art. 9',
  find(policy, said) {
    const outside = ['contract', 'legitimate_interest'];
    const labels = outside
      .filter((label) => said.has('legal_bases', label))
      .map((label) => ['legal_bases', label] as const);
    const grounds = said.clauses('legal_bases', ...outside);
    const ground: Found = { code: 'ground-outside-law', severity: 'error', clauses: grounds, labels };
    const transfers = ['service_necessity', 'rights_protection'].flatMap((label): readonly Found[] => {
      const clauses = said.clauses('transfer_conditions', label);
      return clauses.length > 0 ? [{ code: 'transfer-without-consent', severity: 'error', clauses }] : [];
    });
    const declared = said.clauses('provisions', 'consent_in_text');
    const named = said.clauses('legal_bases').filter((id) => !declared.includes(id));
    const unsaid: readonly Found[] =
      named.length > 0 ? [] : [{ code: 'ground-unsaid', severity: 'warning', clauses: [] }];
    // Visitors are there before any act of theirs: nothing but the claim that use is consent covers them.
    const byUse = said.clauses('consent_form', 'implied_by_use');
    const visits = policy.data.filter(
      ({ category, group }) => group === 'automatic' && visitCategories.includes(category),
    );
    const before: readonly Found[] =
      byUse.length > 0 && visits.length > 0
        ? [
            {
              code: 'data-before-consent',
              severity: 'conflict',
              clauses: visits.flatMap(({ cites }) => cites),
            },
          ]
        : [];
    return [...(labels.length > 0 ? [ground] : []), ...transfers, ...unsaid, ...before];
  },
};
