import { numbers } from './lexicon/index.ts';

/** A term in months or in calendar days, with its place in the words. */
export interface Duration {
  readonly months?: number;
  readonly days?: number;
  readonly at: number;
}

/** Months and days of each unit, by how it begins. */
const units: readonly (readonly [begins: RegExp, of: 'months' | 'days', each: number])[] = [
  [/^(?:лет|год|жыл|year)/iu, 'months', 12],
  [/^(?:месяц|мес|ай|month)/iu, 'months', 1],
  [/^(?:недел|апта|week)/iu, 'days', 7],
  [/^(?:дн|ден|сут|күн|тәулік|day)/iu, 'days', 1],
];

/** «Another», «in» and «a» before a unit stand for one. */
const one = 'ещ[её]|через|тағы|a|an|another';

const counted = new RegExp(
  `(?<![\\p{L}\\d])(?:(\\d{1,3})|(${[...numbers.keys()].join('|')}|${one}))` +
    '(?:\\s*\\([^)\\d]{1,40}\\))?[\\s\\u00a0-]+' +
    '(?:(?:полных|календарн\\p{L}+|full|calendar|күнтізбелік)\\s+)?' +
    '(лет|год\\p{L}*|месяц\\p{L}*|мес(?!\\p{L})|недел\\p{L}*|дн\\p{L}+|день|сут\\p{L}+|' +
    'жыл\\p{L}*|ай(?:дан|ға|дың)?(?!\\p{L})|апта\\p{L}*|күн\\p{L}*|тәулік\\p{L}*|' +
    'years?|months?|weeks?|days?)(?!\\p{L})',
  'giu',
);
/** A number of years that is an age. */
const age = new RegExp(
  '(?:старше|младше|достигш|возраст|не моложе|жасқа|\\baged?\\b|\\bunder\\b|years? old|' +
    'от \\d+ до \\d+ лет)',
  'iu',
);

/**
 * The first term of keeping in `text`: «5 лет», «пять лет», «три жыл», «a year». Working days are none, nor
 * is an age. O(n).
 */
export function durationIn(text: string): Duration | undefined {
  if (age.test(text)) return undefined;
  for (const match of text.matchAll(counted)) {
    const [, digits, word = '', unit = ''] = match;
    const number = digits === undefined ? (numbers.get(word.toLowerCase()) ?? 1) : Number(digits);
    const [, of, each] = units.find(([begins]) => begins.test(unit)) ?? [];
    if (of !== undefined && each !== undefined && number > 0) return { [of]: number * each, at: match.index };
  }
  return undefined;
}
