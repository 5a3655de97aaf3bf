/**
 * How a line announces its place: a decimal number, a single number, a letter, a named section, or a bullet.
 */
export interface Marker {
  readonly kind: 'decimal' | 'number' | 'letter' | 'section' | 'bullet';
  /** As printed, without surrounding spaces; empty for a bullet. */
  readonly printed: string;
  /** The parts of the number, a letter by its ordinal; empty for a bullet. */
  readonly parts: readonly number[];
  /** The parts as a path names them: digits, or a capital letter that opens a section. */
  readonly steps: readonly string[];
  /** What tells one list from another: the closing sign or the bullet sign. */
  readonly style: string;
  /** Characters from the start of the line to the text. */
  readonly length: number;
}

const space = '[ \\t\\u00a0]';
const decimal = new RegExp(`^(\\d{1,3}(?:\\.\\d{1,3})+)[.)]?(?:${space}+|(?=[\\p{L}«"]))`, 'u');
const lettered = new RegExp(`^(\\p{Lu}(?:\\.\\d{1,3})+)[.)]?${space}+`, 'u');
const single = new RegExp(`^\\(?(\\d{1,3})([.)])(?:${space}+|(?=[\\p{L}«"]))`, 'u');
const letter = new RegExp(`^\\(?([a-zа-яёәіңғүұқөһ])([.)])${space}+`, 'u');
const smallRoman = new RegExp(`^\\(([ivx]{1,4})(\\))${space}+`, 'u');
const capital = new RegExp(`^(\\p{Lu})\\.${space}+(?=\\p{Lu}[\\p{L}]+)`, 'u');
const bullet = new RegExp(`^([-–—•●○▪■◦‣·*✓✔✅☑➤►→])${space}+`, 'u');
const roman = new RegExp(`^([IVXLC]{1,6})[.)]${space}+`, 'u');
const sectionNames = 'раздел|глава|статья|часть|пункт|§|section|article|chapter|part|clause';
const closing = `(?:[.):]|(?=${space}|$))${space}*`;
const word = new RegExp(
  `^((?:${sectionNames})${space}*([IVXLC]+|\\d{1,3}))${closing}(?:[—–-]${space}+)?`,
  'iu',
);
const kazakhWord = new RegExp(
  `^((\\d{1,3}|[IVXLC]+)-?${space}?(?:бөлім|тарау|бап|бөлік))(?:[.):]|(?=${space}|$))${space}*`,
  'iu',
);

/** Reads the marker at the start of a trimmed line; a bullet before a number counts as the number. */
export function markerOf(line: string): Marker | undefined {
  const dash = bullet.exec(line);
  if (!dash) return numberOf(line);
  const inner = numberOf(line.slice(dash[0].length));
  if (inner && inner.kind !== 'section') return { ...inner, length: inner.length + dash[0].length };
  return {
    kind: 'bullet',
    printed: '',
    parts: [],
    steps: [],
    style: String(dash[1]),
    length: dash[0].length,
  };
}

function numberOf(line: string): Marker | undefined {
  const many = decimal.exec(line);
  if (many && !isDate(String(many[1]))) return dotted(many, String(many[1]).split('.'));
  const capitals = lettered.exec(line);
  if (capitals) return dotted(capitals, String(capitals[1]).split('.'));
  const one = single.exec(line);
  if (one) return plain('number', one, [Number(one[1])]);
  const named = word.exec(line) ?? kazakhWord.exec(line);
  if (named) return plain('section', named, [romanOrDecimal(String(named[2]))]);
  const old = roman.exec(line);
  if (old && !/^[LC]$/.test(String(old[1]))) return plain('section', old, [romanOrDecimal(String(old[1]))]);
  const head = capital.exec(line);
  if (head) return { ...plain('section', head, [ordinalOf(String(head[1]))]), steps: [String(head[1])] };
  const low = smallRoman.exec(line);
  if (low) return plain('letter', low, [romanOrDecimal(String(low[1]).toUpperCase())]);
  const small = letter.exec(line);
  if (!small || isTown(line)) return undefined;
  return plain('letter', small, [ordinalOf(String(small[1]))]);
}

function dotted(match: RegExpExecArray, steps: readonly string[]): Marker {
  const parts = steps.map((step) => (/^\d/.test(step) ? Number(step) : ordinalOf(step)));
  return { kind: 'decimal', printed: match[0].trim(), parts, steps, style: '.', length: match[0].length };
}

function plain(kind: Marker['kind'], match: RegExpExecArray, parts: readonly number[]): Marker {
  const printed = (kind === 'section' ? String(match[1]) : match[0]).trim();
  const sign = (match[0].startsWith('(') ? '(' : '') + String(match[2]);
  const style = kind === 'section' ? 'section' : sign;
  return { kind, printed, parts, steps: parts.map(String), style, length: match[0].length };
}

/** «г. Алматы» is a town, not the fourth item. */
function isTown(line: string): boolean {
  return /^г\.\s+\p{Lu}/u.test(line);
}

/** 24.06.2025 at the start of a line is a date, not clause 24.6.2025. */
function isDate(text: string): boolean {
  return /^\d{1,2}\.\d{1,2}\.\d{2,4}$/.test(text) && Number(text.split('.')[1]) <= 12 && text.length >= 8;
}

function romanOrDecimal(text: string): number {
  return /^\d/.test(text) ? Number(text) : romanValue(text.toUpperCase());
}

function romanValue(text: string): number {
  const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
  let total = 0;
  for (let i = 0; i < text.length; i++) {
    const own = values[text.charAt(i)] ?? 0;
    total += own < (values[text.charAt(i + 1)] ?? 0) ? -own : own;
  }
  return total;
}

function ordinalOf(letter: string): number {
  const small = letter.toLowerCase();
  const alphabet = /[a-z]/.test(small) ? 'abcdefghijklmnopqrstuvwxyz' : 'абвгдежзиклмнопрстуфхцчшщэюя';
  const at = alphabet.indexOf(small);
  return at < 0 ? (small.codePointAt(0) ?? 1) : at + 1;
}
