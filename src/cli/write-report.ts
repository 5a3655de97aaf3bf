import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { nodeCrypto } from '../keys/index.ts';
import { facets } from '../policy/index.ts';
import { type Reading, type ReadingReport, reportOf } from '../reader/index.ts';
import type { Speaker } from '../words/index.ts';
import type { Contradiction } from './contradictions.ts';
import type { Terminal } from './terminal.ts';

/** What the pages' bundle makes of a report; see `web/src/report`. */
interface ReportRenderer {
  renderReport(
    report: ReadingReport,
    speaker: Speaker,
    parts: {
      style: string;
      script: string;
      scriptHash: string;
      labels: Readonly<Record<string, Readonly<Record<string, string>>>>;
      contradictions: readonly Contradiction[];
    },
  ): string;
}

const pages = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'web', 'dist');

/**
 * Writes the report of a reading: the prose with what was read in it beside it, in one file that needs
 * nothing else. `body` is the text the reading was made of.
 */
export async function writeReport(
  reading: Reading,
  body: string,
  to: { path: string; contradictions: readonly Contradiction[]; terminal: Terminal },
): Promise<void> {
  const { speaker } = to.terminal;
  const style = await asset('src/styles/report.css');
  const script = await asset('src/client/review.ts');
  const scriptHash = `sha256-${createHash('sha256').update(script).digest('base64')}`;
  const { renderReport } = (await import(
    pathToFileURL(join(pages, 'render', 'render.js')).href
  )) as ReportRenderer;
  const { contradictions } = to;
  const parts = { style, script, scriptHash, labels: labelsBy(speaker), contradictions };
  await writeFile(to.path, renderReport(reportOf(reading, body, nodeCrypto.hash), speaker, parts));
}

/** The text of a built asset, by the path of its source. */
async function asset(source: string): Promise<string> {
  const client = join(pages, 'client');
  const manifest = JSON.parse(await readFile(join(client, 'manifest.json'), 'utf8')) as Readonly<
    Record<string, { readonly file: string }>
  >;
  return readFile(join(client, manifest[source]?.file ?? source), 'utf8');
}

/** Every label by facet with its name: what a person may add. */
function labelsBy(speaker: Speaker): Readonly<Record<string, Readonly<Record<string, string>>>> {
  return Object.fromEntries(
    Object.entries(facets).map(([facet, labels]) => [
      facet,
      Object.fromEntries(
        labels.map((label) => [label, `${speaker.sayCode('facet', facet)}: ${speaker.label(facet, label)}`]),
      ),
    ]),
  );
}
