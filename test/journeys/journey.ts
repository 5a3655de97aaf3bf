import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { inForce, offerSetUp } from '../../src/system/index.ts';
import type { Authenticator } from '../authenticator.ts';
import { openBrowser, type PageOptions, type TestBrowser } from '../browser.ts';
import { openWorld, type TestWorld, type WorldOptions } from '../world.ts';
import { aigul, askForCode, giveCode, officer, type Person, readCode, setUp } from './walk.ts';

/** The policy this project brings. */
export const example = () => readFileSync(new URL('../../examples/dala-kitap.txt', import.meta.url), 'utf8');

const shelf = new URL('../../../shared/seeds/', import.meta.url);
/** The real policies, in the order of their files, where they are at hand. */
export const realPolicies: readonly (() => string)[] = existsSync(shelf)
  ? readdirSync(shelf)
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .map((name) => () => readFileSync(new URL(name, shelf), 'utf8'))
  : [];

/** A server that listens, on a settable clock, a browser, and people in contexts of their own. */
export class Journey {
  readonly world: TestWorld;
  readonly origin: string;
  readonly #browser: TestBrowser;
  #desk: Page | undefined;
  #app: Authenticator | undefined;

  private constructor(parts: { world: TestWorld; origin: string; browser: TestBrowser }) {
    this.world = parts.world;
    this.origin = parts.origin;
    this.#browser = parts.browser;
  }

  /** Opens it all on the policy in `text`. */
  static async open(text: string, options: WorldOptions = {}): Promise<Journey> {
    const [browser, world] = await Promise.all([openBrowser(), openWorld(text, options)]);
    const origin = await world.installation.listen(0);
    return new Journey({ world, origin, browser });
  }

  /** Path of the service. */
  get base(): string {
    return this.world.base;
  }

  /** A page of somebody new; the clock of its browser stands where the server's stands. */
  async newPage(options: PageOptions = {}): Promise<Page> {
    const page = await this.#browser.newPage({ baseURL: this.origin, ...options });
    if (options.scripts !== false) await page.clock.setFixedTime(this.world.now);
    return page;
  }

  /** The officer's page at a desk, set up through the one-time link the first time. */
  async desk(): Promise<Page> {
    if (this.#desk) return this.#desk;
    const page = await this.newPage({ width: 1440 });
    this.#desk = page;
    this.keepSecret(Object.values(officer));
    this.#app = await setUp(page, { token: await this.setUpToken(), now: () => this.world.now });
    return page;
  }

  /** The officer's authenticator app. */
  async app(): Promise<Authenticator> {
    await this.desk();
    return this.#app as Authenticator;
  }

  /** A new one-time link for the first officer, as its token; the links before it are void. */
  async setUpToken(): Promise<string> {
    return (await offerSetUp(this.world.installation.world)) ?? '';
  }

  /** The newest code of a service, read by the officer in the outbox. */
  async code(base = this.base): Promise<string> {
    return readCode(await this.desk(), base);
  }

  /** Registers a person to the end; their page shows the receipt, with its proof. */
  async register(page: Page, person: Person): Promise<void> {
    this.keepSecret(Object.values(person));
    await askForCode(page, this.base, person);
    await giveCode(page, await this.code());
    await page.waitForURL('**/me/consents/*');
    await this.world.installation.tick();
    await page.reload();
  }

  /** Values that must stand readable nowhere on the server's disk. */
  keepSecret(values: readonly string[]): void {
    for (const value of values) if (value.length > 3) this.world.secrets.add(value);
  }

  /** How many accounts the service has once the sweep has been. */
  async accounts(service = this.world.service): Promise<number> {
    const { store } = this.world.installation.world;
    await this.world.installation.tick();
    return store.transaction((tx) => tx.subjects.count(service.id, 'user'));
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.world.close();
  }
}

/** A journey under way, with the page of the person it follows: a phone, 360 px wide. */
export class Walk {
  /** What the law wants in a consent and this policy is silent about even when it is in force. */
  readonly stillMissing: readonly string[];
  #open: { journey: Journey; page: Page } | undefined;

  constructor(stillMissing: readonly string[]) {
    this.stillMissing = stillMissing;
  }

  /** Opens it on the policy in `text`. */
  async start(text: string): Promise<void> {
    const journey = await Journey.open(text);
    this.#open = { journey, page: await journey.newPage() };
    journey.keepSecret(Object.values(aigul));
  }

  get journey(): Journey {
    return this.#opened.journey;
  }

  get page(): Page {
    return this.#opened.page;
  }

  get #opened(): { journey: Journey; page: Page } {
    if (!this.#open) throw new Error('the walk has not started');
    return this.#open;
  }

  /** A purpose of the policy that the consent at registration covers. */
  async purpose(): Promise<string> {
    const { world } = this.journey;
    const { policy } = await inForce(world.installation.world, world.service);
    const served = ['provide_service', 'registration_auth'];
    return policy.purposes.find(({ purpose }) => served.includes(purpose))?.purpose ?? '';
  }

  /** What waits: drafts of registrations, messages in the outbox. */
  async waiting(): Promise<{ drafts: number; messages: number }> {
    const { world } = this.journey;
    return world.installation.world.store.transaction(async (tx) => ({
      drafts: await tx.drafts.count(world.service.id),
      messages: (await tx.messages.list(world.service.id, { limit: 10 })).length,
    }));
  }

  close(): Promise<void> | undefined {
    return this.#open?.journey.close();
  }
}
