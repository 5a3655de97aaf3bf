import { Parser } from 'htmlparser2';
import { KepilError } from '../base/index.ts';

/** A run of characters in a page: decoded, with its code units in the source. */
export interface HtmlText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * An element of a page. `prose` and `linked` count visible code units beneath it, in all and within links;
 * `controls` buttons and fields.
 */
export interface HtmlElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (HtmlElement | HtmlText)[];
  prose: number;
  linked: number;
  controls: number;
}

/** Elements within elements no page needs; deeper ones are refused, since parsing slows with depth. */
const deepest = 1000;

/** Elements and runs of text no page needs; more are refused, since each takes memory. */
const mostParts = 500_000;

/** Elements whose content no visitor reads as text. */
const unseen: ReadonlySet<string> = new Set(
  (
    'script style template noscript svg math canvas iframe object audio video head ' +
    'button select textarea option'
  ).split(' '),
);

const controls: ReadonlySet<string> = new Set(['button', 'input', 'select', 'textarea']);

/**
 * The elements and texts of a page, what nobody sees left out. Runs no script and fetches nothing. O(n).
 *
 * @throws KepilError `ERR_USAGE` when elements lie more than a thousand deep or are half a million
 */
export function treeOf(html: string): HtmlElement {
  const root = element('#root', {});
  const open = [root];
  let parts = 0;
  const counted = () => {
    parts++;
    if (parts > mostParts) throw new KepilError('ERR_USAGE', 'too-many-parts', { n: mostParts });
  };
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (open.length > deepest) throw new KepilError('ERR_USAGE', 'html-too-deep', { n: deepest });
      counted();
      const child = element(tag, attributes);
      if (!isHidden(child)) (open.at(-1) as HtmlElement).children.push(child);
      open.push(child);
    },
    ontext(text) {
      counted();
      const { startIndex: start, endIndex } = parser;
      (open.at(-1) as HtmlElement).children.push({ text, start, end: endIndex + 1 });
    },
    onclosetag() {
      const closed = open.pop() as HtmlElement;
      weigh(closed);
      if (controls.has(closed.tag)) (open.at(-1) as HtmlElement).controls += 1;
    },
  });
  parser.end(html);
  weigh(root);
  return root;
}

/** Whether a node is an element. */
export function isElement(node: HtmlElement | HtmlText): node is HtmlElement {
  return 'tag' in node;
}

function element(tag: string, attributes: Record<string, string>): HtmlElement {
  return { tag, attributes, children: [], prose: 0, linked: 0, controls: 0 };
}

function isHidden({ tag, attributes }: HtmlElement): boolean {
  if (unseen.has(tag)) return true;
  if ('hidden' in attributes || attributes['aria-hidden'] === 'true') return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.style ?? '');
}

function weigh(closed: HtmlElement): void {
  for (const child of closed.children) {
    closed.prose += isElement(child) ? child.prose : child.text.trim().length;
    if (!isElement(child)) continue;
    closed.linked += child.linked;
    closed.controls += child.controls;
  }
  if (closed.tag === 'a' && closed.attributes.href !== undefined) closed.linked = closed.prose;
}
