import { once } from 'node:events';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

/** A piece of a document, in its order. */
export interface Block {
  readonly kind: 'heading' | 'clause' | 'item';
  readonly text: string;
}

/** What is printed. */
export interface Printable {
  readonly title: string;
  readonly subtitle?: string;
  /** BCP 47. */
  readonly language: string;
  readonly blocks: readonly Block[];
}

const { resolve } = createRequire(import.meta.url);
const fonts = {
  text: resolve('dejavu-fonts-ttf/ttf/DejaVuSerif.ttf'),
  bold: resolve('dejavu-fonts-ttf/ttf/DejaVuSerif-Bold.ttf'),
};

/** In points: sizes of letters, and the space above. */
const looks = {
  heading: { font: fonts.bold, size: 13, above: 16, indent: 0 },
  clause: { font: fonts.text, size: 10.5, above: 6, indent: 0 },
  item: { font: fonts.text, size: 10.5, above: 2, indent: 18 },
} as const;

const margin = 64;
const ink = '#1c1b1a';

/**
 * Prints a document on A4, pages numbered at the foot. Tagged, so that it can be read aloud: headings,
 * paragraphs and lists in their order.
 *
 * @source ISO 32000-1, 14.8 (tagged PDF)
 */
export async function printPdf({ title, subtitle, language, blocks }: Printable): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    ...{ size: 'A4', margin, bufferPages: true, pdfVersion: '1.7' as const },
    ...{ lang: language, tagged: true, displayTitle: true, info: { Title: title } },
  });
  const parts: Buffer[] = [];
  pdf.on('data', (part: Buffer) => parts.push(part));
  const ended = once(pdf, 'end');
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const add = (tag: string, draw: () => void) => root.add(pdf.struct(tag, {}, draw));
  pdf.fillColor(ink);
  add('H1', () => pdf.font(fonts.bold).fontSize(18).text(title));
  if (subtitle !== undefined) add('P', () => pdf.font(fonts.text).fontSize(10.5).text(subtitle));
  for (const { kind, text } of blocks) {
    const { font, size, above, indent } = looks[kind];
    const width = pdf.page.width - 2 * margin - indent;
    const tag = { heading: 'H2', clause: 'P', item: 'LI' }[kind];
    pdf.font(font).fontSize(size);
    const height = pdf.heightOfString(text, { width });
    // A heading does not stand alone at the foot of a page.
    const needed = above + height + (kind === 'heading' ? 60 : 0);
    if (pdf.y + needed > pdf.page.height - margin && needed < pdf.page.height - 2 * margin) pdf.addPage();
    else pdf.y += above;
    add(tag, () => {
      const at = pdf.y;
      if (kind === 'item') pdf.text('–', margin + 4, at, { lineBreak: false });
      pdf.text(text, margin + indent, at, { width });
    });
    pdf.x = margin;
  }
  root.end();
  numberPages(pdf);
  pdf.end();
  await ended;
  return new Uint8Array(Buffer.concat(parts));
}

function numberPages(pdf: PDFKit.PDFDocument): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let at = 0; at < count; at++) {
    pdf.switchToPage(start + at);
    // Below the margin text would open a page of its own.
    pdf.page.margins.bottom = 0;
    pdf.markContent('Artifact', { type: 'Pagination' });
    pdf
      .font(fonts.text)
      .fontSize(8.5)
      .text(`${at + 1} / ${count}`, margin, pdf.page.height - margin / 2, {
        width: pdf.page.width - 2 * margin,
        align: 'center',
        lineBreak: false,
      });
    pdf.endMarkedContent();
  }
}
