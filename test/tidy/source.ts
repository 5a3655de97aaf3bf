import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type Comment, type Node, parseSync, visitorKeys } from 'oxc-parser';

/**
 * One import of a file, relative addresses resolved. `target` is a path of the project or a package's name.
 */
export interface Import {
  readonly target: string;
  readonly inside: boolean;
  readonly typeOnly: boolean;
  readonly line: number;
}

/** A parsed TypeScript file. `path` is relative to the project, with `/`. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly lines: readonly string[];
  readonly program: Node;
  readonly comments: readonly Comment[];
  readonly imports: readonly Import[];
  lineOf(offset: number): number;
}

/** A syntax node with its parents, nearest last. */
export interface Place {
  readonly node: Node;
  readonly parents: readonly Node[];
}

/** Every node of a tree, parents before children. */
export function* nodesOf(node: Node, parents: readonly Node[] = []): Generator<Place> {
  yield { node, parents };
  const within = [...parents, node];
  for (const key of visitorKeys[node.type] ?? []) {
    const child = (node as unknown as Record<string, unknown>)[key];
    for (const one of Array.isArray(child) ? child : [child]) {
      if (one !== null && typeof one === 'object' && 'type' in one) yield* nodesOf(one as Node, within);
    }
  }
}

/** @throws Error when the text is not TypeScript */
export function parseSource(path: string, text: string): Source {
  const { program, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const lineOf = (offset: number) => {
    let line = starts.length;
    while (line > 1 && (starts[line - 1] ?? 0) > offset) line -= 1;
    return line;
  };
  const source = { path, text, lines: text.split('\n'), program, comments, lineOf };
  return { ...source, imports: importsOf(source) };
}

function importsOf(source: Omit<Source, 'imports'>): readonly Import[] {
  const found: Import[] = [];
  for (const { node } of nodesOf(source.program)) {
    const specifier = specifierOf(node);
    if (specifier === undefined) continue;
    const inside = specifier.startsWith('.');
    found.push({
      target: inside ? posix.join(posix.dirname(source.path), specifier) : specifier,
      inside,
      typeOnly: isTypeOnly(node),
      line: source.lineOf(node.start),
    });
  }
  return found;
}

function specifierOf(node: Node): string | undefined {
  if (
    node.type === 'ImportDeclaration' ||
    node.type === 'ExportNamedDeclaration' ||
    node.type === 'ExportAllDeclaration' ||
    node.type === 'ImportExpression' ||
    node.type === 'TSImportType'
  ) {
    const from = node.source;
    return from?.type === 'Literal' && typeof from.value === 'string' ? from.value : undefined;
  }
  return undefined;
}

function isTypeOnly(node: Node): boolean {
  if (node.type === 'ImportDeclaration') return node.importKind === 'type';
  if (node.type === 'ExportNamedDeclaration' || node.type === 'ExportAllDeclaration') {
    return node.exportKind === 'type';
  }
  return node.type === 'TSImportType';
}

/** `src/base/id.ts` → `base`; undefined outside `src`. */
export function roomOf(path: string): string | undefined {
  return /^src\/([^/]+)\//.exec(path)?.[1];
}

/** `*.test.ts`, folders called `fixtures`, and everything under `test/`, `bench/`: no part of the product. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$|\/fixtures\/|^(test|bench)\//.test(path);
}

/** Paths of all files under `folders` of the project at `root`, without what is built or installed. */
export function pathsUnder(root: string, folders: readonly string[]): readonly string[] {
  const walk = (folder: string): string[] =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return ['node_modules', 'dist'].includes(entry.name) ? [] : walk(path);
      return [path];
    });
  return folders.filter((folder) => existsSync(join(root, folder))).flatMap(walk);
}

/** Parses every TypeScript file under `folders`. */
export function readSources(root: string, folders: readonly string[]): readonly Source[] {
  return pathsUnder(root, folders)
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => parseSource(path, readFileSync(join(root, path), 'utf8')));
}
