import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bodyOf } from '../../src/reader/index.ts';
import { kepil, startKepil, stopLeft } from '../kepil-process.ts';
import { examplePath, temporaryFolder, trace } from './place.ts';

const at = z.int().min(-1);
const shape = z.object({
  source: z.strictObject({
    name: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    language: z.enum(['ru', 'kk', 'en', 'mixed']),
    chars: z.int().positive(),
  }),
  clauses: z.array(z.object({ id: z.string().min(1), start: at.min(0), end: at.min(0) })).min(1),
  statements: z
    .array(
      z.strictObject({
        facet: z.string().min(1),
        label: z.string().min(1),
        clause: z.string(),
        quote: z.string(),
        start: at,
        end: at,
        confidence: z.number().min(0).max(1),
      }),
    )
    .min(1),
  unread: z.array(z.strictObject({ clause: z.string().min(1), start: at.min(0), end: at.min(0) })),
  contradictions: z.array(
    z.strictObject({
      rule: z.string(),
      clauses: z.array(z.string()),
      message: z.string().min(1),
      help: z.string().min(1),
    }),
  ),
});

describe('kepil read', () => {
  afterAll(stopLeft);
  const folder = temporaryFolder();
  const text = readFileSync(examplePath, 'utf8');

  it('says in words what was read, clause by clause', async () => {
    const { code, out, err } = await kepil(['read', examplePath]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.split('\n', 1)[0]).toMatch(
      /^dala-kitap\.txt: язык ru, знаков \d+, пунктов \d+, утверждений \d+$/,
    );
    expect(out).toContain('п. 2.1.3');
    expect(out).toMatch(/Прочитаны все пункты|Не прочитан/);
  });

  it('says the same as data, with quotes that stand at their offsets', async () => {
    const { code, out } = await kepil(['read', examplePath, '--json']);
    expect(code).toBe(0);
    const { source, clauses, statements, unread } = shape.parse(JSON.parse(out));
    const body = bodyOf(text);
    expect({ name: source.name, chars: source.chars }).toEqual({
      name: basename(examplePath),
      chars: body.length,
    });
    const ids = new Set(clauses.map(({ id }) => id));
    expect(ids.size).toBe(clauses.length);
    const stated = statements.filter(({ start }) => start >= 0);
    expect(stated.length).toBeGreaterThan(20);
    for (const { start, end, quote, clause } of stated) {
      expect(body.slice(start, end)).toBe(quote);
      expect(ids).toContain(clause);
    }
    for (const { start, end, clause } of [...unread, ...clauses.map((one) => ({ ...one, clause: one.id }))]) {
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(body.length);
      expect(ids).toContain(clause);
    }
  });

  const cases: Readonly<Record<string, { bytes?: Uint8Array | string; says: string }>> = {
    'missing.txt': { says: 'Файла «missing.txt» нет.' },
    'empty.txt': { bytes: '', says: 'Файл «empty.txt» пуст.' },
    'blank.txt': { bytes: ' \n\n\t', says: 'Файл «blank.txt» пуст.' },
    'picture.txt': {
      bytes: Uint8Array.of(0x89, 0x50, 0xff, 0xfe, 0x00, 0x80),
      says: '«picture.txt» — не текст',
    },
    'soup.txt': {
      bytes: 'Нарежьте морковь. Варите сорок минут, посолите.\n',
      says: 'В «soup.txt» не видно политики',
    },
  };
  it.each(Object.entries(cases))('refuses %s with a sentence', async (name, { bytes, says }) => {
    const path = join(folder, name);
    if (bytes !== undefined) writeFileSync(path, bytes);
    const { code, out, err } = await kepil(['read', path]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(says);
    expect(err).not.toMatch(trace);
  });

  it('explains a clause: what stands above it, which patterns fired, what was refused and why', async () => {
    const { code, out, err } = await kepil(['read', examplePath, '--explain', '2.1.3']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [above, own, counted, refused] = out.split(/\n\n/).slice(1) as [string, string, string, string];
    expect(above).toContain('заголовок 2:');
    expect(above).toContain('вводный пункт 2.1:');
    expect(above).toMatch(/тема «сбор данных»: «.+», образец .+/);
    expect(own).toContain('темы не названы');
    expect(counted).toContain('адрес электронной почты — «электронной почты» 0,');
    expect(counted).toContain('образец: электронная почта\n    тему дал вводный пункт');
    expect(refused).toContain('нет ни одной из нужных тем: рассылки и реклама');
  });

  it.each([
    ['ru', 'рядом стоит отрицание'],
    ['kk', 'жанында жоққа шығару тұр'],
    ['en', 'a denial stands near'],
  ])('says in %s that a denial turned a datum', async (language, says) => {
    const { out } = await kepil(['read', examplePath, '--explain', '2.4.', '--lang', language]);
    expect(out).toContain(says);
    expect(out).not.toMatch(/cli\.|topic\.|error\./);
  });

  it('reads several texts one after the other, but makes one draft only', async () => {
    const other = join(folder, 'other.txt');
    writeFileSync(other, text);
    const { code, out } = await kepil(['read', examplePath, other]);
    expect(code).toBe(0);
    expect(out.match(/^\S+\.txt: язык ru/gm)).toEqual(['dala-kitap.txt: язык ru', 'other.txt: язык ru']);
    const two = await kepil(['read', examplePath, other, '-o', join(folder, 'two.kepil.yaml')]);
    expect({ code: two.code, out: two.out }).toEqual({ code: 2, out: '' });
    expect(two.err).toContain('Эти ключи годятся для одного текста');
  });

  it('refuses to explain a clause that is not there', async () => {
    const { code, out, err } = await kepil(['read', examplePath, '--explain', '99.9']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('В «dala-kitap.txt» нет пункта «99.9».');
  });

  it('refuses to write where nothing can be written', async () => {
    const { code, err } = await kepil([
      'read',
      examplePath,
      '-o',
      join(folder, 'no', 'such', 'x.kepil.yaml'),
    ]);
    expect(code).toBe(3);
    expect(err).not.toMatch(trace);
  });

  it('writes a draft that runs', async () => {
    const { code } = await kepil(['read', examplePath, '-o', 'x.kepil.yaml'], { cwd: folder });
    expect(code).toBe(0);
    const running = await startKepil(['x.kepil.yaml', '--data', 'data'], { cwd: folder });
    const page = await fetch(`${running.url}/s/dala-kitap/privacy`);
    expect({ status: page.status, shown: (await page.text()).includes('Дала Кітап') }).toEqual({
      status: 200,
      shown: true,
    });
    expect((await running.stop()).code).toBe(0);
  });
});

describe('kepil', () => {
  it.each([
    ['an unknown command', ['fly'], 'Команды «fly» нет.'],
    ['an unknown option', ['run', '--fast'], 'Ключа «--fast» нет.'],
    ['a missing argument', ['read'], 'Не хватает аргумента'],
    ['an option without its value', ['run', '--port'], 'нужно значение'],
    ['a port that is none', ['run', '--port', '80x'], 'Порт «80x» не годится'],
    ['a command that comes later', ['bench', 'x'], 'Команды «bench» ещё нет.'],
    [
      'a later command with options',
      ['scan', '--json', 'https://dala-kitap.example'],
      'Команды «scan» ещё нет.',
    ],
  ])('answers %s with a sentence and 2', async (_name, args, says) => {
    const { code, out, err } = await kepil(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(says);
    expect(err).not.toMatch(trace);
  });

  it('answers --help and --version well', async () => {
    expect((await kepil(['--help'])).code).toBe(0);
    expect((await kepil(['--version'])).out.trim()).toMatch(/^\d+\.\d+\.\d+$/);
  });
});
