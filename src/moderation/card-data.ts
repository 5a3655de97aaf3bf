import { overlaps, type Span } from '../base/index.ts';

/** A number of a payment card, or a secret that goes with one, in a text. */
export interface CardData extends Span {
  readonly kind: 'number' | 'code';
}

/**
 * First digits of the numbers that networks give out, and how long those numbers are.
 *
 * @source ISO/IEC 7812-1
 */
const networks: readonly { readonly first: RegExp; readonly lengths: readonly number[] }[] = [
  { first: /^4/, lengths: [16, 19] },
  { first: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] },
  { first: /^3[47]/, lengths: [15] },
  { first: /^(?:30[0-5]|309|3[689])/, lengths: [14, 16, 19] },
  { first: /^35(?:2[89]|[3-8])/, lengths: [16, 17, 18, 19] },
  { first: /^(?:6011|64[4-9]|65)/, lengths: [16, 19] },
  { first: /^62/, lengths: [16, 17, 18, 19] },
  { first: /^220[0-4]/, lengths: [16, 17, 18, 19] },
  { first: /^(?:50|5[6-9]|6[0379])/, lengths: [16, 18, 19] },
];

/** Digits in groups, with at most three characters between two of them that people put into numbers. */
const digitRuns = /\d+(?:[\s\p{Pd}\p{Cf}._·•*]{1,3}\d+)*/gu;

/**
 * An account number begins with its country and two check digits; it is no card number.
 *
 * @source ISO 13616-1
 */
const accountNumbers = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[ \u00A0]?[A-Z\d]){11,30}(?![\p{L}\p{N}])/gu;

/** What people call the code on the back of a card, or its PIN. */
const codeWords: readonly RegExp[] = [
  /c[vs]c ?2?|cvv ?2?|cid/,
  /card (?:verification|security) (?:code|value|number)/,
  /pin(?:[- ]?code)?/,
  /(?:три|3) цифры (?:на|с) оборот\p{L}*(?: карты)?/u,
  /код\p{L}{0,3} (?:безопасности|проверки подлинности) (?:банковской )?карты/u,
  /секретн\p{L}{2,3} код\p{L}{0,3} (?:банковской )?карты/u,
  /пин(?:[- ]?код\p{L}{0,3})?/u,
  /карта(?:ның|сының)? (?:қауіпсіздік|тексеру|құпия) код\p{L}{0,6}/u,
  /карта(?:ның|сының)? (?:артындағы|артқы жағындағы) (?:үш|3) (?:сан|цифр)\p{L}{0,6}/u,
];
const joining = /(?:is|это|бұл|карты|картасының)[^\p{L}\p{N}]{1,3}/u;
const codes = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${codeWords.map(({ source }) => source).join('|')})(?![\\p{L}\\p{N}])` +
    `[^\\p{L}\\p{N}]{0,6}(?:${joining.source})?(?<code>\\d{3,6})(?![\\p{L}\\p{N}])`,
  'giu',
);

/**
 * Numbers and codes of payment cards in a text, in order, without overlaps.
 *
 * A number counts when its digits, however grouped, have the beginning and the length that a network gives
 * out and a right check digit, so that phone numbers, IINs and account numbers do not. A code counts after a
 * word for it. Digits of other scripts are digits.
 * @source PCI DSS 4.0.1 requirements 3.3.1 and 3.5.1; ISO/IEC 7812-1 Annex B
 */
export function findCardData(text: string): readonly CardData[] {
  const plain = withPlainDigits(text);
  const numbers = numbersIn(withoutAccounts(plain));
  const secrets = [...plain.matchAll(codes)].map((match): CardData => {
    const end = match.index + match[0].length;
    return { kind: 'code', start: end - (match.groups?.code ?? '').length, end };
  });
  const alone = secrets.filter((code) => !numbers.some((number) => overlaps(number, code)));
  return [...numbers, ...alone]
    .map((found) => ({ ...found, end: wholeAt(text, found.end) }))
    .sort((a, b) => a.start - b.start);
}

/** `at`, or one unit further where it would cut a character of two units. */
function wholeAt(text: string, at: number): number {
  return at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff ? at + 1 : at;
}

/**
 * A text without the numbers and codes of cards in it: of a number its last four digits stay, of a code
 * nothing.
 *
 * @returns the text and how many places were masked
 * @source PCI DSS 4.0.1 requirement 3.4.1
 */
export function maskCardData(text: string): { readonly text: string; readonly masked: number } {
  const found = findCardData(text);
  let masked = '';
  let from = 0;
  for (const { kind, start, end } of found) {
    const last = withPlainDigits(text.slice(start, end)).replaceAll(/\D/g, '').slice(-4);
    masked += text.slice(from, start) + (kind === 'number' ? `•••• ${last}` : '•••');
    from = end;
  }
  return { text: masked + text.slice(from), masked: found.length };
}

/** The same text, unit by unit, with every decimal digit as one of 0 to 9 where both take one unit. */
function withPlainDigits(text: string): string {
  return text.replaceAll(/\p{Nd}/gu, (digit) => {
    const plain = digit.normalize('NFKC');
    if (/^\d$/.test(plain)) return plain.padEnd(digit.length, '\u200B');
    return String(valueOfDigit(digit)).padEnd(digit.length, '\u200B');
  });
}

/** Decimal digits stand in the character table ten by ten, in order. @source The Unicode Standard §4.6 */
function valueOfDigit(digit: string): number {
  let value = 0;
  for (let point = (digit.codePointAt(0) ?? 0) - 1; isDigit(point); point--) value++;
  return value % 10;
}

function isDigit(point: number): boolean {
  return /^\p{Nd}$/u.test(String.fromCodePoint(point));
}

/** The same text with account numbers blotted out. */
function withoutAccounts(text: string): string {
  return text.replaceAll(accountNumbers, (account) =>
    isAccountNumber(account) ? ' '.repeat(account.length) : account,
  );
}

function isAccountNumber(text: string): boolean {
  const account = text.replaceAll(/[ \u00A0]/g, '');
  const digits = [...`${account.slice(4)}${account.slice(0, 4)}`].map((unit) => Number.parseInt(unit, 36));
  return digits.reduce((rest, value) => (rest * (value > 9 ? 100 : 10) + value) % 97, 0) === 1;
}

function numbersIn(text: string): readonly CardData[] {
  const found: CardData[] = [];
  for (const run of text.matchAll(digitRuns)) {
    const groups = [...run[0].matchAll(/\d+/g)].map((group) => ({
      digits: group[0],
      start: run.index + group.index,
      end: run.index + group.index + group[0].length,
    }));
    for (let first = 0; first < groups.length; ) {
      const last = lastOfNumber(groups, first);
      if (last === undefined) first++;
      else {
        const [from, to] = [groups[first], groups[last]];
        if (from && to) found.push({ kind: 'number', start: from.start, end: to.end });
        first = last + 1;
      }
    }
  }
  return found;
}

/** With which group a number ends that begins with group `first`; the longest such number. */
function lastOfNumber(groups: readonly { readonly digits: string }[], first: number): number | undefined {
  let digits = '';
  let end: number | undefined;
  for (let at = first; at < groups.length && digits.length < 19; at++) {
    digits += groups[at]?.digits;
    if (isCardNumber(digits)) end = at;
  }
  return end;
}

function isCardNumber(digits: string): boolean {
  const known = networks.some(({ first, lengths }) => lengths.includes(digits.length) && first.test(digits));
  return known && hasCheckDigit(digits);
}

/** Whether the last digit is the one that the others ask for. @source ISO/IEC 7812-1 Annex B (Luhn) */
function hasCheckDigit(digits: string): boolean {
  const sum = [...digits].reverse().reduce((all, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return all + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
