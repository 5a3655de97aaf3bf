import { type Hash, hexOf, type Span, utf8 } from '../base/index.ts';
import type { Clause } from '../policy/index.ts';
import { isTitle, looksLikeHeading, looksLikeTitle, sectionStarts } from './heading.ts';
import { type Line, linesOf } from './lines.ts';
import { Tree, type TreeNode } from './tree.ts';

/** A clause with the place where its text begins after the printed number. */
export interface ReadClause extends Clause {
  readonly content: number;
  /** The cells of a row of a table; empty when the clause is none. */
  readonly cells: readonly Span[];
}

/**
 * The clause tree of `body`: each non-empty line is in exactly one clause or heading.
 *
 * Ids are paths (`2.1.3`): printed numbers where there are, ordinals for bullets, `p1` for paragraphs, `r1`
 * for the rows of a table, letters for unnumbered sections, `T` the title, `P` the preamble, `S` the
 * signature block. O(n).
 */
export function structureOf(body: string, hash: Hash): readonly ReadClause[] {
  const lines = linesOf(body);
  const tree = new Tree();
  const sections = sectionStarts(lines);
  const lastSection = Math.max(-1, ...sections);
  const signed = signatureStart(lines, sections);
  lines.forEach((line, at) => {
    if (at >= signed) tree.signature(line);
    else if (at === 0 && lines.length > 1 && !line.marker && isTitle(line, lines[1])) tree.title(line);
    else if (line.hash > 0) tree.hash(line);
    else if (sections.has(at)) tree.section(line, looksLikeTitle(line));
    else if (line.cells.length > 0) tree.row(line, isTableRow(lines, at));
    else if (line.marker?.kind === 'decimal') tree.decimal(line, isInnerHeading(lines, at));
    else if (line.marker) tree.item(line);
    else if (isHeading(lines, at)) tree.heading(line, at < lastSection);
    else if (isBareItem(lines, at, tree.inBareList)) tree.item(line);
    else tree.paragraph(line);
  });
  return tree.nodes.map((node) => clauseOf(node, body, hash));
}

function clauseOf(node: TreeNode, body: string, hash: Hash): ReadClause {
  const { id, number, kind, line } = node;
  const sha256 = hexOf(hash(utf8(body.slice(line.span.start, line.span.end))));
  const parent = node.parent ? { parent: node.parent.id } : {};
  const { span, content, cells } = line;
  return { id, number, kind, ...parent, span, sha256, content, cells };
}

/** A row belongs to the table whose head stands above it. */
function isTableRow(lines: readonly Line[], at: number): boolean {
  return (lines[at - 1]?.cells.length ?? 0) > 0;
}

/**
 * A heading has something under it: a line that is no heading of the same kind, or a heading with text of its
 * own.
 */
function isHeading(lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  const next = lines[at + 1];
  if (!line || !next) return false;
  const above = lines[at - 1]?.text.trimEnd() ?? '';
  if (above.endsWith(':') && !line.apart) return false;
  if (looksLikeHeading(line)) return line.apart || at === 0 ? opensText(next) : next.apart;
  const bare = line.text.trim();
  const announces =
    bare.endsWith(':') && bare.length <= 60 && line.apart && next.apart && next.text.length > 80;
  return announces && looksLikeHeading({ ...line, text: bare.slice(0, -1) });
}

/** What stands under a heading: something apart, a marked line, a sentence, not another short line. */
function opensText(next: Line): boolean {
  if (next.apart || next.marker !== undefined || next.cells.length > 0) return true;
  return next.text.length > 100 || /[.:?!]$/u.test(next.text.trim());
}

/** A decimal line is a heading when it is short, bare and something of another kind stands under it. */
function isInnerHeading(lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  const next = lines[at + 1];
  if (!line || !next || line.text.length > 90 || !looksLikeHeading(line)) return false;
  if (next.marker?.kind === 'number') return false;
  return next.marker?.kind !== 'decimal' || next.marker.parts.length > (line.marker?.parts.length ?? 0);
}

/** An unmarked line of a list: a colon opens it, semicolons and lines without a gap carry it on. */
function isBareItem(lines: readonly Line[], at: number, wentOn: boolean): boolean {
  const line = lines[at];
  const above = lines[at - 1]?.text.trim() ?? '';
  if (!line || line.text.length > 200) return false;
  const valued = /@|\+\d/.test(line.text) && line.text.length < 80;
  if (line.apart)
    return (
      (line.text.trim().endsWith(';') || valued) && (above.endsWith(':') || (wentOn && above.endsWith(';')))
    );
  return above.endsWith(':') || (wentOn && !/[.!?]$/u.test(above));
}

const signatureSign =
  /@|\+?\d[\d ()-]{8,}\d|(?:^|\s)(?:ТОО|АО|ИП|ООО|ЖШС|LLP|LLC)(?:\s|$)|БИН|директор|руководител|ЖСК/iu;

/** The line where a block of names and addresses at the end begins; `lines.length` when there is none. */
function signatureStart(lines: readonly Line[], sections: ReadonlySet<number>): number {
  let at = lines.length;
  while (at > 0 && isSignatureLine(lines[at - 1] as Line)) at--;
  const above = lines[at - 1];
  const block = lines.slice(at);
  const signs = block.filter((line) => signatureSign.test(line.text)).length;
  const loose =
    above && above.marker?.kind === 'decimal' && !sections.has(at - 1) && !above.text.trim().endsWith(':');
  return loose && signs >= 2 ? at : lines.length;
}

function isSignatureLine(line: Line): boolean {
  if (line.marker || line.hash > 0 || line.cells.length > 0) return false;
  return line.text.length <= 120 && !/[;:]$/u.test(line.text.trim());
}
