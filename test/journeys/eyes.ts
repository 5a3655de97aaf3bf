/** What is looked at on every page of a journey. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectAccessible, troublesOf } from '../browser.ts';

/** Pages seen in dark colours already, in this file: kind of page, with faults or without. */
const seenInDark = new Set<string>();

/** Answers of 4xx that a journey asks for on purpose stand in the console as well. */
const answered = /^console: Failed to load resource: the server responded with a status of 4\d\d/;

/**
 * Looks at a page as it stands: no violation of WCAG 2.2 AA and no scrolling sideways in light colours, no
 * words too faint in dark ones (once for each kind of page), one `h1`, nothing refused by the browser.
 */
export async function look(page: Page): Promise<void> {
  expect(await page.locator('h1').count(), page.url()).toBe(1);
  await page.emulateMedia({ colorScheme: 'light' });
  await expectAccessible(page);
  await lookInDark(page);
  expect(troublesOf(page).filter((trouble) => !answered.test(trouble))).toEqual([]);
}

async function lookInDark(page: Page): Promise<void> {
  const kind = `${await page.locator('main').getAttribute('class')} ${await page.locator('.faults').count()}`;
  if (seenInDark.has(kind)) return;
  seenInDark.add(kind);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']).analyze();
  const faint = dark.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  expect(faint, `${page.url()} in dark colours`).toEqual([]);
  await page.emulateMedia({ colorScheme: null });
}

/** Fails when `page` scrolls sideways at one of the widths of a phone, a tablet or a desk. */
export async function fits(page: Page): Promise<void> {
  const before = page.viewportSize() ?? { width: 360, height: 740 };
  for (const width of [320, 360, 768, 1440]) {
    await page.setViewportSize({ width, height: before.height });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over, `${page.url()} at ${width} px`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(before);
}

/** What the main part of the page says, spaces made one. */
export async function saidOn(page: Page): Promise<string> {
  return (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ');
}
