import type { Language } from '../base/index.ts';

interface Letters {
  readonly latin: number;
  readonly cyrillic: number;
  readonly kazakh: number;
}

function lettersOf(text: string): Letters {
  let latin = 0;
  let cyrillic = 0;
  let kazakh = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at) | 0;
    if ((code | 32) >= 97 && (code | 32) <= 122 && code < 128) latin++;
    else if (kazakhLetters.has(code)) kazakh++;
    else if (code >= 0x410 && code <= 0x45f) cyrillic++;
  }
  return { latin, cyrillic, kazakh };
}

const kazakhLetters = new Set([...'әіңғүұқөһӘІҢҒҮҰҚӨҺ'].map((letter) => letter.charCodeAt(0)));

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
  return kazakh * 25 > cyrillic + kazakh ? 'kk' : 'ru';
}
