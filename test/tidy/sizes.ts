import type { Node } from 'oxc-parser';
import type { Finding } from './finding.ts';
import { dataFolders } from './rooms.ts';
import { isTest, nodesOf, type Place, type Source } from './source.ts';

/** Hard limits: lines of a file and of a function, parameters, characters of a line. */
export const limits = { file: 400, function: 60, parameters: 3, line: 110 } as const;

/** `file` or `file#function` → the size that was there when the limit came. */
export type Ratchet = Readonly<Record<keyof typeof limits, Readonly<Record<string, number>>>>;

interface Measure {
  readonly limit: keyof typeof limits;
  readonly key: string;
  readonly file: string;
  readonly line: number;
  readonly size: number;
}

/**
 * What is larger than the limit, known exceptions aside.
 *
 * The ratchet only goes down: an exception that is larger than its thing, or that is no longer needed, is a
 * finding too.
 */
export function checkSizes(sources: readonly Source[], ratchet: Ratchet): readonly Finding[] {
  const measures = sources.flatMap(measure);
  const found: Finding[] = [];
  const used = new Map<string, number>();
  for (const one of measures) {
    const allowed = ratchet[one.limit][one.key] ?? limits[one.limit];
    const id = `${one.limit} ${one.key}`;
    used.set(id, Math.max(used.get(id) ?? 0, one.size));
    if (one.size <= allowed) continue;
    found.push({
      file: one.file,
      line: one.line,
      rule: `size/${one.limit}`,
      what: `${one.key}: ${one.size}, at most ${allowed}`,
    });
  }
  return [...found, ...looseRatchet(ratchet, used)];
}

function looseRatchet(ratchet: Ratchet, used: ReadonlyMap<string, number>): readonly Finding[] {
  return (Object.keys(limits) as (keyof typeof limits)[]).flatMap((limit) =>
    Object.entries(ratchet[limit]).flatMap(([key, allowed]) => {
      const size = used.get(`${limit} ${key}`) ?? 0;
      if (size === allowed && size > limits[limit]) return [];
      const what =
        size > limits[limit]
          ? `${limit} ${key}: write ${size}`
          : `${limit} ${key}: no longer needed, remove it`;
      return size > allowed ? [] : [{ file: 'test/tidy/ratchet.json', line: 0, rule: 'ratchet', what }];
    }),
  );
}

function measure(source: Source): readonly Measure[] {
  const { path, lines } = source;
  const data = dataFolders.some((folder) => path.startsWith(folder));
  const count = lines.at(-1) === '' ? lines.length - 1 : lines.length;
  const whole: Measure = { limit: 'file', key: path, file: path, line: 1, size: count };
  const widths = lines.map(
    (text, index): Measure => ({
      limit: 'line',
      key: path,
      file: path,
      line: index + 1,
      size: [...text].length,
    }),
  );
  const long = widths.filter((one) => one.size > limits.line);
  return [...(data ? [] : [whole, ...long]), ...functionsOf(source)];
}

function functionsOf(source: Source): readonly Measure[] {
  return [...nodesOf(source.program)].flatMap((place): Measure[] => {
    const { node } = place;
    if (!isFunction(node) || node.body === null) return [];
    const key = `${source.path}#${nameOf(place)}`;
    const line = source.lineOf(node.start);
    const length = source.lineOf(node.end) - line + 1;
    const parameters: Measure = {
      limit: 'parameters',
      key,
      file: source.path,
      line,
      size: node.params.length,
    };
    if (isTest(source.path)) return [parameters];
    return [parameters, { limit: 'function', key, file: source.path, line, size: length }];
  });
}

type FunctionNode = Extract<Node, { async: boolean; params: unknown }>;

function isFunction(node: Node): node is FunctionNode {
  return (
    node.type === 'FunctionDeclaration' ||
    node.type === 'FunctionExpression' ||
    node.type === 'ArrowFunctionExpression'
  );
}

/** The function's own name, or that of what holds it: a variable, a method, a property. */
function nameOf({ node, parents }: Place): string {
  if (isFunction(node) && node.id !== null) return node.id.name;
  const parent = parents.at(-1);
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier') return parent.id.name;
  if (
    parent?.type === 'Property' ||
    parent?.type === 'MethodDefinition' ||
    parent?.type === 'PropertyDefinition'
  ) {
    if (parent.key.type === 'Identifier') return parent.key.name;
  }
  return 'anonymous';
}
