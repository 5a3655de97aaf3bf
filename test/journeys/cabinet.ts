import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fits, look, saidOn } from './eyes.ts';
import type { Walk } from './journey.ts';
import { aigul, control, giveCode, send } from './walk.ts';

const address = 'Астана, проспект Вымышленный, 3';
const email = 'aigul.new@example.kz';
const words = 'Прошу заблокировать мой прежний адрес.';
const answer = 'Сведения заблокированы до выяснения.';

/** What a person sees of themselves. */
export function seesOwnData(walk: Walk): void {
  it('shows the receipt, what it lacks, and its proof checked in the browser', async () => {
    const { page, journey } = walk;
    await journey.world.installation.tick();
    await page.reload();
    await page.locator('.proof-check[data-outcome="good"]').waitFor();
    expect(await saidOn(page)).toContain('Проверено в этом браузере');
    expect(await saidOn(page)).toMatch(/В согласии (не хватает:|есть все сведения)/);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('a[href$="/receipt.jsonld"]').click(),
    ]);
    const linked = JSON.parse(readFileSync(await file.path(), 'utf8')) as Record<string, unknown>;
    expect(linked['@type']).toBe('dpv:ConsentReceipt');
    expect(JSON.stringify(linked)).not.toContain(aigul.full_name);
    await look(page);
    await fits(page);
  });

  it('shows the data masked, each with its source, its purposes and its term', async () => {
    const { page, journey } = walk;
    await page.locator('.places a[href$="/me"]').click();
    await page.waitForURL('**/me');
    const html = await page.content();
    for (const category of ['full_name', 'email', 'phone', 'postal_address'])
      expect(html, category).not.toContain(aigul[category]);
    const rows = page.locator('.value');
    expect(await rows.count()).toBeGreaterThan(3);
    for (const fold of await page.locator('.value .fold summary').all()) await fold.click();
    expect(await rows.first().innerText()).toMatch(/Откуда[\s\S]*Зачем[\s\S]*До какого срока/);
    await look(page);
    await fits(page);
    expect(await journey.world.readable()).toEqual([]);
  });

  it('shows who has seen it', async () => {
    const { page } = walk;
    await page.locator('.places a[href$="/readers"]').click();
    await page.waitForURL('**/me/readers');
    expect(await saidOn(page)).toContain('Вы: сбор данных');
    await look(page);
    await fits(page);
  });

  it('gives a copy to a program and a copy to paper', async () => {
    const { page, journey } = walk;
    await page.goto(`${journey.base}/me/download`);
    await look(page);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('a[href$="/export.json"]').click(),
    ]);
    const copy = JSON.parse(readFileSync(await file.path(), 'utf8')) as {
      data: { email: { value: string }[] };
    };
    expect(copy.data.email[0]?.value).toBe(aigul.email);
    await page.locator('main a[href$="/me/print"]').click();
    await page.waitForURL('**/me/print');
    for (const value of [aigul.full_name, aigul.email]) expect(await saidOn(page)).toContain(value);
    await look(page);
    await fits(page);
    await page.emulateMedia({ media: 'print' });
    const printed = await page
      .locator('.masthead nav a, .places a, aside.draft a, button')
      .evaluateAll((all) => all.filter((one) => one.getClientRects().length > 0).map((one) => one.outerHTML));
    await page.emulateMedia({ media: null });
    expect(printed, 'what one can click does not go to paper').toEqual([]);
  });
}

/** What a person changes and asks for. */
export function changesOwnData(walk: Walk): void {
  it('corrects a value at once, and a wrong one not at all', async () => {
    const { page, journey } = walk;
    journey.keepSecret([address, email, words, answer]);
    await page.goto(`${journey.base}/me/correct/postal_address`);
    await look(page);
    await control(page, 'value').fill('');
    await send(page);
    await page.locator('.faults').waitFor();
    await look(page);
    await control(page, 'value').fill(address);
    await send(page);
    await page.waitForURL('**/me');
    expect(await saidOn(page)).toContain('Значение исправлено');
  });

  it('changes the e-mail only once the new address has answered with its code', async () => {
    const { page, journey } = walk;
    await page.goto(`${journey.base}/me/correct/email`);
    await control(page, 'value').fill(email);
    await send(page);
    await control(page, 'code').waitFor();
    await look(page);
    await giveCode(page, await journey.code());
    await page.waitForURL('**/me');
    const html = await page.content();
    expect(html).not.toContain(email);
    expect(html).toContain('a•••');
  });

  it('files a request, which the officer finds under today and answers', async () => {
    const { page, journey } = walk;
    await page.locator('.places a[href$="/requests"]').click();
    await page.waitForURL('**/me/requests');
    await look(page);
    await send(page);
    await page.locator('.faults').waitFor();
    await look(page);
    await page.locator('input[name="kind"][value="block_restrict"]').check();
    await control(page, 'words').fill(words);
    await send(page);
    expect(await saidOn(page)).toMatch(/Обращение принято.*до \d/);
    await look(page);
    await fits(page);
    await answers(walk);
    await page.reload();
    expect(await saidOn(page)).toContain(answer);
    await journey.world.checkPledges();
  });
}

async function answers({ journey }: Walk): Promise<void> {
  const desk = await journey.desk();
  await desk.goto('/console');
  await look(desk);
  await fits(desk);
  await desk.locator('.due h3 a').first().click();
  expect(await saidOn(desk)).toContain(words);
  await look(desk);
  await fits(desk);
  await send(desk);
  await desk.locator('.faults').waitFor();
  await control(desk, 'answer').fill(answer);
  await desk.locator('input[name="outcome"][value="done"]').check();
  await send(desk);
  await desk.locator('a[href$="/letter.pdf"]').waitFor();
  await look(desk);
  await desk.locator('.desk a[href$="/requests"]').first().click();
  await desk.waitForURL('**/requests');
  await desk.locator('.filters a[href$="state=done"]').click();
  await look(desk);
}

/** How a person takes a consent back. */
export function withdraws(walk: Walk): void {
  it('withdraws the consent after having read what stops and what stays', async () => {
    const { page } = walk;
    await page.locator('.places a[href$="/consents"]').click();
    await page.waitForURL('**/me/consents');
    await look(page);
    await fits(page);
    await page.locator('main a[href$="/withdraw"]').first().click();
    await page.waitForURL('**/withdraw');
    await look(page);
    await fits(page);
    await send(page);
    await page.locator('.faults').waitFor();
    expect(await saidOn(page)).toContain('Не выбрано');
    await control(page, 'whole').check();
    await send(page);
    await page.waitForURL('**/me/consents');
    expect(await saidOn(page)).toContain('Отозвано');
  });
}

/** How a person leaves. */
export function leaves(walk: Walk): void {
  it('deletes the account: before, what goes and stays and why; after, the act with its proof', async () => {
    const { page, journey } = walk;
    await page.goto(`${journey.base}/me`);
    await page.locator('.deeds a[href$="/me/delete"]').click();
    await page.waitForURL('**/me/delete');
    expect(await saidOn(page)).toMatch(/Исчезнет.*Останется.*Закон/);
    await look(page);
    await fits(page);
    await send(page);
    await page.locator('.faults').waitFor();
    expect(await journey.accounts()).toBe(1);
    await page.locator('[name="when"][value="now"]').check();
    await control(page, 'confirm').check();
    await send(page);
    await page.waitForURL('**/act/**');
    await journey.world.installation.tick();
    await page.reload();
    await page.locator('.proof-check[data-outcome="good"]').waitFor();
    await look(page);
    await fits(page);
    expect(await journey.accounts()).toBe(0);
  });

  it('finds the cabinet closed, for whoever comes back with the old cookie too', async () => {
    const { page, journey } = walk;
    await page.goto(`${journey.base}/me`);
    await page.waitForURL('**/sign-in');
    await look(page);
    await control(page, 'address').fill(email);
    await send(page);
    await control(page, 'code').waitFor();
    await look(page);
    await giveCode(page, '123456');
    await page.locator('.faults').waitFor();
    await journey.world.checkPledges();
  });
}
