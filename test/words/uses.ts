import type { Node } from 'oxc-parser';
import { nodesOf, type Source } from '../tidy/source.ts';

/** A key made at run time: fixed pieces, and holes (`undefined`) where a code stands. */
export type Shape = readonly (string | undefined)[];

/** What the product says: keys and codes written out, and the shapes of keys made of codes. */
export interface Uses {
  /** Every text written out in the program and every name of a property: keys and codes are among them. */
  readonly texts: ReadonlySet<string>;
  readonly shapes: readonly { readonly at: string; readonly shape: Shape }[];
}

const plural = /_(zero|one|two|few|many|other)$/;

/** A key without the suffix of its plural form. */
export function stemOf(key: string): string {
  return key.replace(plural, '');
}

/** Methods of a speaker, with what they put before and between the pieces they are given. */
const speaking: Readonly<
  Record<string, (pieces: readonly Node[]) => readonly (Node | string)[] | undefined>
> = {
  say: ([key]) => key && [key],
  has: ([key]) => key && [key],
  sayCode: ([prefix, code]) => prefix && code && [prefix, '.', code],
  label: ([facet, label]) => facet && label && ['label.', facet, '.', label],
  title: ([facet, label]) => facet && label && ['label.', facet, '.', label],
};

/** Looks through the sources for every key that may be said. O(nodes). */
export function usesOf(sources: readonly Source[]): Uses {
  const texts = new Set<string>();
  const shapes: { at: string; shape: Shape }[] = [];
  for (const source of sources) {
    for (const { node } of nodesOf(source.program)) {
      for (const text of textsOf(node)) texts.add(text);
      for (const shape of shapesOf(node))
        shapes.push({ at: `${source.path}:${source.lineOf(node.start)}`, shape });
    }
  }
  return {
    texts,
    shapes: shapes.filter(({ shape }) => shape.some((piece) => piece !== undefined && piece !== '.')),
  };
}

function textsOf(node: Node): readonly string[] {
  if (node.type === 'Literal' && typeof node.value === 'string') return [node.value];
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0)
    return [node.quasis[0]?.value.cooked ?? ''];
  if (node.type === 'Property' && node.key.type === 'Identifier' && !node.computed) return [node.key.name];
  return [];
}

function shapesOf(node: Node): readonly Shape[] {
  if (node.type === 'TemplateLiteral' && node.expressions.length > 0) return piecesOf(node);
  if (node.type !== 'CallExpression') return [];
  const { callee } = node;
  const name =
    callee.type === 'Identifier'
      ? callee.name
      : callee.type === 'MemberExpression' && callee.property.type === 'Identifier'
        ? callee.property.name
        : '';
  const parts = Object.hasOwn(speaking, name) ? speaking[name]?.(node.arguments) : undefined;
  if (!parts) return [];
  return parts.reduce<readonly Shape[]>(
    (made, part) => {
      const pieces = typeof part === 'string' ? [[part]] : piecesOf(part);
      return made.flatMap((before) => pieces.map((after) => [...before, ...after]));
    },
    [[]],
  );
}

/** What an expression may say: one shape for each of its branches. */
function piecesOf(node: Node): readonly Shape[] {
  if (node.type === 'Literal' && typeof node.value === 'string') return [[node.value]];
  if (node.type === 'ConditionalExpression')
    return [...piecesOf(node.consequent), ...piecesOf(node.alternate)];
  if (node.type !== 'TemplateLiteral') return [[undefined]];
  const shape: (string | undefined)[] = [];
  for (const [at, quasi] of node.quasis.entries()) {
    if (quasi.value.cooked) shape.push(quasi.value.cooked);
    if (at < node.expressions.length) shape.push(undefined);
  }
  return [shape];
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A shape as a pattern; each hole is a group. */
function patternOf(shape: Shape): RegExp {
  return new RegExp(
    `^${shape.map((piece) => (piece === undefined ? '([\\w.-]+)' : escaped(piece))).join('')}$`,
  );
}

/**
 * Keys that nothing in the program can say: written out nowhere, and in no hole of any shape stands a code
 * that is written out somewhere.
 */
export function unusedKeys(keys: readonly string[], { texts, shapes }: Uses): readonly string[] {
  const patterns = [...new Set(shapes.map(({ shape }) => patternOf(shape).source))].map(
    (text) => new RegExp(text),
  );
  const said = (key: string) =>
    texts.has(key) ||
    patterns.some((pattern) => {
      const holes = pattern.exec(key)?.slice(1);
      return holes?.every((code) => texts.has(code));
    });
  return [...new Set(keys.map(stemOf))].filter((key) => !said(key));
}

/** Keys made of fixed pieces alone that the catalogue does not have. */
export function missingKeys(keys: readonly string[], { shapes }: Uses): readonly string[] {
  const known = new Set(keys.map(stemOf));
  const fixed = shapes.filter(({ shape }) => shape.every((piece) => piece !== undefined));
  return fixed
    .map(({ at, shape }) => ({ at, key: shape.join('') }))
    .filter(({ key }) => key.includes('.') && !known.has(key))
    .map(({ at, key }) => `${at}: ${key}`);
}
