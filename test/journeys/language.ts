/** What tells that a page speaks the reader's language and no other. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { catalogues } from '../../src/words/index.ts';

type Language = keyof typeof catalogues;

/** A sentence so long stands in a page because the program put it there, not by chance. */
const telling = 25;

/** Sentences of the other catalogues, those that `language` shares with them left out. */
function sentencesOfOthers(language: Language): readonly string[] {
  const own = new Set<string>(Object.values(catalogues[language]));
  return Object.entries(catalogues)
    .filter(([other]) => other !== language)
    .flatMap(([, catalogue]) => Object.values(catalogue))
    .filter((text) => text.length >= telling && !text.includes('{{') && !own.has(text));
}

/** What a page says in the language of its root; parts marked as being in another one are left out. */
function saidInItsLanguage(page: Page): Promise<string> {
  return page.evaluate(() => {
    const root = document.body.cloneNode(true) as HTMLElement;
    for (const foreign of root.querySelectorAll('[lang], script, style')) foreign.remove();
    return (root.textContent ?? '').replaceAll(/\s+/g, ' ');
  });
}

/** Fails when a page is not in `language`, or says in it a sentence of another catalogue or a bare key. */
export async function speaks(page: Page, language: Language): Promise<void> {
  expect(await page.locator('html').getAttribute('lang'), page.url()).toBe(language);
  const said = await saidInItsLanguage(page);
  expect(
    sentencesOfOthers(language).filter((text) => said.includes(text)),
    page.url(),
  ).toEqual([]);
  expect(said.match(/\b(page|because|probe|pledge|error)\.[a-z-]+\.[a-z.-]+/g) ?? [], page.url()).toEqual([]);
}
