import { parentPort, workerData } from 'node:worker_threads';
import { getDocumentProxy } from 'unpdf';

/** A run of characters on a page: its left end and base line, its width and height, in points. */
export interface PdfRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly endsLine: boolean;
}

/** A page in points. */
export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly PdfRun[];
}

/** What a worker answers: all pages, or what kept it from reading them. */
export type PdfAnswer =
  | { readonly pages: readonly PdfPage[] }
  | { readonly problem: 'pdf-encrypted' | 'pdf-broken' };

/** Runs of a page whose glyphs stand for no text. */
interface Run {
  readonly str?: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

async function pagesOf(bytes: Uint8Array, most: number): Promise<PdfAnswer> {
  const document = await getDocumentProxy(bytes, { isEvalSupported: false, verbosity: 0 });
  const pages: PdfPage[] = [];
  for (let at = 1; at <= Math.min(document.numPages, most); at++) {
    const page = await document.getPage(at);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    pages.push({ width, height, runs: (items as readonly Run[]).flatMap(runOf) });
    page.cleanup();
  }
  return { pages };
}

function runOf({ str, transform, width, height, hasEOL }: Run): PdfRun[] {
  if (str === undefined) return [];
  const [, , , scale = 0, x = 0, y = 0] = transform;
  return [{ text: str, x, y, width, height: height || Math.abs(scale), endsLine: hasEOL }];
}

function problemOf(error: unknown): PdfAnswer {
  return { problem: (error as Error).name === 'PasswordException' ? 'pdf-encrypted' : 'pdf-broken' };
}

const { bytes, most } = workerData as { bytes: Uint8Array; most: number };
parentPort?.postMessage(await pagesOf(bytes, most).catch(problemOf));
