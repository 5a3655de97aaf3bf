import type { Rule } from '../rule.ts';

/** The base of personal data is in Kazakhstan; copies abroad are a cross-border transfer. */
export const storagePlace: Rule = {
  id: 'KL-12',
  tags: ['KZ-020'],
  law: '94-V Art. 12(2)',
  find(_, said) {
    if (said.has('storage_location', 'kz')) return [];
    const abroad = ['abroad', 'abroad_possible'];
    if (said.has('storage_location', ...abroad))
      return [
        {
          code: 'storage-abroad-only',
          severity: 'error',
          clauses: said.clauses('storage_location', ...abroad),
        },
      ];
    const clauses = said.clauses('storage_location');
    return [{ code: 'storage-place-missing', severity: 'warning', clauses }];
  },
};
