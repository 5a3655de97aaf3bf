import { isBuiltin } from 'node:module';
import type { Finding } from './finding.ts';
import { emptyNames } from './rooms.ts';
import { type Import, isTest, nodesOf, type Source } from './source.ts';

const doors = [
  /^src\/[^/]+\/index\.ts$/,
  /^src\/cli\/(main|[a-z-]+-worker)\.ts$/,
  /^(web|banner)\/src\/(client|render)[^.]*\.tsx?$/,
];

/** Files of `src`, `web` and `banner` that no room's door, no entry and no test of something else reaches. */
export function checkDeadFiles(sources: readonly Source[]): readonly Finding[] {
  const entries = sources.filter(
    ({ path }) => isTest(path) || doors.some((door) => door.test(path)) || path.endsWith('.config.ts'),
  );
  const reached = reach(sources, entries, (from, one) => !ownTest(from, one.target));
  return sources
    .filter(({ path }) => !isTest(path) && !reached.has(path))
    .map(({ path }) => ({
      file: path,
      line: 0,
      rule: 'dead',
      what: 'nothing reaches this file but its own test',
    }));
}

/** A test does not keep alive the file it stands beside: `id.test.ts` for `id.ts`. */
function ownTest(from: string, to: string): boolean {
  return from.replace(/\.test(\.tsx?)$/, '$1') === to && from !== to;
}

/** Paths of all files that `entries` lead to, themselves included, by the imports that `follow` allows. */
function reach(
  sources: readonly Source[],
  entries: readonly Source[],
  follow: (from: string, one: Import) => boolean,
): ReadonlySet<string> {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const reached = new Set<string>();
  const todo = entries.map(({ path }) => path);
  for (let path = todo.pop(); path !== undefined; path = todo.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    for (const one of byPath.get(path)?.imports ?? []) {
      if (one.inside && follow(path, one)) todo.push(one.target);
    }
  }
  return reached;
}

/**
 * Modules and globals of Node in what a browser will load: everything that `web/src/client*` reaches by
 * value.
 */
export function checkBrowserBundle(sources: readonly Source[]): readonly Finding[] {
  const entries = sources.filter(({ path }) => /^(web|banner)\/src\/client/.test(path));
  const loaded = reach(sources, entries, (_from, one) => !one.typeOnly);
  return sources.filter(({ path }) => loaded.has(path) && !isTest(path)).flatMap(nodeInBrowser);
}

function nodeInBrowser(source: Source): readonly Finding[] {
  const say = (line: number, what: string) => ({ file: source.path, line, rule: 'browser', what });
  const modules = source.imports.filter((one) => !one.inside && !one.typeOnly && isBuiltin(one.target));
  const globals = [...nodesOf(source.program)].filter(
    ({ node, parents }) =>
      node.type === 'Identifier' &&
      (node.name === 'Buffer' || node.name === 'process') &&
      !['TSTypeReference', 'Property'].includes(parents.at(-1)?.type ?? ''),
  );
  return [
    ...modules.map((one) => say(one.line, `a browser has no ${one.target}`)),
    ...globals.map(({ node }) => say(source.lineOf(node.start), 'a browser has no Buffer and no process')),
  ];
}

/** Folders and files whose name says nothing: `utils`, `common`, `types` and their kin. */
export function checkNames(paths: readonly string[]): readonly Finding[] {
  const found = new Map<string, Finding>();
  for (const path of paths) {
    const parts = path.split('/');
    parts.forEach((part, index) => {
      const stem = part.replace(/\..*$/, '');
      const file = parts.slice(0, index + 1).join('/');
      if (emptyNames.includes(stem))
        found.set(file, { file, line: 0, rule: 'name', what: `"${stem}" says nothing` });
    });
  }
  return [...found.values()];
}
