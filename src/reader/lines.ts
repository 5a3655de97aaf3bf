import type { Span } from '../base/index.ts';
import { cellsIn, isRuler } from './cells.ts';
import { type Marker, markerOf } from './marker.ts';

/** One non-empty line (or several, when a sentence was broken) of the body. */
export interface Line {
  /** From the marker to the last visible character. */
  readonly span: Span;
  /** Where the text after the marker begins. */
  readonly content: number;
  /** The text after the marker. */
  readonly text: string;
  readonly indent: number;
  readonly marker: Marker | undefined;
  /** The level of a Markdown heading; 0 when the line is none. */
  readonly hash: number;
  /** The cells of a row of a table, by pipes or tabs; empty when the line is none. */
  readonly cells: readonly Span[];
  /** Whether an empty line stands above. */
  readonly apart: boolean;
}

/**
 * The text that is read: `text` without a first line `# source: …` and the empty line below it.
 *
 * Nothing is trimmed or normalised; all spans of the reader count UTF-16 code units of this body.
 */
export function bodyOf(text: string): string {
  const head = /^# source:[^\n]*\n(?:[ \t\r]*\n)?/.exec(text);
  return head ? text.slice(head[0].length) : text;
}

/**
 * The non-empty lines of `body` in order; a sentence broken in the middle is one line with both pieces. O(n).
 */
export function linesOf(body: string): readonly Line[] {
  const lines: Line[] = [];
  let apart = true;
  for (let at = 0; at <= body.length; ) {
    const stop = endOfLine(body, at);
    const line = lineAt(body, { start: at, end: stop }, apart);
    if (line) {
      const last = lines.at(-1);
      if (last && continues(last, line)) lines[lines.length - 1] = joined(body, last, line);
      else lines.push(line);
    }
    apart = !line;
    at = stop + 1;
  }
  return lines;
}

function endOfLine(body: string, from: number): number {
  const stop = body.indexOf('\n', from);
  return stop < 0 ? body.length : stop;
}

function lineAt(body: string, raw: Span, apart: boolean): Line | undefined {
  const text = body.slice(raw.start, raw.end);
  const indent = text.length - text.trimStart().length;
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const start = raw.start + indent;
  const end = start + trimmed.length;
  const hashes = /^(#{1,6})[ \t]+(?=\S)/.exec(trimmed);
  const skipped = hashes?.[0].length ?? 0;
  const cells = hashes ? [] : cellsIn(trimmed, start);
  const marker = cells.length > 0 ? undefined : markerOf(trimmed.slice(skipped));
  const content = start + skipped + (marker?.length ?? 0);
  const hash = hashes?.[1]?.length ?? 0;
  return {
    span: { start, end },
    content,
    text: body.slice(content, end),
    indent,
    marker,
    hash,
    cells,
    apart,
  };
}

/** A line goes on when the one above stops in mid-sentence and it begins with a small letter. */
function continues(above: Line, line: Line): boolean {
  if (above.cells.length > 0) return isRuler(line.text);
  if (line.marker || line.cells.length > 0 || !/^\p{Ll}/u.test(line.text)) return false;
  return above.text.length > 60 && /[\p{L}\p{N},«"]$/u.test(above.text);
}

function joined(body: string, above: Line, line: Line): Line {
  const span = { start: above.span.start, end: line.span.end };
  return { ...above, span, text: body.slice(above.content, line.span.end) };
}
