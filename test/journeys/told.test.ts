/** A change of the policy, from the officer's announcement to a person's answer; and mailings, on a phone. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { announceDraft, offerChanged } from '../scenarios/announced.ts';
import { putInForce } from '../scenarios/liar.ts';
import { fits, look, saidOn } from './eyes.ts';
import { example, Journey } from './journey.ts';
import { speaks } from './language.ts';
import { aigul, askForCode, control, giveCode, send } from './walk.ts';

/** Looks at a page at every width, in Russian. */
async function seen(page: Page): Promise<void> {
  await look(page);
  await fits(page);
  await speaks(page, 'ru');
}

describe('a change of the policy, on a phone', () => {
  let journey: Journey;
  let phone: Page;
  let strip: Locator;
  beforeAll(async () => {
    journey = await Journey.open(example());
    await putInForce(journey.world);
    phone = await journey.newPage();
    strip = phone.locator('aside.waits');
    journey.keepSecret(Object.values(aigul));
    await askForCode(phone, journey.base, aigul);
    await giveCode(phone, await journey.world.code());
    await phone.waitForURL('**/me/consents/*');
    const more = { recipient: 'analytics_providers', name: 'ТОО «Аналитика»', cites: [] };
    await offerChanged(journey.world, (policy) => ({
      ...policy,
      recipients: [...policy.recipients, { ...more, origin: 'officer' }],
    }));
    expect((await announceDraft(journey.world)).status).toBe(303);
    await journey.world.installation.tick();
  });
  afterAll(() => journey?.close());

  it('is said in the cabinet, and leads to what it means', async () => {
    await phone.goto(`${journey.base}/me`);
    expect(await strip.innerText()).toContain('Посмотреть, что изменится для меня');
    await seen(phone);
    await phone.locator('a[href$="/me/policy"]').click();
    await phone.waitForURL('**/me/policy');
    expect(await saidOn(phone)).toContain('ТОО «Аналитика»');
    await seen(phone);
  });

  it('is agreed to by a ticked box and not without', async () => {
    const agree = phone.getByRole('button', { name: 'Согласиться с изменением' });
    expect(await control(phone, 'consent').isChecked()).toBe(false);
    await agree.click();
    await phone.locator('.faults').waitFor();
    await seen(phone);
    await control(phone, 'consent').check();
    await agree.click();
    await phone.locator('[role="status"]').first().waitFor();
    expect(await saidOn(phone)).toContain('Вы согласились');
    await seen(phone);
    await phone.goto(`${journey.base}/me`);
    expect(await strip.count()).toBe(0);
  });

  it('shows in the policy itself when it will hold', async () => {
    await phone.goto(`${journey.base}/privacy`);
    expect(await saidOn(phone)).toContain('Политика изменится');
    await seen(phone);
  });

  it('mailings are turned on by a consent and off by one press', async () => {
    await phone.goto(`${journey.base}/me/consents`);
    await phone.locator('main a[href$="/me/mailings"]').click();
    await phone.waitForURL('**/me/mailings');
    await seen(phone);
    await phone.locator('summary').first().click();
    await control(phone, 'consent').first().check();
    await send(phone);
    await phone.locator('.flash').waitFor();
    expect(await saidOn(phone)).toContain('Сейчас вы это получаете');
    await phone.getByRole('button', { name: 'Отказаться' }).first().click();
    await phone.locator('.flash').waitFor();
    expect(await saidOn(phone)).toContain('Сейчас вы этого не получаете');
    await seen(phone);
    await journey.world.checkPledges();
  });
});
