import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const text = readFileSync(join(root, 'docs', 'asvs.md'), 'utf8');

/**
 * The numbers of levels 1 and 2 by section: the last number of each, and those of level 3 among them.
 *
 * @source OWASP ASVS 5.0.0
 */
const sections: readonly (readonly [section: string, last: number, third?: readonly number[]])[] = [
  ...([
    ['1.1', 2],
    ['1.2', 10, [10]],
    ['1.3', 12, [12]],
    ['1.4', 3],
    ['1.5', 3, [3]],
  ] as const),
  ...([
    ['2.1', 3],
    ['2.2', 3],
    ['2.3', 5, [5]],
    ['2.4', 2, [2]],
  ] as const),
  ...([
    ['3.1', 1, [1]],
    ['3.2', 3, [3]],
    ['3.3', 5, [5]],
    ['3.4', 8, [7, 8]],
  ] as const),
  ...([
    ['3.5', 8, [6, 7, 8]],
    ['3.6', 1, [1]],
    ['3.7', 5, [3, 4, 5]],
  ] as const),
  ...([
    ['4.1', 5, [4, 5]],
    ['4.2', 5, [2, 3, 4, 5]],
    ['4.3', 2],
    ['4.4', 4],
  ] as const),
  ...([
    ['5.1', 1],
    ['5.2', 6, [4, 5, 6]],
    ['5.3', 3, [3]],
    ['5.4', 3],
  ] as const),
  ...([
    ['6.1', 3],
    ['6.2', 12],
    ['6.3', 8, [5, 6, 7, 8]],
    ['6.4', 6, [5, 6]],
    ['6.5', 8, [6, 7, 8]],
  ] as const),
  ...([
    ['6.6', 4, [4]],
    ['6.7', 2, [1, 2]],
    ['6.8', 4],
  ] as const),
  ...([
    ['7.1', 3],
    ['7.2', 4],
    ['7.3', 2],
    ['7.4', 5],
    ['7.5', 3, [3]],
    ['7.6', 2],
  ] as const),
  ...([
    ['8.1', 4, [3, 4]],
    ['8.2', 4, [4]],
    ['8.3', 3, [2, 3]],
    ['8.4', 2, [2]],
  ] as const),
  ...([
    ['9.1', 3],
    ['9.2', 4],
  ] as const),
  ...([
    ['10.1', 2],
    ['10.2', 3, [3]],
    ['10.3', 5, [5]],
    ['10.4', 16, [12, 13, 14, 15, 16]],
  ] as const),
  ...([
    ['10.5', 5],
    ['10.6', 2],
    ['10.7', 3],
  ] as const),
  ...([
    ['11.1', 4, [3, 4]],
    ['11.2', 5, [4, 5]],
    ['11.3', 5, [4, 5]],
    ['11.4', 4],
    ['11.5', 2, [2]],
  ] as const),
  ...([
    ['11.6', 2, [2]],
    ['11.7', 2, [1, 2]],
  ] as const),
  ...([
    ['12.1', 5, [4, 5]],
    ['12.2', 2],
    ['12.3', 5, [5]],
  ] as const),
  ...([
    ['13.1', 4, [2, 3, 4]],
    ['13.2', 6, [6]],
    ['13.3', 4, [3, 4]],
    ['13.4', 7, [6, 7]],
  ] as const),
  ...([
    ['14.1', 2],
    ['14.2', 8, [5, 6, 7, 8]],
    ['14.3', 3],
  ] as const),
  ...([
    ['15.1', 5, [4, 5]],
    ['15.2', 5, [4, 5]],
    ['15.3', 7],
    ['15.4', 4, [1, 2, 3, 4]],
  ] as const),
  ...([
    ['16.1', 1],
    ['16.2', 5],
    ['16.3', 4],
    ['16.4', 3],
    ['16.5', 4, [4]],
  ] as const),
  ...([
    ['17.1', 2, [2]],
    ['17.2', 8, [5, 6, 7, 8]],
    ['17.3', 2],
  ] as const),
];
const numbers = sections.flatMap(([section, last, third = []]) =>
  Array.from({ length: last }, (_, at) => at + 1)
    .filter((number) => !third.includes(number))
    .map((number) => `${section}.${number}`),
);

const states = ['kept', 'part', 'not kept', 'operator', 'n/a'] as const;
const rows = [...text.matchAll(/^\| (\d[\d., ]*) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(
  ([, of = '', asked = '', state = '', where = '']) => ({ of: of.split(', '), asked, state, where }),
);
const pathsIn = (where: string) =>
  [...where.matchAll(/`([\w./-]+\.(?:tsx?|mjs|md|json))`/g)].map(([, path]) => path);

describe('the standard, point by point', () => {
  it('has as many points as it has', () => {
    const all = sections.reduce((sum, [, last]) => sum + last, 0);
    expect({ all, ours: numbers.length }).toEqual({ all: 345, ours: 253 });
  });

  it('stands there whole, each number once and in its order', () => {
    expect(rows.flatMap(({ of }) => of)).toEqual(numbers);
    const written = text.match(/^\| \d+\./gm)?.length;
    expect(rows.length).toBe(written);
  });

  it('has a state for each, and says what it rests on', () => {
    expect(rows.filter(({ state }) => !states.some((known) => known === state))).toEqual([]);
    // What is kept by there being nothing of the kind has no file to show.
    const bare = rows.filter(({ state, where }) => state === 'kept' && pathsIn(where).length === 0);
    const said = /SECURITY\.md|README|There is none|Nothing is stored by scripts/;
    expect(bare.filter(({ where }) => !said.test(where))).toEqual([]);
  });

  it('cites only what is there', () => {
    const cited = rows.flatMap(({ where }) => pathsIn(where));
    expect(cited.length).toBeGreaterThan(150);
    expect(cited.filter((path = '') => !existsSync(join(root, path)))).toEqual([]);
  });

  it('counts itself right', () => {
    const count = (state: string) =>
      rows.filter((row) => row.state === state).reduce((sum, { of }) => sum + of.length, 0);
    const table = `| ${states.map(count).join(' | ')} |`;
    const heading = ['kept', 'part', 'not kept', 'operator', 'n/a'].join(' | ');
    expect(text).toContain(`| ${heading} |\n|---:|---:|---:|---:|---:|\n${table}`);
    const security = readFileSync(join(root, 'SECURITY.md'), 'utf8');
    expect(security).toContain(`${count('kept')} kept, ${count('part')} in part`);
  });
});
