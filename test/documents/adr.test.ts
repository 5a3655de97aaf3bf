import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const folder = join(import.meta.dirname, '..', '..', 'docs', 'adr');

it('each decision has a number of its own, which its title says too', () => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  const numbers = names.map((name) => name.slice(0, 4));
  expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).toEqual([]);
  const titled = names.filter((name) =>
    readFileSync(join(folder, name), 'utf8').startsWith(`# ${name.slice(0, 4)}. `),
  );
  expect(names.filter((name) => !titled.includes(name))).toEqual([]);
});
