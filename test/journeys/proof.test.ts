import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProofBundle } from '../../src/server/pages.ts';
import { example, Journey } from './journey.ts';
import { aigul } from './walk.ts';

/** The text with its last letter but two another one; the length and the alphabet stay. */
function altered(base64: string): string {
  const at = base64.length - 4;
  return `${base64.slice(0, at)}${base64[at] === 'A' ? 'B' : 'A'}${base64.slice(at + 1)}`;
}

/** The signature of a checkpoint stands in its last line. */
function forged(checkpoint: string): string {
  return `${altered(checkpoint.trimEnd())}\n`;
}

/** Lies that a server could serve, each with the step that must notice it. */
const lies: readonly { step: string; about: string; tell: (told: ProofBundle) => ProofBundle }[] = [
  { step: 'leaf', about: 'the entry', tell: (told) => ({ ...told, leaf: altered(told.leaf) }) },
  { step: 'path', about: 'the place', tell: (told) => ({ ...told, index: told.index ^ 1 }) },
  {
    step: 'path',
    about: 'the path',
    tell: (told) => ({ ...told, path: told.path.map((node) => altered(node)) }),
  },
  {
    step: 'signature',
    about: 'the signature',
    tell: (told) => ({ ...told, checkpoint: forged(told.checkpoint) }),
  },
  {
    step: 'record',
    about: 'the words of the consent',
    tell: (told) => ({ ...told, record: altered(told.record ?? '') }),
  },
];

/** Serves the receipt with a lie in its proof. */
async function lie(page: Page, tell: (told: ProofBundle) => ProofBundle): Promise<void> {
  await page.route('**/me/consents/*', async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const json = /<script type="application\/json" class="proof">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
    const told = JSON.stringify(tell(JSON.parse(json) as ProofBundle)).replaceAll('<', '\\u003c');
    await route.fulfill({ response, body: html.split(json).join(told) });
  });
}

describe('the proof on a receipt', () => {
  let journey: Journey;
  let page: Page;
  beforeAll(async () => {
    journey = await Journey.open(example());
    page = await journey.newPage();
    await journey.register(page, aigul);
  });
  afterAll(() => journey?.close());

  it('is checked in the browser, step by step, and holds', async () => {
    await page.locator('.proof-check[data-outcome="good"]').waitFor();
    expect(await page.locator('[data-verdict]:visible').innerText()).toContain('Проверено в этом браузере');
    const outcomes = await page
      .locator('[data-step]')
      .evaluateAll((steps) => steps.map((step) => step.getAttribute('data-outcome')));
    expect(outcomes).toEqual(['good', 'good', 'good', 'good']);
  });

  it.each(lies)('fails when the server lies about $about', async ({ step, tell }) => {
    await lie(page, tell);
    await page.reload();
    await page.locator('.proof-check[data-outcome="bad"]').waitFor();
    expect(await page.locator(`[data-step="${step}"]`).getAttribute('data-outcome')).toBe('bad');
    expect(await page.locator('[data-verdict]:visible').innerText()).toContain('Проверка не прошла');
    await page.unroute('**/me/consents/*');
  });

  it('says plainly without scripts that nothing was checked', async () => {
    const plain = await journey.newPage({ scripts: false });
    await plain.context().addCookies(await page.context().cookies());
    await plain.goto(page.url());
    expect(await plain.locator('[data-verdict]:visible').innerText()).toContain('Без скриптов');
    expect(await plain.locator('.proof-check').getAttribute('data-outcome')).toBeNull();
  });
});
