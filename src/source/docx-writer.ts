import type { DocxNumbers, NumberedAs } from './docx-numbers.ts';
import { LineWriter } from './line-writer.ts';
import type { SourceText } from './source-text.ts';
import type { XmlEvent } from './xml.ts';

/** What is known of the paragraph that is being read. */
interface Paragraph {
  style: string;
  list?: string;
  level: number;
  outline: boolean;
  begun: boolean;
}

/** What is not part of the text as it stands: deletions, field codes, fallbacks of drawings, past looks. */
const skipped: ReadonlySet<string> = new Set(
  'del moveFrom instrText delText Fallback pPrChange rPrChange sectPrChange tblPrChange'.split(' '),
);

/** Writes the events of a `document.xml` as lines. */
export class DocxWriter {
  readonly #numbers: DocxNumbers;
  readonly #writer = new LineWriter();
  #paragraph: Paragraph = fresh();
  #count = 0;
  #skipping = 0;
  #hidden = false;
  #inRun = false;
  #inText = false;
  #cells: number[] = [];

  constructor(numbers: DocxNumbers) {
    this.#numbers = numbers;
  }

  /** Takes the next event. */
  take(event: XmlEvent): void {
    if (event.kind === 'text') {
      if (this.#inText && this.#skipping === 0 && !this.#hidden) this.#write(event.text);
    } else if (skipped.has(event.tag)) this.#skipping += event.kind === 'open' ? 1 : -1;
    else if (this.#skipping > 0) return;
    else if (event.kind === 'open') this.#open(event.tag, event.attributes);
    else this.#close(event.tag);
  }

  /** The text, when all events were taken. */
  done(): Pick<SourceText, 'text' | 'places'> {
    return { text: this.#writer.text(), places: this.#writer.places };
  }

  #open(tag: string, attributes: Readonly<Record<string, string>>): void {
    const value = attributes.val ?? '';
    if (tag === 'p') this.#begin();
    else if (tag === 'r') {
      this.#hidden = false;
      this.#inRun = true;
    } else if (tag === 'tr') {
      this.#writer.line();
      this.#cells.push(0);
    } else if (tag === 'tc') this.#cell();
    else if (this.#inRun) this.#inside(tag, attributes.val);
    else this.#property(tag, value);
  }

  #begin(): void {
    this.#paragraph = fresh();
    this.#count += 1;
    if (this.#cells.length === 0) this.#writer.line();
  }

  /** What stands in a run: text, breaks, whether it is hidden. */
  #inside(tag: string, value: string | undefined): void {
    if (tag === 't') this.#inText = true;
    else if (tag === 'vanish') this.#hidden = value !== 'false' && value !== '0';
    else if (tag === 'br' || tag === 'cr') this.#break();
    else if (tag === 'tab') this.#write(' ');
    else if (tag === 'noBreakHyphen') this.#write('-');
  }

  /** What is said of the paragraph: its style, its list, its place in the outline. */
  #property(tag: string, value: string): void {
    if (tag === 'pStyle') this.#paragraph.style = value;
    else if (tag === 'numId') this.#paragraph.list = value;
    else if (tag === 'ilvl') this.#paragraph.level = Number(value);
    else if (tag === 'outlineLvl') this.#paragraph.outline = Number(value) < 9;
  }

  #close(tag: string): void {
    if (tag === 'r') this.#inRun = false;
    else if (tag === 't') this.#inText = false;
    else if (tag === 'p') this.#endParagraph();
    else if (tag === 'tr') {
      this.#cells.pop();
      this.#writer.line();
    } else if (tag === 'tbl') this.#writer.apart();
  }

  #cell(): void {
    const at = this.#cells.length - 1;
    if (at < 0) return;
    const before = this.#cells[at] ?? 0;
    if (before > 0) this.#writer.write(' | ');
    this.#cells[at] = before + 1;
  }

  #break(): void {
    if (this.#cells.length > 0) this.#writer.write(' ');
    else this.#writer.line();
  }

  #endParagraph(): void {
    if (this.#cells.length > 0) this.#writer.write(' ');
    else if (this.#isHeading() || !this.#paragraph.begun) this.#writer.apart();
    else this.#writer.line();
  }

  #isHeading(): boolean {
    return this.#paragraph.outline || this.#numbers.isHeading(this.#paragraph.style);
  }

  #write(text: string): void {
    const paragraph = this.#paragraph;
    if (!paragraph.begun && text.trim() !== '') {
      paragraph.begun = true;
      if (this.#cells.length === 0 && this.#isHeading()) this.#writer.apart();
      const as = this.#numberedAs();
      const number = as ? this.#numbers.next(as) : '';
      if (number !== '') this.#writer.write(`${number} `);
    }
    this.#writer.write(text, { kind: 'paragraph', paragraph: this.#count });
  }

  /** A list of `0` takes a paragraph out of the list its style puts it into. */
  #numberedAs(): NumberedAs | undefined {
    const { list, level, style } = this.#paragraph;
    if (list === '0') return undefined;
    return list === undefined ? this.#numbers.ofStyle(style) : { list, level };
  }
}

function fresh(): Paragraph {
  return { style: '', level: 0, outline: false, begun: false };
}
