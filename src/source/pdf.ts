import { Worker } from 'node:worker_threads';
import { KepilError } from '../base/index.ts';
import { textOfPages } from './pdf-layout.ts';
import type { PdfAnswer } from './pdf-worker.ts';
import type { SourceText } from './source-text.ts';

/** Pages looked at; a policy has fewer. */
const mostPages = 500;
/** How long reading may take, in milliseconds, and by how much the process may grow, in bytes. */
const limits = { ms: 30_000, bytes: 512 * 1024 * 1024, everyMs: 50 };
/** Characters a page with a text layer has at least, on the average. */
const scannedBelow = 24;

/**
 * The text layer of a PDF: lines put together to paragraphs by where they stand, heads and feet of pages left
 * out. It is read in a thread of its own, which is ended when it takes too long or too much.
 *
 * @throws KepilError `ERR_USAGE`: scanned, encrypted, broken, too much
 */
export async function textOfPdf(
  bytes: Uint8Array,
  name: string,
): Promise<Pick<SourceText, 'text' | 'places'>> {
  const answer = await ask(bytes);
  if ('problem' in answer) throw new KepilError('ERR_USAGE', answer.problem, { name });
  const signs = answer.pages
    .flatMap(({ runs }) => runs)
    .reduce((sum, { text }) => sum + text.trim().length, 0);
  if (signs < scannedBelow * answer.pages.length) throw new KepilError('ERR_USAGE', 'pdf-scanned', { name });
  return textOfPages(answer.pages);
}

/** Beside us when built; tests run us from the sources, where the built one stands two folders away. */
function workerUrl(): URL {
  const built = import.meta.url.endsWith('.ts') ? '../../dist/source/pdf-worker.js' : './pdf-worker.js';
  return new URL(built, import.meta.url);
}

type Answer = PdfAnswer | { readonly problem: 'pdf-too-much' };

/** INVARIANT: the thread is gone when this resolves. */
async function ask(bytes: Uint8Array): Promise<Answer> {
  const worker = new Worker(workerUrl(), {
    workerData: { bytes: Uint8Array.from(bytes), most: mostPages },
    resourceLimits: { maxOldGenerationSizeMb: 384 },
  });
  const before = process.memoryUsage().rss;
  const started = performance.now();
  let watch: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Answer>((resolve) => {
      worker.once('message', resolve);
      worker.once('error', () => resolve({ problem: 'pdf-broken' }));
      worker.once('exit', () => resolve({ problem: 'pdf-broken' }));
      watch = setInterval(() => {
        const grown = process.memoryUsage().rss - before;
        if (grown > limits.bytes || performance.now() - started > limits.ms)
          resolve({ problem: 'pdf-too-much' });
      }, limits.everyMs);
    });
  } finally {
    clearInterval(watch);
    await worker.terminate();
  }
}
