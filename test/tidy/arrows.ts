import type { Finding } from './finding.ts';
import { apart, rooms } from './rooms.ts';
import { type Import, isTest, roomOf, type Source } from './source.ts';

/**
 * Imports that the table of rooms does not allow, or that enter a room by another way than its `index.ts`.
 */
export function checkArrows(sources: readonly Source[]): readonly Finding[] {
  return sources.flatMap((source) =>
    source.imports.filter((one) => one.inside).flatMap((one) => judge(source.path, one)),
  );
}

function judge(file: string, one: Import): readonly Finding[] {
  const say = (rule: string, what: string): Finding[] => [{ file, line: one.line, rule, what }];
  const from = roomOf(file);
  const to = roomOf(one.target);
  if (isTest(one.target) && !isTest(file)) return say('arrow', `the product may not import ${one.target}`);
  if (from === undefined) return isTest(file) ? [] : judgeApart(file, one);
  if (to === undefined) return isTest(file) ? [] : say('arrow', `${from} reaches out of src: ${one.target}`);
  if (from === to) return [];
  if (one.target !== `src/${to}/index.ts`) {
    return say('door', `${one.target} is an inner file; enter by src/${to}/index.ts`);
  }
  if (isTest(file)) return [];
  const room = rooms[from];
  if (room?.imports.includes(to)) return [];
  if (!room?.types.includes(to)) return say('arrow', `${from} may not import ${to}`);
  return one.typeOnly ? [] : say('arrow', `${from} may know only the types of ${to}: write "import type"`);
}

function judgeApart(file: string, one: Import): readonly Finding[] {
  const workspace = file.split('/')[0] ?? '';
  const gate = apart[workspace];
  if (gate === undefined || one.target.startsWith(`${workspace}/`) || gate.imports.includes(one.target))
    return [];
  if (gate.types.includes(one.target) && one.typeOnly) return [];
  const what = gate.types.includes(one.target)
    ? `only the types of ${one.target}: write "import type"`
    : one.target;
  return [{ file, line: one.line, rule: 'arrow', what: `${workspace} may not import ${what}` }];
}

/** Folders of `src` that the table does not know, and rooms without an `index.ts`. */
export function checkRooms(sources: readonly Source[]): readonly Finding[] {
  const open = new Set(sources.map((source) => roomOf(source.path)).filter((room) => room !== undefined));
  const paths = new Set(sources.map((source) => source.path));
  return [...open].flatMap((room) => {
    const file = `src/${room}`;
    if (rooms[room] === undefined)
      return [{ file, line: 0, rule: 'room', what: 'is not on the map of rooms' }];
    const door = room === 'cli' || paths.has(`${file}/index.ts`);
    return door ? [] : [{ file, line: 0, rule: 'room', what: 'has no index.ts' }];
  });
}

/** Rings of files that import each other, types included: each ring once, named at its first file. */
export function checkCycles(sources: readonly Source[]): readonly Finding[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const done = new Set<string>();
  const found: Finding[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) {
      const ring = [...trail.slice(start), path].join(' → ');
      found.push({ file: path, line: 0, rule: 'cycle', what: ring });
      return;
    }
    if (done.has(path)) return;
    for (const one of byPath.get(path)?.imports ?? []) if (one.inside) visit(one.target, [...trail, path]);
    done.add(path);
  };
  for (const { path } of sources) visit(path, []);
  return found;
}
