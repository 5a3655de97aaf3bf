import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { ownPurposes } from '../../src/policy/index.ts';
import { inForce } from '../../src/system/index.ts';
import { fits, look, saidOn } from './eyes.ts';
import type { Walk } from './journey.ts';
import {
  approveAll,
  askForCode,
  control,
  daniyar,
  fillCompletion,
  giveCode,
  officer,
  putInForce,
  send,
} from './walk.ts';

/** How the officer gets in: by the one-time link, and not by any password that came with the house. */
export function getsIn(walk: Walk): void {
  it('knows no password before the officer has set one', async () => {
    const page = await walk.journey.newPage();
    await page.goto('/console');
    await page.waitForURL('**/console/sign-in');
    await look(page);
    await control(page, 'email').fill(officer.email);
    await control(page, 'password').fill('admin');
    await send(page);
    await page.locator('.faults').waitFor();
    await page.goto('/console/set-up?token=guess');
    expect(await saidOn(page)).toContain('Ссылка не действует');
    await look(page);
    await page.context().close();
  });

  it('lets the officer in through the one-time link, once', async () => {
    const page = await walk.journey.newPage();
    const token = await walk.journey.setUpToken();
    await page.goto(`/console/set-up?token=${token}`);
    await look(page);
    await fits(page);
    await control(page, 'name').fill(officer.name);
    await control(page, 'email').fill(officer.email);
    await control(page, 'password').fill('коротко');
    await send(page);
    await page.locator('.faults').waitFor();
    await look(page);
    const desk = await walk.journey.desk();
    expect(await saidOn(desk)).toContain('Сервисы');
    await page.goto(`/console/set-up?token=${token}`);
    expect(await saidOn(page)).toContain('Ссылка не действует');
    await page.context().close();
  });
}

/** How a read through the gate goes for a purpose that has a ground. */
export function reads(walk: Walk): void {
  it('reads a value for a purpose that has a ground, and the person sees it', async () => {
    const desk = await ask(walk);
    expect(await saidOn(desk)).toContain('Разрешено и записано');
    await look(desk);
    await fits(desk);
    await walk.page.goto(`${walk.journey.base}/me/readers`);
    expect(await saidOn(walk.page)).toContain('Ответственное лицо: чтение данных');
    await look(walk.page);
  });
}

/** How the same read goes once the consent is withdrawn. */
export function isRefused(walk: Walk): void {
  it('is refused the same read with the clause or the article, and the person sees that too', async () => {
    const desk = await ask(walk);
    expect(await saidOn(desk)).toContain('Отказано и записано');
    expect(await desk.locator('.read-refused').innerText()).toMatch(/ст\. \d|п\. \d/);
    await look(desk);
    await walk.page.goto(`${walk.journey.base}/me/readers`);
    expect(await saidOn(walk.page)).toContain('Ответственное лицо: отказ в доступе');
    await look(walk.page);
  });
}

/** Asks for the e-mail of the newest subject, for a purpose that the consent at registration covers. */
async function ask(walk: Walk): Promise<Page> {
  const desk = await walk.journey.desk();
  await desk.goto(`/console${walk.journey.base}/subjects`);
  await desk.locator('main a[href*="/subjects/"]').first().click();
  await control(desk, 'purpose').selectOption(await walk.purpose());
  await desk.locator('input[name="category"][value="email"]').check();
  await send(desk);
  await desk.locator('.read-allowed, .read-refused').waitFor();
  return desk;
}

/** How a draft comes into force. */
export function putsInForce(walk: Walk): void {
  it('shows the board: every clause with its pledges, proved just now', async () => {
    const desk = await walk.journey.desk();
    await desk.goto(`/console${walk.journey.base}/board`);
    expect(await saidOn(desk)).toMatch(/Проверено 20\.11\.2026/);
    expect(await desk.locator('.clause .pledge .mark-broken').count()).toBe(0);
    await look(desk);
    await fits(desk);
  });

  it('approves one clause, takes it back, and does not go live with clauses left', async () => {
    const desk = await walk.journey.desk();
    await desk.goto(`/console${walk.journey.base}/approve`);
    const left = await desk.locator('button[name="clause"]').count();
    await look(desk);
    await fits(desk);
    await desk.locator('button[name="clause"]').first().click();
    await desk.locator('.approved').first().waitFor();
    expect(await desk.locator('.approved').count()).toBe(1);
    await desk.locator('.approved button').click();
    await desk.locator('.approved').waitFor({ state: 'detached' });
    expect(await desk.locator('button[name="clause"]').count()).toBe(left);
    await fillCompletion(desk);
    await send(desk);
    await desk.locator('.faults').waitFor();
    expect(await saidOn(desk)).toMatch(/Не утвержден/);
    await look(desk);
  });

  it('goes live, and the draft mark is gone from every page', async () => {
    const { journey, page } = walk;
    const desk = await journey.desk();
    await approveAll(desk, journey.base);
    await putInForce(desk, journey.base);
    expect(await saidOn(desk)).toContain('Политика введена в действие');
    for (const path of ['board', 'approve', 'subjects', 'requests', 'outbox', 'ledger', 'keys']) {
      await desk.goto(`/console${journey.base}/${path}`);
      expect(await desk.locator('aside.draft').count(), path).toBe(0);
      await look(desk);
      await fits(desk);
    }
    for (const path of ['/', '/privacy', '/register', '/sign-in', '/log']) {
      await page.goto(`${journey.base}${path}`);
      expect(await page.locator('aside.draft').count(), path).toBe(0);
    }
    await page.goto('/');
    expect(await page.content()).not.toContain('Черновик');
    await journey.world.checkPledges();
  });
}

/** What the live service offers beyond the draft. */
export function servesLive(walk: Walk): void {
  it('asks for each optional purpose in a box of its own, and nobody has ticked it', async () => {
    const { journey, page } = walk;
    const version = await inForce(journey.world.installation.world, journey.world.service);
    const optional = ownPurposes(version.policy);
    await page.goto(`${journey.base}/register`);
    const boxes = page.locator('input[name^="optional."]');
    const names = await boxes.evaluateAll((all) => all.map((box) => box.getAttribute('name')));
    expect(names.sort()).toEqual(optional.map((purpose) => `optional.${purpose}`).sort());
    expect(await page.locator('input[type="checkbox"]:checked').count()).toBe(0);
    await look(page);
    await fits(page);
  });

  it('registers somebody with the optional boxes left as they were', async () => {
    const { journey, page } = walk;
    journey.keepSecret(Object.values(daniyar));
    await askForCode(page, journey.base, daniyar);
    await giveCode(page, await journey.code());
    await page.waitForURL('**/me/consents/*');
    await journey.world.installation.tick();
    await page.reload();
    await page.locator('.proof-check[data-outcome="good"]').waitFor();
    expect(await page.locator('.missing li').allInnerTexts()).toEqual(walk.stillMissing);
    await look(page);
    await page.goto(`${journey.base}/me/consents`);
    expect(await page.locator('main a[href$="/withdraw"]').count()).toBe(1);
  });

  it('lists subjects by number, finds one by exact address, and says so when there is none', async () => {
    const { journey } = walk;
    const desk = await journey.desk();
    await desk.goto(`/console${journey.base}/subjects`);
    expect(await saidOn(desk)).toContain('1 человек');
    expect(await desk.content()).not.toContain(daniyar.full_name);
    await look(desk);
    await fits(desk);
    await control(desk, 'address').fill('nobody@example.kz');
    await desk.locator('.inline-form button').click();
    await desk.locator('.faults').waitFor();
    await look(desk);
    await control(desk, 'address').fill(daniyar.email as string);
    await desk.locator('.inline-form button').click();
    await desk.waitForURL('**/subjects/*');
    expect(desk.url()).not.toContain('@');
  });
}

/** What programs and the log show. */
export function opensToPrograms(walk: Walk): void {
  it('shows a new key once; a program reads with it what it names and nothing else', async () => {
    const { journey } = walk;
    const desk = await journey.desk();
    const purpose = await walk.purpose();
    await desk.goto(`/console${journey.base}/keys`);
    await send(desk);
    await desk.locator('.faults').waitFor();
    await look(desk);
    await control(desk, 'name').fill('Склад');
    await desk.locator(`input[name="purpose"][value="${purpose}"]`).check();
    await desk.locator('input[name="category"][value="email"]').check();
    await send(desk);
    const key = await desk.locator('code.secret').innerText();
    await look(desk);
    await fits(desk);
    await desk.goto(`/console${journey.base}/keys`);
    expect(await desk.content()).not.toContain(key);
    expect(await saidOn(desk)).toContain('Склад');
    const read = async (body: object) => call(walk, key, body);
    const good = await read({ purpose, categories: ['email'] });
    expect(good).toMatchObject({ status: 200, body: { values: { email: daniyar.email } } });
    const other = await read({ purpose, categories: ['phone'] });
    expect(other.status).toBe(403);
    expect(JSON.stringify(other.body)).not.toContain(daniyar.phone);
  });

  it('finds the log whole', async () => {
    const { journey } = walk;
    await journey.world.installation.tick();
    const desk = await journey.desk();
    await desk.goto(`/console${journey.base}/ledger`);
    expect(await saidOn(desk)).toContain('Журнал цел');
    await look(desk);
    await fits(desk);
    await journey.world.checkPledges();
  });
}

async function call({ journey }: Walk, key: string, asked: object) {
  const desk = await journey.desk();
  await desk.goto(`/console${journey.base}/subjects`);
  const subject = (await desk.locator('main a[href*="/subjects/"] code').first().innerText()).trim();
  const reply = await fetch(`${journey.origin}/api/v1${journey.base}/read`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ subject, ...asked }),
  });
  return { status: reply.status, body: (await reply.json()) as object };
}
