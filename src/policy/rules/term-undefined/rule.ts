import type { Rule } from '../rule.ts';

/** `данные/сведения`, `и (или)`: the reader is left to choose. */
function isCircular(words: string | undefined): boolean {
  return (
    words !== undefined &&
    /\p{L}{4,}\/\p{L}{4,}|\p{L}+ и\s?\/\s?или \p{L}+/u.test(words.replaceAll(/https?:\S+/g, ''))
  );
}

/**
 * A term without a meaning, or with two, is read against whoever wrote it. What no program sees is noted by
 * the officer.
 */
export const termUndefined: Rule = {
  id: 'KL-28',
  tags: [],
  find(policy, said) {
    const clauses = policy.clauses.flatMap(({ id }) => (isCircular(said.words(id)) ? [id] : []));
    return clauses.length > 0 ? [{ code: 'term-twice', severity: 'info', clauses }] : [];
  },
};
