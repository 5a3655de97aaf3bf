import type { HtmlElement } from './html-tree.ts';
import { numeral } from './numeral.ts';

const formats: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};

/** Counts the items of one list as a browser does: `start`, `reversed`, `type`, and `value` of an item. */
export class ListNumbers {
  readonly #list: HtmlElement;
  #next: number;

  constructor(list: HtmlElement) {
    this.#list = list;
    this.#next = whole(list.attributes.start) ?? 1;
  }

  /** The mark printed before the next item. */
  next(item: HtmlElement): string {
    if (this.#list.tag !== 'ol') return '-';
    const at = whole(item.attributes.value) ?? this.#next;
    this.#next = at + ('reversed' in this.#list.attributes ? -1 : 1);
    return `${numeral(at, formats[this.#list.attributes.type ?? ''] ?? 'decimal')}.`;
  }
}

function whole(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d{1,6}$/.test(text) ? Number(text) : undefined;
}
