import { awkward, blank, broken, marker, prototypes, textOf, unclean } from './values.ts';

/**
 * What a good value of a field is, said again from the rules people are told: not by asking the program.
 * `allows`: true where a value must be taken, false where it must be refused, undefined where either is well.
 */
export interface Kind {
  readonly allows: (text: string) => boolean | undefined;
  /** Values at the edge, good and bad. */
  readonly near: readonly string[];
}

/** A control character that is no new line. */
const control = /(?!\n)\p{Cc}/u;

function isClean(text: string): boolean {
  return text.isWellFormed() && !text.includes('\ufffd') && !control.test(text);
}

/** Whether anything of a text can be seen. */
export function isVisible(text: string): boolean {
  return /[^\p{White_Space}\p{Cf}\p{Mn}]/u.test(text);
}

function edgeOf(longest: number): readonly string[] {
  return [textOf(longest), textOf(longest + 1), textOf(longest - 1, '𠮷'), textOf(longest * 3)];
}

/** One line of text. */
export function line(longest: number): Kind {
  return {
    allows: (text) => {
      const value = text.trim();
      if (!isVisible(value) || !isClean(value) || value.includes('\n')) return false;
      if (value.length > longest) return false;
      // Space around is not counted everywhere.
      return text.length <= longest && isClean(text) ? true : undefined;
    },
    near: [...edgeOf(longest), ...broken],
  };
}

/** Text of several lines; lines may end as on any system. */
export function words(longest: number): Kind {
  return {
    allows: (text) => {
      const value = text.replaceAll('\r\n', '\n').trim();
      if (!isVisible(value) || !isClean(value.replaceAll('\t', ' '))) return false;
      return value.length <= longest;
    },
    near: [...edgeOf(longest), ...broken, `${marker}\tx`],
  };
}

const label = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])?$/u;

function isEmail(text: string): boolean | undefined {
  const value = text.trim();
  if (!isClean(value) || value.length > 254) return false;
  const at = value.lastIndexOf('@');
  const [local, domain] = [value.slice(0, at), value.slice(at + 1)];
  const labels = domain.split('.');
  if (at < 1 || local.length > 64 || labels.length < 2) return false;
  if (!labels.every((part) => part.length <= 63 && label.test(part))) return false;
  if (/[\s@<>"(),:;\\[\]]|\p{Cf}/u.test(local)) return false;
  return /^[\w.+-]+$/.test(local) && /^[\x20-\x7e]+$/.test(domain) ? true : undefined;
}

const noEmails = [
  marker,
  `${marker}@`,
  `@${marker}.kz`,
  `${marker}@kz`,
  `a b@${marker}.kz`,
  `${marker}@@x.kz`,
  `${marker}@x..kz`,
  `${marker}@.kz`,
  `${marker}@-x.kz`,
  `"${marker}"@x.kz`,
  `a@x.kz,${marker}@x.kz`,
  `a@<${marker}>.kz`,
  `a@x.kz?bcc=${marker}@x.kz`,
  `a@x.kz\nBcc: ${marker}@x.kz`,
  `a@${marker}.kz/`,
  `a\u200b${marker}@x.kz`,
  `a@x\u202e${marker}.kz`,
  `${'x'.repeat(65)}@${marker}.kz`,
  `a@${`${marker}x.`.repeat(60)}kz`,
  `a@${'x'.repeat(64)}${marker}.kz`,
];

/** An e-mail address. */
export const email: Kind = { allows: isEmail, near: noEmails };

function isPhone(text: string): boolean | undefined {
  const value = text.trim();
  if (/^\+7\d{10}$/.test(value)) return true;
  if (!/^\+?[\d\s().-]+$/.test(value.normalize('NFKC'))) return false;
  const digits = value.normalize('NFKC').replaceAll(/\D/g, '');
  return digits.length < 8 || digits.length > 15 ? false : undefined;
}

const noPhones = [
  '+7',
  '123',
  '77',
  '+',
  `+7701000112a`,
  `<${marker}>+77010001122`,
  `+77010001122 ${marker}`,
  '+77010001122,+77010003344',
  '+77010001122;ext=5',
  'tel:+77010001122',
  '+7701000112233445566',
  '1e11',
  '++77010001122',
  '+7 701 000 11',
  '8 (701) 000-11-22',
];

/** A telephone number. */
export const phone: Kind = { allows: isPhone, near: noPhones };

/** An address to sign in with: of either kind. */
export const address: Kind = {
  allows: (text) => {
    const verdicts = [isEmail(text), isPhone(text)];
    return verdicts.includes(true) ? true : verdicts.includes(undefined) ? undefined : false;
  },
  near: [...noEmails, ...noPhones],
};

/** A day between two others, `YYYY-MM-DD`. */
export function day(first: string, last: string): Kind {
  const exists = (text: string) => {
    if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
    const date = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  };
  return {
    allows: (text) => exists(text.trim()) && text.trim() >= first && text.trim() <= last,
    near: [
      '1990-02-30',
      '1990-13-01',
      '1990-00-10',
      '01.02.1990',
      '1990-1-1',
      '0000-00-00',
      '9999-12-31',
      '1850-01-01',
      '2015-01-01',
      '2026-11-21',
      '1990-01-01T00:00:00Z',
      '-1990-01-01',
      '１９９０-０１-０１',
      'now',
      '1990-02-03 or 1=1',
    ],
  };
}

/** One of some words; `other` are words that may be taken too. */
export function choice(words: readonly string[], other: readonly string[] = []): Kind {
  const first = words[0] ?? '';
  return {
    allows: (text) => words.includes(text) || (other.includes(text) ? undefined : false),
    near: [
      first.toUpperCase(),
      ` ${first}`,
      `${first} `,
      `${first}\u0000`,
      first.slice(0, -1),
      `${first}x`,
      ...prototypes,
      '*',
      'all',
    ].filter((text) => text !== first),
  };
}

/** A box that is ticked with `yes`, or is not there. */
export const tick: Kind = {
  ...choice(['yes'], ['']),
  near: ['no', 'false', '0', 'off', 'on', 'true', 'YES', 'yes ', 'нет'],
};

/** A whole number in digits, between two others. */
export function number(least: number, most: number): Kind {
  return {
    allows: (text) => {
      if (!/^\s*0*\d+\s*$/.test(text)) return false;
      const value = Number(text);
      if (value < least || value > most) return false;
      return /^[1-9]\d*$/.test(text) ? true : undefined;
    },
    near: [
      String(most),
      String(most + 1),
      String(least - 1),
      '-1',
      '1.5',
      '1,5',
      '1e1',
      '0x10',
      '0b11',
      '٣',
      '１２',
      ' 12 ',
      '+12',
      '012',
      'NaN',
      'Infinity',
      '9'.repeat(400),
      '1_0',
    ],
  };
}

/** Exactly this text: a code, a link's secret, a hash. `like` says how it may be written otherwise. */
export function exactly(text: string, like: (sent: string) => boolean = () => false): Kind {
  const other = text === '' ? 'x' : `${text.slice(0, -1)}${text.endsWith('0') ? '1' : '0'}`;
  return {
    allows: (sent) => sent === text || (like(sent) ? undefined : false),
    near: [
      other,
      `${text}0`,
      text.slice(1),
      `${text}\u0000`,
      [...text].reverse().join(''),
      text.toUpperCase(),
    ].filter((sent) => sent !== text),
  };
}

/** Six digits of a code, as people type them. */
export function code(digits: string): Kind {
  const kind = exactly(digits, (sent) => sent.replaceAll(/\s/g, '') === digits);
  const near = [
    '',
    '0',
    '12345',
    '1234567',
    'abcdef',
    '１２３４５６',
    `${digits},${digits}`,
    '000000\n',
    '-12345',
  ];
  return { ...kind, near: [...kind.near, ...near].filter((sent) => kind.allows(sent) !== true) };
}

/** A recovery code, written as people write it. */
export function recoveryCode(given: string): Kind {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[^0-9a-z]/g, '');
  return exactly(given, (sent) => plain(sent) === plain(given));
}

/** Letters and digits, a few of them. */
export function letters(longest: number): Kind {
  return {
    allows: (text) => {
      if (!/^[\p{L}\p{N}]+$/u.test(text.trim()) || [...text.trim()].length > longest) return false;
      return text === text.trim() ? true : undefined;
    },
    near: ['A B', 'A-', 'A.', '«A»', '🚀', 'e\u0301', 'A'.repeat(longest + 1), '<b>', '--', '٣', 'ӘБ', '１'],
  };
}

/** An id of something; whether it is there is not said. */
export function uuid(good: string): Kind {
  const form = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
  const near = ['', '0', good.slice(1), `${good}0`, `{${good}}`, good.replaceAll('-', ''), 'others', '*'];
  return { allows: (text) => (text === good ? true : form.test(text) ? undefined : false), near };
}

/** A password that somebody chooses, of `least` signs: whether it is soon guessed is judged elsewhere. */
export function passphrase(good: string, least = 15): Kind {
  return {
    allows: (text) => {
      const { length } = [...text.normalize('NFKC')];
      if (length < least || length > 256 || !isClean(text) || text.includes('\n')) return false;
      return text === good ? true : undefined;
    },
    near: [
      'passwordpassword',
      '111111111111111',
      'Айгүл Жақыпова',
      textOf(least - 1),
      textOf(257),
      ...broken,
    ],
  };
}

/** Anything that is text; never refused for what it says. */
export const anything: Kind = { allows: () => undefined, near: [] };

/** What is tried in every field beside the edges of its kind. */
export const everywhere: readonly string[] = [...unclean, ...awkward, ...blank, textOf(10_000)];
