import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { facets } from '../policy/index.ts';
import { readText } from './index.ts';
import { confidenceOf, fallbackRank, formRank, headingRank } from './sureness.ts';

const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

function sureOf(text: string, label: string): number | undefined {
  return readText(text, { name: 'text', hash }).statements.find((one) => one.label === label)?.confidence;
}

describe('the confidence of a statement', () => {
  it.each(Object.keys(facets))('of %s never falls when one pattern more agrees', (facet) => {
    const sure = [1, 2, 3, 4].map((patterns) => confidenceOf({ facet, rank: formRank - 1, patterns }));
    expect(sure).toEqual(sure.toSorted((a, b) => a - b));
    expect(sure.every((one) => one > 0.5 && one < 1)).toBe(true);
  });

  it('is lower for what a heading names, and lowest for what counts for want of better', () => {
    const at = (rank: number) => confidenceOf({ facet: 'purposes', rank, patterns: 1 });
    expect(at(fallbackRank)).toBeLessThan(at(headingRank));
    expect(at(headingRank)).toBeLessThan(at(headingRank + 1));
  });

  it('grows when a text says a thing in words that several patterns know', () => {
    const once = sureOf('Файлы cookie нужны для статистики.', 'analytics') ?? 0;
    const twice = sureOf('Файлы cookie нужны для статистики и подсчёта посещений.', 'analytics') ?? 0;
    expect(once).toBeGreaterThan(0);
    expect(twice).toBeGreaterThan(once);
  });
});
