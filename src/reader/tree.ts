import type { Line } from './lines.ts';

/** A clause in the making. */
export interface TreeNode {
  readonly id: string;
  readonly number: string;
  readonly kind: 'heading' | 'clause';
  readonly parent: TreeNode | undefined;
  readonly line: Line;
}

interface List {
  readonly parent: TreeNode | undefined;
  readonly style: string;
  readonly indent: number;
  last: number;
}

interface Place {
  readonly line: Line;
  readonly parent: TreeNode | undefined;
  /** The last part of the path. */
  readonly step: string;
  readonly kind: TreeNode['kind'];
  readonly path?: string;
}

/** Grows the clause tree line by line: keeps the open section, the open clause and the open lists. */
export class Tree {
  readonly nodes: TreeNode[] = [];
  private readonly ids = new Set<string>();
  private readonly counts = new Map<string, number>();
  private readonly decimals = new Map<string, TreeNode>();
  private open: TreeNode | undefined;
  private scope: TreeNode | undefined;
  private top: TreeNode | undefined;
  private lists: List[] = [];
  private last: TreeNode | undefined;
  private table: TreeNode | undefined;
  private hashes: TreeNode[] = [];

  /** Whether the last line was an item that printed neither number nor bullet. */
  get inBareList(): boolean {
    return this.lists.at(-1)?.style === 'bare';
  }

  title(line: Line): void {
    this.add({ line, parent: undefined, step: 'T', kind: 'heading' });
  }

  signature(line: Line): void {
    this.add({ line, parent: undefined, step: `S.${this.count('S')}`, kind: 'clause' });
  }

  /** A Markdown heading: under the nearest one of a higher level, by its number or a letter. */
  hash(line: Line): void {
    while ((this.hashes.at(-1)?.line.hash ?? 0) >= line.hash) this.hashes.pop();
    const parent = this.hashes.at(-1);
    const own = line.marker?.steps.join('.');
    const step = own ?? letters(this.count(`${parent?.id ?? ''}#`));
    const path = line.marker?.kind === 'decimal' ? own : undefined;
    const node = this.add({ line, parent, step, kind: 'heading', ...(path && { path }) });
    if (own && line.marker?.kind !== 'decimal') this.decimals.clear();
    if (own) this.decimals.set(own, node);
    this.hashes.push(node);
    this.enter(node);
    this.top = node;
  }

  /** A row of a table: the head stands where it stands, the rows under it. */
  row(line: Line, inside: boolean): void {
    const parent = inside ? this.table : (this.open ?? this.scope);
    const name = parent?.id ?? 'P';
    const step = `${parent ? '' : 'P.'}r${this.count(`${name}.r`)}`;
    const node = this.add({ line, parent, step, kind: 'clause' });
    if (!inside) this.table = node;
    this.lists = [];
  }

  section(line: Line, heading: boolean): void {
    const step = line.marker?.steps[0] ?? '0';
    const node = this.add({ line, parent: undefined, step, kind: heading ? 'heading' : 'clause' });
    this.decimals.clear();
    this.decimals.set(step, node);
    this.enter(node);
    this.top = node;
  }

  heading(line: Line, inside: boolean): void {
    const bare = this.last?.kind === 'heading' && this.last.number === '' && this.last.id !== 'T';
    const parent = bare ? this.last : inside ? this.top : undefined;
    const step = letters(this.count(`${parent?.id ?? ''}#`));
    this.enter(this.add({ line, parent, step, kind: 'heading' }));
  }

  decimal(line: Line, heading: boolean): void {
    const steps = line.marker?.steps ?? [];
    const path = steps.join('.');
    const parent = this.prefixOf(steps) ?? this.top;
    const step = String(steps.at(-1));
    const node = this.add({ line, parent, step, kind: heading ? 'heading' : 'clause', path });
    this.decimals.set(path, node);
    this.enter(node);
  }

  paragraph(line: Line): void {
    // Text without a number belongs to the open heading or numbered clause.
    const parent = this.scope;
    const name = parent?.id ?? 'P';
    const number = this.count(`${name}.p`);
    const step = parent ? `p${number}` : `P.${number}`;
    this.lists = [];
    this.open = this.add({ line, parent, step, kind: 'clause' });
  }

  item(line: Line): void {
    const marker = line.marker;
    const style = marker ? `${marker.kind}${marker.style}` : 'bare';
    const ordinal = marker?.parts.at(-1);
    const list = this.listFor(line, style, ordinal);
    list.last = ordinal ?? list.last + 1;
    const step = marker?.kind === 'letter' ? letters(list.last).toLowerCase() : String(list.last);
    this.add({ line, parent: list.parent, step, kind: 'clause' });
  }

  private prefixOf(steps: readonly string[]): TreeNode | undefined {
    for (let length = steps.length - 1; length > 0; length--) {
      const node = this.decimals.get(steps.slice(0, length).join('.'));
      if (node) return node;
    }
    return undefined;
  }

  private enter(node: TreeNode): void {
    this.scope = node;
    this.open = node;
    this.lists = [];
  }

  private listFor(line: Line, style: string, ordinal: number | undefined): List {
    for (let depth = this.lists.length - 1; depth >= 0; depth--) {
      const list = this.lists[depth] as List;
      const same =
        list.style === style && (ordinal === undefined ? list.indent === line.indent : ordinal > list.last);
      if (!same) continue;
      this.lists.length = depth + 1;
      return list;
    }
    const nested = this.lists.length > 0 && this.isLead(line);
    if (!nested) this.lists = [];
    const list: List = { parent: nested ? this.last : this.open, style, indent: line.indent, last: 0 };
    this.lists.push(list);
    return list;
  }

  private isLead(line: Line): boolean {
    const above = this.last?.line;
    return above !== undefined && (above.text.trimEnd().endsWith(':') || line.indent > above.indent);
  }

  private add(place: Place): TreeNode {
    const { line, parent, step, kind } = place;
    const path = place.path ?? (parent ? `${parent.id}.${step}` : step);
    const id = this.unique(path);
    const node: TreeNode = { id, number: line.marker?.printed ?? '', kind, parent, line };
    this.nodes.push(node);
    this.last = node;
    return node;
  }

  /** `path`, or `path` and a letter; each path remembers its letter, so that equal numbers stay linear. */
  private unique(path: string): string {
    let id = path;
    while (this.ids.has(id)) id = `${path}${letters(this.count(`${path}'`) + 1).toLowerCase()}`;
    this.ids.add(id);
    return id;
  }

  private count(name: string): number {
    const next = (this.counts.get(name) ?? 0) + 1;
    this.counts.set(name, next);
    return next;
  }
}

/** 1 → A, 26 → Z, 27 → AA. */
function letters(n: number): string {
  let out = '';
  for (let rest = n; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    out = String.fromCharCode(65 + ((rest - 1) % 26)) + out;
  }
  return out;
}
