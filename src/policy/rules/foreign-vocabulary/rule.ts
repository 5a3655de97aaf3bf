import type { Found, Rule } from '../rule.ts';

/**
 * Words of another law have no meaning in this one, and a list made of them leaves out what this one names.
 */
export const foreignVocabulary: Rule = {
  id: 'KL-30',
  tags: [],
  find(_, said) {
    const verbs = said.clauses('operations', 'record', 'systematise', 'extract');
    const unnamed = said.clauses('rights', 'stop_dissemination');
    const special = said.clauses('data_not_collected', 'special_categories');
    const taken = said.clauses('data_categories', 'consultation_content', 'health', 'special_categories');
    const distributes = said.has('operations', 'disseminate');
    const listed: readonly Found[] =
      verbs.length === 0
        ? []
        : unnamed.length > 0 && !distributes
          ? [{ code: 'operations-foreign', severity: 'conflict', clauses: [...verbs, ...unnamed] }]
          : [{ code: 'operations-foreign', severity: 'warning', clauses: verbs }];
    if (special.length === 0 || taken.length === 0) return listed;
    return [...listed, { code: 'special-foreign', severity: 'conflict', clauses: [...special, ...taken] }];
  },
};
