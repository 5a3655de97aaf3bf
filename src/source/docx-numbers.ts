import { numeral } from './numeral.ts';
import { eventsOf, type XmlEvent } from './xml.ts';

interface Level {
  start: number;
  format: string;
  text: string;
}

interface Numbering {
  readonly levels: Map<number, Level>;
  /** What its lists have counted so far, level by level. */
  readonly counts: number[];
}

interface List {
  readonly shared: Numbering;
  /** Levels that start anew in this list, and from where. */
  readonly starts: Map<number, number>;
}

/** The list and level a paragraph or a style belongs to. */
export interface NumberedAs {
  readonly list: string;
  readonly level: number;
}

/**
 * Counts the paragraphs of a document as Word does and gives the number it prints before each.
 *
 * Lists of one abstract definition count together, except where a list says that a level starts anew.
 * @source ISO/IEC 29500-1 §17.9
 */
export class DocxNumbers {
  readonly #lists: ReadonlyMap<string, List>;
  readonly #begun = new Set<string>();
  readonly #styles: ReadonlyMap<string, StyleRow>;

  constructor(numbering: string | undefined, styles: string | undefined) {
    this.#lists = numbering === undefined ? new Map() : listsOf(eventsOf(numbering));
    this.#styles = styles === undefined ? new Map() : stylesOf(eventsOf(styles));
  }

  /** The list a style puts its paragraphs into, its own or that of the style it is based on. */
  ofStyle(style: string): NumberedAs | undefined {
    const row = this.#inherited(style, (found) => found.list !== undefined);
    return row?.list === undefined ? undefined : { list: row.list, level: row.level ?? 0 };
  }

  /** Whether a style is a heading: it has a place in the outline. */
  isHeading(style: string): boolean {
    return this.#inherited(style, ({ outline }) => outline) !== undefined;
  }

  /** The number printed before the next paragraph of a list; empty where nothing is. */
  next({ list, level }: NumberedAs): string {
    const found = this.#lists.get(list);
    const row = found?.shared.levels.get(level);
    if (!found || !row) return '';
    const { counts, levels } = found.shared;
    const anew = `${list}.${level}`;
    const start = found.starts.get(level);
    if (start !== undefined && !this.#begun.has(anew)) counts[level] = start;
    else counts[level] = (counts[level] ?? row.start - 1) + 1;
    this.#begun.add(anew);
    counts.length = level + 1;
    if (row.format === 'none') return '';
    if (row.format === 'bullet') return '-';
    return row.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const { start: from = 1, format = 'decimal' } = levels.get(at) ?? {};
      return numeral(counts[at] ?? from, format);
    });
  }

  #inherited(style: string, wanted: (row: StyleRow) => boolean): StyleRow | undefined {
    const seen = new Set<string>();
    for (let at: string | undefined = style; at !== undefined && !seen.has(at); ) {
      seen.add(at);
      const row = this.#styles.get(at);
      if (row && wanted(row)) return row;
      at = row?.basedOn;
    }
    return undefined;
  }
}

interface StyleRow {
  basedOn?: string;
  list?: string;
  level?: number;
  outline: boolean;
}

function stylesOf(events: readonly XmlEvent[]): ReadonlyMap<string, StyleRow> {
  const styles = new Map<string, StyleRow>();
  let row: StyleRow | undefined;
  for (const event of events) {
    if (event.kind !== 'open') continue;
    const { tag, attributes } = event;
    const value = attributes.val ?? '';
    if (tag === 'style') {
      row = { outline: false };
      styles.set(attributes.styleId ?? '', row);
    } else if (!row) continue;
    else if (tag === 'basedOn') row.basedOn = value;
    else if (tag === 'numId') row.list = value;
    else if (tag === 'ilvl') row.level = Number(value);
    else if (tag === 'outlineLvl') row.outline = Number(value) < 9;
  }
  return styles;
}

/** What `numbering.xml` defines: abstract definitions first, then the lists made of them. */
function listsOf(events: readonly XmlEvent[]): ReadonlyMap<string, List> {
  const abstracts = new Map<string, Numbering>();
  const lists = new Map<string, List>();
  let shared: Numbering = { levels: new Map(), counts: [] };
  let level: Level = { start: 1, format: 'decimal', text: '' };
  let list = '';
  let starts = new Map<number, number>();
  let overridden = 0;
  const take: Readonly<Record<string, (of: Readonly<Record<string, string>>, value: string) => void>> = {
    abstractNum(of) {
      shared = { levels: new Map(), counts: [] };
      abstracts.set(of.abstractNumId ?? '', shared);
    },
    lvl(of) {
      level = { start: 1, format: 'decimal', text: '' };
      if (list === '') shared.levels.set(Number(of.ilvl), level);
    },
    start: (_, value) => {
      level.start = Number(value);
    },
    numFmt: (_, value) => {
      level.format = value;
    },
    lvlText: (_, value) => {
      level.text = value;
    },
    num(of) {
      list = of.numId ?? '';
      starts = new Map();
    },
    abstractNumId(_, value) {
      const known = abstracts.get(value);
      if (known) lists.set(list, { shared: known, starts });
    },
    lvlOverride(of) {
      overridden = Number(of.ilvl);
    },
    startOverride: (_, value) => void starts.set(overridden, Number(value)),
  };
  for (const event of events) {
    if (event.kind === 'open') take[event.tag]?.(event.attributes, event.attributes.val ?? '');
  }
  return lists;
}
