import {
  Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  Pair,
  parseDocument,
  Scalar,
  YAMLMap,
  YAMLSeq,
} from 'yaml';
import type { Problem } from '../base/index.ts';
import { sections } from './format.ts';
import { laidOut } from './layout.ts';
import { parsePolicy } from './parse.ts';
import { policyReader } from './rows.ts';
import type { Schema } from './shape.ts';

/** A file in the layout of the house, or what is wrong with it. */
export interface Arranged {
  /** Absent when a problem is an error: a file with errors stays as it is. */
  readonly text?: string;
  readonly problems: readonly Problem[];
}

/**
 * Lays a policy file out: sections and keys in order, short rows on one line, numbers of clauses quoted,
 * as `formatPolicy` writes them. Nothing is added or left out; remarks stay beside what they are about.
 *
 * Laid out again it is the same, and what `formatPolicy` wrote stays as it is. Never throws. O(length).
 */
export function arrangeFile(text: string): Arranged {
  const { problems } = parsePolicy(text);
  if (problems.some(({ severity }) => severity === 'error')) return { problems };
  const given = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, resolveKnownTags: false });
  const made = new Document();
  const heads = [given.commentBefore, headOf(given.contents)].filter(Boolean);
  made.commentBefore = heads.join('\n\n') || null;
  made.contents = arranged(given.contents, policyReader().schema) as typeof made.contents;
  if (isMap(made.contents)) made.contents.items.sort(byPlace(sections, 0));
  made.comment = given.comment;
  return { text: laidOut(made), problems };
}

/** Takes what stands above the first key: it is about the file. */
function headOf(contents: unknown): string | undefined {
  const key = isMap(contents) ? (contents.items[0]?.key as Scalar | undefined) : undefined;
  const head = key?.commentBefore ?? undefined;
  if (key) key.commentBefore = null;
  return head;
}

const partOf = (schema: Schema, key: string): Schema =>
  ((schema['properties'] as Readonly<Record<string, Schema>> | undefined)?.[key] ??
    schema['additionalProperties'] ??
    {}) as Schema;

/** A node as new, with its remarks: what YAML takes a scalar for follows from what the schema wants there. */
function arranged(node: Node | null, schema: Schema): Node {
  const made = isMap(node)
    ? arrangedMap(node, schema)
    : isSeq(node)
      ? arrangedList(node, (schema['items'] ?? {}) as Schema)
      : arrangedScalar(node, schema);
  if (node?.commentBefore) made.commentBefore = node.commentBefore;
  if (node?.comment) made.comment = node.comment;
  return made;
}

function arrangedMap(node: YAMLMap, schema: Schema): YAMLMap {
  const made = new YAMLMap<Scalar, Node>();
  made.items = node.items.map(({ key, value }) => {
    const name = arranged(key as Node, {}) as Scalar;
    return new Pair(name, arranged(value as Node | null, partOf(schema, String(name.value))));
  });
  const order = Object.keys((schema['properties'] ?? {}) as object);
  made.items.sort(byPlace(order, order.length));
  return made;
}

function arrangedList(node: YAMLSeq, items: Schema): YAMLSeq {
  const made = new YAMLSeq<Node>();
  made.items = node.items.map((item) => arranged(item as Node, items));
  return made;
}

function arrangedScalar(node: Node | null, schema: Schema): Node {
  const text = isScalar(node) && typeof node.value === 'string' ? node.value : '';
  const type = [schema['type']].flat();
  if (text === '' && type.includes('array')) return new YAMLSeq();
  if (type.includes('boolean')) return new Scalar(text === 'true');
  const isNumber = !type.includes('string') && (type.includes('integer') || type.includes('number'));
  return new Scalar(isNumber ? Number(text) : text);
}

/** Orders pairs by where their key stands in `order`; `others` come there. Stable. */
function byPlace(order: readonly string[], others: number) {
  const placeOf = ({ key }: Pair) => {
    const at = order.indexOf(String((key as Scalar).value));
    return at < 0 ? others : at;
  };
  return (a: Pair, b: Pair) => placeOf(a) - placeOf(b);
}
