import { isBuiltin } from 'node:module';
import type { Node } from 'oxc-parser';
import type { Finding } from './finding.ts';
import { purePackages, rooms } from './rooms.ts';
import { isTest, nodesOf, type Place, roomOf, type Source } from './source.ts';

const worldly = new Set([
  'fetch',
  'process',
  'console',
  'globalThis',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'Buffer',
  'require',
  'localStorage',
  'document',
  'window',
]);
const worldlyMembers = new Set([
  'Date.now',
  'Math.random',
  'crypto.subtle',
  'crypto.getRandomValues',
  'crypto.randomUUID',
  'import.meta',
]);

/** Clock, chance, environment, file, network and waiting in a room that promises to have none. */
export function checkPurity(sources: readonly Source[]): readonly Finding[] {
  return sources.flatMap((source) => {
    const room = roomOf(source.path);
    if (room === undefined || isTest(source.path) || !rooms[room]?.pure) return [];
    return [...foreignImports(source, room), ...effects(source)];
  });
}

function foreignImports(source: Source, room: string): readonly Finding[] {
  return source.imports.flatMap((one) => {
    if (one.inside) return [];
    const say = (what: string) => [{ file: source.path, line: one.line, rule: 'purity', what }];
    if (isBuiltin(one.target)) return say(`a pure room may not import ${one.target}`);
    const allowed = purePackages[room] ?? [];
    const known = allowed.some((name) => one.target === name || one.target.startsWith(`${name}/`));
    return known ? [] : say(`the package ${one.target} is not on the list of ${room}`);
  });
}

function effects(source: Source): readonly Finding[] {
  const places = [...nodesOf(source.program)];
  const declared = declaredNames(places);
  return places.flatMap((place) => {
    const what = effectOf(place, declared);
    const line = source.lineOf(place.node.start);
    return what === undefined ? [] : [{ file: source.path, line, rule: 'purity', what }];
  });
}

function effectOf(place: Place, declared: ReadonlySet<string>): string | undefined {
  const { node } = place;
  if (node.type === 'AwaitExpression') return 'a pure room does not wait: await';
  if (node.type === 'ImportExpression') return 'a pure room does not load at run time: import()';
  if (isFunction(node) && node.async) return 'a pure room is synchronous: async';
  if (node.type === 'MetaProperty') return worldlyMember(node.meta.name, node.property.name);
  if ((node.type === 'NewExpression' || node.type === 'CallExpression') && isNamed(node.callee, 'Date')) {
    return node.type === 'CallExpression' || node.arguments.length === 0
      ? 'reads the clock: Date'
      : undefined;
  }
  if (node.type === 'MemberExpression' && !node.computed && node.object.type === 'Identifier') {
    return worldlyMember(node.object.name, node.property.type === 'Identifier' ? node.property.name : '');
  }
  if (node.type === 'Identifier' && worldly.has(node.name) && !declared.has(node.name) && isUse(place)) {
    return `reaches into the world: ${node.name}`;
  }
  return undefined;
}

function worldlyMember(object: string, member: string): string | undefined {
  const name = `${object}.${member}`;
  return worldlyMembers.has(name) ? `reaches into the world: ${name}` : undefined;
}

function isNamed(node: Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name;
}

function isFunction(node: Node): node is Extract<Node, { async: boolean; params: unknown }> {
  return (
    node.type === 'FunctionDeclaration' ||
    node.type === 'FunctionExpression' ||
    node.type === 'ArrowFunctionExpression'
  );
}

/** Names that the file gives to something of its own: parameters, variables, imports. */
function declaredNames(places: readonly Place[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { node, parents } of places) {
    if (node.type !== 'Identifier') continue;
    const parent = parents.at(-1);
    const binds =
      (parent?.type === 'VariableDeclarator' && parent.id === node) ||
      (parent !== undefined && isFunction(parent) && (parent.params as readonly Node[]).includes(node)) ||
      parent?.type === 'ImportSpecifier' ||
      (parent?.type === 'Property' && parents.at(-2)?.type === 'ObjectPattern');
    if (binds) names.add(node.name);
  }
  return names;
}

/** Not a property's name, not a key, not a type. */
function isUse({ node, parents }: Place): boolean {
  const parent = parents.at(-1);
  if (parent === undefined) return false;
  if (parent.type === 'MemberExpression') return parent.object === node || parent.computed;
  if (parent.type === 'Property') return parent.value === node;
  return (
    !parent.type.startsWith('TS') || parent.type === 'TSAsExpression' || parent.type === 'TSNonNullExpression'
  );
}
