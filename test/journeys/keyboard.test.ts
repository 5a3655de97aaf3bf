import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { example, Journey } from './journey.ts';
import { aigul } from './walk.ts';

/** Presses Tab until the focus stands on what `selector` names; it must be seen to stand there. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let pressed = 0; pressed < 150; pressed++) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector);
    if (!here) continue;
    const shown = await page.evaluate(() => {
      const style = getComputedStyle(document.activeElement as Element);
      return style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
    });
    expect(shown, `focus is seen on ${selector}`).toBe(true);
    return;
  }
  throw new Error(`Tab does not reach ${selector} on ${page.url()}`);
}

async function type(page: Page, selector: string, text: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.type(text);
}

describe('a person with a keyboard and nothing else', () => {
  let journey: Journey;
  let page: Page;
  beforeAll(async () => {
    journey = await Journey.open(example());
    page = await journey.newPage({ width: 1440 });
    journey.keepSecret(Object.values(aigul));
  });
  afterAll(() => journey?.close());

  it('skips the head of the page with the first key', async () => {
    await page.goto(`${journey.base}/`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  });

  it('opens a pledge and what its probe saw', async () => {
    await page.goto(`${journey.base}/privacy`);
    await tabTo(page, '.pledge summary');
    await page.keyboard.press('Enter');
    expect(await page.locator('.pledge details[open] .pledge-body').first().isVisible()).toBe(true);
  });

  it('finds the focus at the summary of faults after a wrong form', async () => {
    await page.goto(`${journey.base}/`);
    await tabTo(page, 'main a[href$="/register"]');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/register');
    await tabTo(page, 'main button.main');
    await page.keyboard.press('Enter');
    await page.locator('.faults').waitFor();
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('faults');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'));
    expect(focused).toBe('true');
  });

  it('registers with Tab, Space and Enter', async () => {
    await page.goto(`${journey.base}/register`);
    await type(page, '[name="f.full_name"]', aigul.full_name as string);
    await type(page, '[name="f.email"]', aigul.email as string);
    await type(page, '[name="f.phone"]', aigul.phone as string);
    // Day and month alike: the order in which a browser asks for them is its own.
    await type(page, '[name="f.birth_date"]', '05051985');
    expect(await page.locator('[name="f.birth_date"]').inputValue()).toBe('1985-05-05');
    await tabTo(page, '[name="consent"]');
    await page.keyboard.press('Space');
    expect(await page.locator('[name="consent"]').isChecked()).toBe(true);
    await tabTo(page, 'main button.main');
    await page.keyboard.press('Enter');
    await page.locator('[name="code"]').waitFor();
    await type(page, '[name="code"]', await journey.world.code());
    await page.keyboard.press('Enter');
    await page.waitForURL('**/me/consents/*');
    expect(await journey.accounts()).toBe(1);
  });

  it('takes a copy of everything along, after proving anew with a code who they are', async () => {
    journey.world.wait({ minutes: 11 });
    await tabTo(page, '.places a[href$="/me"]');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/me');
    await tabTo(page, '.deeds a[href$="/me/download"]');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/me/download');
    await tabTo(page, 'main a[href$="/export.json"]');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/me/prove**');
    await tabTo(page, 'form:has([name="to"][value="email"]) button');
    await page.keyboard.press('Enter');
    await page.locator('[name="code"]').waitFor();
    await type(page, '[name="code"]', await journey.world.code());
    await page.keyboard.press('Enter');
    await page.waitForURL('**/me/download');
    await tabTo(page, 'main a[href$="/export.json"]');
    const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    const copy = JSON.parse(readFileSync(await file.path(), 'utf8'));
    expect(copy.data.full_name[0].value).toBe(aigul.full_name);
    await tabTo(page, 'main a[href$="/me/print"]');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/me/print');
    expect(await page.locator('main').innerText()).toContain(aigul.full_name);
  });

  it('deletes the account with Tab, Space and Enter', async () => {
    await tabTo(page, '.places a[href$="/me"]');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/me');
    await tabTo(page, '.deeds a[href$="/me/delete"]');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/me/delete');
    await tabTo(page, '[name="when"]:checked');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, '[name="confirm"]');
    await page.keyboard.press('Space');
    await tabTo(page, 'button.grave');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/act/**');
    expect(await journey.accounts()).toBe(0);
    await journey.world.checkPledges();
  });
});
