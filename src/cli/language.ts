import { type Language, languages } from '../base/index.ts';

/** One of our languages, as an option or a locale names it; undefined for any other text. */
export function languageNamed(text: string): Language | undefined {
  return languages.find((language) => language === text);
}

/**
 * The language the words of a command line ask for. Read before the words are understood, because what is
 * said of them is said in it already; a value that is no language of ours is left to who understands them.
 */
export function askedLanguage(words: readonly string[]): Language | undefined {
  const end = words.indexOf('--');
  const ours = end < 0 ? words : words.slice(0, end);
  const at = ours.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const word = ours[at];
  if (word === undefined) return undefined;
  return languageNamed(word === '--lang' ? (ours[at + 1] ?? '') : word.slice('--lang='.length));
}

/**
 * The language of the system's messages; Russian where it is none of ours.
 *
 * @source POSIX.1-2017 §8.2: `LC_ALL`, else `LC_MESSAGES`, else `LANG`, the first that is not empty
 */
export function systemLanguage(environment: Readonly<Record<string, string | undefined>>): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const [language = ''] = (LC_ALL || LC_MESSAGES || LANG || '').toLowerCase().split(/[_.@-]/);
  return languageNamed(language) ?? 'ru';
}
