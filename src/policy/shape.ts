import { isAlias, isMap, isScalar, isSeq, type ParsedNode, type YAMLMap } from 'yaml';
import type { Json, Params, Problem, Span } from '../base/index.ts';
import { nearest } from './near.ts';

/** A node of the file, or nothing where a key has no value. */
export type Node = ParsedNode | null;

const mostProblems = 100;
const mostShown = 60;

/** Where we are in the file: what was found wrong so far, and the path of the node that is read. */
export class Place {
  readonly path: string;
  readonly #problems: Problem[];
  readonly #parent: Span;

  constructor(problems: Problem[], path = '', parent: Span = { start: 0, end: 0 }) {
    this.#problems = problems;
    this.path = path;
    this.#parent = parent;
  }

  /** The place of a part of the node here. */
  at(part: string | number, node: Node): Place {
    const path =
      typeof part === 'number' ? `${this.path}[${part}]` : this.path ? `${this.path}.${part}` : part;
    return new Place(this.#problems, path, this.spanOf(node));
  }

  /** Where `node` stands; a missing value stands where its parent does. */
  spanOf(node: Node): Span {
    return node?.range ? { start: node.range[0], end: node.range[1] } : this.#parent;
  }

  /**
   * Notes a problem of `node`; beyond a hundred only the fact that there are more. Always undefined, to be
   * returned.
   */
  wrong(
    node: Node,
    code: string,
    more: { params?: Params; help?: string; severity?: Problem['severity'] } = {},
  ): undefined {
    if (this.#problems.length > mostProblems) return undefined;
    const rest = { severity: more.severity ?? ('error' as const), field: this.path, span: this.spanOf(node) };
    if (this.#problems.length === mostProblems)
      this.#problems.push({ code: 'problems-more', ...rest, severity: 'error' });
    else
      this.#problems.push({
        code,
        ...rest,
        params: { path: this.path, ...more.params },
        ...(more.help ? { help: more.help } : {}),
      });
    return undefined;
  }

  /** Notes that `written` is none of `choices`, with the one that was probably meant. */
  strange(node: Node, code: string, written: string, choices: Iterable<string>): undefined {
    if (this.#problems.length > mostProblems) return undefined;
    const near = nearest(written, choices);
    const value = written.length > mostShown ? `${written.slice(0, mostShown)}…` : written;
    const params = { value: value.toWellFormed(), ...(near ? { near } : {}) };
    return this.wrong(node, code, { params, ...(near ? { help: 'problem.near.help' } : {}) });
  }
}

/** What a value looks like. @source JSON Schema, draft 2020-12 */
export type Schema = { readonly [key: string]: Json };

/** Reads a node: the value, or undefined after a problem was noted. Never throws. */
export interface Read<T> {
  (node: Node, place: Place): T | undefined;
  /** What it takes, as far as a schema can say it. */
  readonly schema: Schema;
}

/** A reader of what `schema` says. */
export function reads<T>(schema: Schema, read: (node: Node, place: Place) => T | undefined): Read<T> {
  return Object.assign((node: Node, place: Place) => read(node, place), { schema });
}

/**
 * How a key of a record is read. `otherwise` gives what a missing key stands for; without it `must` decides.
 */
export interface Field<T> {
  readonly read: Read<T>;
  /** The key in the file, when it differs from the property. */
  readonly key?: string;
  readonly must?: boolean;
  readonly otherwise?: (soFar: Readonly<Record<string, unknown>>) => T;
}

/** How to read each key of an object. */
export type Fields<T> = { readonly [Key in keyof T]-?: Field<Exclude<T[Key], undefined>> };

/** A key that must be there. */
export const must = <T>(read: Read<T>): Field<T> => ({ read, must: true });
/** A key that may be left out. */
export const may = <T>(read: Read<T>): Field<T> => ({ read });
/** A key that, left out, stands for a value. */
export const or = <T>(read: Read<T>, otherwise: Field<T>['otherwise'] & object): Field<T> => ({
  read,
  otherwise,
});

/** The text of a scalar, whatever YAML would take it for. */
export function textIn(node: Node): string | undefined {
  if (!isScalar(node)) return undefined;
  const value: unknown = node.value;
  return typeof value === 'string' ? value : value === null ? '' : undefined;
}

/** Reads a text of at most `longest` code units. */
export const text = (longest = 4000): Read<string> =>
  reads({ type: 'string', maxLength: longest }, (node, place) => {
    if (isAlias(node)) return place.wrong(node, 'alias-refused');
    const value = textIn(node);
    if (value === undefined) return place.wrong(node, 'text-expected');
    if (!value.isWellFormed()) return place.wrong(node, 'text-malformed');
    return value.length > longest ? place.wrong(node, 'text-too-long', { params: { longest } }) : value;
  });

/** The number of a clause: as written, whatever a YAML program takes `3.1` for. */
export const numberAsWritten: Schema = { type: ['string', 'number'] };

/** Reads one of `choices`. */
export const oneOf = <T extends string>(choices: readonly T[], code = 'value-unknown'): Read<T> =>
  reads({ enum: choices }, (node, place) => {
    const value = text()(node, place);
    if (value === undefined) return undefined;
    return choices.find((choice) => choice === value) ?? place.strange(node, code, value, choices);
  });

/** Reads a text that `fits`; a problem of `code` otherwise. The value is not shown. */
export const fitting = (
  fits: (value: string) => boolean,
  code: string,
  schema: Schema = { type: 'string' },
): Read<string> =>
  reads(schema, (node, place) => {
    const value = text()(node, place);
    return value === undefined || fits(value) ? value : place.wrong(node, code);
  });

/** Reads a text of this form. */
export const formed = (form: RegExp, code: string): Read<string> =>
  fitting((value) => form.test(value), code, { type: 'string', pattern: form.source });

/** Reads a decimal number with `least ≤ number ≤ most`, whole when asked. */
export const number = (least: number, most: number, whole = true): Read<number> =>
  reads({ type: whole ? 'integer' : 'number', minimum: least, maximum: most }, (node, place) => {
    const value = text()(node, place);
    if (value === undefined) return undefined;
    const parsed = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(value) ? Number(value) : Number.NaN;
    if (parsed >= least && parsed <= most && (!whole || Number.isInteger(parsed))) return parsed;
    return place.wrong(node, whole ? 'number-whole' : 'number-between', { params: { least, most } });
  });

/** Reads `true` or `false`. */
export const yesNo: Read<boolean> = reads({ type: 'boolean' }, (node, place) => {
  const value = oneOf(['true', 'false'])(node, place);
  return value === undefined ? undefined : value === 'true';
});

/**
 * Reads a list; items that cannot be read are left out. A key without a value is an empty list.
 *
 * With `keyOf` an item whose key stood before is a warning (`row-twice`); it is kept.
 */
export const list = <T>(read: Read<T>, keyOf?: (item: T) => string): Read<readonly T[]> =>
  reads({ type: ['array', 'null'], items: read.schema }, (node, place) => {
    if (isAlias(node)) return place.wrong(node, 'alias-refused');
    if (node === null || textIn(node) === '') return [];
    if (!isSeq(node)) return place.wrong(node, 'list-expected');
    const seen = new Set<string>();
    const items: T[] = [];
    for (const [at, part] of (node.items as readonly Node[]).entries()) {
      const item = read(part, place.at(at, part));
      if (item === undefined) continue;
      const key = keyOf?.(item);
      if (key !== undefined && seen.has(key))
        place.at(at, part).wrong(part, 'row-twice', { params: { key }, severity: 'warning' });
      if (key !== undefined) seen.add(key);
      items.push(item);
    }
    return items;
  });

function entriesOf(node: YAMLMap.Parsed, place: Place, known: readonly string[]): Map<string, Node> {
  const entries = new Map<string, Node>();
  for (const { key, value } of node.items) {
    const name = textIn(key as Node);
    if (name === undefined) place.wrong(key as Node, 'key-expected');
    else if (entries.has(name))
      place.wrong(key as Node, 'key-twice', { params: { key: name.slice(0, mostShown) } });
    else if (!known.includes(name)) place.strange(key as Node, 'key-unknown', name, known);
    else entries.set(name, value as Node);
  }
  return entries;
}

function fieldIn(
  entries: ReadonlyMap<string, Node>,
  key: string,
  field: Field<unknown>,
  at: readonly [Node, Place],
): unknown {
  const [node, place] = at;
  if (entries.has(key)) return field.read(entries.get(key) as Node, place.at(key, node));
  return field.must ? place.wrong(node, 'key-missing', { params: { key } }) : undefined;
}

/**
 * Reads a record. Keys are read in the order of `fields`, not of the file, so that a later one may lean on
 * an earlier.
 *
 * Unknown keys and keys given twice are problems. Undefined when a key that must be there is missing or
 * wrong.
 */
export function record<T extends object>(fields: Fields<T>): Read<T> {
  const rows = (Object.entries(fields) as [string, Field<unknown>][]).map(
    ([property, field]) => [property, field.key ?? property, field] as const,
  );
  const known = rows.map(([, key]) => key);
  const schema: Schema = {
    type: 'object',
    properties: Object.fromEntries(rows.map(([, key, { read }]) => [key, read.schema])),
    required: rows.filter(([, , field]) => field.must).map(([, key]) => key),
    additionalProperties: false,
  };
  return reads(schema, (node, place) => {
    if (isAlias(node)) return place.wrong(node, 'alias-refused');
    if (!isMap(node)) return place.wrong(node, 'record-expected');
    const entries = entriesOf(node as YAMLMap.Parsed, place, known);
    const made: Record<string, unknown> = {};
    for (const [property, key, field] of rows) {
      const value = fieldIn(entries, key, field, [node, place]) ?? field.otherwise?.(made);
      if (value !== undefined) made[property] = value;
    }
    const whole = rows.every(([property, , field]) => !field.must || made[property] !== undefined);
    return whole ? (made as T) : undefined;
  });
}
