import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { probes } from '../../src/system/probes/index.ts';

const folder = import.meta.dirname;
const files = readdirSync(folder).filter((name) => /^probes-.*\.test\.ts$/.test(name));
const lies = files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');

/** Kinds whose name stands in a list that one test runs through. */
const listed = new Set(
  [...lies.matchAll(/for \(const kind of \[([^\]]*)\]/g)].flatMap(([, kinds = '']) =>
    kinds.match(/[a-z-]+/g),
  ),
);

it.each(Object.keys(probes))('the probe of %s is seen to go red', (kind) => {
  expect(listed.has(kind) || new RegExp(`turnsRed\\(\\s*'${kind}'`).test(lies)).toBe(true);
});
