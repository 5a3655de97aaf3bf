import type { Rule } from '../rule.ts';

/** What is said to consumers is said in the languages the law names. */
export const kazakhMissing: Rule = {
  id: 'KZ-050',
  tags: [],
  law: 'CPL Art. 24',
  find({ language, published = [] }, _, { languages }) {
    const missing = languages.filter((one) => one !== language && !published.includes(one));
    return missing.map((one) => ({ code: `language-missing-${one}`, severity: 'warning', clauses: [] }));
  },
};
