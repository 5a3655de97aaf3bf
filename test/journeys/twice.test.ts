import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { look, saidOn } from './eyes.ts';
import { example, Journey } from './journey.ts';
import { aigul, askForCode, control, daniyar, fillForm, giveCode, send, sendForm } from './walk.ts';

/** The page as a second tab of the same browser, form fields and all. */
async function duplicate(page: Page): Promise<Page> {
  const twin = await page.context().newPage();
  twin.setDefaultTimeout(10_000);
  const html = await page.content();
  const path = new URL(page.url()).pathname;
  await twin.route(`**${path}`, (route) =>
    route.request().method() === 'GET'
      ? route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' })
      : route.fallback(),
  );
  await twin.goto(path);
  return twin;
}

describe('the same form sent twice', () => {
  let journey: Journey;
  let page: Page;
  beforeAll(async () => {
    journey = await Journey.open(example());
    page = await journey.newPage();
    journey.keepSecret([...Object.values(aigul), ...Object.values(daniyar)]);
  });
  afterAll(() => journey?.close());
  const code = () => journey.world.code();

  it('makes one account when two tabs confirm the same code', async () => {
    await askForCode(page, journey.base, aigul);
    const twin = await duplicate(page);
    const digits = await code();
    await giveCode(page, digits);
    await page.waitForURL('**/me/consents/*');
    await giveCode(twin, digits);
    await twin.waitForURL('**/me');
    expect(await saidOn(twin)).toContain('Вы уже вошли');
    await look(twin);
    expect(await journey.accounts()).toBe(1);
    await twin.close();
  });

  it('tells somebody else who comes with a spent code what to do', async () => {
    const stranger = await journey.newPage();
    await askForCode(stranger, journey.base, daniyar);
    const twin = await duplicate(stranger);
    const digits = await code();
    await giveCode(stranger, digits);
    await stranger.waitForURL('**/me/consents/*');
    await stranger.context().clearCookies();
    await giveCode(twin, digits);
    await twin.locator('.faults').waitFor();
    expect(await saidOn(twin)).toContain('Если код уже принят, войдите');
    await look(twin);
    expect(await journey.accounts()).toBe(2);
    await stranger.context().close();
  });

  it('takes one of two clicks on the same button', async () => {
    const hasty = await journey.newPage();
    const third = { ...aigul, email: 'third@example.kz', phone: '+77010005566' };
    journey.keepSecret(Object.values(third));
    await askForCode(hasty, journey.base, third);
    await control(hasty, 'code').fill(await code());
    await hasty.locator('main button.main').dblclick();
    await hasty.locator('.flash, .faults').waitFor();
    expect(await journey.accounts()).toBe(3);
    await hasty.context().close();
  });

  it('says that an address is taken, and makes no second account of it', async () => {
    const again = await journey.newPage();
    await askForCode(again, journey.base, aigul);
    await giveCode(again, await code());
    await again.locator('.faults').waitFor();
    expect(await saidOn(again)).toContain('С этим адресом уже есть учётная запись');
    await look(again);
    expect(await journey.accounts()).toBe(3);
    await again.context().close();
  });

  it('leaves nothing behind when one goes back and sends the form again', async () => {
    const fourth = { ...aigul, email: 'fourth@example.kz', phone: '+77010007788' };
    journey.keepSecret(Object.values(fourth));
    const wavering = await journey.newPage();
    await askForCode(wavering, journey.base, fourth);
    await wavering.goBack();
    await control(wavering, 'f.email').waitFor();
    await fillForm(wavering, fourth);
    await control(wavering, 'consent').check();
    await sendForm(wavering);
    await giveCode(wavering, await code());
    await wavering.waitForURL('**/me/consents/*');
    expect(await journey.accounts()).toBe(4);
    await wavering.context().close();
  });

  it('destroys once, and shows the act again to whoever comes back to it', async () => {
    await page.goto(`${journey.base}/me/delete`);
    const twin = await duplicate(page);
    for (const tab of [page, twin]) {
      await tab.locator('[name="when"][value="now"]').check();
      await control(tab, 'confirm').check();
    }
    await send(page);
    await page.waitForURL('**/act/**');
    await send(twin);
    // The session of the other tab went with the account: it is asked who it is, where it stands.
    await control(twin, 'address').waitFor();
    expect(await twin.locator('h1').innerText()).toBe('Вход');
    await page.reload();
    expect(await page.locator('h1').innerText()).toContain('Акт об уничтожении');
    await page.goBack();
    await page.waitForURL(/\/sign-in(?:\?|$)/);
    expect(await journey.accounts()).toBe(3);
    await journey.world.checkPledges();
  });
});
