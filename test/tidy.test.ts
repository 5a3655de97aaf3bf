import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { articleOf, kz } from '../src/law/index.ts';
import { checkArrows, checkCycles, checkRooms } from './tidy/arrows.ts';
import { checkDocuments, checkLawTags, type KnownLaw } from './tidy/documents.ts';
import { type Finding, reportOf } from './tidy/finding.ts';
import { checkPurity } from './tidy/purity.ts';
import { checkBrowserBundle, checkDeadFiles, checkNames } from './tidy/reach.ts';
import { checkSizes, limits, type Ratchet } from './tidy/sizes.ts';
import { parseSource, pathsUnder, readSources, type Source } from './tidy/source.ts';

const root = join(import.meta.dirname, '..');
const product = ['src', 'web', 'banner'];
const everything = [...product, 'test', 'bench', 'tools'];
const ratchet = JSON.parse(readFileSync(join(import.meta.dirname, 'tidy/ratchet.json'), 'utf8')) as Ratchet;
const none: Ratchet = { file: {}, function: {}, parameters: {}, line: {} };
const sources = readSources(root, [...product, 'test', 'bench']);
/** The whole article is known when one of its parts is. */
const law: KnownLaw = {
  acts: kz.acts.map((act) => act.id),
  knows: (id) =>
    articleOf(kz, id) !== undefined || kz.articles.some((article) => article.id.startsWith(`${id}(`)),
};

/** Made-up files: path → text. */
function planted(files: Readonly<Record<string, string>>): readonly Source[] {
  return Object.entries(files).map(([path, text]) => parseSource(path, text));
}

function rulesOf(findings: readonly Finding[]): readonly string[] {
  return findings.map((one) => `${one.file}:${one.line}: ${one.rule}`);
}

describe('the house is in order', () => {
  const checks: Readonly<Record<string, () => readonly Finding[]>> = {
    'imports follow the map of rooms': () => checkArrows(sources),
    'every room is on the map and has one door': () => checkRooms(sources),
    'no files import each other in a ring': () => checkCycles(sources),
    'pure rooms have no clock, chance, environment, file, network': () => checkPurity(sources),
    'nothing outgrows its limit': () => checkSizes(sources, ratchet),
    'every export says what it is': () => checkDocuments(sources),
    'every article named in a docstring is in the law pack': () => checkLawTags(sources, law),
    'no file is dead': () => checkDeadFiles(sources),
    'names say what is inside': () => checkNames(pathsUnder(root, everything)),
    'nothing of Node reaches the browser': () => checkBrowserBundle(sources),
  };
  it.each(Object.entries(checks))('%s', (_name, check) => {
    expect(reportOf(check())).toBe('');
  });

  it('was looked at, not an empty folder', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.some((source) => source.path.startsWith('web/src/client'))).toBe(true);
  });
});

describe('arrows', () => {
  const check = (path: string, text: string) => rulesOf(checkArrows(planted({ [path]: text })));

  it.each([
    ['src/base/id.ts', "import { a } from '../law/index.ts';"],
    ['src/gate/decide.ts', "import { a } from '../reader/index.ts';"],
    ['src/consent/form.ts', "import type { A } from '../rights/index.ts';"],
    ['src/system/register.ts', "import { openStore } from '../store/index.ts';"],
    ['src/server/app.ts', "import type { Store } from '../store/index.ts';"],
    ['src/store/store.ts', "export * from '../gate/index.ts';"],
    ['src/cli/main.ts', "const a = await import('../../web/src/render.ts');"],
    ['web/src/page.tsx', "import { a } from '../../src/server/pages.ts';"],
    ['web/src/page.tsx', "import type { A } from '../../src/base/index.ts';"],
    ['src/system/unknown.ts', "import { a } from '../cellar/index.ts';"],
    ['src/system/world.ts', "import { a } from './world.test.ts';"],
    ['web/src/page.tsx', "import { a } from './fixtures/index.ts';"],
  ])('%s may not: %s', (path, text) => {
    expect(check(path, text)).toEqual([`${path}:1: arrow`]);
  });

  it.each([
    ['src/gate/decide.ts', "import { a } from '../consent/index.ts';"],
    ['src/system/register.ts', "import type { Store } from '../store/index.ts';"],
    ['src/store/store.ts', "import type { ConsentFact } from '../gate/index.ts';"],
    ['src/vault/seal.test.ts', "import { nodeCrypto } from '../keys/index.ts';"],
    ['web/src/page.tsx', "import type { Frame } from '../../src/server/pages.ts';"],
    ['web/src/fixtures/index.ts', "import { speakerOf } from '../../../src/words/index.ts';"],
    ['web/src/client.ts', "import { verifyInclusion } from '../../src/ledger/index.ts';"],
  ])('%s may: %s', (path, text) => {
    expect(check(path, text)).toEqual([]);
  });

  it('finds the way past the door, in tests too', () => {
    const text = "import { a } from '../base/id.ts';";
    expect(check('src/law/kz.ts', text)).toEqual(['src/law/kz.ts:1: door']);
    expect(check('src/law/kz.test.ts', text)).toEqual(['src/law/kz.test.ts:1: door']);
  });

  it('finds a room that is not on the map or has no door', () => {
    const found = checkRooms(planted({ 'src/cellar/wine.ts': '', 'src/law/kz.ts': '' }));
    expect(rulesOf(found)).toEqual(['src/cellar:0: room', 'src/law:0: room']);
  });

  it('finds a ring of three files', () => {
    const ring = planted({
      'src/base/a.ts': "import { b } from './b.ts';",
      'src/base/b.ts': "import type { C } from './c.ts';",
      'src/base/c.ts': "export { a } from './a.ts';",
    });
    expect(rulesOf(checkCycles(ring))).toEqual(['src/base/a.ts:0: cycle']);
    expect(checkCycles(ring.slice(1))).toEqual([]);
  });
});

describe('purity', () => {
  const check = (text: string) => rulesOf(checkPurity(planted({ 'src/gate/decide.ts': text })));

  it.each([
    "import { readFileSync } from 'node:fs';",
    "import fs from 'fs';",
    "import pg from 'pg';",
    'const now = Date.now();',
    'const now = new Date();',
    'const now = Date();',
    'const chance = Math.random();',
    'const id = crypto.randomUUID();',
    'const key = globalThis.crypto;',
    'const page = fetch(address);',
    'const home = process.env.HOME;',
    'console.log(name);',
    'setTimeout(work, 10);',
    'async function wait() {}',
    "const late = import('./late.ts');",
    'const bytes = Buffer.from(text);',
    'const answer = { now: Date.now };',
  ])('finds %s', (text) => {
    expect(check(text)).toContain('src/gate/decide.ts:1: purity');
  });

  it.each([
    'const date = new Date(now);',
    'function seal(crypto: Crypto) { return crypto.seal(key); }',
    'const act = { process: 1, fetch: 2 }; act.process;',
    'const read = (fetch: Fetch) => fetch(address);',
    "// calls Date.now() and fetch in a comment\nconst text = 'Date.now()';",
    'interface Page { readonly process: string; }',
  ])('lets pass %s', (text) => {
    expect(check(text)).toEqual([]);
  });

  it('lets rooms with effects have them', () => {
    expect(checkPurity(planted({ 'src/store/open.ts': 'const now = Date.now();' }))).toEqual([]);
  });
});

describe('sizes', () => {
  const lines = (count: number, text = '') => Array.from({ length: count }, () => `${text}\n`).join('');
  const check = (text: string, known = none, path = 'src/base/long.ts') =>
    rulesOf(checkSizes(planted({ [path]: text }), known));

  it('finds a long file, a long function, a long line and a long list of parameters', () => {
    expect(check(lines(limits.file))).toEqual([]);
    expect(check(lines(limits.file + 1))).toEqual(['src/base/long.ts:1: size/file']);
    expect(check(`function f() {\n${lines(limits.function - 1)}}`)).toEqual([
      'src/base/long.ts:1: size/function',
    ]);
    expect(check(`\n// ${'а'.repeat(limits.line)}`)).toEqual(['src/base/long.ts:2: size/line']);
    expect(check('const f = (a, b, c, d) => a;')).toEqual(['src/base/long.ts:1: size/parameters']);
  });

  it('does not measure data', () => {
    expect(check(lines(limits.file + 1), none, 'src/words/ru/pages.ts')).toEqual([]);
  });

  it('lets a known exception be, and only as large as it was', () => {
    const text = 'const f = (a, b, c, d) => a;';
    const known = (size: number) => ({ ...none, parameters: { 'src/base/long.ts#f': size } });
    expect(check(text, known(4))).toEqual([]);
    expect(check(text, known(5))).toEqual(['test/tidy/ratchet.json:0: ratchet']);
    expect(check(text.replace('d)', 'd, e)'), known(4))).toEqual(['src/base/long.ts:1: size/parameters']);
    expect(check('const f = (a) => a;', known(4))).toEqual(['test/tidy/ratchet.json:0: ratchet']);
  });
});

describe('docstrings', () => {
  const check = (text: string, path = 'src/base/id.ts') => rulesOf(checkDocuments(planted({ [path]: text })));

  it.each([
    'export const a = 1;',
    '// A comment.\nexport const a = 1;',
    '/** no end */\nexport type A = string;',
  ])('finds %s', (text) => {
    expect(check(text)).toEqual([`src/base/id.ts:${text.split('\n').length}: docstring`]);
  });

  it.each([
    '/** Says what it is. */\nexport const a = 1;',
    '/**\n * Says what it is.\n *\n * @throws Bug\n */\nexport function f() {}',
    'const inner = 1;',
    "export * from './id.ts';",
  ])('lets pass %s', (text) => {
    expect(check(text)).toEqual([]);
  });

  it('wants a paragraph at the head of a room', () => {
    expect(check("export * from './id.ts';", 'src/base/index.ts')).toEqual([
      'src/base/index.ts:1: docstring',
    ]);
    expect(check("/** Words. */\nexport * from './id.ts';", 'src/base/index.ts')).toEqual([]);
  });
});

describe('articles of the law', () => {
  const known = ['94-V Art. 12(2)', '94-V Art. 18', 'DC Art. 41'];
  const check = (tag: string) =>
    rulesOf(
      checkLawTags(planted({ 'src/law/clock.ts': `/**\n * Counts.\n * @law ${tag}\n */` }), {
        acts: ['94-V', 'DC'],
        knows: (id) => known.includes(id),
      }),
    );

  it.each([
    '94-V Art. 99(9)',
    '94-V Art. 12(2), 99',
    'Art. 12(2)',
    'Civil Law Art. 18',
    '94-V Art. 18; DC Art. 1',
  ])('finds %s', (tag) => {
    expect(check(tag)).toEqual(['src/law/clock.ts:3: law-tag']);
  });

  it.each(['94-V Art. 12(2), 18', '94-V Art. 12(2), 94-V Art. 18; DC Art. 41', 'custom of the trade'])(
    'lets pass %s',
    (tag) => {
      expect(check(tag)).toEqual([]);
    },
  );
});

describe('reach', () => {
  it('finds a file that only its own test knows', () => {
    const found = checkDeadFiles(
      planted({
        'src/base/index.ts': "export * from './id.ts';",
        'src/base/id.ts': '',
        'src/base/ghost.ts': '',
        'src/base/ghost.test.ts': "import { a } from './ghost.ts';",
        'src/base/suite.ts': '',
        'src/base/id.test.ts': "import { b } from './suite.ts';",
      }),
    );
    expect(rulesOf(found)).toEqual(['src/base/ghost.ts:0: dead']);
  });

  it('finds names that say nothing', () => {
    const found = checkNames([
      'src/base/utils.ts',
      'src/lib/id.ts',
      'web/src/types.d.ts',
      'src/base/corridor.ts',
    ]);
    expect(found.map((one) => one.file)).toEqual(['src/base/utils.ts', 'src/lib', 'web/src/types.d.ts']);
  });

  it('finds Node behind two imports of a browser entry, and not behind a type', () => {
    const found = checkBrowserBundle(
      planted({
        'web/src/client.ts': "import { a } from './proof.ts';\nimport type { B } from './server-side.ts';",
        'web/src/proof.ts': "import { b } from '../../src/ledger/index.ts';",
        'src/ledger/index.ts': "import { createHash } from 'node:crypto';\nconst bytes = Buffer.alloc(1);",
        'web/src/server-side.ts': "import fs from 'node:fs';",
      }),
    );
    expect(rulesOf(found)).toEqual(['src/ledger/index.ts:1: browser', 'src/ledger/index.ts:2: browser']);
  });
});
