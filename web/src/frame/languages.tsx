import type { Language } from '../../../src/server/pages.ts';
import { useFrame, useSay } from './context.ts';

/** In the order they are offered: that of the law on languages. */
export const offeredLanguages: readonly Language[] = ['kk', 'ru', 'en'];

/**
 * The choice of the page's language: a form of buttons, so that no foreign link makes the choice, that leads
 * back to the page it stands on. Each language is called as it calls itself.
 */
export function LanguageChoice() {
  const say = useSay();
  const { speaker, here } = useFrame();
  return (
    <form method="post" action="/language" class="languages" aria-label={say('page.language.choose')}>
      <input type="hidden" name="back" value={here} />
      {offeredLanguages.map((language) => (
        <button
          key={language}
          type="submit"
          name="language"
          value={language}
          lang={language}
          aria-label={say(`language.${language}`)}
          aria-current={language === speaker.language ? 'true' : undefined}
        >
          {say(`language.${language}.short`)}
        </button>
      ))}
    </form>
  );
}
