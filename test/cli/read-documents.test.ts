import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { kepil } from '../kepil-process.ts';
import { examplePath, temporaryFolder, trace } from './place.ts';

const text = readFileSync(examplePath, 'utf8');
const lines = text.split('\n');

/** The example as a saved page with everything around it that pages have. */
const page = `<!doctype html><html><head><meta charset="utf-8"><title>Политика</title></head><body>
  <nav><a href="/">Главная</a></nav><div class="cookie-bar">Собираем cookie <button>Ок</button></div>
  <main>${lines.map((line) => `<p>${line}</p>`).join('\n')}</main>
  <script>document.write('no')</script><footer>© Дала Кітап</footer></body></html>`;

const paragraphs = lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('');
const document = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
  <w:body>${paragraphs}</w:body></w:document>`;

const reading = z.object({
  source: z.object({ chars: z.number() }),
  statements: z.array(z.object({ facet: z.string(), label: z.string() })),
});

const labelsOf = (out: string) =>
  [...new Set(reading.parse(JSON.parse(out)).statements.map((row) => `${row.facet}.${row.label}`))].sort();

describe('kepil read', () => {
  const folder = temporaryFolder();
  let server: Server;
  let origin = '';
  let expected: readonly string[] = [];
  beforeAll(async () => {
    server = createServer((request, reply) => {
      if (request.url === '/privacy') reply.setHeader('content-type', 'text/html').end(page);
      else reply.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expected = labelsOf((await kepil(['read', examplePath, '--json'])).out);
  });
  afterAll(() => void server.close());

  const forms: Readonly<Record<string, Uint8Array | string>> = {
    'policy.html': page,
    'policy.docx': zipSync({ 'word/document.xml': strToU8(document) }),
    'policy-utf16.txt': Buffer.from(`\ufeff${text}`, 'utf16le'),
    'policy.md': lines.map((line) => line.replace(/^(\d+\. .*)$/, '## **$1**')).join('\n'),
  };
  it.each(Object.entries(forms))('understands %s as it does the plain text', async (name, bytes) => {
    writeFileSync(join(folder, name), bytes);
    const { code, out, err } = await kepil(['read', name, '--json'], { cwd: folder });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(labelsOf(out)).toEqual(expected);
  });

  it('understands standard input and an address', async () => {
    expect(labelsOf((await kepil(['read', '-', '--json'], { input: text })).out)).toEqual(expected);
    expect(labelsOf((await kepil(['read', `${origin}/privacy`, '--json'])).out)).toEqual(expected);
  });

  it('prints the extracted text, the one its places are counted in', async () => {
    writeFileSync(join(folder, 'policy.html'), page);
    const { out } = await kepil(['read', 'policy.html', '--text'], { cwd: folder });
    expect(out).toContain('2.1.1. фамилию и имя (обязательно);');
    expect(out).not.toMatch(/cookie-bar|Главная|Собираем|©|no'/);
    const { source } = reading.parse(
      JSON.parse((await kepil(['read', 'policy.html', '--json'], { cwd: folder })).out),
    );
    expect(out.length).toBe(source.chars);
  });

  it('says when an address has nothing, and ends with 3', async () => {
    const { code, err } = await kepil(['read', `${origin}/none`]);
    expect(code).toBe(3);
    expect(err).toContain('404');
  });

  it.each(['big.txt', 'big.html', 'big.docx', 'big.pdf', 'big'])(
    'refuses 50 MB of nothing in %s at once',
    async (name) => {
      writeFileSync(join(folder, name), name.endsWith('pdf') ? '%PDF-1.7\n' : '');
      truncateSync(join(folder, name), 50 * 1024 * 1024);
      const { code, out, err } = await kepil(['read', name], { cwd: folder });
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain('МБ');
      expect(err).not.toMatch(trace);
    },
  );

  it('stops reading a stream that does not end', async () => {
    const input = Buffer.alloc(31 * 1024 * 1024, 'и\n');
    const { code, err } = await kepil(['read', '-'], { input });
    expect(code).toBe(2);
    expect(err).toContain('МБ');
  });
});
