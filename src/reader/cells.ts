import type { Span } from '../base/index.ts';

/** A number, letter or sign before a tab is the mark of an item, not a cell. */
const marked = /^(?:[(\d.)]{1,8}|\p{L}[.)]|[^\p{L}\s])\t/u;

/** The cells of a row of a table in `line`, which begins at `offset`; none when the line is no row. */
export function cellsIn(line: string, offset: number): readonly Span[] {
  if (isRuler(line)) return [];
  if (/^\|.+\|$/.test(line)) return split(line.slice(1, -1), '|', offset + 1);
  if (/\S\t+\S/.test(line) && !marked.test(line)) return split(line, '\t', offset);
  if (/\S +\| +\S[^|]* +\| +\S/.test(line)) return split(line, '|', offset);
  return [];
}

/** Whether `line` is the rule below the head of a Markdown table. */
export function isRuler(line: string): boolean {
  return /^\|?[\s:|-]*-{2,}[\s:|-]*\|?$/.test(line) && line.includes('|');
}

function split(text: string, sign: string, offset: number): readonly Span[] {
  const cells: Span[] = [];
  let at = 0;
  for (const piece of text.split(sign)) {
    const trimmed = piece.trim();
    const start = offset + at + (piece.length - piece.trimStart().length);
    if (trimmed !== '' || sign === '|') cells.push({ start, end: start + trimmed.length });
    at += piece.length + 1;
  }
  return cells.length > 1 ? cells : [];
}
