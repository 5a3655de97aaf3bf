import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Authenticator } from '../authenticator.ts';
import { grantFields, linkIn } from '../world.ts';
import { fits, look, saidOn } from './eyes.ts';
import { example, Journey } from './journey.ts';
import { speaks } from './language.ts';
import { aigul, askForCode, control, daniyar, giveCode, send, signIn } from './walk.ts';

const phrase = 'тихий поезд везёт арбузы';
const other = 'восемь лодок ждут ветра';

/** Looks at a page at every width, in the language its reader chose. */
async function seen(page: Page, language: 'ru' | 'kk' = 'ru'): Promise<void> {
  await look(page);
  await fits(page);
  await speaks(page, language);
}

describe('how a person gets into the cabinet', () => {
  let journey: Journey;
  let phone: Page;
  let tablet: Page;
  beforeAll(async () => {
    journey = await Journey.open(example());
    phone = await journey.newPage();
    tablet = await journey.newPage({ width: 768 });
    journey.keepSecret([phrase, other]);
    await journey.register(phone, aigul);
  });
  afterAll(() => journey?.close());
  const toSecurity = async (page: Page) => {
    await page.goto(`${journey.base}/me`);
    await page.locator('main a[href$="/me/security"]').click();
    await page.waitForURL('**/me/security');
  };

  it('is said on one page: no password yet, one session, this one', async () => {
    await toSecurity(phone);
    expect(await saidOn(phone)).toContain('Пароля нет, вы входите по одноразовому коду');
    expect(await saidOn(phone)).toMatch(/этот сеанс.*Других открытых сеансов нет/);
    await seen(phone);
  });

  it('becomes a password, which is refused while it can be guessed, and is not shown again', async () => {
    await phone.locator('main a[href$="/me/password"]').click();
    await phone.waitForURL('**/me/password');
    await seen(phone);
    for (const [weak, says] of [
      ['короткий', 'Пароль короче 15 знаков'],
      ['айгүлжақыповаайгүл', 'Пароль составлен из слов о вас'],
      ['qwertyuiop123456789', 'Этот пароль легко угадать'],
    ] as const) {
      await control(phone, 'password').fill(weak);
      await send(phone);
      await phone.locator('.faults').waitFor();
      expect(await saidOn(phone)).toContain(says);
      expect(await control(phone, 'password').inputValue()).toBe('');
      expect(await control(phone, 'password').getAttribute('aria-invalid')).toBe('true');
    }
    await seen(phone);
    await control(phone, 'password').fill(phrase);
    await phone.locator('[data-reveal-button]').click();
    expect(await control(phone, 'password').getAttribute('type')).toBe('text');
    await send(phone);
    await phone.waitForURL('**/me/security');
    expect(await saidOn(phone)).toContain('Пароль задан');
    expect(await phone.content()).not.toContain(phrase);
  });

  it('opens on a second device, after a wrong try that keeps the address', async () => {
    await tablet.goto(`${journey.base}/sign-in`);
    await seen(tablet);
    await control(tablet, 'address').fill(aigul.email as string);
    await control(tablet, 'password').fill('не тот пароль совсем');
    await send(tablet);
    await tablet.locator('.faults').waitFor();
    expect(await saidOn(tablet)).toContain('Адрес или пароль не подходит');
    expect(await control(tablet, 'address').inputValue()).toBe(aigul.email);
    expect(await control(tablet, 'password').inputValue()).toBe('');
    await seen(tablet);
    await control(tablet, 'password').fill(phrase);
    await send(tablet);
    await tablet.waitForURL('**/me');
  });

  it('shows both devices; ending one closes it at its next page', async () => {
    await toSecurity(phone);
    expect(await phone.locator('.session').count()).toBe(2);
    expect(await phone.locator('.session h3').first().innerText()).toMatch(/Chrome|Chromium/);
    await seen(phone);
    await phone.locator('.session button').click();
    await phone.locator('.flash').waitFor();
    expect(await phone.locator('.session').count()).toBe(1);
    await tablet.goto(`${journey.base}/me`);
    await tablet.waitForURL('**/sign-in**');
    await seen(tablet);
  });

  it('wants fresh proof after ten minutes, by password, and leads back', async () => {
    journey.world.wait({ minutes: 11 });
    await phone.goto(`${journey.base}/me/password`);
    await phone.waitForURL('**/me/prove**');
    await seen(phone);
    await control(phone, 'password').fill('не тот пароль совсем');
    await send(phone);
    await phone.locator('.faults').waitFor();
    expect(await saidOn(phone)).toContain('Пароль не подходит');
    await control(phone, 'password').fill(phrase);
    await phone.locator('main button.main').click();
    await phone.waitForURL('**/me/password');
    expect(await saidOn(phone)).toContain('Подтверждено, что это вы');
  });

  it('changes the password, which ends the other sessions, and removes it', async () => {
    await signIn(tablet, journey.base, { address: aigul.email as string, read: () => journey.code() });
    await control(phone, 'password').fill(other);
    await phone.locator('main button.main').click();
    await phone.waitForURL('**/me/security');
    expect(await saidOn(phone)).toContain('Пароль изменён, остальные сеансы завершены');
    await tablet.goto(`${journey.base}/me`);
    await tablet.waitForURL('**/sign-in**');
    await phone.goto(`${journey.base}/me/password`);
    await seen(phone);
    await phone.locator('form:has([value="remove"]) button').click();
    await phone.waitForURL('**/me/security');
    expect(await saidOn(phone)).toContain('Пароль убран');
    await journey.world.checkPledges();
  });

  it('is the same in Kazakh, and where no scripts run', async () => {
    const page = await journey.newPage({ locale: 'kk-KZ', scripts: false });
    journey.keepSecret(Object.values(daniyar));
    await askForCode(page, journey.base, daniyar);
    await speaks(page, 'kk');
    await giveCode(page, await journey.code());
    await page.waitForURL('**/me/consents/*');
    for (const path of ['/me/security', '/me/password', '/me/prove']) {
      await page.goto(`${journey.base}${path}`);
      await speaks(page, 'kk');
    }
    await page.goto(`${journey.base}/me/password`);
    await control(page, 'password').fill('қысқа');
    await send(page);
    await speaks(page, 'kk');
    expect(await control(page, 'password').getAttribute('aria-invalid')).toBe('true');
    await control(page, 'password').fill(phrase);
    await send(page);
    await page.waitForURL('**/me/security');
    await speaks(page, 'kk');
    await journey.world.checkPledges();
  });
});

describe('how staff get into the console', () => {
  let journey: Journey;
  let page: Page;
  let app: Authenticator;
  let codes: readonly string[] = [];
  const person = { name: 'Ербол Тестов', email: 'erbol@kepil.example', password: phrase };
  beforeAll(async () => {
    journey = await Journey.open(example());
    page = await journey.newPage();
    journey.keepSecret([...Object.values(person), other]);
  });
  afterAll(() => journey?.close());
  const takeApp = async () => Authenticator.of(await page.content(), () => journey.world.now);
  const givePassword = async (on: Page, password: string) => {
    await on.goto('/console/sign-in');
    await control(on, 'email').fill(person.email);
    await control(on, 'password').fill(password);
    await send(on);
  };
  const giveRecovery = async (on: Page, code: string) => {
    await on.locator('details.more-ways summary').click();
    await control(on, 'recovery').fill(code);
    await send(on);
  };
  const prove = async (password = person.password) => {
    await page.locator('[name="prove.password"]').waitFor();
    await seen(page);
    await control(page, 'prove.password').fill(password);
    await control(page, 'prove.code').fill(app.next());
    await send(page);
  };

  it('begins with an invitation whose link wants a password that is none to guess', async () => {
    const admin = await journey.world.officer();
    const form = { name: person.name, email: person.email, ...grantFields(['test:officer']) };
    const token = linkIn((await admin.post('/console/staff', form)).body);
    await page.goto(`/console/set-up?token=${token}`);
    await seen(page);
    await control(page, 'password').fill('короткий');
    await send(page);
    await page.locator('.faults').waitFor();
    expect(await saidOn(page)).toContain('Пароль короче 12 знаков');
    await seen(page);
    await control(page, 'password').fill(person.password);
    await send(page);
    await page.waitForURL('**/console/enrol');
  });

  it('goes on with an app, whose wrong code says so beside the field, and ten codes for paper', async () => {
    await seen(page);
    await control(page, 'code').fill('000000');
    await send(page);
    await page.locator('.faults').waitFor();
    await seen(page);
    app = await takeApp();
    await control(page, 'code').fill(app.next());
    await send(page);
    await page.locator('.recovery-codes').waitFor();
    codes = await page.locator('.recovery-codes code').allInnerTexts();
    expect(new Set(codes).size).toBe(10);
    await seen(page);
    await page.locator('main a.button').click();
    await page.waitForURL('**/console');
  });

  it('leads through two steps: a wrong code keeps nothing, a right one opens', async () => {
    await page.locator('.sign-out button').first().click();
    await givePassword(page, 'не тот пароль совсем');
    await page.locator('.faults').waitFor();
    expect(await control(page, 'email').inputValue()).toBe(person.email);
    await seen(page);
    await givePassword(page, person.password);
    await page.waitForURL('**/console/factor');
    await seen(page);
    await control(page, 'code').fill('000000');
    await send(page);
    await page.locator('.faults').waitFor();
    await seen(page);
    await control(page, 'code').fill(app.next());
    await send(page);
    await page.waitForURL('**/console');
  });

  it('opens by a recovery code from paper, once; both sessions stand on a page and are ended', async () => {
    const borrowed = await journey.newPage({ width: 768 });
    await givePassword(borrowed, person.password);
    await giveRecovery(borrowed, codes[0] ?? '');
    await borrowed.waitForURL('**/console');
    await page.goto('/console/sessions');
    expect(await page.locator('.session').count()).toBe(2);
    await seen(page);
    await page.locator('.session button').click();
    await page.locator('.flash').waitFor();
    await borrowed.goto('/console');
    await borrowed.waitForURL('**/console/sign-in**');
    await givePassword(borrowed, person.password);
    await giveRecovery(borrowed, codes[0] ?? '');
    await borrowed.locator('.faults').waitFor();
    expect(await saidOn(borrowed)).toContain('Код не подошёл');
    await seen(borrowed);
  });

  it('says on one page what app, codes and password there are, and what happened', async () => {
    await page.goto('/console/security');
    expect(await saidOn(page)).toMatch(/9 из 10/);
    await seen(page);
  });

  it('wants proof anew before another app is bound, and leads back to it', async () => {
    journey.world.wait({ minutes: 11 });
    await page.goto('/console/security');
    await page.locator('main a[href="/console/security/app"]').click();
    await prove('не тот пароль совсем');
    await page.locator('.faults').waitFor();
    journey.world.wait({ minutes: 1 });
    await prove();
    await page.waitForURL('**/console/security/app');
    await seen(page);
    const before = app;
    app = await takeApp();
    await control(page, 'code').fill(app.next());
    await send(page);
    await page.waitForURL('**/console/security');
    expect(await saidOn(page)).toContain('Приложение привязано');
    const elsewhere = await journey.newPage();
    await givePassword(elsewhere, person.password);
    await control(elsewhere, 'code').fill(before.at(0));
    await send(elsewhere);
    await elsewhere.locator('.faults').waitFor();
  });

  it('keeps a form that waits for proof, and sends it afterwards', async () => {
    journey.world.wait({ minutes: 11 });
    await page.goto(`/console${journey.base}/keys`);
    await control(page, 'name').fill('Склад');
    await page.locator('[name="purpose"]').first().check();
    await page.locator('[name="category"]').first().check();
    await send(page);
    await prove();
    await page.locator('code.secret').waitFor();
    expect(await page.locator('code.secret').innerText()).toMatch(/^kepil_/);
    await seen(page);
  });

  it('changes the password with the present one, beside which a wrong one is told', async () => {
    await page.goto('/console/security');
    await control(page, 'current').fill('не тот пароль совсем');
    await control(page, 'password').fill(other);
    await page.locator('form:has([name="current"]) button').click();
    await page.locator('.faults').waitFor();
    await seen(page);
    await control(page, 'current').fill(person.password);
    await control(page, 'password').fill(other);
    await page.locator('form:has([name="current"]) button').click();
    await page.locator('.flash').waitFor();
    expect(await saidOn(page)).toContain('Пароль изменён, остальные сеансы завершены');
  });

  it('ends after half an hour alone, says why, and leads back', async () => {
    journey.world.wait({ minutes: 31 });
    await page.goto('/console/sessions');
    await page.waitForURL('**/console/sign-in**');
    expect(await saidOn(page)).toContain('30 минут без действий');
    await seen(page);
    await control(page, 'email').fill(person.email);
    await control(page, 'password').fill(other);
    await send(page);
    await page.waitForURL('**/console/factor**');
    await control(page, 'code').fill(app.next());
    await send(page);
    await page.waitForURL('**/console/sessions');
    await journey.world.checkPledges();
  });
});
