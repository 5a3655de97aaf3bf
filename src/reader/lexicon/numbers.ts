import type { Language } from '../../base/index.ts';

/** Numbers in words, as terms are printed: `#` in a pattern takes them as it takes digits. */
export const numberWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  ru: new Set(
    'один одного одному два двух две три трех четыре четырех пять пяти шесть шести семь семи восемь восьми девять девяти десять десяти двенадцати двенадцать четырнадцати пятнадцать пятнадцати двадцать двадцати тридцать тридцати шестьдесят шестидесяти девяносто сто'.split(
      ' ',
    ),
  ),
  kk: new Set('бір екі үш төрт бес алты жеті сегіз тоғыз он жиырма отыз қырық алпыс тоқсан жүз'.split(' ')),
  en: new Set(
    'one two three four five six seven eight nine ten twelve fourteen fifteen twenty thirty sixty ninety'.split(
      ' ',
    ),
  ),
};

/** Small words that nearly every sentence has: a pattern never waits at one when it has another. */
export const frequentWords: ReadonlySet<string> = new Set(
  'в во на не но с со и а по для к от до о об при за из или их как что the of to and in or for we you are is by on бұл мен және'.split(
    ' ',
  ),
);
