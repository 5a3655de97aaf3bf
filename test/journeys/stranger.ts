import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { fits, look, saidOn } from './eyes.ts';
import type { Walk } from './journey.ts';
import { aigul, control, fillForm, giveCode, send, sendForm } from './walk.ts';

/** What a visitor reads before giving anything. */
export function readsBeforehand(walk: Walk): void {
  it('shows the service, where data go, and that its policy is a draft', async () => {
    const { page, journey } = walk;
    await page.goto('/');
    await look(page);
    await page.locator(`main a[href="${journey.base}/"]`).first().click();
    expect(await page.locator('aside.draft').innerText()).toContain('Черновик');
    expect(await saidOn(page)).toContain('Путь данных');
    await look(page);
    await fits(page);
  });

  it('shows the policy clause by clause with its pledges, its version, hash and date', async () => {
    const { page, journey } = walk;
    await page.locator('main a[href$="/privacy"]').first().click();
    await page.waitForURL('**/privacy');
    const { version } = await journey.world.prove();
    const clauses = version.policy.clauses.filter(({ kind }) => kind === 'clause');
    expect(await page.locator('.clause-clause').count()).toBe(clauses.length);
    const bare = page.locator('.clause-clause:not(:has(.pledge)):not(:has(.unread))');
    expect(await bare.count(), 'clauses with an empty margin').toBe(0);
    expect(await page.content()).toContain(version.hash);
    expect(await saidOn(page)).toMatch(/Редакция 1, черновик Прочитана 20\.11\.2026, 10:00/);
    await look(page);
    await fits(page);
  });

  it('says plainly which clauses were not understood', async () => {
    const { page } = walk;
    const unread = await page.locator('.unread').count();
    const said = await saidOn(page);
    if (unread > 0) expect(said).toMatch(new RegExp(`Не (понят|поняты) ${unread} пункт`));
    else expect(said).not.toContain('Не прочитано');
  });

  it('shows the public log with its signed head', async () => {
    const { page, journey } = walk;
    await page.goto(`${journey.base}/log`);
    expect(await saidOn(page)).toContain('Подписанная контрольная точка');
    await look(page);
    await fits(page);
  });
}

/** What the registration form takes and what it refuses. */
export function registers(walk: Walk): void {
  const refused = async (page: Page) => {
    await send(page);
    await page.locator('.faults').waitFor();
    expect(await walk.journey.accounts()).toBe(0);
    expect(await walk.waiting()).toEqual({ drafts: 0, messages: 0 });
  };

  it('answers an empty form with a summary in focus and a fault at each field', async () => {
    const { page, journey } = walk;
    await page.goto(`${journey.base}/register`);
    await look(page);
    await fits(page);
    await refused(page);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('faults');
    expect(await page.title()).toMatch(/^Ошибка/);
    for (const name of ['f.birth_date', 'consent']) {
      expect(await control(page, name).getAttribute('aria-invalid'), name).toBe('true');
      const described = (await control(page, name).getAttribute('aria-describedby')) ?? '';
      expect(await page.locator(`#${described.split(' ').at(-1)}`).innerText()).not.toBe('');
    }
    for (const href of await page
      .locator('.faults a')
      .evaluateAll((links) => links.map((a) => a.getAttribute('href'))))
      expect(await page.locator(href as string).count(), href as string).toBe(1);
    await look(page);
  });

  it('stores nothing without the tick, which nobody has put there beforehand', async () => {
    const { page, journey } = walk;
    await page.goto(`${journey.base}/register`);
    expect(await page.locator('input[type="checkbox"]:checked').count()).toBe(0);
    await fillForm(page, aigul);
    await refused(page);
    expect(await saidOn(page)).toContain('Без согласия регистрация невозможна');
    expect(await journey.world.readable()).toEqual([]);
  });

  it('refuses somebody who is not yet eighteen', async () => {
    const { page } = walk;
    await control(page, 'f.birth_date').fill('2008-11-21');
    await control(page, 'consent').check();
    await refused(page);
    expect(await saidOn(page)).toContain('достигших 18 лет');
  });

  it('names each value that cannot be right', async () => {
    const { page } = walk;
    await fillForm(page, { ...aigul, email: 'не адрес', phone: '12', iin: '850515100014' });
    await control(page, 'consent').check();
    await refused(page);
    const faulty = await page.locator('[aria-invalid="true"]').evaluateAll((all) => all.map((one) => one.id));
    const asked = await control(page, 'f.iin').count();
    expect(faulty.sort()).toEqual(['in-f-email', ...(asked ? ['in-f-iin'] : []), 'in-f-phone']);
    await look(page);
  });

  it('sends a code, refuses a wrong one, and takes the right one from the outbox', async () => {
    const { page, journey } = walk;
    await fillForm(page, { ...aigul, iin: '' });
    await control(page, 'consent').check();
    await sendForm(page);
    expect(await saidOn(page)).not.toContain(aigul.email);
    expect(await journey.accounts()).toBe(0);
    await look(page);
    await fits(page);
    const code = await journey.code();
    await giveCode(page, code === '000000' ? '000001' : '000000');
    await page.locator('.faults').waitFor();
    expect(await saidOn(page)).toContain('Код не подходит');
    await look(page);
    await giveCode(page, code);
    await page.waitForURL('**/me/consents/*');
    expect(await journey.accounts()).toBe(1);
  });
}
