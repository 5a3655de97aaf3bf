/**
 * How a line announces its place: a decimal number, a single number, a letter, a named section, or a bullet.
 */
export interface Marker {
  readonly kind: 'decimal' | 'number' | 'letter' | 'section' | 'bullet';
  /** As printed, without surrounding spaces; empty for a bullet. */
  readonly printed: string;
  /** The parts of the number; for a letter its ordinal; empty for a bullet. */
  readonly parts: readonly number[];
  /** What tells one list from another: the closing sign or the bullet sign. */
  readonly style: string;
  /** Characters from the start of the line to the text. */
  readonly length: number;
}

const decimal = /^(\d{1,3}(?:\.\d{1,3})+)[.)]?(?:[ \t\u00a0]+|(?=[\p{L}«"]))/u;
const single = /^(\d{1,3})([.)])(?:[ \t\u00a0]+|(?=[\p{L}«"]))/u;
const letter = /^([a-zа-яёәіңғүұқөһ])([.)])[ \t\u00a0]+/u;
const bullet = /^([-–—•●○▪■◦‣·*✓✔➤►])[ \t\u00a0]+/u;
const roman = /^([IVXLC]{1,6})[.)][ \t\u00a0]+/u;
const sectionNames = 'раздел|глава|статья|часть|пункт|§|section|article|chapter|part';
const closing = '(?:[.):]|(?=[ \\t\\u00a0]|$))[ \\t\\u00a0]*';
const word = new RegExp(
  `^((?:${sectionNames})[ \\t\\u00a0]*([IVXLC]+|\\d{1,3}))${closing}(?:[—–-][ \\t\\u00a0]+)?`,
  'iu',
);
const kazakhWord =
  /^((\d{1,3}|[IVXLC]+)-?[ \t\u00a0]?(?:бөлім|тарау|бап))(?:[.):]|(?=[ \t\u00a0]|$))[ \t\u00a0]*/iu;

/** Reads the marker at the start of a trimmed line; a bullet before a number counts as the number. */
export function markerOf(line: string): Marker | undefined {
  const dash = bullet.exec(line);
  if (!dash) return numberOf(line);
  const inner = numberOf(line.slice(dash[0].length));
  if (inner && inner.kind !== 'section') return { ...inner, length: inner.length + dash[0].length };
  return { kind: 'bullet', printed: '', parts: [], style: String(dash[1]), length: dash[0].length };
}

function numberOf(line: string): Marker | undefined {
  const many = decimal.exec(line);
  if (many && !isDate(String(many[1]))) {
    const parts = String(many[1]).split('.').map(Number);
    return { kind: 'decimal', printed: many[0].trim(), parts, style: '.', length: many[0].length };
  }
  const one = single.exec(line);
  if (one) return plain('number', one, [Number(one[1])]);
  const named = word.exec(line) ?? kazakhWord.exec(line);
  if (named) return plain('section', named, [romanOrDecimal(String(named[2]))]);
  const old = roman.exec(line);
  if (old) return plain('section', old, [romanOrDecimal(String(old[1]))]);
  const small = letter.exec(line);
  return small ? plain('letter', small, [ordinalOf(String(small[1]))]) : undefined;
}

function plain(kind: Marker['kind'], match: RegExpExecArray, parts: readonly number[]): Marker {
  const printed = (kind === 'section' ? String(match[1]) : match[0]).trim();
  return {
    kind,
    printed,
    parts,
    style: kind === 'section' ? 'section' : String(match[2]),
    length: match[0].length,
  };
}

function isDate(number: string): boolean {
  return (
    /^\d{1,2}\.\d{1,2}\.\d{2,4}$/.test(number) && Number(number.split('.')[1]) <= 12 && number.length >= 8
  );
}

const romanValues: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

function romanOrDecimal(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const values = [...text.toUpperCase()].map((sign) => romanValues[sign] ?? 0);
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}

function ordinalOf(sign: string): number {
  const row = /[a-z]/.test(sign) ? 'abcdefghijklmnopqrstuvwxyz' : 'абвгдежзиклмнопрстуфхцчшщэюя';
  return row.indexOf(sign) + 1;
}
