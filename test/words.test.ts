import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refusalCodes, yesCodes } from '../src/gate/index.ts';
import { catalogues } from '../src/words/index.ts';

const { ru } = catalogues;
const said = new Set(Object.keys(ru).map((key) => key.replace(/_(one|few|many|other)$/, '')));

/** The program's sources under some rooms, tests left out. */
function sources(...rooms: readonly string[]): string {
  const files = rooms.flatMap((room) =>
    readdirSync(join('src', room), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
      .map((path) => readFileSync(join('src', room, path), 'utf8')),
  );
  return files.join('\n');
}

/** Every text the pattern's first group finds. */
function found(text: string, pattern: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] as string))].sort();
}

function expectSaid(prefix: string, codes: readonly string[]): void {
  expect(codes.length).toBeGreaterThan(0);
  expect(codes.filter((code) => !said.has(`${prefix}.${code}`))).toEqual([]);
}

describe('the catalogue', () => {
  it('has a sentence for every reason of the gate', () =>
    expectSaid('because', [...refusalCodes, ...yesCodes]));

  it('has a sentence for every reason the use cases record', () =>
    expectSaid('because', found(sources('system'), /\brule: '([a-z-]+)'/g)));

  it('has a sentence and a remedy for every fault of a form', () => {
    const text = sources('system', 'server');
    const literal = found(text, /(?:\bcode: |\bfault\()'([a-z-]+)'/g);
    const steps = found(text.replaceAll(/ok: false.*problem: '[a-z]+'/g, ''), /\bproblem: '([a-z-]+)'/g);
    expectSaid('problem', [...literal, ...steps]);
    expectSaid(
      'problem',
      [...literal, ...steps].map((code) => `${code}.help`),
    );
  });

  it('has a sentence for every error', () =>
    expectSaid(
      'error',
      found(
        sources('system', 'server', 'cli', 'store', 'keys', 'ledger', 'vault'),
        /KepilError\(\s*'ERR_[A-Z_]+',\s*'([a-z-]+)'/g,
      ),
    ));
});
