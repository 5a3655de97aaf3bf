import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Node } from 'oxc-parser';
import { nodesOf, parseSource } from '../tidy/source.ts';

/** Which tests break the system under a kind of pledge and see its probe go red: `file: title`, sorted. */
export type Breakers = ReadonlyMap<string, readonly string[]>;

const scenarios = 'test/scenarios';

/** Reads the breakers off the syntax of the scenarios; a kind or a title that cannot be read is an error. */
export function gatherBreakers(root: string): Breakers {
  const found = new Map<string, string[]>();
  for (const file of readdirSync(join(root, scenarios)).sort()) {
    if (!file.endsWith('.test.ts')) continue;
    const path = `${scenarios}/${file}`;
    const { program } = parseSource(path, readFileSync(join(root, path), 'utf8'));
    for (const { node, parents } of nodesOf(program)) {
      for (const kind of brokenKinds(node, parents)) {
        const title = [...parents].reverse().flatMap((parent) => titleOf(parent) ?? [])[0];
        if (title === undefined) throw new Error(`${path}: ${kind} is broken outside of a test`);
        const said =
          title.startsWith(':') || title.startsWith(`${kind}:`) ? title.replace(/^[^:]*: /, '') : title;
        found.set(kind, [...(found.get(kind) ?? []), `${file.slice(0, -'.test.ts'.length)}: ${said}`]);
      }
    }
  }
  return new Map([...found].sort().map(([kind, tests]) => [kind, [...new Set(tests)].sort()]));
}

/** The kinds that a call breaks: one written out, or those of the loop it stands in. */
function brokenKinds(node: Node, parents: readonly Node[]): readonly string[] {
  if (node.type !== 'CallExpression' || !isCallTo(node.callee, 'turnsRed')) return [];
  const [kind] = node.arguments;
  if (kind?.type === 'Literal') return [String(kind.value)];
  const loop = parents.find((parent) => parent.type === 'ForOfStatement');
  if (loop?.type !== 'ForOfStatement' || loop.right.type !== 'ArrayExpression')
    throw new Error('a kind of pledge is broken that is not written out');
  return loop.right.elements.flatMap((one) => (one?.type === 'Literal' ? [String(one.value)] : []));
}

const isCallTo = (callee: Node, name: string): boolean =>
  callee.type === 'MemberExpression' &&
  callee.property.type === 'Identifier' &&
  callee.property.name === name;

/** The title of `it('…')`, `it.each(…)('…')`, `describe('…')`; of a template what is written out. */
function titleOf(node: Node): string | undefined {
  if (node.type !== 'CallExpression') return undefined;
  const { callee } = node;
  const single = callee.type === 'Identifier' && ['it', 'describe'].includes(callee.name);
  const several = callee.type === 'CallExpression' && isCallTo(callee.callee, 'each');
  if (!single && !several) return undefined;
  const [title] = node.arguments;
  if (title?.type === 'Literal') return String(title.value);
  if (title?.type !== 'TemplateLiteral') return undefined;
  return title.quasis.map(({ value }) => value.raw).join('');
}

const head = `/**
 * Which tests break the system under a kind of pledge and see its probe go red, as \`file: what is broken\`.
 * Written by \`npm run manifest\` from the tests; a test fails when it is not up to date.
 */
export const breakers: Readonly<Record<string, readonly string[]>> = {
`;

const quoted = (text: string) => `'${text.replaceAll("'", "\\'")}'`;

/** The manifest as a file of the program. */
export function manifestText(all: Breakers): string {
  const rows = [...all].map(
    ([kind, tests]) =>
      `  ${quoted(kind)}: [\n${tests.map((test) => `    ${quoted(test)},\n`).join('')}  ],\n`,
  );
  return `${head}${rows.join('')}};\n`;
}
