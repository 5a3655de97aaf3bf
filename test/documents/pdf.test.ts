import { constants, deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extractText } from '../../src/source/index.ts';
import { openBrowser, type TestBrowser } from '../browser.ts';

/** A policy as offices print them: justified, with a head and a foot on each page, lists and a table. */
const page = `<!doctype html><html lang="ru"><style>
  body { font: 12pt/1.4 serif; text-align: justify; width: 17cm }
  .foot { font-size: 9pt; text-align: center }
</style><h1>Политика конфиденциальности</h1>
<h2>1. Данные</h2>
<p>1.1. Для учётной записи магазин просит имя и фамилию, дату рождения, адрес электронной почты и номер
телефона, а для доставки ещё и почтовый адрес, по которому Покупатель хочет получить заказанные книги.</p>
<p>1.2. Әріптер де дұрыс оқылады: Ә Ғ Қ Ң Ө Ұ Ү Һ І және ₸ белгісі.</p>
<p>• имя и фамилия;<br>• адрес электронной почты.</p>
<div style="break-before: page"></div>
<h2>2. Сроки</h2><p>2.1. Заказы хранятся пять лет.</p>
<div style="break-before: page"></div>
<h2>3. Контакты</h2><p>3.1. Пишите на privacy@dala-kitap.example.</p></html>`;

const clause = [
  '1.1. Для учётной записи магазин просит имя и фамилию, дату рождения, адрес электронной почты и номер',
  'телефона, а для доставки ещё и почтовый адрес, по которому Покупатель хочет получить заказанные книги.',
].join(' ');

describe('a PDF', () => {
  let browser: TestBrowser;
  let printed: Uint8Array;
  let scanned: Uint8Array;

  beforeAll(async () => {
    browser = await openBrowser();
    const tab = await browser.newPage();
    const frame = '<div class="foot" style="font-size:8pt;width:100%;text-align:center">';
    await tab.setContent(page);
    printed = await tab.pdf({
      format: 'A4',
      displayHeaderFooter: true,
      headerTemplate: `${frame}Дала кітап</div>`,
      footerTemplate: `${frame}<span class="pageNumber"></span></div>`,
      margin: { top: '2cm', bottom: '2cm', left: '2cm', right: '2cm' },
    });
    await tab.setContent('<svg width="600" height="800"><rect width="600" height="800" fill="#ddd"/></svg>');
    scanned = await tab.pdf({ format: 'A4' });
  });
  afterAll(() => browser.close());

  it('comes out in paragraphs, without the heads and feet of its pages', async () => {
    const { kind, text } = await extractText(printed, { name: 'policy.pdf' });
    expect(kind).toBe('pdf');
    const lines = text.split('\n').filter(Boolean);
    expect(lines).toContain(clause);
    expect(lines).toContain('1.2. Әріптер де дұрыс оқылады: Ә Ғ Қ Ң Ө Ұ Ү Һ І және ₸ белгісі.');
    expect(lines).toContain('- имя и фамилия;');
    expect(lines).toContain('2. Сроки');
    expect(lines.filter((line) => /^(?:Дала кітап|\d+)$/.test(line))).toEqual([]);
  });

  it('remembers the page of each stretch', async () => {
    const { text, places } = await extractText(printed, { name: 'policy.pdf' });
    const found = places.find(({ span }) => text.slice(span.start, span.end).includes('пять лет'));
    expect(found?.origin).toEqual({ kind: 'page', page: 2 });
  });

  it.each([
    ['a scan', () => scanned, 'pdf-scanned'],
    ['a locked one', () => locked(), 'pdf-encrypted'],
    ['half of one', () => printed.subarray(0, 300), 'pdf-broken'],
    ['a name without a document', () => Buffer.from('%PDF-1.7\nnothing'), 'pdf-broken'],
  ])('says plainly what keeps it from reading %s', async (_, bytes, reason) => {
    await expect(extractText(bytes(), { name: 'policy.pdf' })).rejects.toMatchObject({ reason });
  });

  it('gives up on one that unpacks without end', async () => {
    await expect(extractText(bomb(), { name: 'bomb.pdf' })).rejects.toMatchObject({ code: 'ERR_USAGE' });
  });
});

/** A PDF of one page with the given stream and trailer. */
function smallPdf(stream: Uint8Array, filter: string, trailer = ''): Uint8Array {
  const parts: Uint8Array[] = [];
  const offsets: number[] = [];
  let length = 0;
  const add = (part: Uint8Array) => {
    parts.push(part);
    length += part.length;
  };
  add(Buffer.from('%PDF-1.4\n'));
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>',
  ];
  for (const [at, object] of objects.entries()) {
    offsets.push(length);
    add(Buffer.from(`${at + 1} 0 obj\n${object}\nendobj\n`));
  }
  offsets.push(length);
  add(Buffer.from(`4 0 obj\n<< /Length ${stream.length}${filter} >>\nstream\n`));
  add(stream);
  add(Buffer.from('\nendstream\nendobj\n'));
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  add(
    Buffer.from(
      `xref\n0 5\n0000000000 65535 f \n${rows}trailer\n<< /Size 5 /Root 1 0 R ${trailer}>>\n` +
        `startxref\n${length}\n%%EOF`,
    ),
  );
  return Buffer.concat(parts);
}

/** One whose password we do not know. */
function locked(): Uint8Array {
  const key = `<${'ab'.repeat(32)}>`;
  const encrypt = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >> `;
  return smallPdf(Buffer.from('BT ET'), '', `${encrypt}/ID [<00112233445566778899aabbccddeeff> <00>] `);
}

/** A megabyte that unpacks to a gigabyte of spaces: one piece, flushed, over and over. */
function bomb(): Uint8Array {
  const spaces = Buffer.alloc(1024 * 1024, ' ');
  const flushed = deflateRawSync(spaces, { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const header = Uint8Array.from([0x78, 0xda]);
  const pieces = Array<Uint8Array>(1024).fill(flushed);
  return smallPdf(Buffer.concat([header, ...pieces, deflateRawSync(spaces)]), ' /Filter /FlateDecode');
}
