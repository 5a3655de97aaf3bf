import { type HtmlElement, type HtmlText, isElement, treeOf } from './html-tree.ts';
import { LineWriter } from './line-writer.ts';
import { ListNumbers } from './list-numbers.ts';
import type { SourceText } from './source-text.ts';

/**
 * The text of a saved page or a fragment: block by block, lists with the numbers a browser prints, rows of a
 * table on a line each. Menus, banners, dialogs, forms and scripts are left out. O(n).
 *
 * @throws KepilError `ERR_USAGE` when elements lie too deep
 */
export function textOfHtml(html: string): Pick<SourceText, 'text' | 'places'> {
  const writer = new LineWriter();
  const root = mainOf(treeOf(html));
  writeChildren(root, { writer, lists: [], pre: false });
  return { text: writer.text(), places: writer.places };
}

interface Writing {
  readonly writer: LineWriter;
  readonly lists: readonly ListNumbers[];
  readonly pre: boolean;
}

/** The part a page marks as its own text, where that holds most of what there is to read. */
function mainOf(root: HtmlElement): HtmlElement {
  const marked = elementsOf(root).filter(
    ({ tag, attributes }) => tag === 'main' || tag === 'article' || attributes.role === 'main',
  );
  const [largest] = marked.sort((a, b) => own(b) - own(a));
  return largest && own(largest) > own(root) * 0.6 ? largest : root;
}

const own = (node: HtmlElement) => node.prose - node.linked;

function elementsOf(root: HtmlElement): readonly HtmlElement[] {
  const found = [root];
  for (let at = 0; at < found.length; at++) {
    for (const child of (found[at] as HtmlElement).children) if (isElement(child)) found.push(child);
  }
  return found;
}

const headings = /^h[1-6]$/;
const blocks: ReadonlySet<string> = new Set(
  (
    'address blockquote body caption dd details div dl dt fieldset figcaption figure form html legend li ' +
    'main ol p pre section article summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

function writeChildren(node: HtmlElement, writing: Writing): void {
  for (const child of node.children) {
    if (isElement(child)) writeElement(child, writing);
    else writeText(child, writing);
  }
}

function writeText({ text, start, end }: HtmlText, { writer, pre }: Writing): void {
  const origin = { kind: 'chars', start, end } as const;
  if (!pre) {
    writer.write(text, origin);
    return;
  }
  for (const [at, line] of text.split('\n').entries()) {
    if (at > 0) writer.line();
    writer.write(line, origin);
  }
}

function writeElement(node: HtmlElement, writing: Writing): void {
  const { writer } = writing;
  const { tag } = node;
  if (isNoise(node)) return;
  if (tag === 'br' || tag === 'hr') writer.line();
  else if (tag === 'tr') writeRow(node, writing);
  else if (tag === 'li') writeItem(node, writing);
  else if (tag === 'ol' || tag === 'ul') writeList(node, writing);
  else if (headings.test(tag) || tag === 'p' || tag === 'table') {
    writer.apart();
    writeChildren(node, writing);
    writer.apart();
  } else if (blocks.has(tag)) {
    writer.line();
    writeChildren(node, { ...writing, pre: writing.pre || tag === 'pre' });
    writer.line();
  } else writeChildren(node, writing);
}

function writeList(node: HtmlElement, writing: Writing): void {
  writing.writer.line();
  writeChildren(node, { ...writing, lists: [...writing.lists, new ListNumbers(node)] });
  writing.writer.line();
}

function writeItem(node: HtmlElement, writing: Writing): void {
  writing.writer.line();
  const list = writing.lists.at(-1);
  if (node.prose > 0) writing.writer.write(`${list?.next(node) ?? '-'} `);
  writeChildren(node, writing);
  writing.writer.line();
}

/** A row is a line; of two cells the first names and the second explains. */
function writeRow(row: HtmlElement, writing: Writing): void {
  const { writer } = writing;
  const cells = row.children.filter((child): child is HtmlElement => isElement(child) && child.prose > 0);
  writer.line();
  for (const [at, cell] of cells.entries()) {
    if (at > 0) writer.write(cells.length === 2 ? ': ' : ' | ');
    for (const child of cell.children) writeInline(child, writing);
  }
  writer.line();
}

/** Inside a cell blocks run on, parted by semicolons: the row stays one line. */
function writeInline(node: HtmlElement | HtmlText, writing: Writing): void {
  if (!isElement(node)) {
    writeText(node, { ...writing, pre: false });
    return;
  }
  if (isNoise(node)) return;
  for (const child of node.children) writeInline(child, writing);
  if ((blocks.has(node.tag) || node.tag === 'br') && node.tag !== 'td') writing.writer.write('; ');
}

const noiseTags: ReadonlySet<string> = new Set(['nav', 'aside', 'dialog']);
const noiseRoles =
  /^(?:navigation|banner|contentinfo|dialog|alertdialog|search|menu|menubar|complementary|alert)$/;
const noiseNames: ReadonlySet<string> = new Set(
  (
    'cookie cookies consent gdpr popup modal overlay menu navbar nav breadcrumb breadcrumbs sidebar share ' +
    'social footer header topbar toolbar widget search subscribe newsletter related comment comments skip'
  ).split(' '),
);

/** Whether a class or the id of an element has a word that menus, banners and the like are named by. */
function isNamedNoise({ attributes }: HtmlElement): boolean {
  const words = `${attributes.class ?? ''} ${attributes.id ?? ''}`.toLowerCase().split(/[-_\s]+/);
  return words.some((word) => noiseNames.has(word));
}

/** Text shorter than this, in code units, beside a button or in a page's head or foot, is no clause. */
const shortProse = 600;

/** Menus, banners and the like: by what they are, by a name where they also look it, or for links alone. */
function isNoise(node: HtmlElement): boolean {
  const { tag, attributes } = node;
  if (noiseTags.has(tag) || noiseRoles.test(attributes.role ?? '')) return true;
  const crowded = node.linked > node.prose * 0.5;
  const busy = crowded || (node.controls > 0 && node.prose < shortProse);
  if (tag === 'form' && busy) return true;
  if ((tag === 'header' || tag === 'footer') && (busy || (tag === 'footer' && node.prose < shortProse)))
    return true;
  const named = isNamedNoise(node) && tag !== 'body' && tag !== 'html';
  return (named && busy) || isLinkList(node);
}

/** A list of three or more items, nearly all of it links: a menu or a table of contents. */
function isLinkList(node: HtmlElement): boolean {
  if (node.tag !== 'ul' && node.tag !== 'ol') return false;
  const items = node.children.filter((child) => isElement(child) && child.tag === 'li').length;
  return items >= 3 && node.linked > node.prose * 0.8;
}
