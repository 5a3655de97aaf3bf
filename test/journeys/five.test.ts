/** The real policies on one server: what a person and the staff go through, on a phone, in two languages. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServiceRecord } from '../../src/system/index.ts';
import { look } from './eyes.ts';
import { Journey, realPolicies } from './journey.ts';
import { speaks } from './language.ts';
import {
  aigul,
  approveAll,
  askForCode,
  control,
  daniyar,
  enterConsole,
  giveCode,
  type Person,
  putInForce,
  send,
} from './walk.ts';

const languages = { ru: 'ru-KZ', kk: 'kk-KZ' } as const;
type Language = keyof typeof languages;

/** What the five ask for between them, beyond what a shop does; the number of a citizen is left out. */
const more: Person = {
  gender: 'Женский',
  id_document: '000000001',
  city_region: 'Придуманск',
  company_details: 'ТОО «Придуманное»',
  education: 'Среднее',
};
const people: Readonly<Record<Language, Person>> = {
  ru: { ...aigul, ...more },
  kk: { ...daniyar, ...more, postal_address: aigul.postal_address as string },
};
/** Pages of the cabinet that every service has, whatever its policy says. */
const cabinet = [
  '/me',
  '/me/consents',
  '/me/consents/*',
  '/me/consents/*/withdraw',
  '/me/correct/*',
  '/me/delete',
  '/me/download',
  '/me/password',
  '/me/print',
  '/me/readers',
  '/me/requests',
  '/me/security',
  '/me/visits',
];
/** Pages of the console that every service has. */
const office = [
  '/approve',
  '/board',
  '/due',
  '/holds',
  '/keys',
  '/ledger',
  '/outbox',
  '/requests',
  '/settings',
  '/subjects',
  '/terms',
  '/terms/*',
  '/versions',
  '/visits',
];

/** The kind of page an address leads to: what differs from person to person is a star. */
const kindOf = (path: string) =>
  path
    .replace(/[?#].*$/, '')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '*')
    .replace(/\/(correct|terms)\/[^/]+/, '/$1/*')
    .replace(/\/versions\/\d+/, '/versions/*');

/** Links to what is saved and not shown. */
const saved = '[download], [href$=".json"], [href$=".jsonld"], [href$=".pdf"], [href$=".csv"]';

/** Follows the links below `start` to one page of each kind and has `see` look at it. @returns the kinds */
async function crawl(page: Page, start: string, see: () => Promise<void>): Promise<readonly string[]> {
  const seen = new Set<string>();
  const ahead = [start];
  for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
    if (seen.has(kindOf(path))) continue;
    seen.add(kindOf(path));
    await page.goto(path);
    await see();
    const links = await page
      .locator(`a[href^="${start}"]:not(${saved})`)
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    ahead.push(...links);
  }
  return [...seen].map((kind) => kind.slice(kind.indexOf(start) + start.length)).sort();
}

/** All services on one server. */
class Five {
  readonly #services: ServiceRecord[] = [];
  #journey: Journey | undefined;

  async open(): Promise<void> {
    const [first, ...others] = realPolicies;
    this.#journey = await Journey.open((first as () => string)());
    this.#services.push(this.journey.world.service);
    for (const [index, text] of others.entries())
      this.#services.push(await this.journey.world.serve(`service-${index + 2}`, text()));
    for (const person of Object.values(people)) this.journey.keepSecret(Object.values(person));
  }

  get journey(): Journey {
    return this.#journey ?? expect.fail('nothing is open');
  }

  service(index: number): ServiceRecord {
    return this.#services[index] ?? expect.fail(`there is no service ${index}`);
  }

  /** Path of a service. */
  base(index: number): string {
    return `/s/${this.service(index).key}`;
  }

  close(): Promise<void> | undefined {
    return this.#journey?.close();
  }
}

/** Looks at a page as it stands: in one language, and fit for everybody. */
async function see(page: Page, language: Language): Promise<void> {
  await speaks(page, language);
  await look(page);
}

/** A visitor who reads, registers, looks round, takes the consent back and leaves. */
function aPerson(five: Five, index: number, language: Language): void {
  let page: Page;
  beforeAll(async () => {
    page = await five.journey.newPage({ locale: languages[language] });
  });
  afterAll(() => page?.context().close());
  const accounts = () => five.journey.accounts(five.service(index));

  it('says what it does before it asks for anything', async () => {
    for (const path of ['/', '/privacy', '/log', '/sign-in', '/register']) {
      await page.goto(`${five.base(index)}${path}`);
      await see(page, language);
    }
  });

  it('names what is missing in an empty form and stores nothing', async () => {
    await send(page);
    await page.locator('.faults').waitFor();
    await see(page, language);
    expect(await accounts()).toBe(0);
  });

  it('registers with the code that was sent', async () => {
    await askForCode(page, five.base(index), people[language]);
    await see(page, language);
    await giveCode(page, await five.journey.code(five.base(index)));
    await page.waitForURL('**/me/consents/*');
    await see(page, language);
    expect(await accounts()).toBe(1);
  });

  it('shows every page of the cabinet', async () => {
    const kinds = await crawl(page, `${five.base(index)}/me`, () => see(page, language));
    expect(kinds.map((kind) => `/me${kind}`)).toEqual(expect.arrayContaining(cabinet));
  });

  it('takes the consent back and deletes the account; the act stays', async () => {
    await page.goto(`${five.base(index)}/me/consents`);
    await page.locator('main a[href$="/withdraw"]').first().click();
    await page.waitForURL('**/withdraw');
    await control(page, 'whole').check();
    await send(page);
    await page.waitForURL('**/me/consents');
    await see(page, language);
    await page.goto(`${five.base(index)}/me/delete`);
    await page.locator('[name="when"][value="now"]').check();
    await control(page, 'confirm').check();
    await send(page);
    await page.waitForURL('**/act/**');
    await see(page, language);
    expect(await accounts()).toBe(0);
    await five.journey.world.checkPledges(five.service(index));
  });
}

/** The officer of all services, away from the desk. */
function theStaff(five: Five): void {
  let page: Page;
  beforeAll(async () => {
    page = await five.journey.newPage({ locale: languages.kk });
    await enterConsole(page, await five.journey.app());
    await page.locator('button[name="language"][value="kk"]').click();
    await page.locator('html[lang="kk"]').waitFor();
  });

  it('sees all of them at once', async () => {
    await page.goto('/console');
    for (const index of each)
      expect(await page.locator(`main a[href^="/console${five.base(index)}"]`).count()).toBeGreaterThan(0);
    await see(page, 'kk');
  });

  it.each(each)('puts service %i in force and works in it', async (index) => {
    const base = five.base(index);
    const kinds = await crawl(page, `/console${base}`, () => see(page, 'kk'));
    expect(kinds).toEqual(expect.arrayContaining(office));
    await approveAll(page, base);
    await putInForce(page, base);
    await see(page, 'kk');
    await page.goto(`${base}/privacy`);
    expect(await page.locator('aside.draft').count()).toBe(0);
    const { counts } = await five.journey.world.checkPledges(five.service(index));
    expect(counts.broken).toBe(0);
  });
}

const each = realPolicies.map((_, index) => index);

function theFive(): void {
  const five = new Five();
  beforeAll(() => five.open(), 120_000);
  afterAll(() => five.close());
  describe.each(each)('service %i', (index) => {
    describe.each(['ru', 'kk'] as const)('in %s', (language) => aPerson(five, index, language));
  });
  describe('the staff, on a phone, in Kazakh', () => theStaff(five));
}

if (realPolicies.length > 0) describe('the five real policies on one server', theFive);
else
  it('leaves the five real policies out: their texts are not at hand', () =>
    expect(realPolicies).toEqual([]));
