import type { CivilDate, Language } from '../base/index.ts';

/** How one language writes what is not a sentence. */
export interface Formats {
  /** `24 ноября 2026 г.`, `2026 ж. 24 қараша`, `24 November 2026`. */
  date(date: CivilDate): string;
  /** `24.11.2026, 14:05`, in English `24 Nov 2026, 14:05`: no digits that could be read the other way round. */
  time(at: number): string;
  /** A country by its ISO 3166-1 code. */
  country(code: string): string;
  /** `12 345` (Russian and Kazakh leave four digits together), in English `12,345`. */
  number(value: number): string;
  /** `a, b и c`, `a, b және c`, `a, b and c`. */
  list(items: readonly string[]): string;
  /** Order of the language's alphabet, digits by their value. */
  compare(a: string, b: string): number;
  /** In the language's own quotation marks: «a», “a”. */
  quote(text: string): string;
  /** With a capital first letter. */
  capital(text: string): string;
}

/** What there is to know about the habits of one language. */
interface Habits {
  readonly locale: string;
  readonly day: Intl.DateTimeFormatOptions;
  readonly grouping: 'always' | 'min2';
  /** What stands before the last of a list. */
  readonly and: string;
  readonly quotes: readonly [open: string, close: string];
}

const digits = { day: '2-digit', month: '2-digit', year: 'numeric' } as const;
const words = { day: 'numeric', month: 'short', year: 'numeric' } as const;

const habits: Readonly<Record<Language, Habits>> = {
  ru: { locale: 'ru-KZ', day: digits, grouping: 'min2', and: ' и ', quotes: ['«', '»'] },
  kk: { locale: 'kk-KZ', day: digits, grouping: 'min2', and: ' және ', quotes: ['«', '»'] },
  en: { locale: 'en-GB', day: words, grouping: 'always', and: ' and ', quotes: ['“', '”'] },
};

const made = new Map<string, Formats>();

/** The formats of a language, instants in `zone` (IANA name); made once. */
export function formatsOf(language: Language, zone: string): Formats {
  const name = `${language} ${zone}`;
  const known = made.get(name) ?? makeFormats(habits[language], zone);
  made.set(name, known);
  return known;
}

function makeFormats({ locale, day, grouping, and, quotes }: Habits, zone: string): Formats {
  const long = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const minute = { hour: '2-digit', minute: '2-digit', timeZone: zone } as const;
  const moment = new Intl.DateTimeFormat(locale, { ...day, ...minute });
  const number = new Intl.NumberFormat(locale, { useGrouping: grouping });
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return {
    date: (date) => long.format(Date.parse(`${date}T00:00:00Z`)),
    country: (code) => countries.of(code) ?? code,
    time: (at) => moment.format(at),
    number: (value) => number.format(value),
    list: (items) => [items.slice(0, -1).join(', '), ...items.slice(-1)].filter(Boolean).join(and),
    compare,
    quote: (text) => `${quotes[0]}${text}${quotes[1]}`,
    capital: (text) => {
      const [first = ''] = text;
      return first.toLocaleUpperCase(locale) + text.slice(first.length);
    },
  };
}
