import { describe, expect, it } from 'vitest';
import { facets } from '../../policy/index.ts';
import { compile, matchAt } from '../pattern.ts';
import { sentencesOf } from '../token.ts';
import { classes, lexicons, topicRows } from './index.ts';

function matches(pattern: string, text: string): boolean {
  const memory = new Map<string, string>();
  const patterns = compile(pattern, classes, memory);
  return sentencesOf(text, 0, memory).some((sentence) =>
    sentence.some((_, at) => patterns.some((one) => matchAt(one, sentence, at) >= 0)),
  );
}

const labelRows = lexicons.flatMap(({ facet, rows }) =>
  Object.entries(rows).flatMap(([language, list]) => (list ?? []).map((row) => ({ facet, language, row }))),
);

describe('the lexicon', () => {
  it('names only facets and labels of the vocabulary', () => {
    const strange = labelRows
      .filter(({ facet, row }) => !facets[facet]?.includes(row[0]))
      .map(({ facet, row }) => `${facet}.${row[0]}`);
    expect(strange).toEqual([]);
  });

  it('matches the positive example of each row', () => {
    const failed = labelRows
      .filter(({ row: [, pattern, yes] }) => !matches(pattern, yes))
      .map(({ facet, language, row }) => `${language} ${facet}.${row[0]}: ${row[2]}`);
    expect(failed).toEqual([]);
  });

  it('leaves the negative example of each row alone', () => {
    const failed = labelRows
      .filter(({ row: [, pattern, , no] }) => matches(pattern, no))
      .map(({ facet, language, row }) => `${language} ${facet}.${row[0]}: ${row[3]}`);
    expect(failed).toEqual([]);
  });

  it('holds the same for the topics', () => {
    const failed = topicRows.flatMap(([topic, , pattern, yes, no]) => [
      ...(matches(pattern, yes) ? [] : [`${topic} misses: ${yes}`]),
      ...(matches(pattern, no) ? [`${topic} takes: ${no}`] : []),
    ]);
    expect(failed).toEqual([]);
  });

  it('begins each pattern with a word of three letters or a whole one, so that it can be indexed', () => {
    const memory = new Map<string, string>();
    const patterns = [...labelRows.map(({ row }) => row[1]), ...topicRows.map((row) => row[2])];
    const bad = patterns.filter((text) =>
      compile(text, classes, memory).some(({ places }) => {
        const first = places[0];
        if (!first || first.optional || first.stems.has('')) return true;
        return (
          first.prefixes.some((prefix) => prefix.length < 3) ||
          first.stems.size + first.prefixes.length + first.words.length === 0
        );
      }),
    );
    expect(bad).toEqual([]);
  });
});
