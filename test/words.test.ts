import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages } from '../src/base/index.ts';
import { refusalCodes, staffRoles, yesCodes } from '../src/gate/index.ts';
import { kz } from '../src/law/index.ts';
import { messageTemplates } from '../src/notice/index.ts';
import { facets, pledgeKinds } from '../src/policy/index.ts';
import { topics } from '../src/reader/lexicon/index.ts';
import { probes } from '../src/system/probes/index.ts';
import { catalogues } from '../src/words/index.ts';
import { isTest, parseSource, readSources } from './tidy/source.ts';
import { untranslated } from './words/literals.ts';
import { missingKeys, stemOf, unusedKeys, usesOf } from './words/uses.ts';

const { ru } = catalogues;
const said = new Set(Object.keys(ru).map(stemOf));
const product = readSources(join(import.meta.dirname, '..'), ['src', 'web']).filter(
  ({ path }) => !isTest(path),
);
const uses = usesOf(product.filter(({ path }) => !path.startsWith('src/words/')));

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

describe('a reason, a fault, an error', () => {
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

  it('has a sentence and a remedy for everything a rule of the linter finds', () => {
    const codes = found(sources('policy/rules'), /\bcode: '([a-z-]+)'/g);
    expectSaid('finding', codes);
    expectSaid(
      'finding',
      codes.map((code) => `${code}.help`),
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

/** The texts a type of a source admits, as it is written there. */
function unionOf(path: string, name: string): readonly string[] {
  const { text = '' } = product.find((source) => source.path === path) ?? {};
  const written = new RegExp(`type ${name} =([^;]*);`).exec(text)?.[1] ?? '';
  return found(written, /'([a-z-]+)'/g);
}

const probed = ['kept', 'broken', 'unexercised'];

/** What is said of each kind of pledge: its title, the task of a person, what its probe found. */
function pledgeKeys(): readonly string[] {
  return Object.values(pledgeKinds).flatMap(({ key, keeper, verdict, from }) => {
    const byProbe = probes[key] !== undefined;
    const refused = verdict === 'F' || keeper === 'refusal';
    const byPerson = !byProbe && !refused;
    expect({ key, from: from.length > 0 || ['chapeau', 'unread', 'manual'].includes(key) }).toEqual({
      key,
      from: true,
    });
    return [
      `pledge.${key}`,
      ...(byPerson ? [`pledge.${key}.manual`] : []),
      ...(byProbe ? probed.map((state) => `probe.${key}.${state}`) : []),
      ...(refused ? [`probe.${key}.refused`] : []),
    ];
  });
}

describe('a code made at run time', () => {
  const tables: Readonly<Record<string, readonly string[]>> = {
    ...Object.fromEntries(Object.entries(facets).map(([facet, labels]) => [`label.${facet}`, labels])),
    facet: Object.keys(facets),
    state: unionOf('src/policy/policy.ts', 'PledgeState'),
    role: [...staffRoles, 'guest', 'subject', 'you', 'key', 'system'],
    'role-may': staffRoles,
    'role-may-all': ['admin', 'officer'],
    entry: unionOf('src/ledger/entry.ts', 'EntryKind'),
    standing: kz.standingPurposes.map(({ key }) => key),
    'notice.missing': kz.consentItems.filter(({ mandatory }) => mandatory).map(({ key }) => key),
    'notice.article-of': kz.acts.map(({ id }) => id).filter((id) => said.has(`notice.article-of.${id}`)),
    'page.template': Object.keys(messageTemplates),
    'page.channel': ['email', 'sms'],
    language: languages,
    topic: topics,
    severity: ['error', 'conflict', 'warning', 'info'],
    grade: ['official', 'secondary', 'unconfirmed'],
  };

  it.each(Object.entries(tables))('of %s has its name, in every language', (prefix, codes) =>
    expectSaid(prefix, codes),
  );

  it('of a label has its name, and nothing else has one', () => {
    const known = Object.entries(facets).flatMap(([facet, list]) =>
      list.map((label) => `label.${facet}.${label}`),
    );
    const named = [...said].filter((key) => key.startsWith('label.'));
    expect(named.sort()).toEqual([...known, 'label.chapeau.chapeau', 'label.unread.unread'].sort());
  });

  it('of a pledge has all that can be said of it, and nothing that cannot', () => {
    const spoken = [...said].filter((key) => /^(?:pledge|probe)\./.test(key));
    expect([...pledgeKeys()].sort()).toEqual(spoken.sort());
  });
});

describe('every sentence', () => {
  it('is said somewhere', () => {
    expect(unusedKeys(Object.keys(ru), uses)).toEqual([]);
  });

  it('that is said is there', () => {
    expect(missingKeys(Object.keys(ru), uses)).toEqual([]);
  });

  it('stands in a catalogue: nothing that people read is written in the program', () => {
    expect(untranslated(product)).toEqual([]);
  });
});

describe('the look for sentences', () => {
  const planted = (text: string, path = 'web/src/a.tsx') => [parseSource(path, text)];
  const unused = (text: string, ...keys: readonly string[]) => unusedKeys(keys, usesOf(planted(text)));

  it('sees a key written out, as a call, an attribute or a row', () => {
    expect(unused("say('page.a')", 'page.a', 'page.b')).toEqual(['page.b']);
    expect(unused('const a = <Timed say="page.a" at={1} />;', 'page.a')).toEqual([]);
    expect(unused("const rows = [{ name: 'page.a' }];", 'page.a_one', 'page.a_other')).toEqual([]);
  });

  it('sees a key made of a code that is written out somewhere, and of no other', () => {
    const text = `type S = 'kept' | 'broken'; sayCode('state', s); say(\`page.\${s}.why\`);`;
    expect(unused(text, 'state.kept', 'state.lost', 'page.broken.why', 'page.lost.why')).toEqual([
      'state.lost',
      'page.lost.why',
    ]);
    expect(
      unused("label('rights', key); const rows = { copy: 1 };", 'label.rights.copy', 'label.rights.x'),
    ).toEqual(['label.rights.x']);
  });

  it('is not led to believe that any two codes with a dot between are a key', () => {
    const text = `const a = 'page', b = 'x'; \`\${a}.\${b}\`; sayCode(a, b);`;
    expect(unused(text, 'page.x')).toEqual(['page.x']);
  });

  it('sees a key that is said and missing, in both branches of a choice', () => {
    const text = "say(a ? 'page.a' : 'page.b'); sayCode('error', 'none');";
    expect(missingKeys(['page.a'], usesOf(planted(text)))).toEqual([
      'web/src/a.tsx:1: page.b',
      'web/src/a.tsx:1: error.none',
    ]);
  });

  it.each([
    ['web/src/a.tsx', 'const a = <p>Read more</p>;'],
    ['web/src/a.tsx', 'const a = <p title="Читать далее">{b}</p>;'],
    ['web/src/a.tsx', `const a = \`Сохранено \${n}\`;`],
    ['src/system/a.ts', "const a = 'Запись';"],
    ['src/cli/a.ts', "print('Nothing was found here.');"],
    ['src/server/a.ts', 'const a = { message: `The file was not found` };'],
  ])('finds untranslated text in %s: %s', (path, text) => {
    expect(untranslated(planted(text, path))).toHaveLength(1);
  });

  it.each([
    ['web/src/a.tsx', 'const a = <p class="small muted">{say(b)} · {c}</p>;'],
    ['web/src/a.tsx', 'const a = <pre class="command">kepil verify ./log</pre>;'],
    ['src/words/ru/a.ts', "const a = 'Запись';"],
    ['src/reader/a.ts', "const a = 'пункт';"],
    ['src/system/a.ts', "throw new Error('The board keeper was not opened');"],
    ['src/system/a.ts', '// Запись\nconst a = /[а-яё]/u;'],
    ['src/server/a.ts', "const schema = { summary: 'Reads data of a subject' };"],
  ])('lets %s be: %s', (path, text) => {
    expect(untranslated(planted(text, path))).toEqual([]);
  });
});
