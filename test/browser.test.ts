import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, openBrowser, type TestBrowser, troublesOf, violationsOf } from './browser.ts';

const letters = 'ӘҒҚҢӨҰҮҺІәғқңөұүһі₸№';
const html = (body: string) =>
  `<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>Проба</title>
  <meta name="viewport" content="width=device-width,initial-scale=1"></head>
  <body><main><h1>Проба</h1>${body}</main></body></html>`;
const pages: Readonly<Record<string, string>> = {
  '/good': html(`<p id="letters" style="display:inline-block;font-family:sans-serif">${letters}</p>`),
  '/nameless': html('<form><input type="text" name="email"></form>'),
  '/wide': html('<p style="width:900px">Шире телефона</p>'),
  '/broken': html('<script>missing();</script>'),
};

let server: Server;
let browser: TestBrowser;
let base: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const page = pages[request.url ?? ''];
    response.writeHead(page === undefined ? 204 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(page ?? '');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await new Promise((closed) => server.close(closed));
});

async function open(path: string, width = 360) {
  const page = await browser.newPage({ width, baseURL: base });
  await page.goto(path);
  return page;
}

describe('the browser of the tests', () => {
  it('speaks Russian of Kazakhstan in the time zone of Almaty', async () => {
    const page = await open('/good');
    const seen = await page.evaluate(() => ({
      language: navigator.language,
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      width: window.innerWidth,
    }));
    expect(seen).toEqual({ language: 'ru-KZ', zone: 'Asia/Almaty', width: 360 });
  });

  it('draws each Kazakh letter with a glyph of its own', async () => {
    const page = await open('/good', 1440);
    const boxes = await page.evaluate((text) => {
      const canvas = document.createElement('canvas');
      const pen = canvas.getContext('2d');
      if (pen === null) return [];
      const drawn = (letter: string) => {
        pen.clearRect(0, 0, 300, 150);
        pen.font = '60px sans-serif';
        pen.fillText(letter, 20, 90);
        return canvas.toDataURL();
      };
      const missing = drawn('\u{10ffff}');
      return [...text].filter((letter) => drawn(letter) === missing);
    }, letters);
    expect(boxes).toEqual([]);
  });

  it('passes a page without faults', async () => {
    const page = await open('/good');
    await expectAccessible(page);
    expect(troublesOf(page)).toEqual([]);
  });

  it('finds a field without a name', async () => {
    const page = await open('/nameless');
    await expect(expectAccessible(page)).rejects.toThrow(/label \(critical\)[\s\S]*<input/);
  });

  it('finds a page wider than the phone', async () => {
    expect(await violationsOf(await open('/wide'))).toEqual([expect.stringContaining('overflow')]);
  });

  it('hears a script that breaks', async () => {
    expect(troublesOf(await open('/broken'))).toEqual([expect.stringContaining('missing is not defined')]);
  });
});
