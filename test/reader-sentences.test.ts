import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readText } from '../src/reader/index.ts';

const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const banks = [
  {
    language: 'Russian',
    file: 'sentences.ru',
    title: 'Политика конфиденциальности',
    rows: 700,
    unreadAtMost: 20,
  },
  { language: 'English', file: 'sentences.en', title: 'Privacy policy', rows: 350, unreadAtMost: 7 },
  { language: 'Kazakh', file: 'sentences.kk', title: 'Құпиялылық саясаты', rows: 400, unreadAtMost: 4 },
] as const;
type Bank = (typeof banks)[number];
type Row = readonly [heading: string, label: string, sentence: string];

const rowsOf = ({ file }: Bank): readonly Row[] =>
  readFileSync(join(import.meta.dirname, 'vectors', 'reader', file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(' | ') as [heading: string, label: string, sentence: string]);

function labelsOf(title: string, heading: string, sentence: string): readonly string[] {
  const text = `${title}\n\n1. ${heading}\n1.1. ${sentence}\n`;
  const { statements } = readText(text, { name: 'sentence.txt', hash });
  return statements.map(({ facet, label }) => `${facet}.${label}`);
}

const wrongWayRound: Readonly<Record<Bank['language'], readonly Row[]>> = {
  Russian: [
    ['Рассылки', 'marketing.sends_marketing', 'Рекламных сообщений мы не рассылаем.'],
    ['Рассылки', 'marketing.sends_marketing', 'Мы не занимаемся рекламными рассылками.'],
    ['Решения', 'automation.automated_processing', 'Автоматических решений о людях мы не принимаем.'],
    ['За рубеж', 'cross_border.possible', 'За пределы страны данные не вывозятся.'],
    [
      'Состав данных',
      'data_categories.special_categories',
      'Не спрашиваем: национальность, вероисповедание.',
    ],
    [
      'Состав данных',
      'data_categories.special_categories',
      'Обработка специальных категорий персональных данных Оператором не осуществляется.',
    ],
    ['Разрешения', 'device_permissions.contacts', 'Доступ к контактам не запрашиваем.'],
  ],
  English: [
    ['Newsletters', 'marketing.sends_marketing', 'We do not send advertising.'],
    ['Newsletters', 'marketing.sends_marketing', 'We never write to you about discounts.'],
    ['Decisions', 'automation.automated_processing', 'No program decides anything about you.'],
    ['Transfers abroad', 'cross_border.possible', 'Nothing is sent to servers in Germany.'],
    ['Who else sees it', 'recipients.partners', 'The hotels we work with do not receive your data.'],
  ],
  Kazakh: [
    ['Таратылым', 'marketing.sends_marketing', 'Жарнамалық хабарламалар таратпаймыз.'],
    ['Таратылым', 'marketing.no_marketing', 'Деректеріңізді жарнама берушілерге таратпаймыз.'],
    ['Деректер құрамы', 'data_categories.iin', 'ЖСН сұратылмайды.'],
    ['Деректер құрамы', 'data_categories.payment_card', 'Карта нөмірі бізде сақталмайды.'],
    ['Деректер құрамы', 'data_categories.id_document', 'Жеке куәліктің көшірмесін талап етпейміз.'],
    ['Құрылғы рұқсаттары', 'device_permissions.microphone', 'Микрофонға рұқсат сұрамаймыз.'],
    ['Трансшекаралық беру', 'cross_border.possible', 'Трансшекаралық беру жүзеге асырылмайды.'],
    ['Cookie файлдары', 'cookies.advertising', 'Жарнамалық cookie файлдарын орнатпаймыз.'],
    ['Кімге беріледі', 'recipients.partners', 'Серіктестерге ештеңе берілмейді.'],
    ['Шешімдер', 'automation.automated_processing', 'Автоматты шешімдер қабылданбайды.'],
    ['Сақтау мерзімі', 'storage_location.abroad', 'Деректер Германиядағы серверлерде сақталмайды.'],
    [
      'Балалар',
      'minors.adults_only',
      'Кәмелетке толмағандардың деректері ата-анасының келісімімен өңделеді.',
    ],
  ],
};

describe.each(banks)('what policies in $language say in many words', (bank) => {
  it('is read under its heading, but for a few sentences', () => {
    const rows = rowsOf(bank);
    const unread = rows.filter(
      ([heading, label, sentence]) => !labelsOf(bank.title, heading, sentence).includes(label),
    );
    expect(rows.length).toBeGreaterThan(bank.rows);
    expect(unread.length, unread.map((row) => row.join(' | ')).join('\n')).toBeLessThanOrEqual(
      bank.unreadAtMost,
    );
  });

  it('is not read the wrong way round when it denies', () => {
    const fallen = wrongWayRound[bank.language].filter(([heading, label, sentence]) =>
      labelsOf(bank.title, heading, sentence).includes(label),
    );
    expect(fallen).toEqual([]);
  });
});
