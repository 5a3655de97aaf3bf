import type { Language } from '../../base/index.ts';

/** A number in words with what it is worth: `five:5`. */
const worth: Readonly<Record<Language, string>> = {
  ru:
    'один:1 одного:1 одному:1 два:2 двух:2 две:2 три:3 трех:3 четыре:4 четырех:4 пять:5 ' +
    'пяти:5 шесть:6 шести:6 семь:7 семи:7 восемь:8 восьми:8 девять:9 девяти:9 десять:10 ' +
    'десяти:10 двенадцати:12 двенадцать:12 четырнадцати:14 пятнадцати:15 пятнадцать:15 ' +
    'двадцать:20 двадцати:20 тридцать:30 тридцати:30 шестьдесят:60 шестидесяти:60 ' +
    'девяносто:90 сто:100',
  kk:
    'бір:1 екі:2 үш:3 төрт:4 бес:5 алты:6 жеті:7 сегіз:8 тоғыз:9 он:10 жиырма:20 отыз:30 ' +
    'қырық:40 алпыс:60 тоқсан:90 жүз:100',
  en:
    'one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 twelve:12 ' +
    'fourteen:14 fifteen:15 twenty:20 thirty:30 sixty:60 ninety:90',
};

function pairsOf(language: Language): readonly (readonly [word: string, number: number])[] {
  return worth[language].split(' ').map((pair) => {
    const [word = '', number] = pair.split(':');
    return [word, Number(number)];
  });
}

const wordsOf = (language: Language) => new Set(pairsOf(language).map(([word]) => word));

/** Numbers in words, as terms are printed: `#` in a pattern takes them as it takes digits. */
export const numberWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  ru: wordsOf('ru'),
  kk: wordsOf('kk'),
  en: wordsOf('en'),
};

/** What a number in words is worth, in any of the languages. */
export const numbers: ReadonlyMap<string, number> = new Map(
  (['ru', 'kk', 'en'] as const).flatMap((language) => pairsOf(language)),
);

/** Small words that nearly every sentence has: a pattern never waits at one when it has another. */
export const frequentWords: ReadonlySet<string> = new Set(
  'в во на не но с со и а по для к от до о об при за из или их как что the of to and in or for we you are is by on бұл мен және'.split(
    ' ',
  ),
);
