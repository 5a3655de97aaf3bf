import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/base/index.ts';
import { kz } from '../../src/law/index.ts';
import { htmlOf, markdownOf, policySummary, policyText } from '../../src/notice/index.ts';
import { anyPolicy } from '../../src/policy/fixtures/any-policy.ts';
import { isSilence, type Policy, verdictOf } from '../../src/policy/index.ts';
import { speakerOf } from '../../src/words/index.ts';

const textOf = (policy: Policy, language: (typeof languages)[number] = 'ru') =>
  policyText({ policy, speaker: speakerOf(language, kz.zone), law: kz });

/** Facets whose labels a text made from a policy says: not how the old text was worded. */
const unsaid = new Set(['provisions', 'disclaimers', 'analytics_tools', 'contacts']);

/** What a policy says and the law lets stand, as labels. */
function standing(policy: Policy): readonly string[] {
  const rows: readonly (readonly [string, string])[] = [
    ...policy.services.map(({ kind }) => ['services', kind] as const),
    ...policy.data.map(({ category }) => ['data_categories', category] as const),
    ...policy.dataNotCollected.map(({ category }) => ['data_not_collected', category] as const),
    ...policy.purposes.map(({ purpose }) => ['purposes', purpose] as const),
    ...policy.grounds.map(({ ground }) => ['legal_bases', ground] as const),
    ...policy.recipients
      .filter(({ origin }) => origin !== 'assumed')
      .map(({ recipient }) => ['recipients', recipient] as const),
    ...policy.retention.map(({ rule }) => ['retention', rule] as const),
    ...policy.labels
      .filter(({ origin }) => origin !== 'assumed')
      .map((row) => [row.facet, row.label] as const),
  ];
  return rows
    .filter(([facet, label]) => !isSilence(label) && verdictOf(facet, label) !== 'F' && !unsaid.has(facet))
    .map(([facet, label]) => `${facet}.${label}`);
}

/** Facets that a policy has as rows: a label row of them says nothing more. */
const typed = new Set([
  ...['controller', 'services', 'data_categories', 'data_not_collected', 'purposes', 'legal_bases'],
  ...['recipients', 'retention'],
]);

describe('the text of a policy', () => {
  it('says every label that the law lets stand, and can be read back by them', () => {
    fc.assert(
      fc.property(anyPolicy, fc.constantFrom(...languages), (policy, language) => {
        const plain = { ...policy, labels: policy.labels.filter(({ facet }) => !typed.has(facet)) };
        const html = htmlOf(textOf(plain, language));
        const back = new Set(
          [...html.matchAll(/ data-says="([^"]*)"/g)].flatMap((match) => match[1]?.split(' ')),
        );
        expect(standing(plain).filter((label) => !back.has(label))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('numbers its clauses without gap, each id once, and leaves no sentence unsaid', () => {
    fc.assert(
      fc.property(anyPolicy, fc.constantFrom(...languages), (policy, language) => {
        const { sections } = textOf(policy, language);
        sections.forEach(({ number, clauses }, at) => {
          expect(number).toBe(`${at + 1}`);
          expect(clauses.map((clause) => clause.number)).toEqual(
            clauses.map((_, place) => `${at + 1}.${place + 1}`),
          );
        });
        const clauses = sections.flatMap((section) => section.clauses);
        expect(new Set(clauses.map(({ id }) => id)).size).toBe(clauses.length);
        const words = clauses.flatMap(({ text, items }) => [text, ...items.map((item) => item.text)]);
        expect(
          words.filter((text) => /notice\.policy|\{\{/.test(text) && !JSON.stringify(policy).includes('{{')),
        ).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('names what Art. 8(4) and 24 ask for, whatever the policy leaves out', () => {
    const bare = { ...empty, operator: { kind: 'unnamed', cites: [], origin: 'assumed' } } as const;
    const text = markdownOf(textOf(bare));
    for (const part of [
      'не назван',
      'Согласие действует',
      'отозвать',
      'не передаются',
      'не публикуются',
      'вправе',
      'суд',
    ])
      expect(text).toContain(part);
    expect(text.match(/^- (?:знать|изменить|требовать|отозвать)/gm)).toHaveLength(7);
  });

  it('leaves out what the law refuses', () => {
    const refused = {
      ...empty,
      grounds: [{ ground: 'legitimate_interest', cites: [], origin: 'officer' }],
    } as const;
    expect(markdownOf(textOf(refused))).not.toContain('законный интерес');
  });

  it('lets no value of the policy become markup', () => {
    const name = 'ТОО <b>«A & B»</b> [x](y) *z* # _q_';
    const operator = { kind: 'legal_entity', name, cites: [], origin: 'officer' } as const;
    const text = textOf({ ...empty, operator });
    expect(htmlOf(text)).toContain('ТОО &lt;b&gt;«A &amp; B»&lt;/b&gt; [x](y)');
    expect(markdownOf(text)).toContain('ТОО \\<b\\>«A & B»\\</b\\> \\[x\\](y) \\*z\\* \\# \\_q\\_');
  });

  it('fits on a page as a summary, under the numbers of the whole', () => {
    const text = textOf(empty);
    const [summary] = policySummary(text, speakerOf('ru', kz.zone)).sections;
    const all = text.sections.flatMap(({ clauses }) => clauses);
    expect(summary?.clauses.length).toBeGreaterThan(2);
    expect(summary?.clauses.every((clause) => all.includes(clause))).toBe(true);
  });
});

const empty: Policy = {
  format: 'kepil-policy/1',
  title: '',
  language: 'ru',
  source: { name: 'x', sha256: 'a'.repeat(64), chars: 0 },
  operator: { kind: 'legal_entity', name: 'ТОО «Пример»', cites: [], origin: 'officer' },
  services: [],
  hosts: [],
  clauses: [],
  statements: [],
  data: [],
  dataNotCollected: [],
  purposes: [],
  grounds: [],
  recipients: [],
  retention: [],
  contacts: [],
  labels: [],
};
