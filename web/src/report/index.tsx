import { renderToString } from 'preact-render-to-string';
import type { ReadingReport } from '../../../src/reader/index.ts';
import type { Speaker } from '../../../src/server/pages.ts';
import { type Contradiction, Report } from './report.tsx';

/** What a report of one file carries inside: style and script as texts, and what names the script alone. */
export interface ReportParts {
  readonly style: string;
  readonly script: string;
  /** `sha256-…` of the script, as a content security policy names it. */
  readonly scriptHash: string;
  /** Labels by facet with their names, for what a person adds. */
  readonly labels: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What the text says against itself, with the clauses. */
  readonly contradictions: readonly Contradiction[];
}

/** Closes nothing early: a text inside of a script or style element must not end it. */
const inside = (text: string) => text.replaceAll(/<\/(?=script|style)/gi, '<\\/');

/**
 * The report of a reading as one HTML file that works from a disk: it asks nothing of the network, and its
 * content security policy lets it ask nothing. All of the text is data; nothing in it is run.
 */
export function renderReport(report: ReadingReport, speaker: Speaker, parts: ReportParts): string {
  const rules = ["default-src 'none'", "style-src 'unsafe-inline'", `script-src '${parts.scriptHash}'`];
  const data = JSON.stringify({
    source: { name: report.source.name, sha256: report.source.sha256 },
    labels: parts.labels,
    words: wordsOf(speaker),
  }).replaceAll('<', '\\u003c');
  const body = renderToString(
    <Report report={report} speaker={speaker} contradictions={parts.contradictions} />,
  );
  const title = renderToString(
    <title>{speaker.say('page.report.title', { name: report.source.name })}</title>,
  );
  return [
    `<!doctype html><html lang="${speaker.language}"><head><meta charset="utf-8">`,
    `<meta http-equiv="content-security-policy" content="${rules.join('; ')}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `${title}<style>${inside(parts.style)}</style></head><body class="room-public">${body}`,
    `<script type="application/json" id="review-data">${data}</script>`,
    `<script type="module">${parts.script}</script></body></html>`,
  ].join('\n');
}

/** Sentences that the script says. */
function wordsOf(speaker: Speaker): Readonly<Record<string, string>> {
  const say = (key: Parameters<Speaker['say']>[0]) => speaker.say(key);
  return {
    add: say('page.report.add'),
    what: say('page.report.add-what'),
    remove: say('page.report.remove'),
    saved: say('page.report.saved'),
    opened: say('page.report.opened'),
    other: say('page.report.other-text'),
    faulty: say('page.report.faulty'),
    unknown: say('page.report.unknown'),
  };
}
