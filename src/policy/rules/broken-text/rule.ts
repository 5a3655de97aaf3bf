import type { Rule } from '../rule.ts';

const pairs: readonly (readonly [string, string])[] = [
  ['(', ')'],
  ['«', '»'],
  ['[', ']'],
];

const count = (words: string, sign: string) => words.split(sign).length - 1;

/** A bare `1)` opens an item of a list and closes nothing. */
const withoutMarks = (words: string) => words.replaceAll(/(^|\s)\p{N}{1,2}\)/gu, ' ');

function isBroken(words: string | undefined): boolean {
  if (words === undefined) return false;
  const bare = withoutMarks(words);
  const cut = /[\p{L}\p{N},]\s*\n\s*\n\s*\p{Ll}/u.test(words);
  return (
    cut || /\]\(#?\)/.test(words) || pairs.some(([open, close]) => count(bare, open) !== count(bare, close))
  );
}

/**
 * A sentence that breaks off, a bracket that never closes or a link that leads nowhere cannot be agreed to.
 */
export const brokenText: Rule = {
  id: 'KL-29',
  tags: [],
  find(policy, said) {
    const clauses = policy.clauses.flatMap(({ id }) => (isBroken(said.words(id)) ? [id] : []));
    return clauses.length > 0 ? [{ code: 'broken-text', severity: 'info', clauses }] : [];
  },
};
