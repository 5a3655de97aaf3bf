import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPolicy, parsePolicy } from './index.ts';

const sha = 'a'.repeat(64);

/** A short policy as an officer would type it: nothing quoted that need not be. */
const typed = `format: kepil-policy/1
title: Политика сервиса «Тал»
language: ru
dated: 2026-03-01

operator: {kind: legal_entity, name: ТОО «Тал», cites: [1.1]}

data:
  - category: full_name
    mandatory: true
    purposes: [support]
    cites: [2.10]
  - category: ip_address
    cites: [2.10]

purposes:
  - {purpose: support, cites: [1.1, 2.10]}
  - {purpose: provide_service}

source: {name: tal.txt, sha256: ${sha}, chars: 500}
clauses:
  - {id: 1.1, number: 1.1., span: [0, 40], sha256: ${sha}}
  - {id: 2.10, span: [40, 500], sha256: ${sha}}
statements:
  - {clause: 2.10, facet: data_categories, label: full_name, span: [50, 60], confidence: 0.9}
`;

/**
 * Replaces `from` by `to` in the typed policy and tells the problems: code and the text their spans cover.
 */
function problemsAfter(from: string, to: string) {
  expect(typed).toContain(from);
  const file = typed.replace(from, () => to);
  const { problems } = parsePolicy(file);
  return problems.map(({ code, span, params }) => ({
    code,
    at: file.slice(span?.start, span?.end).trim(),
    ...(params?.['near'] === undefined ? {} : { near: params['near'] }),
  }));
}

function check(from: string, to: string, expected: ReturnType<typeof problemsAfter>[number]): void {
  expect(problemsAfter(from, to)).toEqual([expected]);
}

describe('a typed policy', () => {
  it('is read with the numbers of clauses as they stand and what is left out filled in', () => {
    const { policy, problems } = parsePolicy(typed);
    expect(problems).toEqual([]);
    expect(policy?.clauses.map((clause) => clause.id)).toEqual(['1.1', '2.10']);
    expect(policy?.clauses[1]).toEqual({
      id: '2.10',
      number: '',
      kind: 'clause',
      span: { start: 40, end: 500 },
      sha256: sha,
    });
    expect(policy?.data[0]).toMatchObject({
      group: 'given',
      access: 'limited',
      mandatory: true,
      origin: 'text',
      cites: ['2.10'],
    });
    expect(policy?.data[1]).toMatchObject({ group: 'automatic', access: 'technical', mandatory: false });
    expect(policy?.purposes[1]).toEqual({ purpose: 'provide_service', cites: [], origin: 'officer' });
    expect(policy?.labels).toEqual([]);
  });

  it('is written with cites in brackets, clauses on one line and no line folded', () => {
    const { policy } = parsePolicy(typed);
    const lines = formatPolicy(policy as NonNullable<typeof policy>).split('\n');
    expect(lines).toContain('    cites: ["2.10"]');
    expect(lines).toContain(`  - {id: "1.1", number: 1.1., span: [0, 40], sha256: ${sha}}`);
    expect(lines[0]).toBe('format: kepil-policy/1');
    expect(lines.indexOf('data:')).toBeLessThan(lines.indexOf('clauses:'));
  });
});

describe('a fault in the file', () => {
  it.each([
    ['dated:', 'datde:', { code: 'key-unknown', at: 'datde', near: 'dated' }],
    ['language: ru', 'language: de', { code: 'value-unknown', at: 'de' }],
    [
      'category: full_name',
      'category: full_nam',
      { code: 'category-unknown', at: 'full_nam', near: 'full_name' },
    ],
    [
      'category: full_name',
      'category: Full name',
      { code: 'category-unknown', at: 'Full name', near: 'full_name' },
    ],
    ['purposes: [support]', 'purposes: [suport]', { code: 'purpose-unknown', at: 'suport', near: 'support' }],
    ['purposes: [support]', 'purposes: [moderation]', { code: 'purpose-undeclared', at: 'moderation' }],
    ['cites: [1.1]}', 'cites: [9.9.9]}', { code: 'clause-unknown', at: '9.9.9' }],
    ['cites: [1.1, 2.10]', 'cites: [1.1, 2.1]', { code: 'clause-unknown', at: '2.1', near: '1.1' }],
    ['label: full_name', 'label: support', { code: 'label-unknown', at: 'support' }],
    ['facet: data_categories', 'facet: data', { code: 'facet-unknown', at: 'data' }],
    ['dated: 2026-03-01', 'dated: 2026-02-29', { code: 'date-malformed', at: '2026-02-29' }],
    [
      'name: ТОО «Тал»',
      'name: ТОО «Тал», bin: "220140000001"',
      { code: 'bin-malformed', at: '"220140000001"' },
    ],
    ['name: ТОО «Тал»', 'name: ТОО «Тал», bin: 850515100013', { code: 'bin-malformed', at: '850515100013' }],
    ['mandatory: true', 'mandatory: yes', { code: 'value-unknown', at: 'yes' }],
    ['span: [50, 60]', 'span: [60, 50]', { code: 'span-malformed', at: '[60, 50]' }],
    ['span: [50, 60]', 'span: [50, 600]', { code: 'span-outside', at: '[50, 600]' }],
    ['confidence: 0.9', 'confidence: 0', { code: 'number-between', at: '0' }],
    ['chars: 500', 'chars: 500.5', { code: 'number-whole', at: '500.5' }],
    ['cites: [1.1]}', 'cites: {a: 1}}', { code: 'list-expected', at: '{a: 1}' }],
    ['{kind: legal_entity, name: ТОО «Тал», cites: [1.1]}', 'ТОО', { code: 'record-expected', at: 'ТОО' }],
    ['title: Политика сервиса «Тал»', 'title: [a]', { code: 'text-expected', at: '[a]' }],
    ['title: Политика сервиса «Тал»', 'title: "\\ud800"', { code: 'text-malformed', at: '"\\ud800"' }],
  ])('%s → %s is named where it stands', (from, to, expected) => {
    if (expected.code !== 'alias-refused') return check(from, to, expected);
    const file = typed.replace('title: Политика сервиса «Тал»', 'title: *t');
    expect(parsePolicy(`${file}x: &t a\n`).problems.map((problem) => problem.code)).toContain(
      'alias-refused',
    );
  });

  it('is found with the path to it', () => {
    const { problems } = parsePolicy(typed.replace('category: ip_address', 'category: ip_adress'));
    expect(problems).toMatchObject([
      { code: 'category-unknown', field: 'data[1].category', severity: 'error', help: 'problem.near.help' },
    ]);
  });

  it('leaves the rest readable', () => {
    const { policy } = parsePolicy(typed.replace('category: ip_address', 'category: ip_adress'));
    expect(policy?.data.map((row) => row.category)).toEqual(['full_name']);
  });

  it('is a missing key, named in the record that lacks it', () => {
    expect(parsePolicy(typed.replace('language: ru\n', '')).problems).toMatchObject([
      { code: 'key-missing', params: { key: 'language' } },
    ]);
    expect(parsePolicy(typed.replace('language: ru\n', '')).policy).toBeUndefined();
    expect(parsePolicy(typed.replace('kind: legal_entity, ', '')).problems).toMatchObject([
      { code: 'key-missing', field: 'operator', params: { key: 'kind' } },
    ]);
  });

  it('is a key, a clause or a row given twice', () => {
    expect(
      problemsAfter('language: ru', 'language: ru\nlanguage: kk').map((problem) => problem.code),
    ).toEqual(['key-twice']);
    expect(problemsAfter('{id: 2.10,', '{id: 1.1,').map((problem) => problem.code)).toContain('clause-twice');
    expect(
      problemsAfter('purpose: provide_service', 'purpose: support').map((problem) => problem.code),
    ).toEqual(['row-twice']);
  });

  it('is a parent that comes later, or is the clause itself', () => {
    for (const parent of ['2.10', '1.1', '7']) {
      expect(problemsAfter('{id: 1.1,', `{id: 1.1, parent: "${parent}",`)[0]).toMatchObject({
        code: 'parent-unknown',
      });
    }
  });

  it('in a clause is not repeated at each of its cites', () => {
    expect(problemsAfter(`span: [0, 40], sha256: ${sha}`, 'span: [0, 40], sha256: abc')).toEqual([
      { code: 'sha256-malformed', at: 'abc' },
    ]);
  });

  it('keeps the number of a person out of the problem', () => {
    const { problems } = parsePolicy(typed.replace('name: ТОО «Тал»', 'name: ТОО, bin: 850515100013'));
    expect(problems).toHaveLength(1);
    expect(JSON.stringify(problems)).not.toContain('850515100013');
  });

  it('does not hold for the number of a sole proprietor, which is a personal one', () => {
    const file = typed.replace(
      'kind: legal_entity, name: ТОО «Тал»',
      'kind: sole_proprietor, bin: 850515100013',
    );
    expect(parsePolicy(file)).toMatchObject({ problems: [], policy: { operator: { bin: '850515100013' } } });
  });
});

describe('a file made to hurt', () => {
  const repeated = (key: string) => `*${String.fromCharCode(key.charCodeAt(0) - 1)},`.repeat(20);
  const levels = [...'bcdefgh'].map((key) => `${key}: &${key} [${repeated(key)}]`);
  const bomb = ['a: &a [x]', ...levels, ''].join('\n');

  it.each([
    ['over a megabyte', 'x'.repeat(1024 * 1024 + 1), 'file-too-large'],
    ['of brackets', '['.repeat(100_000), 'file-too-deep'],
    ['of braces', '{a: '.repeat(50_000), 'file-too-deep'],
    ['of dashes', '- '.repeat(50_000), 'file-too-deep'],
    ['of aliases', `${bomb}title: *h\n`, 'alias-refused'],
    ['that is empty', '', 'record-expected'],
    ['of two documents', `${typed}---\n${typed}`, 'yaml-syntax'],
    ['with a bracket left open', typed.replace('[support]', '[support'), 'yaml-syntax'],
    ['with a tag of a program', typed.replace('title:', 'title: !!js/function'), 'yaml-syntax'],
  ])('%s gives a problem', (_, file, code) => {
    expect(parsePolicy(file).problems.map((problem) => problem.code)).toContain(code);
  });

  it('full of faults gives about a hundred problems and says that there are more', () => {
    const file = typed + Array.from({ length: 5000 }, (_, n) => `k${n}: 1`).join('\n');
    const { problems } = parsePolicy(file);
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)?.code).toBe('problems-more');
  });

  it.each([
    ['closing brackets', ']'],
    ['wrong indents', 'a:\n b\n c: d\n'],
    ['wrong escapes', '"\\q" '],
    ['aliases of nothing', '- *a\n'],
  ])('full of %s is given up at the hundredth error', (_, fault) => {
    const file = `title: x\n${fault.repeat((1024 * 1024 - 100) / fault.length)}`;
    const { problems, policy } = parsePolicy(file);
    expect({ policy, many: problems.length <= 101 }).toEqual({ policy: undefined, many: true });
    expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
  });

  it('never makes the reader throw, whatever is cut, doubled or put in', () => {
    const noise = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('{', '[', '&a', '*a', '- ', ': ', '\n', '"', '!x', '%YAML 1.1\n', '---'),
    );
    fc.assert(
      fc.property(fc.nat(typed.length), fc.nat(typed.length), noise, (from, to, put) => {
        const { problems, policy } = parsePolicy(typed.slice(0, from) + put + typed.slice(to));
        for (const { span } of problems) expect(span && span.start <= span.end).toBe(true);
        if (!policy) expect(problems.some((problem) => problem.severity === 'error')).toBe(true);
      }),
      { numRuns: 300 },
    );
    fc.assert(fc.property(noise, (text) => parsePolicy(text).policy === undefined));
  });
});
