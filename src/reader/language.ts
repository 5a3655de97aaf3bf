import type { Language } from '../base/index.ts';

interface Letters {
  readonly latin: number;
  readonly cyrillic: number;
  readonly kazakh: number;
}

/** What kind of letter a code is: 0 none of ours, 1 Latin, 2 Cyrillic, 3 Kazakh. */
const kinds = Uint8Array.from({ length: 0x530 }, (_, code) => kindOf(String.fromCharCode(code)));

function kindOf(letter: string): number {
  if (/[a-z]/i.test(letter)) return 1;
  if ('әіңғүұқөһ'.includes(letter.toLowerCase())) return 3;
  return letter >= 'А' && letter <= 'џ' ? 2 : 0;
}

function lettersOf(text: string): Letters {
  const counts = [0, 0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const kind = kinds[text.charCodeAt(at)] ?? 0;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  const [, latin = 0, cyrillic = 0, kazakh = 0] = counts;
  return { latin, cyrillic, kazakh };
}

/** The language most of the letters of a whole text speak for; Kazakh by its own letters. O(n). */
export function languageOf(body: string): Language {
  const { latin, cyrillic, kazakh } = lettersOf(body);
  if (latin > cyrillic + kazakh) return 'en';
  return kazakh * 25 > cyrillic + kazakh && kazakh > 0 ? 'kk' : 'ru';
}

/** The language of a piece of a text in `whole`: another one only when the piece is long and clearly so. */
export function languageOfText(text: string, whole: Language): Language {
  if (text.length < 40) return whole;
  const { latin, cyrillic, kazakh } = lettersOf(text);
  if (latin + cyrillic + kazakh < 40) return whole;
  if (latin > 3 * (cyrillic + kazakh)) return 'en';
  if (cyrillic + kazakh < 3 * latin) return whole;
  // A sentence of a Kazakh text may have few of its own letters, one of a Russian text next to none.
  return kazakh * (whole === 'kk' ? 100 : 25) > cyrillic + kazakh ? 'kk' : 'ru';
}
