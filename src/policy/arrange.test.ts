import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyPolicy } from './fixtures/any-policy.ts';
import { arrangeFile, formatPolicy, parsePolicy } from './index.ts';

const sha = 'a'.repeat(64);

/** As an officer leaves it after an afternoon: out of order, with remarks. */
const written = `# Политика «Тал», правки Айгүл
title:   'Политика сервиса «Тал»'
format: kepil-policy/1
language: ru

clauses:
  - id: 2.10
    span: [ 40,
      500 ]
    sha256: ${sha}
  - {sha256: ${sha}, id: 1.1, span: [0, 40], number: 1.1.}
# кто отвечает
operator:
  name: ТОО «Тал»   # так в уставе
  cites: [ 1.1 ]
  kind: legal_entity
purposes:
  - purpose: support
  # спросить юриста
  - purpose: provide_service
    cites:
      - 1.1   # там же
      - 2.10
data:
  - purposes: [support]
    mandatory: yes_no
    category: full_name
source: {chars: 500, sha256: ${sha}, name: tal.txt}
grounds:
# конец
`.replace('yes_no', 'true');

const textOf = (text: string): string => {
  const { text: made, problems } = arrangeFile(text);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return made ?? expect.fail('not laid out');
};

describe('a policy file, laid out', () => {
  it('has its sections and keys in their order, and every remark beside what it is about', () => {
    expect(textOf(written)).toBe(`# Политика «Тал», правки Айгүл

format: kepil-policy/1
title: Политика сервиса «Тал»
language: ru

# кто отвечает
operator:
  kind: legal_entity
  name: ТОО «Тал» # так в уставе
  cites: ["1.1"]

data:
  - category: full_name
    mandatory: true
    purposes: [support]

purposes:
  - {purpose: support}
  # спросить юриста
  - purpose: provide_service
    cites:
      - "1.1" # там же
      - "2.10"

grounds: [] # конец

source:
  name: tal.txt
  sha256: ${sha}
  chars: 500

clauses:
  - {id: "2.10", span: [40, 500], sha256: ${sha}}
  - {id: "1.1", number: 1.1., span: [0, 40], sha256: ${sha}}
`);
  });

  it('says the same as before, and laid out again is the same', () => {
    const once = textOf(written);
    expect(parsePolicy(once).policy).toEqual(parsePolicy(written).policy);
    expect(textOf(once)).toBe(once);
  });

  it('stays as it is when we wrote it', () =>
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        const text = formatPolicy(policy);
        expect(textOf(text)).toBe(text);
      }),
      { numRuns: 60 },
    ));

  it('keeps what it says and each remark, wherever they stand', () =>
    fc.assert(
      fc.property(anyPolicy, fc.array(fc.nat(), { maxLength: 6 }), (policy, places) => {
        const lines = formatPolicy(policy).split('\n');
        places.forEach((place, index) => {
          const at = place % lines.length;
          // Not inside of a quoted text that goes on: those of ours never do.
          lines[at] = `${lines[at]} # remark${index}`;
        });
        const text = lines.join('\n');
        const once = textOf(text);
        expect(parsePolicy(once).policy).toEqual(policy);
        for (const index of places.keys()) expect(once).toContain(`# remark${index}`);
        expect(textOf(once)).toBe(once);
      }),
      { numRuns: 60 },
    ));

  it('stays as it is when it has errors, which are told', () => {
    const { text, problems } = arrangeFile(written.replace('full_name', 'full_nam'));
    expect(text).toBeUndefined();
    expect(problems.map(({ code }) => code)).toContain('category-unknown');
  });

  it('does not throw, whatever is cut or put in', () =>
    fc.assert(
      fc.property(
        fc.nat(written.length),
        fc.nat(written.length),
        fc.string({ unit: 'binary' }),
        (from, to, put) => {
          const text = written.slice(0, from) + put + written.slice(to);
          const { text: made, problems } = arrangeFile(text);
          const faulty = problems.some(({ severity }) => severity === 'error');
          expect(made === undefined).toBe(faulty);
          if (made !== undefined) expect(parsePolicy(made).policy).toEqual(parsePolicy(text).policy);
        },
      ),
      { numRuns: 200 },
    ));
});
