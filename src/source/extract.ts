import { KepilError } from '../base/index.ts';
import { textOfDocx } from './docx.ts';
import { decode } from './encoding.ts';
import { textOfHtml } from './html.ts';
import { kindOf, type Named } from './kind.ts';
import { textOfMarkdown } from './markdown.ts';
import { textOfPdf } from './pdf.ts';
import type { SourceKind, SourceText } from './source-text.ts';

const megabyte = 1024 * 1024;

/** The largest document of each kind that is taken, in megabytes. */
export const largestMegabytes: Readonly<Record<SourceKind, number>> = {
  text: 5,
  markdown: 5,
  html: 10,
  docx: 30,
  pdf: 30,
};

/** Bytes after which nothing more is read from a stream: no kind takes so many. */
export const largestBytes = 30 * megabyte;

/** Lines after which a text is no document: a policy of five megabytes has fewer than half. */
const mostLines = 100_000;

/**
 * The text of a document, whatever it is: plain text, Markdown, a page, a Word document, a PDF with a text
 * layer. Never runs what is inside.
 *
 * @throws KepilError `ERR_USAGE`: empty, too large, in too many parts, not text, scanned, encrypted, broken
 */
export async function extractText(bytes: Uint8Array, named: Named): Promise<SourceText> {
  const { name } = named;
  if (bytes.length === 0) throw new KepilError('ERR_USAGE', 'file-empty', { name });
  const kind = kindOf(bytes, named);
  if (kind === 'binary' || kind === 'zip') throw new KepilError('ERR_USAGE', 'not-text', { name });
  const most = largestMegabytes[kind];
  if (bytes.length > most * megabyte) throw new KepilError('ERR_USAGE', 'file-too-large', { name, n: most });
  const source = await textOf(kind, bytes, named);
  if (source.text.trim() === '') throw new KepilError('ERR_USAGE', 'file-empty', { name });
  if (hasMoreLines(source.text, mostLines))
    throw new KepilError('ERR_USAGE', 'too-many-parts', { n: mostLines });
  return source;
}

function hasMoreLines(text: string, most: number): boolean {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0 && lines <= most; at = text.indexOf('\n', at + 1)) lines++;
  return lines > most;
}

async function textOf(kind: SourceKind, bytes: Uint8Array, named: Named): Promise<SourceText> {
  if (kind === 'docx') return { kind, ...textOfDocx(bytes, named.name) };
  if (kind === 'pdf') return { kind, ...(await textOfPdf(bytes, named.name)) };
  const decoded = decode(bytes, charsetOf(bytes, named.type));
  if (!decoded) throw new KepilError('ERR_USAGE', 'not-text', { name: named.name });
  const { text, encoding } = decoded;
  if (kind === 'html') return { kind, encoding, ...textOfHtml(text) };
  if (kind === 'markdown') return { kind, encoding, ...textOfMarkdown(text) };
  const span = { start: 0, end: text.length };
  return { kind, encoding, text, places: [{ span, origin: { kind: 'chars', ...span } }] };
}

/** The charset a header or the head of a page declares. */
function charsetOf(bytes: Uint8Array, type = ''): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const declared = /charset\s*=\s*["']?([\w-]+)/i;
  return (declared.exec(type) ?? (/<meta\b/i.test(head) ? declared.exec(head) : null))?.[1];
}
