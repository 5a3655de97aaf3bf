import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kepil } from '../kepil-process.ts';
import { examplePath, root, temporaryFolder, trace } from './place.ts';

const folder = temporaryFolder();
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const draft = join(folder, 'draft.kepil.yaml');

describe('kepil check', () => {
  it('finds no error in a draft of our own, and says to what a lawyer would object', async () => {
    await kepil(['read', examplePath, '-o', draft]);
    const { code, out, err } = await kepil(['check', draft]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(
      /^draft\.kepil\.yaml:\d+:\d+: предупреждение KL-41: .* \[.* ст\. 25 Закона .*: по офиц.*]$/m,
    );
    expect(out).toContain('\n  Пункты: 13.1.\n');
    expect(out).toMatch(/\ndraft\.kepil\.yaml: ошибок нет\. Пунктов: \d+, утверждений: \d+\.\n/);
    expect(out).toMatch(/\ndraft\.kepil\.yaml: \d+ замечани\S+ по закону\.\n$/);
    expect(out).not.toContain('нарушение');
  });

  it('ends with 1 when the policy goes against the law', async () => {
    const unlawful = file(
      'unlawful.kepil.yaml',
      readFileSync(draft, 'utf8').replace('label: checkbox', 'label: implied_by_use'),
    );
    const { code, out } = await kepil(['check', unlawful, '--lang', 'en']);
    expect(code).toBe(1);
    expect(out).toMatch(/violation KL-01: .*\n {2}Clauses: 5\.1\.\n/);
  });

  it('lays policies side by side when asked', async () => {
    const unlawful = join(folder, 'unlawful.kepil.yaml');
    const good = join(root, 'examples', 'good.kepil.yaml');
    const { code, out } = await kepil(['check', unlawful, draft, good, '--across', '--lang', 'en']);
    expect(code).toBe(1);
    const [, across = ''] = out.split('\n3 policies side by side.\n');
    expect(across).toMatch(/^ {2}KL-41 \(unlawful\.kepil\.yaml, draft\.kepil\.yaml\): /m);
    expect(across).toContain('unlawful.kepil.yaml and draft.kepil.yaml follow one pattern: 100 % of');
    expect(across).toContain('What only good.kepil.yaml says:\n  ');
    const json = await kepil(['check', unlawful, draft, '--across', '--json']);
    expect(Object.keys(JSON.parse(json.out))).toEqual(['files', 'across']);
    const alone = await kepil(['check', draft, '--across', '--lang', 'en']);
    expect(alone).toMatchObject({ code: 2, out: '' });
    expect(alone.err).toContain('Name at least two files');
  });

  it('counts only what is not known yet, once it was written down as known', async () => {
    const known = join(folder, 'known.json');
    const unlawful = join(folder, 'unlawful.kepil.yaml');
    const written = await kepil(['check', unlawful, draft, '--write-baseline', known]);
    expect(written.code).toBe(0);
    const again = await kepil(['check', unlawful, draft, '--baseline', known, '--lang', 'en']);
    expect(again.code).toBe(0);
    expect(again.out).toMatch(
      /^unlawful\.kepil\.yaml: no errors\..*\n.* more findings are known already\.\n/,
    );
    expect(again.out).not.toContain('KL-');
    writeFileSync(
      unlawful,
      readFileSync(unlawful, 'utf8').replace('label: separate_explicit', 'label: agreement_acceptance'),
    );
    const more = await kepil(['check', unlawful, '--baseline', known, '--lang', 'en']);
    expect(more.code).toBe(1);
    expect(more.out).toContain('violation KL-02');
    expect(more.out).not.toContain('KL-01');
  });

  it.each(['{', '[]', 'null', '{"format":"kepil-baseline/1","findings":[{}]}'])(
    'takes %s for no file of known findings',
    async (text) => {
      const { code, err } = await kepil(['check', draft, '--baseline', file('odd.json', text)]);
      expect(code).toBe(2);
      expect(err).toContain('odd.json');
      expect(err).not.toMatch(trace);
    },
  );

  it('gives all of it as SARIF, each result with its rule and its place', async () => {
    const { out } = await kepil(['check', draft, faulty(), '--sarif', '--lang', 'en']);
    const { version, runs } = JSON.parse(out);
    const [{ tool, results }] = runs;
    expect(version).toBe('2.1.0');
    const ids = new Set(tool.driver.rules.map(({ id }: { id: string }) => id));
    for (const { ruleId, message } of results) {
      expect(ids).toContain(ruleId);
      expect(message.text).not.toBe('');
    }
    const breach = results.find(({ ruleId }: { ruleId: string }) => ruleId === 'KL-41');
    const { artifactLocation, region } = breach.locations[0].physicalLocation;
    expect(decodeURI(artifactLocation.uri)).toBe(relative(root, draft).split(sep).join('/'));
    expect(readFileSync(draft, 'utf8').split('\n')[region.startLine - 1]).toContain('id: "13.1"');
    expect(results.find(({ ruleId }: { ruleId: string }) => ruleId === 'key-unknown').level).toBe('error');
    expect((await kepil(['check', draft, '--sarif', '--json'])).code).toBe(2);
  });

  it('judges by the law of the day it is told, and takes nothing else for a day', async () => {
    expect(await kepil(['check', draft, '--as-of', '2025-01-01'])).toMatchObject({ code: 0 });
    const { code, err } = await kepil(['check', draft, '--as-of', '31.12.2025']);
    expect(code).toBe(2);
    expect(err).toContain('31.12.2025');
  });

  const faulty = () =>
    file(
      'faulty.kepil.yaml',
      readFileSync(draft, 'utf8')
        .replace('language: ru', 'langauge: ru')
        .replace('category: email', 'category: emial'),
    );

  it('underlines all that is wrong in one run, and says what was probably meant', async () => {
    const { code, out, err } = await kepil(['check', faulty()]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(
      /faulty\.kepil\.yaml:3:1: .*langauge.*\[key-unknown]\n {2}langauge: ru\n {2}\^{8}\n {2}.*«language»/,
    );
    expect(err).toMatch(
      /faulty\.kepil\.yaml:\d+:15: .*emial.*\[category-unknown]\n.*\n {16}\^{5}\n {2}.*«email»/,
    );
    expect(err).toMatch(/faulty\.kepil\.yaml: 3 ошибки\.\n$/);
  });

  it('says the same as data, of several files, in the language asked for', async () => {
    const { code, out } = await kepil(['check', draft, faulty(), '--json', '--lang', 'en']);
    expect(code).toBe(1);
    const [good, bad] = JSON.parse(out);
    expect(good).toMatchObject({ file: 'draft.kepil.yaml', ok: true, problems: [] });
    expect(good.findings).toContainEqual({
      rule: 'KL-41',
      tags: ['KZ-039'],
      code: 'breach-silence',
      severity: 'warning',
      clauses: ['13.1'],
      law: { article: '94-V Art. 25(2)(8)', grade: 'official' },
      message: 'It is not said what happens after a breach.',
      help: 'Say who is told, and when.',
    });
    expect(bad.ok).toBe(false);
    expect(bad.problems).toContainEqual({
      code: 'key-unknown',
      severity: 'error',
      line: 3,
      column: 1,
      path: '',
      message: 'The key “langauge” is not known here.',
      help: 'Perhaps “language” was meant.',
    });
  });

  it.each([
    ['prose', examplePath, 'не файл политики'],
    ['a file that is not there', join(folder, 'none.kepil.yaml'), 'Файла «none.kepil.yaml» нет'],
  ])('refuses %s', async (_what, path, said) => {
    const { code, err } = await kepil(['check', path]);
    expect(code).toBe(2);
    expect(err).toContain(said);
    expect(err).not.toMatch(trace);
  });
});

describe('kepil format', () => {
  it('leaves a draft of our own as it is', async () => {
    const before = readFileSync(draft, 'utf8');
    expect(await kepil(['format', draft])).toMatchObject({ code: 0, out: '', err: '' });
    expect(await kepil(['format', draft, '--check'])).toMatchObject({ code: 0, out: '', err: '' });
    expect(readFileSync(draft, 'utf8')).toBe(before);
  });

  it('puts a file in order, remarks kept, and with --check only says so', async () => {
    const tidy = readFileSync(draft, 'utf8');
    const [first = '', second = '', ...rest] = tidy.split('\n');
    const path = file('untidy.kepil.yaml', ['# правки юриста', second, first, ...rest].join('\n'));
    const checked = await kepil(['format', path, '--check']);
    expect(checked).toMatchObject({ code: 1, out: '', err: 'untidy.kepil.yaml: изменился бы.\n' });
    expect(await kepil(['format', path])).toMatchObject({
      code: 0,
      out: 'untidy.kepil.yaml: приведён в порядок.\n',
    });
    expect(readFileSync(path, 'utf8')).toBe(`# правки юриста\n\n${tidy}`);
    expect(await kepil(['format', path])).toMatchObject({ code: 0, out: '' });
    expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([]);
  });

  it('takes standard input to standard output', () => {
    const tidy = readFileSync(draft, 'utf8');
    const [first = '', second = '', ...rest] = tidy.split('\n');
    const input = [second, first, ...rest].join('\n');
    const { status, stdout } = spawnSync(process.execPath, [join(root, 'bin', 'kepil.js'), 'format', '-'], {
      input,
    });
    expect({ status, stdout: stdout.toString() }).toEqual({ status: 0, stdout: tidy });
  });

  it('leaves a file with errors alone and tells them', async () => {
    const text = readFileSync(draft, 'utf8').replace('category: email', 'category: emial');
    const path = file('wrong.kepil.yaml', text);
    const { code, out, err } = await kepil(['format', path]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('«email»');
    expect(err).toMatch(/wrong\.kepil\.yaml: в файле ошибки, он остался как был\.\n$/);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });
});

describe('kepil export', () => {
  it('writes the schema for an editor, to a file or out', async () => {
    const path = join(folder, 'policy.schema.json');
    const written = await kepil(['export', '--format', 'json-schema', '-o', path]);
    expect(written).toMatchObject({ code: 0, out: `Записано: ${path}\n`, err: '' });
    const { out } = await kepil(['export']);
    expect(readFileSync(path, 'utf8')).toBe(out);
    expect(JSON.parse(out)).toMatchObject({ $id: 'urn:kepil:kepil-policy:1', type: 'object' });
  });

  it('names the formats there are', async () => {
    const { code, err } = await kepil(['export', '--format', 'pdf']);
    expect(code).toBe(2);
    expect(err).toBe('Формата «pdf» нет.\nЕсть: json-schema, vocabulary, dpv и fides.\n');
  });
});

describe('kepil diff', () => {
  const later = () => {
    const text = readFileSync(draft, 'utf8');
    const changed = text
      .replace(
        'data:\n',
        'data:\n  - {category: iin, mandatory: true, purposes: [delivery], cites: ["2.1.1"]}\n',
      )
      .replace('months: 60', 'months: 84')
      .replace('purposes: [delivery]', 'purposes: [order_delivery]');
    return file('later.kepil.yaml', changed);
  };

  it('says what widens, with its clauses, and what is owed for it', async () => {
    const { code, out, err } = await kepil(['diff', draft, later()]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^draft\.kepil\.yaml → later\.kepil\.yaml: расширяет 2, сужает 0, прочее 0\n/);
    expect(out).toContain('Собирают ещё: ИИН (п. 2.1.1)');
    expect(out).toMatch(/хранят дольше, дней: 1\s?826 → 2\s?557 \(п\. 8\.3 → п\. 8\.3\)/);
    expect(out).toContain('Нужно новое согласие всех');
  });

  it('turns round with the files, says the same as data, and finds nothing in one file', async () => {
    const { out } = await kepil(['diff', later(), draft, '--json', '--lang', 'en']);
    const found = JSON.parse(out) as { kind: string; effect: string; owed: string; message: string }[];
    expect(found.map(({ kind, effect, owed }) => [kind, effect, owed])).toEqual([
      ['data-dropped', 'narrowing', 'nothing'],
      ['term-shortened', 'narrowing', 'nothing'],
    ]);
    expect(found[0]?.message).toBe('No longer collected: IIN');
    expect((await kepil(['diff', draft, draft])).out).toMatch(
      /прочее 0\nПо смыслу редакции не отличаются\.\n$/,
    );
  });

  it('reads prose on the spot', async () => {
    const { code, out } = await kepil(['diff', examplePath, draft]);
    expect({ code, out }).toMatchObject({ code: 0 });
    expect(out).toContain('По смыслу редакции не отличаются.');
  });

  it('refuses a file with errors', async () => {
    const wrong = file('no.kepil.yaml', 'format: kepil-policy/9\n');
    const { code, err } = await kepil(['diff', draft, wrong]);
    expect(code).toBe(2);
    expect(err).toContain('[format-unknown]');
  });
});
