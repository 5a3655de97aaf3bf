import i18next, { type i18n } from 'i18next';
import type { Language, Params } from '../base/index.ts';
import { en } from './en/index.ts';
import { type Formats, formatsOf } from './formats.ts';
import { kk } from './kk/index.ts';
import { ru } from './ru/index.ts';

type Plural = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type Bare<Key> = Key extends `${infer Stem}_${Plural}` ? Stem : Key;

/** A key of the catalogue, plural suffix left off. */
export type MessageKey = Bare<keyof typeof ru>;

/** Parameters whose digits are a name and not a quantity: written without spaces or commas. */
const names = ['epoch', 'index', 'level', 'line', 'pid', 'port', 'status'];

/**
 * Says things in one language and one time zone. A parameter that is a number is written as the language
 * writes quantities.
 */
export interface Speaker extends Omit<Formats, 'capital'> {
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
}

/** Every sentence by language, for whoever checks that none is missing. */
export const catalogues: Readonly<Record<Language, Readonly<Record<string, string>>>> = { ru, kk, en };

function open(): i18n {
  const instance = i18next.createInstance();
  void instance.init({
    lng: 'ru',
    fallbackLng: false,
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

/** One full stop where a sentence ends with something that brings its own, such as «20 ноября 2026 г.». */
function stoppedOnce(text: string, parts: readonly unknown[]): string {
  let said = text;
  for (const part of parts)
    if (typeof part === 'string' && part.endsWith('.')) said = said.replaceAll(`${part}.`, part);
  return said;
}

/** The speaker of a language; dates and times in `zone` (IANA name). */
export function speakerOf(language: Language, zone = 'Asia/Almaty'): Speaker {
  const { capital, ...formats } = formatsOf(language, zone);
  const t = catalogue.getFixedT(language);
  const has = (key: string) => catalogue.exists(key, { lng: language, count: 1 });
  const said = (key: string, params: Params): string => {
    const replace = Object.fromEntries(
      Object.entries(params).map(([name, value]) => [
        name,
        typeof value === 'number' && !names.includes(name) ? formats.number(value) : value,
      ]),
    );
    // `nest: false`: what people wrote is put into sentences, never read as a reference to another one.
    const text = t(key, {
      ...{ replace, nest: false },
      ...(typeof params.count === 'number' && { count: params.count }),
    });
    return stoppedOnce(text, Object.values(replace));
  };
  const sayCode = (prefix: string, code: string, params: Params = {}) => {
    const key = `${prefix}.${code}`;
    return has(key) ? said(key, params) : key;
  };
  return {
    ...formats,
    language,
    has,
    say: (key, params = {}) => said(key, params),
    sayCode,
    label: (facet, label) => sayCode(`label.${facet}`, label),
    title: (facet, label) => capital(sayCode(`label.${facet}`, label)),
  };
}
