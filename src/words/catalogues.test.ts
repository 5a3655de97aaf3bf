import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languages } from '../base/index.ts';
import { catalogues } from './index.ts';

const forms = /_(zero|one|two|few|many|other)$/;
const stem = (key: string) => key.replace(forms, '');
const { ru } = catalogues;
const russianOf = (key: string) => ru[key] ?? ru[`${stem(key)}_other`] ?? ru[stem(key)] ?? '';
const placeholders = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].sort();
const stems = (catalogue: Readonly<Record<string, string>>) =>
  [...new Set(Object.keys(catalogue).map(stem))].sort();

const filesOf = (language: string) =>
  readdirSync(`${import.meta.dirname}/${language}`)
    .filter((name) => !name.endsWith('.test.ts') && name !== 'index.ts')
    .map((name) => name.replace('.ts', ''));

/** The sentences of one file of a catalogue. */
async function sentences(language: string, file: string): Promise<Readonly<Record<string, string>>> {
  const address = new URL(`./${language}/${file}.ts`, import.meta.url).href;
  return Object.assign({}, ...Object.values(await import(/* @vite-ignore */ address)));
}

/** The keys whose sentence is at fault. */
function faulty(language: keyof typeof catalogues, fault: (text: string, key: string) => unknown) {
  return Object.entries(catalogues[language])
    .filter(([key, text]) => fault(text, key))
    .map(([key, text]) => `${key}: ${text}`);
}

describe.each(languages)('the catalogue in %s', (language) => {
  it('has a file for each file of the others', () => {
    expect(filesOf(language)).toEqual(filesOf('ru'));
  });

  it.each(filesOf('ru'))('says every sentence of %s, and nothing else', async (file) => {
    const [russian, own] = [await sentences('ru', file), await sentences(language, file)];
    expect(stems(russian).length).toBeGreaterThan(0);
    expect(stems(own)).toEqual(stems(russian));
    expect(Object.keys(own).filter((key) => catalogues[language][key] !== own[key])).toEqual([]);
  });

  it('says no key twice', async () => {
    const keys = (await Promise.all(filesOf(language).map((file) => sentences(language, file)))).flatMap(
      Object.keys,
    );
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    expect(keys.sort()).toEqual(Object.keys(catalogues[language]).sort());
  });

  it('counts in every form of its language, and in no other', () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const counted = Object.keys(catalogues[language]).filter((key) => forms.test(key));
    expect(counted.length).toBeGreaterThan(needed.length);
    const wrong = [...new Set(counted.map(stem))].filter((key) => {
      const own = counted.filter((one) => stem(one) === key).map((one) => one.slice(key.length + 1));
      const given = own.filter((form) => form !== 'zero').sort();
      return String(given) !== String([...needed].sort()) || key in catalogues[language];
    });
    expect(wrong).toEqual([]);
  });

  it('counts in the sentences in which the others count', () => {
    const counted = (catalogue: Readonly<Record<string, string>>) =>
      stems(catalogue).filter((key) => `${key}_other` in catalogue);
    expect(counted(catalogues[language])).toEqual(counted(ru));
  });

  it('names the same parameters; only in a sentence about none or one the number may be left out', () => {
    const differing = faulty(language, (text, key) => {
      const wanted = placeholders(russianOf(stem(key)));
      const named = placeholders(text);
      const numberless = /_(zero|one)$/.test(key) && !text.includes('{{count}}');
      return String(named) !== String(numberless ? wanted.filter((one) => one !== '{{count}}') : wanted);
    });
    expect(differing).toEqual([]);
  });

  it('has placeholders that are well formed, and nothing i18next would read otherwise', () => {
    expect(
      faulty(language, (text) => /[{}]|\$t\(/.test(text.replaceAll(/\{\{[a-z][A-Za-z]*\}\}/g, ''))),
    ).toEqual([]);
  });

  it('has no sentence that is empty, padded or shouted', () => {
    expect(faulty(language, (text) => text.trim() !== text || text === '' || / {2}|!|\n/.test(text))).toEqual(
      [],
    );
  });

  it('ends a sentence where the others end one', () => {
    const end = (text: string) => /[.:?]?$/.exec(text)?.[0];
    expect(faulty(language, (text, key) => end(text) !== end(russianOf(key)))).toEqual([]);
  });
});

describe('a Russian sentence', () => {
  it('is quoted «so», with a dash where a dash belongs', () => {
    expect(faulty('ru', (text) => /["“”„']| - /.test(text))).toEqual([]);
  });

  it('has no letter from another alphabet inside a word', () => {
    expect(faulty('ru', (text) => /\p{sc=Cyrl}\p{sc=Latn}|\p{sc=Latn}\p{sc=Cyrl}/u.test(text))).toEqual([]);
  });
});

/** What keeps its own letters in English: names of languages, the number of an order. */
const ownLetters = /^language\.|^notice\.article-of\.R/;

describe('an English sentence', () => {
  it('has nothing Russian left in it', () => {
    expect(faulty('en', (text, key) => /\p{sc=Cyrl}/u.test(text) && !ownLetters.test(key))).toEqual([]);
  });

  it('is quoted “so”', () => {
    expect(faulty('en', (text) => /["«»„]/.test(text))).toEqual([]);
  });

  it('calls a thing by its one name', () => {
    const others: readonly (readonly [other: RegExp, name: string])[] = [
      [/\bpersonal (?:cabinet|area|account page)\b/i, 'cabinet'],
      [/\bdata (?:controller|processor)\b|\bcontroller\b/i, 'operator'],
      [/\bdata subject\b/i, 'subject'],
      [/\b(?:erasure|erase[ds]?)\b/i, 'destruction'],
      [/\banonymi[sz]|\bdepersonali[sz]/i, 'de-identification'],
      [/\bgiven consent revoked|consent (?:was |is )?revoked|revocation of (?:the )?consent/i, 'withdrawal'],
      [/\b(?:journal|ledger)\b/i, 'log'],
      [/\bdata breach notification\b/i, 'notice of a personal data breach'],
    ];
    for (const [other, name] of others)
      expect({ name, faulty: faulty('en', (text) => other.test(text)) }).toEqual({ name, faulty: [] });
  });
});
