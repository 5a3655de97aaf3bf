/**
 * Pictures of the pages of the example service, taken from a running installation.
 *
 *     npx tsx tools/screenshots.ts            the few of the README, into docs/screenshots
 *     npx tsx tools/screenshots.ts FOLDER     every page, 360, 768 and 1440 px wide, light and dark
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Installation, openInstallation } from '../src/cli/installation.ts';
import { nodeCrypto } from '../src/keys/index.ts';
import { bodyOf, draftPolicy, readText } from '../src/reader/index.ts';
import { offerSetUp, openService } from '../src/system/index.ts';
import { openBrowser, type TestBrowser } from '../test/browser.ts';
import {
  aigul,
  approveAll,
  askForCode,
  control,
  daniyar,
  fillForm,
  giveCode,
  putInForce,
  readCode,
  send,
  setUp,
} from '../test/journeys/walk.ts';

const key = 'dala-kitap';
const base = `/s/${key}`;
const desk = `/console${base}`;
const widths = [360, 768, 1440] as const;

/** A running installation with the people who walk through it. */
interface Stage {
  readonly installation: Installation;
  readonly browser: TestBrowser;
  readonly origin: string;
  readonly now: () => number;
  readonly guest: Page;
  readonly person: Page;
  readonly officer: Page;
}

/** One picture to take: its name, whose page, how to come there, and where the upper edge lies. */
interface Shot {
  readonly name: string;
  readonly who: 'guest' | 'person' | 'officer';
  readonly go: (page: Page) => Promise<unknown>;
  readonly top?: string;
}

const to = (path: string) => (page: Page) => page.goto(path);

/** The few that stand in the README, each at one width. */
const chosen: readonly (Shot & { readonly width: (typeof widths)[number] })[] = [
  { name: 'policy', who: 'guest', go: unfolded, top: '#c-5', width: 360 },
  { name: 'register', who: 'guest', go: to(`${base}/register`), width: 360 },
  { name: 'my-data', who: 'person', go: to(`${base}/me`), width: 360 },
  { name: 'receipt', who: 'person', go: receipt, top: '#proof-title', width: 360 },
  { name: 'policy', who: 'guest', go: to(`${base}/privacy`), width: 1440 },
  { name: 'board', who: 'officer', go: to(`${desk}/board`), width: 1440 },
  { name: 'today', who: 'officer', go: to('/console'), width: 1440 },
];

/** Every page there is, as far as it can be come to without leaving. */
const all: readonly Shot[] = [
  { name: 'services', who: 'guest', go: to('/') },
  { name: 'service', who: 'guest', go: to(`${base}/`) },
  { name: 'policy', who: 'guest', go: to(`${base}/privacy`) },
  { name: 'log', who: 'guest', go: to(`${base}/log`) },
  { name: 'register', who: 'guest', go: to(`${base}/register`) },
  { name: 'register-faults', who: 'guest', go: faults },
  { name: 'confirm', who: 'guest', go: confirm },
  { name: 'sign-in', who: 'guest', go: to(`${base}/sign-in`) },
  { name: 'my-data', who: 'person', go: to(`${base}/me`) },
  { name: 'my-readers', who: 'person', go: to(`${base}/me/readers`) },
  { name: 'my-consents', who: 'person', go: to(`${base}/me/consents`) },
  { name: 'receipt', who: 'person', go: receipt },
  { name: 'withdraw', who: 'person', go: withdrawal },
  { name: 'correct', who: 'person', go: to(`${base}/me/correct/phone`) },
  { name: 'my-requests', who: 'person', go: to(`${base}/me/requests`) },
  { name: 'download', who: 'person', go: to(`${base}/me/download`) },
  { name: 'print', who: 'person', go: to(`${base}/me/print`) },
  { name: 'delete', who: 'person', go: to(`${base}/me/delete`) },
  { name: 'my-recipients', who: 'person', go: to(`${base}/me/recipients`) },
  { name: 'my-places', who: 'person', go: to(`${base}/me/places`) },
  { name: 'my-others', who: 'person', go: to(`${base}/me/others`) },
  { name: 'give-consent', who: 'person', go: to(`${base}/me/give`) },
  { name: 'change-by-document', who: 'person', go: to(`${base}/me/correct/full_name`) },
  { name: 'claim', who: 'guest', go: to(`${base}/claim`) },
  { name: 'child', who: 'guest', go: to(`${base}/child`) },
  { name: 'refused', who: 'guest', go: to('/nowhere') },
  { name: 'today', who: 'officer', go: to('/console') },
  { name: 'board', who: 'officer', go: to(`${desk}/board`) },
  { name: 'approve', who: 'officer', go: to(`${desk}/approve`) },
  { name: 'subjects', who: 'officer', go: to(`${desk}/subjects`) },
  { name: 'subject', who: 'officer', go: subject },
  { name: 'requests', who: 'officer', go: to(`${desk}/requests`) },
  { name: 'request', who: 'officer', go: request },
  { name: 'take-in', who: 'officer', go: to(`${desk}/requests/new`) },
  { name: 'request-import', who: 'officer', go: to(`${desk}/requests/import`) },
  { name: 'mandates', who: 'officer', go: to(`${desk}/mandates`) },
  { name: 'terms', who: 'officer', go: to(`${desk}/terms`) },
  { name: 'due', who: 'officer', go: to(`${desk}/due`) },
  { name: 'consents', who: 'officer', go: to(`${desk}/consents`) },
  { name: 'recipients', who: 'officer', go: to(`${desk}/recipients`) },
  { name: 'recipient', who: 'officer', go: to(`${desk}/recipients/new?of=1`) },
  { name: 'disclosures', who: 'officer', go: to(`${desk}/disclosures`) },
  { name: 'letters', who: 'officer', go: to(`${desk}/letters`) },
  { name: 'letter', who: 'officer', go: to(`${desk}/letters/new`) },
  { name: 'mailings', who: 'officer', go: to(`${desk}/mailings`) },
  { name: 'incidents', who: 'officer', go: to(`${desk}/incidents`) },
  { name: 'incident', who: 'officer', go: incident },
  { name: 'measures', who: 'officer', go: to(`${desk}/measures`) },
  { name: 'places', who: 'officer', go: to(`${desk}/places`) },
  { name: 'outbox', who: 'officer', go: to(`${desk}/outbox`) },
  { name: 'ledger', who: 'officer', go: to(`${desk}/ledger`) },
  { name: 'keys', who: 'officer', go: to(`${desk}/keys`) },
];

async function follow(page: Page, path: string, link: string): Promise<void> {
  await page.goto(path);
  await page.locator(link).first().click();
  await page.waitForLoadState();
}

/** The policy with the margin of the first clauses about consent open, as a reader on a phone has it. */
async function unfolded(page: Page): Promise<void> {
  await page.goto(`${base}/privacy`);
  await page.locator('#c-5-1 .fold > summary').click();
}

async function receipt(page: Page): Promise<void> {
  await follow(page, `${base}/me/consents`, 'main a[href*="/me/consents/"]:not([href$="/withdraw"])');
  await page.locator('.proof-check[data-outcome="good"]').waitFor();
}

function withdrawal(page: Page): Promise<void> {
  return follow(page, `${base}/me/consents`, 'main a[href$="/withdraw"]');
}

function request(page: Page): Promise<void> {
  return follow(page, `${desk}/requests`, 'main a[href*="/requests/"]');
}

/** An incident that touches everybody, entered and computed. */
async function incident(page: Page): Promise<void> {
  await page.goto(`${desk}/incidents/new`);
  await page.locator('input[name="kind"]').first().check();
  await page.locator('input[name="whole"]').check();
  await control(page, 'what').fill('Пропал рабочий ноутбук.');
  await control(page, 'measures').fill('Доступ отозван.');
  await send(page);
  await page.locator('form:has(input[value="count"]) button').click();
  await page.waitForLoadState();
}

async function subject(page: Page): Promise<void> {
  await follow(page, `${desk}/subjects`, 'main a[href*="/subjects/"]');
  await page.locator('input[name="category"][value="email"]').check();
  await send(page);
  await page.locator('.read-allowed, .read-refused').waitFor();
}

async function faults(page: Page): Promise<void> {
  await page.goto(`${base}/register`);
  await fillForm(page, { ...daniyar, email: 'daniyar.kepil' });
  await send(page);
  await page.locator('.faults').waitFor();
}

async function confirm(page: Page): Promise<void> {
  await askForCode(page, base, { ...daniyar, email: 'somebody@example.kz', phone: '+77010009900' });
}

/** Opens an installation that runs the example, on a morning of November. */
async function openStage(data: string): Promise<Stage> {
  const clock = { at: Date.parse('2026-11-20T10:00:00+05:00') };
  const now = () => clock.at++;
  const installation = await openInstallation({ data, now, unlimited: true });
  const text = readFileSync(new URL('../examples/dala-kitap.txt', import.meta.url), 'utf8');
  const reading = readText(text, { name: 'dala-kitap.txt', hash: nodeCrypto.hash });
  const policy = draftPolicy(reading, text, nodeCrypto.hash);
  const { service } = await openService(installation.world, { key, policy, text: bodyOf(text) });
  await installation.settle(service);
  const origin = await installation.listen(0);
  installation.start();
  const browser = await openBrowser();
  const guest = await browser.newPage({ baseURL: origin });
  const person = await browser.newPage({ baseURL: origin });
  const officer = await browser.newPage({ baseURL: origin, width: 1440 });
  for (const page of [guest, person, officer]) await page.clock.setFixedTime(clock.at);
  return { installation, browser, origin, now, guest, person, officer };
}

/** Lets things happen that the pages then show: an account, reads, a correction, a request. */
async function live({ installation, person, officer, now }: Stage): Promise<void> {
  await setUp(officer, { token: (await offerSetUp(installation.world)) ?? '', now });
  await approveAll(officer, base);
  await putInForce(officer, base);
  await askForCode(person, base, aigul);
  await giveCode(person, await readCode(officer, base));
  await person.waitForURL('**/me/consents/*');
  await subject(officer);
  await person.goto(`${base}/me/correct/postal_address`);
  await control(person, 'value').fill('Астана, проспект Вымышленный, 3');
  await send(person);
  await person.goto(`${base}/me/requests`);
  await person.locator('input[name="kind"][value="block_restrict"]').check();
  await control(person, 'words').fill('Прошу заблокировать мой прежний адрес: я по нему больше не живу.');
  await send(person);
  await person.locator('.flash').waitFor();
  await installation.tick();
  await officer.goto(`${desk}/board`);
}

/** Takes one picture: what a window of that width shows, from `top` on. */
async function take(page: Page, shot: Shot, file: { path: string; width: number }): Promise<void> {
  await page.setViewportSize({ width: file.width, height: file.width < 600 ? 740 : 900 });
  await shot.go(page);
  if (shot.top !== undefined)
    await page.locator(shot.top).evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: file.path, scale: 'css' });
}

async function takeAll(stage: Stage, folder: string): Promise<void> {
  for (const shot of all) {
    const page = stage[shot.who];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const width of widths)
        await take(page, shot, { path: join(folder, `${shot.name}-${width}-${colorScheme}.png`), width });
    }
  }
}

async function main(folder: string | undefined): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'kepil-pictures-'));
  const target = folder ?? new URL('../docs/screenshots', import.meta.url).pathname;
  mkdirSync(target, { recursive: true });
  const stage = await openStage(data);
  try {
    await live(stage);
    if (folder !== undefined) await takeAll(stage, target);
    else
      for (const shot of chosen)
        await take(stage[shot.who], shot, { ...shot, path: join(target, `${shot.name}-${shot.width}.png`) });
  } finally {
    await stage.browser.close();
    await stage.installation.close();
    rmSync(data, { recursive: true, force: true });
  }
}

const folder = process.argv[2];
if (folder?.startsWith('-'))
  throw new Error(`not a folder: ${folder}; give the folder for every page, or nothing`);
await main(folder);
