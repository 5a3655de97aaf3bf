import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeCrypto } from '../src/keys/index.ts';
import { type BuiltLog, builtLog } from '../src/ledger/fixtures/built-log.ts';
import {
  cosign,
  encodeEntry,
  formatReceipt,
  inclusionProof,
  verifierKeyOf,
  witnessKeyOf,
} from '../src/ledger/index.ts';
import { openBrowser, type TestBrowser } from './browser.ts';

const module = readFileSync('web/dist/verifier/kepil-verifier.js');
const origin = 'example.kz/log';
const signer = nodeCrypto.newSigningKey();
const verifierKey = verifierKeyOf(origin, signer.publicKey, nodeCrypto.hash);
const otherKey = verifierKeyOf(origin, nodeCrypto.newSigningKey().publicKey, nodeCrypto.hash);
const witness = { name: 'witness.example', key: nodeCrypto.newSigningKey(), time: 1_795_000_000 };

const leafOf = (n: number, verb = 'read') =>
  encodeEntry({
    v: 1,
    id: `018f2a00-0000-7000-8000-${String(n).padStart(12, '0')}`,
    at: '2026-11-20T05:00:00.000Z',
    kind: 'read',
    verb,
    outcome: 'allowed',
    actor: { role: 'clerk' },
  });
const leaves = Array.from({ length: 700 }, (_, n) => leafOf(n));
const older = builtLog(leaves.slice(0, 300), origin, signer);
const today = builtLog(leaves, origin, signer);
const rewritten = builtLog(leaves.with(20, leafOf(20, 'change')), origin, signer);
const logs: Readonly<Record<string, BuiltLog>> = { today, rewritten, older };

const index = 290;
const path = inclusionProof({ index, size: 300 }, older.tiles, nodeCrypto.hash);
const receipt = formatReceipt({ leaf: leaves[index] as Uint8Array, index, path, checkpoint: older.note });
const forged = formatReceipt({ leaf: leafOf(index, 'change'), index, path, checkpoint: older.note });

const html = `<!doctype html><title>Проверка</title>
  <script type="module">
    import * as verifier from '/kepil-verifier.js';
    globalThis.verifier = verifier;
  </script>`;

type Call = (...all: unknown[]) => Promise<{ outcome: string }>;
type Name = 'checkReceipt' | 'checkCheckpoint' | 'checkWitness' | 'checkContinued';

describe('the module that verifies in a browser', () => {
  let server: Server;
  let browser: TestBrowser;
  let page: Page;

  beforeAll(async () => {
    server = createServer((request, reply) => {
      const [, log = '', ...rest] = (request.url ?? '').split('/');
      const bytes = request.url === '/kepil-verifier.js' ? module : logs[log]?.files.get(rest.join('/'));
      const type = request.url?.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8';
      reply.writeHead(bytes || request.url === '/' ? 200 : 404, { 'content-type': type });
      reply.end(bytes ?? html);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    browser = await openBrowser();
    page = await browser.newPage({ baseURL: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
    await page.goto('/');
    await page.waitForFunction(() => 'verifier' in globalThis);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await new Promise((closed) => server.close(closed));
  });

  /** Calls an export of the module in the page; a function that reads files is that of the log named. */
  const call = (name: Name, args: readonly string[], log?: string) =>
    page.evaluate(
      async ({ called, with_, from }) => {
        const { verifier } = globalThis as unknown as { verifier: Record<string, Call> };
        const read = async (file: string) => {
          const reply = await fetch(`/${from}/${file}`);
          return reply.ok ? new Uint8Array(await reply.arrayBuffer()) : undefined;
        };
        return verifier[called]?.(...with_, ...(from === undefined ? [] : [read]));
      },
      { called: name, with_: args, from: log },
    );

  it('is one file below 6 KB as it is sent', () => {
    expect(gzipSync(module, { level: 9 }).length).toBeLessThan(6 * 1024);
    expect(module.toString('utf8')).not.toMatch(/\bimport\s*[("'{*]|\bfrom\s*["']/);
  });

  it('opens a receipt and says what it shows', async () => {
    const checked = await call('checkReceipt', [receipt, verifierKey]);
    expect(checked).toMatchObject({
      outcome: 'good',
      index,
      entry: { kind: 'read', verb: 'read' },
      checkpoint: { origin, size: 300 },
    });
  });

  it.each([
    ['of another entry', forged, verifierKey],
    ['of another place', receipt.replace('index 290', 'index 289'), verifierKey],
    ['of another head', receipt.replace('\n300\n', '\n301\n'), verifierKey],
    ['under another key', receipt, otherKey],
    ['under no key', receipt, 'nonsense'],
    ['cut short', receipt.slice(0, -4), verifierKey],
    ['that is none', '', verifierKey],
  ])('refuses a receipt %s', async (_what, text, key) => {
    expect(await call('checkReceipt', [text, key])).toMatchObject({ outcome: 'bad' });
  });

  it('checks heads and who witnessed them', async () => {
    const seen = cosign(older.note, witness, nodeCrypto);
    const key = witnessKeyOf(witness.name, witness.key.publicKey, nodeCrypto.hash);
    expect(await call('checkCheckpoint', [seen, verifierKey])).toMatchObject({ outcome: 'good' });
    expect(await call('checkWitness', [seen, key])).toEqual({ outcome: 'good', time: witness.time });
    expect(await call('checkWitness', [older.note, key])).toMatchObject({ outcome: 'bad' });
    expect(
      await call('checkWitness', [cosign(older.note, { ...witness, key: signer }, nodeCrypto), key]),
    ).toEqual({
      outcome: 'bad',
    });
  });

  it('tells whether the log of today continues what was kept', async () => {
    for (const kept of [receipt, older.note, today.note]) {
      expect(await call('checkContinued', [kept, verifierKey], 'today')).toMatchObject({
        outcome: 'good',
        checkpoint: { size: 700 },
      });
    }
    for (const [kept, log] of [
      [receipt, 'rewritten'],
      [older.note, 'rewritten'],
      [today.note, 'rewritten'],
      [today.note, 'older'],
      [receipt, 'nowhere'],
      ['nonsense', 'today'],
    ] as const)
      expect(await call('checkContinued', [kept, verifierKey], log), log).toMatchObject({ outcome: 'bad' });
  });
});
