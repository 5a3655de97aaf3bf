import type { Rule } from '../rule.ts';

/**
 * A copy of an identity document is asked for only where a law wants it, electronically and for a term.
 */
export const documentCopies: Rule = {
  id: 'KL-49',
  tags: ['KZ-009'],
  law: '94-V Art. 7(9)',
  find(_, said) {
    const clauses = said.clauses('provisions', 'document_copies');
    return clauses.length > 0 ? [{ code: 'document-copies', severity: 'warning', clauses }] : [];
  },
};
