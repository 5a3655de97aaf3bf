import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../../base/index.ts';
import { facets } from '../../policy/index.ts';
import { Matcher } from '../matcher.ts';
import { compile, type Pattern } from '../pattern.ts';
import { sentencesOf } from '../token.ts';
import { facetScopes, type LexiconRow, lexicons, otherTools, toolNames } from './index.ts';

interface Row {
  readonly language: Language;
  readonly name: string;
  readonly pattern: string;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

function rowOf(language: Language, name: string, [, pattern, yes, no]: LexiconRow): Row {
  return { language, name, pattern, yes: yes.split(' / '), no: no.split(' / ') };
}

const labelRows: readonly Row[] = [
  ...[...toolNames, ...otherTools].map((row) => rowOf('ru', `analytics_tools.${row[0]}`, row)),
  ...languages.flatMap((language) =>
    lexicons[language].rows.flatMap((file) =>
      Object.entries(file).flatMap(([facet, rows]) =>
        rows.map((row) => rowOf(language, `${facet}.${row[0]}`, row)),
      ),
    ),
  ),
];
const topicRows: readonly Row[] = languages.flatMap((language) =>
  lexicons[language].topics.map(([topic, place, pattern, yes, no]) =>
    rowOf(language, `${topic} (${place})`, [topic, pattern, yes, no]),
  ),
);
const rows = [...labelRows, ...topicRows];

function patternsOf({ language, pattern }: Row): readonly Pattern[] {
  return compile(pattern, { language, classes: lexicons[language].classes });
}

/** Which of the alternatives of a row match which of `texts`. */
function matchesOf(row: Row, texts: readonly string[]): readonly (readonly number[])[] {
  const matcher = new Matcher<number>(row.language);
  for (const pattern of patternsOf(row)) matcher.add(pattern.alternative, pattern);
  return texts.map((text) =>
    sentencesOf(text, 0, matcher.look).flatMap((sentence) =>
      matcher.matches(sentence).map((match) => match.row),
    ),
  );
}

describe('the lexicon', () => {
  it('names only facets and labels of the vocabulary', () => {
    const strange = labelRows
      .map(({ name }) => name)
      .filter((name) => {
        const [facet = '', label = ''] = name.split('.');
        return !facets[facet]?.includes(label) || facetScopes[facet] === undefined;
      });
    expect(strange).toEqual([]);
  });

  it('shows an example for each alternative of each row', () => {
    const unshown = rows.flatMap((row) => {
      const seen = new Set(matchesOf(row, row.yes).flat());
      return patternsOf(row)
        .filter(({ alternative }) => !seen.has(alternative))
        .map((pattern) => `${row.language} ${row.name}: ${pattern.text}`);
    });
    expect(unshown).toEqual([]);
  });

  it('matches each positive example', () => {
    const failed = rows.flatMap((row) =>
      matchesOf(row, row.yes).flatMap((found, at) =>
        found.length > 0 ? [] : [`${row.language} ${row.name}: ${row.yes[at]}`],
      ),
    );
    expect(failed).toEqual([]);
  });

  it('leaves each negative example alone', () => {
    const failed = rows.flatMap((row) =>
      matchesOf(row, row.no).flatMap((found, at) =>
        found.length === 0 ? [] : [`${row.language} ${row.name}: ${row.no[at]}`],
      ),
    );
    expect(failed).toEqual([]);
  });

  it('is about the language of policies: no pattern is a long quote of one', () => {
    const long = rows.flatMap((row) =>
      patternsOf(row)
        .filter(({ places }) => places.length > 6)
        .map((pattern) => `${row.language} ${row.name}: ${pattern.text}`),
    );
    expect(long).toEqual([]);
  });

  it('has no empty word, no unknown class, and nothing optional at the start of a pattern', () => {
    const bad = rows.flatMap((row) =>
      patternsOf(row)
        .filter(({ places }) => places[0]?.optional !== false || places.some(({ forms }) => isEmpty(forms)))
        .map((pattern) => `${row.language} ${row.name}: ${pattern.text}`),
    );
    expect(bad).toEqual([]);
  });
});

function isEmpty({ stems, denied, prefixes, words }: Pattern['places'][number]['forms']): boolean {
  if (stems.has('') || words.has('') || prefixes.some((prefix) => prefix.length < 2)) return true;
  return stems.size + denied.size + prefixes.length + words.size === 0;
}
