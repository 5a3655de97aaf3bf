import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saidOn } from './eyes.ts';
import { example, Journey } from './journey.ts';
import { aigul, askForCode, control, enterConsole, fillForm, giveCode, send, signIn } from './walk.ts';

describe('a person whose browser runs no scripts', () => {
  let journey: Journey;
  let page: Page;
  beforeAll(async () => {
    journey = await Journey.open(example());
    page = await journey.newPage({ scripts: false });
    journey.keepSecret(Object.values(aigul));
  });
  afterAll(() => journey?.close());
  const go = (path: string) => page.goto(`${journey.base}${path}`);
  /** Read by the officer over HTTP: the walk of this file is the person's. */
  const code = () => journey.world.code();

  it('reads the policy and opens what stands in its margin', async () => {
    await go('/privacy');
    const pledge = page.locator('.pledge details').first();
    if (!(await pledge.locator('summary').isVisible())) await page.locator('.fold > summary').first().click();
    await pledge.locator('summary').click();
    expect(await pledge.locator('.pledge-body').isVisible()).toBe(true);
  });

  it('is told of every wrong field, and what was typed is still there', async () => {
    await go('/register');
    await fillForm(page, { ...aigul, email: 'не адрес', phone: '12' });
    await send(page);
    expect(await control(page, 'f.full_name').inputValue()).toBe(aigul.full_name);
    for (const name of ['f.email', 'f.phone', 'consent'])
      expect(await control(page, name).getAttribute('aria-invalid')).toBe('true');
    expect(await journey.accounts()).toBe(0);
  });

  it('registers with tick and code', async () => {
    await askForCode(page, journey.base, aigul);
    await giveCode(page, await code());
    await page.waitForURL('**/me/consents/*');
    expect(await journey.accounts()).toBe(1);
  });

  it('signs out and in again', async () => {
    await page.locator('.sign-out button').click();
    await go('/me');
    expect(page.url()).toContain('/sign-in');
    await signIn(page, journey.base, { address: aigul.email as string, read: code });
  });

  it('corrects a value, files a request and takes a copy along', async () => {
    const address = 'Астана, проспект Вымышленный, 3';
    journey.keepSecret([address]);
    await go('/me/correct/postal_address');
    await control(page, 'value').fill(address);
    await send(page);
    await page.waitForURL('**/me');
    await go('/me/requests');
    await page.locator('input[name="kind"]').first().check();
    await control(page, 'words').fill('Прошу сообщить, откуда мои данные.');
    await send(page);
    expect(await saidOn(page)).toContain('Прошу сообщить, откуда мои данные.');
    await go('/me/download');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('a[href$="/export.json"]').click(),
    ]);
    expect(readFileSync(await file.path(), 'utf8')).toContain(address);
  });

  it('withdraws a consent', async () => {
    await go('/me/consents');
    await page.locator('a[href$="/withdraw"]').first().click();
    await control(page, 'whole').check();
    await send(page);
    await page.waitForURL('**/me/consents');
    expect(await saidOn(page)).toContain('Отозвано');
  });

  it('deletes the account and ends on the page of the act', async () => {
    await go('/me/delete');
    await page.locator('[name="when"][value="now"]').check();
    await control(page, 'confirm').check();
    await send(page);
    await page.waitForURL('**/act/**');
    expect(await page.locator('h1').innerText()).toContain('Акт об уничтожении');
    expect(await journey.accounts()).toBe(0);
  });

  it('serves as officer too: signs in and reads the board', async () => {
    await enterConsole(page, journey.world.app(await journey.world.officer()));
    await page.goto(`/console${journey.base}/board`);
    expect(await page.locator('.clause').count()).toBeGreaterThan(60);
    await journey.world.checkPledges();
  });
});
