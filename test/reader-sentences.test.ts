import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readText } from '../src/reader/index.ts';

const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const rows = readFileSync(join(import.meta.dirname, 'vectors', 'reader', 'sentences.ru'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(' | ') as [heading: string, label: string, sentence: string]);

/** Sentences that are not read yet, out of all. */
const unreadAtMost = 20;

function labelsOf(heading: string, sentence: string): readonly string[] {
  const text = `Политика конфиденциальности\n\n1. ${heading}\n1.1. ${sentence}\n`;
  const { statements } = readText(text, { name: 'sentence.txt', hash });
  return statements.map(({ facet, label }) => `${facet}.${label}`);
}

describe('what Russian policies say in many words', () => {
  it('is read under its heading, but for a few sentences', () => {
    const unread = rows.filter(([heading, label, sentence]) => !labelsOf(heading, sentence).includes(label));
    expect(rows.length).toBeGreaterThan(500);
    expect(unread.length, unread.map((row) => row.join(' | ')).join('\n')).toBeLessThanOrEqual(unreadAtMost);
  });

  it('is not read the wrong way round when it denies', () => {
    const wrong = [
      ['Рассылки', 'marketing.sends_marketing', 'Рекламных сообщений мы не рассылаем.'],
      ['Рассылки', 'marketing.sends_marketing', 'Мы не занимаемся рекламными рассылками.'],
      ['Решения', 'automation.automated_processing', 'Автоматических решений о людях мы не принимаем.'],
      ['За рубеж', 'cross_border.possible', 'За пределы страны данные не вывозятся.'],
      [
        'Состав данных',
        'data_categories.special_categories',
        'Не спрашиваем: национальность, вероисповедание.',
      ],
    ] as const;
    const fallen = wrong.filter(([heading, label, sentence]) => labelsOf(heading, sentence).includes(label));
    expect(fallen).toEqual([]);
  });
});
