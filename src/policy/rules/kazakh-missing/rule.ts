import type { Rule } from '../rule.ts';

const codes: Readonly<Record<string, string>> = { kk: 'language-missing-kk', ru: 'language-missing-ru' };

/** What is said to consumers is said in the languages the law names. */
export const kazakhMissing: Rule = {
  id: 'KZ-050',
  tags: [],
  law: 'CPL Art. 24',
  find({ language, published = [] }, _, { languages }) {
    const missing = languages.filter((one) => one !== language && !published.includes(one));
    return missing.flatMap((one) => {
      const code = codes[one];
      return code === undefined ? [] : [{ code, severity: 'warning' as const, clauses: [] }];
    });
  },
};
