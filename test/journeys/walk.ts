/** How people walk through the pages: what a hand does on each, for journeys and for screenshots. */
import type { Page } from 'playwright-core';
import { Authenticator } from '../authenticator.ts';

/** A made-up person: field values by category. */
export type Person = Readonly<Record<string, string>>;

/** Somebody who registers in the journeys. */
export const aigul: Person = {
  full_name: 'Айгүл Жақыпова',
  birth_date: '1985-05-15',
  email: 'aigul.zhakypova@example.kz',
  phone: '+77010001122',
  postal_address: 'Алматы, улица Придуманная, 12',
};

/** Somebody else, for a second account. */
export const daniyar: Person = {
  full_name: 'Данияр Ескендіров',
  birth_date: '1985-05-15',
  email: 'daniyar.eskendirov@example.kz',
  phone: '+77010003344',
};

/** The officer of the journeys, with the phrase they chose. */
export const officer = {
  name: 'Гульнара Сейткали',
  email: 'officer@kepil.example',
  password: 'семь синих птиц над степью',
};

/** What the law needs and a text may lack, as an officer would fill it in. */
export const completion: Readonly<Record<string, string>> = {
  operatorName: 'ТОО «Вымышленное»',
  bin: '230640099999',
  responsible: 'Руководитель службы защиты данных',
  contactEmail: 'privacy@kepil.example',
  hostCountry: 'KZ',
  hostName: 'Центр обработки данных в Алматы',
  retentionMonths: '60',
};

/** The control of the form named `name`. */
export const control = (page: Page, name: string) => page.locator(`[name="${name}"]`);

/** Presses the one button of the page's content that sends a form. */
export async function send(page: Page): Promise<void> {
  await page.locator('main button.main, main button.grave').last().click();
}

/** Writes a person into the registration form; what the form does not ask for is left out. */
export async function fillForm(page: Page, person: Person): Promise<void> {
  for (const [category, value] of Object.entries(person)) {
    const field = control(page, `f.${category}`);
    if ((await field.count()) > 0) await field.fill(value);
  }
}

/**
 * Sends the registration form; the next page asks for the code.
 *
 * @throws Error with what the page says instead
 */
export async function sendForm(page: Page): Promise<void> {
  await send(page);
  const faults = page.locator('.faults');
  await control(page, 'code').or(faults).first().waitFor();
  if ((await faults.count()) > 0) throw new Error(await faults.innerText());
}

/** Opens the form at `base`, fills it, ticks the consent and sends it: the next page asks for the code. */
export async function askForCode(page: Page, base: string, person: Person): Promise<void> {
  await page.goto(`${base}/register`);
  await fillForm(page, person);
  await control(page, 'consent').check();
  await sendForm(page);
}

/** Types the code and sends it. */
export async function giveCode(page: Page, code: string): Promise<void> {
  await control(page, 'code').fill(code);
  await send(page);
}

/** Signs in with an address and the code that `read` brings. */
export async function signIn(
  page: Page,
  base: string,
  by: { address: string; read: () => Promise<string> },
): Promise<void> {
  await page.goto(`${base}/sign-in`);
  await control(page, 'address').fill(by.address);
  await send(page);
  await control(page, 'code').waitFor();
  await giveCode(page, await by.read());
  await page.waitForURL(`**${base}/me`);
}

/**
 * Adds an authenticator app, as everybody does who comes to the console for the first time, and goes on from
 * the recovery codes. `now` is the clock of the server.
 */
export async function enrol(page: Page, now: () => number): Promise<Authenticator> {
  await page.waitForURL('**/console/enrol');
  const app = Authenticator.of(await page.content(), now);
  await control(page, 'code').fill(app.next());
  await send(page);
  await page.locator('.recovery-codes').waitFor();
  await page.locator('main a.button').click();
  await page.waitForURL('**/console');
  return app;
}

/** Sets the officer up through the one-time link. @returns their authenticator app */
export async function setUp(page: Page, by: { token: string; now: () => number }): Promise<Authenticator> {
  await page.goto(`/console/set-up?token=${by.token}`);
  await control(page, 'name').fill(officer.name);
  await control(page, 'email').fill(officer.email);
  await control(page, 'password').fill(officer.password);
  await send(page);
  return enrol(page, by.now);
}

/** Signs the officer in anew: password, then a code of the app. */
export async function enterConsole(page: Page, app: Authenticator): Promise<void> {
  await page.goto('/console/sign-in');
  await control(page, 'email').fill(officer.email);
  await control(page, 'password').fill(officer.password);
  await send(page);
  await page.waitForURL('**/console/factor');
  await control(page, 'code').fill(app.next());
  await send(page);
  await page.waitForURL('**/console');
}

/** The newest code in the outbox, as the officer reads it: the list, then the message on top. */
export async function readCode(page: Page, base: string): Promise<string> {
  await page.goto(`/console${base}/outbox`);
  await page.locator(`main a[href*="/outbox/"]`).first().click();
  const letter = await page.locator('.letter').innerText();
  return /\b\d{6}\b/.exec(letter)?.[0] ?? '';
}

/** Approves what is left of the draft, at one stroke. */
export async function approveAll(page: Page, base: string): Promise<void> {
  await page.goto(`/console${base}/approve`);
  await page.locator('button[name="all"]').click();
  await page.locator('.flash').waitFor();
}

/** Fills in what the law needs and the text lacks. */
export async function fillCompletion(page: Page): Promise<void> {
  for (const [name, value] of Object.entries(completion)) {
    const field = control(page, `c.${name}`);
    if ((await field.count()) > 0 && (await field.inputValue()) === '') await field.fill(value);
  }
}

/** Fills in what the text lacks and puts the policy in force. */
export async function putInForce(page: Page, base: string): Promise<void> {
  await fillCompletion(page);
  await send(page);
  await page.waitForURL(`**/console${base}/board`);
}
