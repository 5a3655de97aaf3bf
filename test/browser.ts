/** A real browser for the journeys, the way a visitor from Kazakhstan holds it, and the eyes of axe. */
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium } from './chromium.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const wcag22aa = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
const troubles = new WeakMap<Page, string[]>();

/** How a page is held. `width` in CSS pixels (360 a phone, 768 a tablet, 1440 a desk). */
export interface PageOptions {
  readonly width?: number;
  readonly height?: number;
  /** False for the pages that must work without scripts. */
  readonly scripts?: boolean;
  /** Prefix of the relative addresses given to `goto`. */
  readonly baseURL?: string;
  readonly reducedMotion?: boolean;
  /** Language of the browser; Russian as spoken in Kazakhstan unless said otherwise. */
  readonly locale?: 'ru-KZ' | 'kk-KZ' | 'en-GB';
}

/** A running browser. Each page has a context of its own: no cookie is shared between two of them. */
export interface TestBrowser {
  readonly browser: Browser;
  newPage(options?: PageOptions): Promise<Page>;
  close(): Promise<void>;
}

/**
 * Starts a Chromium without a window; `close` it in `afterAll`.
 *
 * @throws Error when none is found (see `findChromium`) or it does not start
 */
export async function openBrowser(): Promise<TestBrowser> {
  const found = findChromium();
  const environment = { ...process.env, ...found.environment } as Record<string, string>;
  const browser = await chromium.launch({
    executablePath: found.program,
    args: flags,
    env: environment,
    headless: true,
  });
  return {
    browser,
    newPage: (options = {}) => openPage(browser, options),
    close: () => browser.close(),
  };
}

async function openPage(browser: Browser, options: PageOptions): Promise<Page> {
  const width = options.width ?? 360;
  const context = await browser.newContext({
    viewport: { width, height: options.height ?? (width < 600 ? 740 : 900) },
    locale: options.locale ?? 'ru-KZ',
    timezoneId: 'Asia/Almaty',
    javaScriptEnabled: options.scripts ?? true,
    reducedMotion: (options.reducedMotion ?? true) ? 'reduce' : 'no-preference',
    ...(options.baseURL === undefined ? {} : { baseURL: options.baseURL }),
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  listen(page);
  return page;
}

function listen(page: Page): void {
  const seen: string[] = [];
  troubles.set(page, seen);
  page.on('pageerror', (error) => seen.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') seen.push(`console: ${message.text()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    if (reason !== 'net::ERR_ABORTED') seen.push(`request: ${request.url()} ${reason}`);
  });
}

/**
 * What went wrong in a page since it was opened: script errors, console errors (a content security policy
 * says its refusals there, an answer of 4xx or 5xx as well), requests that failed. Empty is well.
 */
export function troublesOf(page: Page): readonly string[] {
  return troubles.get(page) ?? [];
}

/**
 * Fails when axe finds a violation of WCAG 2.2 AA in the page as it stands, or when the page is wider than
 * its window.
 *
 * @throws Error that names each rule, the element, and what to do about it
 */
export async function expectAccessible(page: Page): Promise<void> {
  const found = await violationsOf(page);
  if (found.length > 0) throw new Error(`${page.url()}\n${found.join('\n')}`);
}

/** The violations of WCAG 2.2 AA, one text each, plus one when the page scrolls sideways. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(wcag22aa).analyze();
  const said = violations.flatMap((violation) =>
    violation.nodes.map((node) => {
      const place = `    ${node.target.join(' ')}\n    ${node.html.slice(0, 160)}`;
      const remedy = (node.failureSummary ?? '').replaceAll('\n', '\n    ');
      const fault = `  ${violation.id} (${violation.impact ?? 'unknown'}): ${violation.help}`;
      return `${fault}\n${place}\n    ${remedy}`;
    }),
  );
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return overflow > 0 ? [...said, `  overflow: the page is ${overflow} px wider than its window`] : said;
}
