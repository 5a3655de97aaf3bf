import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, openBrowser, type TestBrowser } from '../browser.ts';
import { examplePath, temporaryFolder } from '../cli/place.ts';
import { kepil } from '../kepil-process.ts';

describe('the report of a reading', () => {
  const folder = temporaryFolder();
  let browser: TestBrowser;
  // The first clauses are enough here, and axe looks at every element.
  const text = readFileSync(examplePath, 'utf8').split('\n').slice(0, 24).join('\n');
  beforeAll(async () => {
    writeFileSync(join(folder, 'policy.txt'), text);
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  const labels = async (...args: string[]) => {
    const { out } = await kepil(['read', 'policy.txt', '--json', ...args], { cwd: folder });
    const { statements } = JSON.parse(out) as {
      statements: { clause: string; facet: string; label: string }[];
    };
    return statements.map(({ clause, facet, label }) => `${clause} ${facet}.${label}`);
  };

  it('stands in one file, takes decisions, and the reading follows them', async () => {
    const { code } = await kepil(['read', 'policy.txt', '--report', 'report.html'], { cwd: folder });
    expect(code).toBe(0);
    const page = await browser.newPage({ width: 360 });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const address = pathToFileURL(join(folder, 'report.html')).href;
    await page.goto(address);
    await expectAccessible(page);
    expect(asked).toEqual([address]);

    const rows = page.locator('[data-statement]');
    const [first, second] = await Promise.all([
      rows.nth(0).getAttribute('data-statement'),
      rows.nth(1).getAttribute('data-statement'),
    ]);
    await rows.nth(0).locator('input[value=rejected]').check();
    await rows.nth(1).locator('input[value=accepted]').check();
    const addition = page.locator('[data-clause="1.4"]');
    await addition.locator('summary').click();
    await addition.locator('input').fill('no.such');
    await addition.locator('button[type=submit]').click();
    expect(await addition.locator('[data-added]').count()).toBe(0);
    await addition.locator('input').fill('security.encryption');
    await addition.locator('button[type=submit]').click();
    const [saved] = await Promise.all([page.waitForEvent('download'), page.locator('[data-save]').click()]);
    const review = join(folder, 'review.json');
    await saved.saveAs(review);

    const before = await labels();
    const after = await labels('--review', 'review.json');
    const nameOf = (row: string | null) => {
      const { clause, facet, label } = JSON.parse(row ?? '{}') as Record<string, string>;
      return `${clause} ${facet}.${label}`;
    };
    expect(before).toContain(nameOf(first));
    expect(after).not.toContain(nameOf(first));
    expect(after).toContain(nameOf(second));
    expect(after).toContain('1.4 security.encryption');

    await page.reload();
    await page.locator('[data-open]').setInputFiles(review);
    await addition.locator('[data-added="security.encryption"]').waitFor();
    expect(await rows.nth(0).locator('input[value=rejected]').isChecked()).toBe(true);
    await page.close();
  });

  it('reads without scripts too', async () => {
    const page = await browser.newPage({ width: 1440, scripts: false });
    await page.goto(pathToFileURL(join(folder, 'report.html')).href);
    expect(await page.locator('.verdict').first().isVisible()).toBe(false);
    const link = page.locator('a.said').first();
    const target = await link.getAttribute('href');
    await link.click();
    expect(await page.locator(`${target}:target`).count()).toBe(1);
    await page.close();
  });

  it('runs nothing that the text says', async () => {
    const clause = `13. <script>document.title='x'</script></style><img src=x onerror=alert(1)>`;
    writeFileSync(join(folder, 'hostile.txt'), `${text}\n${clause}\n`);
    await kepil(['read', 'hostile.txt', '--report', 'hostile.html'], { cwd: folder });
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(folder, 'hostile.html')).href);
    expect(await page.title()).not.toBe('x');
    expect(await page.locator('main img').count()).toBe(0);
    expect(await page.locator('main').innerText()).toContain('onerror=alert(1)');
    await page.close();
  });
});

describe('a draft written again', () => {
  const folder = temporaryFolder();

  it('keeps what was written into it by hand', async () => {
    const draft = join(folder, 'x.kepil.yaml');
    const read = () => kepil(['read', examplePath, '-o', 'x.kepil.yaml'], { cwd: folder });
    expect((await read()).code).toBe(0);
    const fresh = readFileSync(draft, 'utf8');
    expect((await read()).code).toBe(0);
    expect(readFileSync(draft, 'utf8')).toBe(fresh);
    const name = /name: (.*)$/m.exec(fresh)?.[1] ?? '';
    writeFileSync(draft, fresh.replace(name, 'ТОО «Дала Кітап Сервис»'));
    const { code, err } = await read();
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('operator') });
    expect(readFileSync(draft, 'utf8')).toContain('ТОО «Дала Кітап Сервис»');
  });

  it('is not written over a file it cannot tell hands in', async () => {
    const other = join(folder, 'other.kepil.yaml');
    writeFileSync(other, 'title: my own\n');
    const { code } = await kepil(['read', examplePath, '-o', 'other.kepil.yaml'], { cwd: folder });
    expect(code).toBe(2);
    expect(readFileSync(other, 'utf8')).toBe('title: my own\n');
  });
});
