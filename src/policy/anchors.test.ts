import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { adriftClauses, type Clause, type Policy } from './index.ts';

const sha = (text: string) => createHash('sha256').update(text).digest('hex');
const hash = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());

const head = '# source: x\n';
const body = 'Первый пункт.\r\nВторой: одно, другое.\n';

function clause(id: string, words: string, line: number): Clause {
  const whole = head.concat(body).split(/\r?\n/)[line - 1] as string;
  const start = body.indexOf(words);
  const span = { start, end: start + words.length };
  return {
    id,
    number: '',
    kind: 'clause',
    span,
    sha256: sha(words),
    anchors: [{ line, sha256: sha(whole) }],
  };
}

const clauses = [
  clause('1', 'Первый пункт.', 2),
  clause('2a', 'Второй: одно,', 3),
  clause('2b', 'другое.', 3),
];
const policy = { clauses } as unknown as Policy;
const adrift = (of: Policy, text: string, from = head) =>
  adriftClauses(of, { text: from + text, body: text }, hash);

describe('the anchors of a policy', () => {
  it('hold in the text it was made from: parts by their words, lines as a whole', () => {
    expect(adrift(policy, body)).toEqual([]);
  });

  it('tell the clauses whose words were changed, and those whose line was', () => {
    expect(adrift(policy, body.replace('Первый', 'Другой'))).toEqual(['1']);
    expect(adrift(policy, body.replace('другое', 'третье'))).toEqual(['2a', '2b']);
  });

  it('tell everything when the file begins with other lines', () => {
    expect(adrift(policy, body, `\n${head}`)).toEqual(['1', '2a', '2b']);
    expect(adrift(policy, '')).toEqual(['1', '2a', '2b']);
  });

  it('are the words alone where no line is known', () => {
    const bare = clauses.map(({ anchors: _, ...own }) => own);
    expect(adrift({ ...policy, clauses: bare }, body, `\n${head}`)).toEqual([]);
  });
});
