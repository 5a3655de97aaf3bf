import { LineWriter } from './line-writer.ts';
import type { PdfPage, PdfRun } from './pdf-worker.ts';
import type { SourceText } from './source-text.ts';

/** One printed line: where it begins and ends, its base line and the height of its letters, in points. */
interface PrintedLine {
  readonly page: number;
  text: string;
  readonly x: number;
  right: number;
  readonly y: number;
  size: number;
}

/** The text of pages: printed lines put together to paragraphs by where they stand. O(n). */
export function textOfPages(pages: readonly PdfPage[]): Pick<SourceText, 'text' | 'places'> {
  const lines = pages.map((page, at) => linesOf(page, at + 1));
  const furniture = furnitureOf(pages, lines);
  const kept = lines.flat().filter((line) => !furniture.has(line));
  const edges = lines.map(edgesOf);
  const writer = new LineWriter();
  kept.forEach((line, at) => {
    const next = kept[at + 1];
    const on = next !== undefined && goesOn(line, next, edges[next.page - 1] as Edges);
    const broken = on && /\p{L}[-\u00ad\u2010]\s*$/u.test(line.text) && /^\s*\p{Ll}/u.test(next.text);
    const text = line.text.replace(bullet, '- ');
    writer.write(broken ? text.replace(/[-\u00ad\u2010]\s*$/u, '') : text, {
      kind: 'page',
      page: line.page,
    });
    if (on && !broken) writer.write(' ');
    else if (next && !on) part(writer, line, next);
  });
  return { text: writer.text(), places: writer.places };
}

/** Ends a paragraph; a wide gap or letters of another size leave an empty line. */
function part(writer: LineWriter, line: PrintedLine, next: PrintedLine): void {
  const leading = next.page === line.page ? line.y - next.y : 0;
  if (leading > next.size * 2 || Math.abs(next.size - line.size) > 1) writer.apart();
  else writer.line();
}

const bullet = /^\s*[\uf000-\uf0ff•▪●◦‣∙·–—-]\s*/u;

function linesOf(page: PdfPage, number: number): PrintedLine[] {
  const lines: PrintedLine[] = [];
  let open: PrintedLine | undefined;
  for (const run of page.runs) {
    if (run.text !== '') open = take(lines, open, { run, page: number });
    if (run.endsLine) open = undefined;
  }
  return lines.filter(({ text }) => text.trim() !== '');
}

function take(
  lines: PrintedLine[],
  open: PrintedLine | undefined,
  { run, page }: { run: PdfRun; page: number },
): PrintedLine {
  const size = run.height || open?.size || 10;
  if (open && Math.abs(open.y - run.y) < size * 0.5) {
    const gap = run.x - open.right;
    const spaced = open.text.endsWith(' ') || run.text.startsWith(' ');
    open.text += `${gap > size * 0.15 && !spaced ? ' ' : ''}${run.text}`;
    open.right = Math.max(open.right, run.x + run.width);
    open.size = Math.max(open.size, run.height);
    return open;
  }
  const line = { page, text: run.text, x: run.x, right: run.x + run.width, y: run.y, size };
  lines.push(line);
  return line;
}

/** What stands at the same end of most pages, but for its number, and bare page numbers. */
function furnitureOf(
  pages: readonly PdfPage[],
  lines: readonly (readonly PrintedLine[])[],
): ReadonlySet<PrintedLine> {
  const seen = new Map<string, PrintedLine[]>();
  const found = new Set<PrintedLine>();
  lines.forEach((onPage, at) => {
    const height = pages[at]?.height ?? 0;
    for (const line of [...onPage.slice(0, 2), ...onPage.slice(-2)]) {
      if (line.y > height * 0.1 && line.y < height * 0.9) continue;
      const key = line.text.trim().replaceAll(/\d+/g, '#');
      if (pages.length > 1 && /^[-–—\s]*#[-–—\s]*$|^(?:стр|page|бет)\S*\s*#/iu.test(key)) found.add(line);
      seen.set(key, [...(seen.get(key) ?? []), line]);
    }
  });
  for (const same of seen.values()) {
    const on = new Set(same.map(({ page }) => page)).size;
    if (on >= 3 && on >= pages.length * 0.5) for (const line of same) found.add(line);
  }
  return found;
}

interface Edges {
  readonly left: number;
  readonly right: number;
}

function edgesOf(lines: readonly PrintedLine[]): Edges {
  const rights = lines.map(({ right }) => right).sort((a, b) => a - b);
  return {
    left: Math.min(...lines.map(({ x }) => x)),
    right: rights[Math.floor(rights.length * 0.95)] ?? 0,
  };
}

const marker = /^\s*(?:\d{1,3}(?:\.\d{1,3})*[.)]?\s|[\uf000-\uf0ff•▪●◦‣∙·–—-]\s|\p{L}\)|[IVX]+\.\s)/u;

/** A line goes on when the one above was full: the first word of this one had no room there. */
function goesOn(above: PrintedLine, line: PrintedLine, edges: Edges): boolean {
  if (marker.test(line.text) || Math.abs(above.size - line.size) > 1) return false;
  if (above.page === line.page && above.y - line.y > line.size * 2) return false;
  const [word = ''] = line.text.trim().split(/\s/, 1);
  const letter = (line.right - line.x) / Math.max(1, line.text.length);
  const full = above.right + letter * (word.length + 1) > edges.right - line.size * 0.5;
  const indented = line.x > edges.left + line.size && above.x < line.x - line.size * 0.5;
  const ended = /[.;:!?]\s*$/u.test(above.text);
  return full && !(ended && indented);
}
