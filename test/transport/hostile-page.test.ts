import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Journey } from '../journeys/journey.ts';
import { aigul } from '../journeys/walk.ts';
import { exampleText } from '../scenarios/liar.ts';

/** A page of somebody who wants a visitor's browser to act at Kepil in the visitor's name. */
function hostile(target: string): string {
  return `<!doctype html><title>Приз</title>
    <form id="destroy" method="post" action="${target}/me/delete"><input name="confirm" value="yes"></form>
    <form id="enter" method="post" action="${target}/sign-in">
      <input name="address" value="a@example.kz"></form>
    <iframe id="frame" src="${target}/me"></iframe>
    <a id="lure" href="${target}/me">приз</a>`;
}

describe('a hostile page in the visitor’s own browser', () => {
  let journey: Journey;
  let evil: Server;
  let page: Page;
  let at: string;
  beforeAll(async () => {
    journey = await Journey.open(exampleText());
    evil = createServer((_request, reply) => {
      reply.setHeader('content-type', 'text/html; charset=utf-8');
      reply.end(hostile(`${journey.origin}${journey.base}`));
    });
    await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve));
    // Another name for this machine: another site to a browser.
    at = `http://localhost:${(evil.address() as AddressInfo).port}/`;
    page = await journey.newPage();
    await journey.register(page, aigul);
  });
  afterAll(async () => {
    evil?.closeAllConnections();
    evil?.close();
    await journey?.close();
  });

  it('cannot send a form in the visitor’s name', async () => {
    for (const form of ['destroy', 'enter']) {
      await page.goto(at);
      const answered = page.waitForResponse((reply) => reply.request().method() === 'POST');
      await page.evaluate((id) => (document.getElementById(id) as HTMLFormElement).submit(), form);
      const reply = await answered;
      expect(reply.status(), form).toBe(403);
      expect(await page.textContent('main')).toContain('Запрос пришёл с другого сайта и не выполнен.');
    }
    await page.goto(`${journey.origin}${journey.base}/me`);
    expect(page.url()).toBe(`${journey.origin}${journey.base}/me`);
  });

  it('cannot show a page of ours in a frame', async () => {
    await page.goto(at);
    const frame = page.frames().find((one) => one !== page.mainFrame());
    expect(await frame?.content()).not.toContain('Что о вас известно');
    expect(frame?.url()).toMatch(/^(about:blank|chrome-error:)/);
  });

  it('cannot read or embed what is ours', async () => {
    await page.goto(at);
    const got = await page.evaluate(async (target) => {
      const read = await fetch(`${target}/me/export.json`, { credentials: 'include' }).then(
        (reply) => reply.status,
        () => 'refused',
      );
      const opaque = await fetch(`${target}/me/export.json`, {
        mode: 'no-cors',
        credentials: 'include',
      }).then(
        (reply) => reply.type,
        () => 'refused',
      );
      return { read, opaque };
    }, `${journey.origin}${journey.base}`);
    expect(got).toEqual({ read: 'refused', opaque: 'refused' });
  });

  it('keeps no hold of a page of ours that it opens', async () => {
    await page.goto(at);
    const popup = page.waitForEvent('popup');
    await page.evaluate((target) => {
      Object.assign(window, { opened: window.open(`${target}/me`) });
    }, `${journey.origin}${journey.base}`);
    const opened = await popup;
    await opened.waitForURL('**/me');
    expect(await opened.evaluate(() => window.opener)).toBeNull();
    await page.waitForFunction(() => (window as unknown as { opened: Window }).opened.closed);
  });
});
