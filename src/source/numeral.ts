const latin = 'abcdefghijklmnopqrstuvwxyz';
/** The letters Word counts by: ё, й, ъ, ы, ь are left out. */
const russian = 'абвгдежзиклмнопрстуфхцчшщэюя';
const roman: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/**
 * A number as lists print it. Formats are those of WordprocessingML (`decimal`, `lowerLetter`, `upperRoman`,
 * `russianLower` …); an unknown format and a number a format cannot say come out in digits.
 *
 * @source ISO/IEC 29500-1 §17.18.59 ST_NumberFormat
 */
export function numeral(value: number, format: string): string {
  const said = form(value, format);
  return format.startsWith('upper') || format.endsWith('Upper') ? said.toUpperCase() : said;
}

function form(value: number, format: string): string {
  if (format === 'decimalZero') return String(value).padStart(2, '0');
  if (value < 1 || value > 3999) return String(value);
  if (format.endsWith('Letter')) return letters(value, latin);
  if (format.startsWith('russian')) return letters(value, russian);
  return format.endsWith('Roman') ? romanOf(value) : String(value);
}

/** a, b … z, aa, bb …: after the last letter letters are doubled, as Word and browsers nearly all do. */
function letters(value: number, alphabet: string): string {
  const at = (value - 1) % alphabet.length;
  return (alphabet[at] as string).repeat(Math.ceil(value / alphabet.length));
}

function romanOf(value: number): string {
  let left = value;
  let said = '';
  for (const [worth, sign] of roman) {
    while (left >= worth) {
      said += sign;
      left -= worth;
    }
  }
  return said;
}
