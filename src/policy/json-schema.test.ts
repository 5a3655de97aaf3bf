import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { anyPolicy } from './fixtures/any-policy.ts';
import { facets, formatPolicy, parsePolicy, policySchema } from './index.ts';

const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
ajv.addFormat('date', /^\d{4}-\d{2}-\d{2}$/);
const valid = ajv.compile(policySchema());
const sha = 'a'.repeat(64);

const file = `format: kepil-policy/1
title: Политика сервиса «Тал»
language: ru
dated: "2026-03-01"
operator: {kind: legal_entity, name: ТОО «Тал», cites: ["1.1"]}
data:
  - {category: full_name, mandatory: true, purposes: [support], cites: [2.10]}
purposes:
  - {purpose: support, cites: [1.1]}
labels:
  - {facet: rights, label: correct}
grounds:
source: {name: tal.txt, sha256: ${sha}, chars: 500}
clauses:
  - {id: 1.1, number: 1.1., span: [0, 40], sha256: ${sha}}
  - {id: 2.10, span: [40, 500], sha256: ${sha}}
statements:
  - {clause: 2.10, facet: data_categories, label: full_name, span: [50, 60], confidence: 0.9}
`;

/** What the schema says of a file, and what reading it says. */
function verdicts(text: string): { schema: boolean; reading: boolean } {
  const { problems } = parsePolicy(text);
  return { schema: valid(parse(text)), reading: !problems.some(({ severity }) => severity === 'error') };
}

describe('the JSON Schema of policy files', () => {
  it('takes what we write, whatever the policy', () =>
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        expect(valid(parse(formatPolicy(policy))), JSON.stringify(valid.errors)).toBe(true);
      }),
      { numRuns: 60 },
    ));

  it('takes what people write, numbers of clauses without quotes and empty sections too', () => {
    expect(verdicts(file)).toEqual({ schema: true, reading: true });
  });

  it.each([
    ['another format', 'kepil-policy/1', 'kepil-policy/9'],
    ['an unknown key', 'title:', 'titel:'],
    ['an unknown key of a row', 'mandatory: true', 'compulsory: true'],
    ['an unknown category', 'category: full_name', 'category: surname'],
    ['an unknown purpose', 'purpose: support', 'purpose: helping'],
    ['a label of another facet', 'label: correct', 'label: full_name'],
    ['a label of another facet in a statement', 'label: full_name', 'label: correct'],
    ['an unknown language', 'language: ru', 'language: de'],
    ['a missing key', 'kind: legal_entity, ', ''],
    ['a text for yes or no', 'mandatory: true', 'mandatory: maybe'],
    ['a digest that is none', `chars: 500}\nclauses`, `chars: x}\nclauses`],
    ['a span of three', 'span: [0, 40]', 'span: [0, 20, 40]'],
    ['more than certainty', 'confidence: 0.9', 'confidence: 1.1'],
    ['a date that is none', '"2026-03-01"', 'soon'],
    ['a list that is a text', 'purposes: [support]', 'purposes: support'],
  ])('refuses %s, as reading does', (_what, from, to) => {
    expect(file).toContain(from);
    expect(verdicts(file.replace(from, () => to))).toEqual({ schema: false, reading: false });
  });

  it('knows every label of every facet', () => {
    const said = JSON.stringify(policySchema());
    for (const labels of Object.values(facets))
      for (const label of labels) expect(said).toContain(`"${label}"`);
  });
});
