import i18next, { type i18n } from 'i18next';
import type { CivilDate, Language, Params } from '../base/index.ts';
import { en } from './en/index.ts';
import { kk } from './kk/index.ts';
import { ru } from './ru/index.ts';

type Plural = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type Bare<Key> = Key extends `${infer Stem}_${Plural}` ? Stem : Key;

/** A key of the catalogue, plural suffix left off. */
export type MessageKey = Bare<keyof typeof ru>;

/** Says things in one language and one time zone. */
export interface Speaker {
  readonly language: Language;
  say(key: MessageKey, params?: Params): string;
  /**
   * For keys made of a code at run time, such as `because.<rule>`; the key itself when the catalogue lacks
   * it.
   */
  sayCode(prefix: string, code: string, params?: Params): string;
  has(key: string): boolean;
  /** Name of a label of a facet. */
  label(facet: string, label: string): string;
  /** The same with a capital first letter: where it opens a field, a row or a heading. */
  title(facet: string, label: string): string;
  /** `24 ноября 2026 г.` */
  date(date: CivilDate): string;
  /** `24.11.2026, 14:05` in the operator's zone. */
  time(at: number): string;
  /** `a, b и c` */
  list(items: readonly string[]): string;
}

/** Every sentence by language, for whoever checks that none is missing. */
export const catalogues: Readonly<Record<Language, Readonly<Record<string, string>>>> = { ru, kk, en };

const locale: Readonly<Record<Language, string>> = { ru: 'ru-KZ', kk: 'kk-KZ', en: 'en-GB' };

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('ru') + text.slice(1);
}

function open(): i18n {
  const instance = i18next.createInstance();
  void instance.init({
    lng: 'ru',
    fallbackLng: 'ru',
    resources: { ru: { translation: ru }, kk: { translation: kk }, en: { translation: en } },
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return instance;
}

const catalogue = open();

/**
 * The speaker of a language; dates and times in `zone` (IANA name). Sentences a language lacks are said in
 * Russian.
 */
export function speakerOf(language: Language, zone = 'Asia/Almaty'): Speaker {
  const t = catalogue.getFixedT(language);
  const day = new Intl.DateTimeFormat(locale[language], { dateStyle: 'long', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(locale[language], {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: zone,
  });
  const list = new Intl.ListFormat(locale[language], { style: 'long', type: 'conjunction' });
  const has = (key: string) => catalogue.exists(key, { lng: language, count: 1 });
  const sayCode = (prefix: string, code: string, params: Params = {}) => {
    const key = `${prefix}.${code}`;
    return has(key) ? t(key, { ...params }) : key;
  };
  return {
    language,
    has,
    say: (key, params = {}) => t(key, { ...params }),
    sayCode,
    label: (facet, label) => sayCode(`label.${facet}`, label),
    title: (facet, label) => capital(sayCode(`label.${facet}`, label)),
    date: (date) => day.format(Date.parse(`${date}T00:00:00Z`)),
    time: (at) => moment.format(at),
    list: (items) => list.format(items),
  };
}
