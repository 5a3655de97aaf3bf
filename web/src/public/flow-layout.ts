/** The way of a datum, as the server says it. */
export interface FlowRow {
  readonly category: string;
  readonly purposes: readonly string[];
  readonly recipients: readonly string[];
}

/** Categories that go the same way stand together as one node. */
interface Way {
  readonly categories: readonly string[];
  readonly purposes: readonly string[];
  readonly recipients: readonly string[];
}

/** A node: its lines of text and where they stand, in the units of the sheet. */
export interface FlowNode {
  readonly lines: readonly string[];
  readonly top: number;
  readonly height: number;
}

/** Three columns and the links between neighbours, as indices. */
export interface FlowGraph {
  readonly columns: readonly [readonly FlowNode[], readonly FlowNode[], readonly FlowNode[]];
  readonly toPurpose: readonly (readonly [number, number])[];
  readonly toRecipient: readonly (readonly [number, number])[];
}

/** How wide a line may be, how tall it is, and how much air is between nodes. */
export interface FlowMeasure {
  readonly letters: number;
  readonly leading: number;
  readonly gap: number;
}

/** Breaks a text into lines of at most `letters`; a longer word stands alone. */
export function wrap(text: string, letters: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/u)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function waysOf(rows: readonly FlowRow[]): readonly Way[] {
  const ways = new Map<
    string,
    { categories: string[]; purposes: readonly string[]; recipients: readonly string[] }
  >();
  for (const row of rows) {
    const key = JSON.stringify([[...row.purposes].sort(), [...row.recipients].sort()]);
    const way = ways.get(key);
    if (way) way.categories.push(row.category);
    else ways.set(key, { categories: [row.category], purposes: row.purposes, recipients: row.recipients });
  }
  return [...ways.values()];
}

/** The names, each once, ordered by the middle of what leads to them, so that lines cross less. */
function ordered(links: readonly (readonly [number, string])[]): readonly string[] {
  const seen = new Map<string, { sum: number; n: number }>();
  for (const [from, name] of links) {
    const at = seen.get(name) ?? { sum: 0, n: 0 };
    seen.set(name, { sum: at.sum + from, n: at.n + 1 });
  }
  const middle = (name: string) => {
    const at = seen.get(name);
    return at ? at.sum / at.n : 0;
  };
  return [...seen.keys()].sort((a, b) => middle(a) - middle(b));
}

function stack(texts: readonly (readonly string[])[], measure: FlowMeasure): readonly FlowNode[] {
  let top = 0;
  return texts.map((names) => {
    const lines = names.flatMap((name) => wrap(name, measure.letters));
    const node = { lines, top, height: lines.length * measure.leading };
    top += node.height + measure.gap;
    return node;
  });
}

function indices(
  links: readonly (readonly [number, string])[],
  names: readonly string[],
): readonly (readonly [number, number])[] {
  const known = new Set<string>();
  return links
    .map(([from, name]) => [from, names.indexOf(name)] as const)
    .filter(([from, to]) => {
      const key = `${from}-${to}`;
      if (known.has(key)) return false;
      known.add(key);
      return true;
    });
}

/** Lays the ways of data out in three columns, each starting at 0. Pure; O(rows × purposes × recipients). */
export function layFlow(rows: readonly FlowRow[], measure: FlowMeasure): FlowGraph {
  const ways = waysOf(rows);
  const first = ways.flatMap((way, index) => way.purposes.map((purpose) => [index, purpose] as const));
  const purposes = ordered(first);
  const second = ways.flatMap((way) =>
    way.purposes.flatMap((purpose) =>
      way.recipients.map((name) => [purposes.indexOf(purpose), name] as const),
    ),
  );
  const recipients = ordered(second);
  return {
    columns: [
      stack(
        ways.map((way) => way.categories),
        measure,
      ),
      stack(
        purposes.map((name) => [name]),
        measure,
      ),
      stack(
        recipients.map((name) => [name]),
        measure,
      ),
    ],
    toPurpose: indices(first, purposes),
    toRecipient: indices(second, recipients),
  };
}

/** Where the last node of a column ends. */
export function bottomOf(nodes: readonly FlowNode[]): number {
  const last = nodes.at(-1);
  return last ? last.top + last.height : 0;
}

/** The middle of a node's height. */
export function middleOf(node: FlowNode): number {
  return node.top + node.height / 2;
}
