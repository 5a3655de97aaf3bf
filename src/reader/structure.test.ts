import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyOf } from './lines.ts';
import { markerOf } from './marker.ts';
import { type ReadClause, structureOf } from './structure.ts';

const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const seeds = join('..', 'shared', 'seeds');
const hasSeeds = existsSync(seeds);

function check(body: string, expected: readonly (readonly [id: string, kind: 'heading' | 'clause'])[]): void {
  expect(structureOf(body, hash).map(({ id, kind }) => [id, kind])).toEqual(expected);
}

/** Every non-empty line of `body` lies in exactly one clause. */
function expectCovered(body: string, clauses: readonly ReadClause[]): void {
  let at = 0;
  for (const line of body.split('\n')) {
    const start = at + (line.length - line.trimStart().length);
    at += line.length + 1;
    if (line.trim() === '') continue;
    const end = start + line.trim().length;
    const holding = clauses.filter(({ span }) => span.start <= start && span.end >= end);
    expect(holding, line).toHaveLength(1);
  }
}

describe('the clause tree', () => {
  it('keeps numbers as printed and nests items under the clause that opens them', () => {
    const body =
      'Политика\n\n1. Данные\n\n1.1. Мы собираем:\n\n1. имя;\n\n2. город.\n\n1.2. Мы храним их.\n\n' +
      '2. Права\n\n2.1. Есть права.';
    check(body, [
      ['T', 'heading'],
      ['1', 'heading'],
      ['1.1', 'clause'],
      ['1.1.1', 'clause'],
      ['1.1.2', 'clause'],
      ['1.2', 'clause'],
      ['2', 'heading'],
      ['2.1', 'clause'],
    ]);
    expect(structureOf(body, hash).map((clause) => clause.number)).toEqual([
      '',
      '1.',
      '1.1.',
      '1.',
      '2.',
      '1.2.',
      '2.',
      '2.1.',
    ]);
  });

  it('numbers bullets by their place', () => {
    check('Устав\n\n1. Раздел\n\n1.1. Список:\n- один;\n- два.\n', [
      ['T', 'heading'],
      ['1', 'heading'],
      ['1.1', 'clause'],
      ['1.1.1', 'clause'],
      ['1.1.2', 'clause'],
    ]);
  });

  it('gives unnumbered sections letters and paragraphs an ordinal', () => {
    check('Политика\n\nВводный абзац.\n\nДанные\nМы собираем имена.\n\nПрава\n\nВы можете всё.', [
      ['T', 'heading'],
      ['P.1', 'clause'],
      ['A', 'heading'],
      ['A.p1', 'clause'],
      ['B', 'heading'],
      ['B.p1', 'clause'],
    ]);
  });

  it('puts names at the end into a signature block', () => {
    const body = 'Устав\n\n1. Конец\n\n1.1. Всё сказано.\n\nТОО «Ромашка»\n\nТелефон +7 700 000 00 00\n';
    expect(structureOf(body, hash).map(({ id }) => id)).toEqual(['T', '1', '1.1', 'S.1', 'S.2']);
  });

  it('joins a sentence broken in the middle', () => {
    const long = 'Мы собираем только те сведения, которые действительно нужны для работы и';
    const clauses = structureOf(`${long}\n\nпоказа страниц.`, hash);
    expect(clauses).toHaveLength(1);
  });

  it('gives a repeated number an id of its own', () => {
    const ids = structureOf('1. Раз\n\n1.1. Первое.\n\n1.1. Второе.\n', hash).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('reads markers of all kinds', () => {
    const rows: readonly (readonly [string, string, readonly number[]])[] = [
      ['2.1. Текст', 'decimal', [2, 1]],
      ['2.2.1 текст', 'decimal', [2, 2, 1]],
      ['3) текст', 'number', [3]],
      ['IV. Текст', 'section', [4]],
      ['Раздел IV', 'section', [4]],
      ['б) текст', 'letter', [2]],
      ['• текст', 'bullet', []],
      ['- 1) текст', 'number', [1]],
    ];
    for (const [line, kind, parts] of rows) expect(markerOf(line), line).toMatchObject({ kind, parts });
    expect(markerOf('24.06.2025 дата')).toBeUndefined();
    expect(markerOf('просто текст')).toBeUndefined();
  });

  it('covers every line once, with unique ids that are paths, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '1. Раздел',
        '1.1. пункт',
        '2) пункт;',
        '- пункт',
        '  • пункт:',
        'Заголовок',
        'Длинное предложение.',
        '',
        'IV. Часть',
        'а) буква',
      ),
      fc.string({ unit: 'binary' }).map((text) => text.replace(/[\n\r\u2028\u2029]/g, ' ')),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const body = pieces.join('\n');
        const clauses = structureOf(body, hash);
        expectCovered(body, clauses);
        const ids = new Set(clauses.map(({ id }) => id));
        expect(ids.size).toBe(clauses.length);
        for (const { id, parent, span } of clauses) {
          expect(id).toMatch(/^[A-Za-z0-9.]+$/);
          expect(parent === undefined || ids.has(parent)).toBe(true);
          expect(span.start >= 0 && span.start < span.end && span.end <= body.length).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('the five real texts', () => {
  it('says so when they are not here', () => {
    expect(hasSeeds ? 'covered below' : 'left out: ../shared/seeds is not here').toMatch(
      /covered below|left out/,
    );
  });

  it.runIf(hasSeeds)('have each line in exactly one clause and keep the printed numbers', () => {
    for (const file of readdirSync(seeds)) {
      const body = bodyOf(readFileSync(join(seeds, file), 'utf8'));
      const clauses = structureOf(body, hash);
      expectCovered(body, clauses);
      expect(new Set(clauses.map(({ id }) => id)).size).toBe(clauses.length);
      for (const { number, span } of clauses) {
        if (number)
          expect(
            body
              .slice(span.start, span.end)
              .replace(/^[-–—•●] /, '')
              .startsWith(number),
          ).toBe(true);
      }
      for (const match of body.matchAll(/^(\d+(?:\.\d+)+)\. /gm)) {
        expect(
          clauses.some(({ id }) => id === match[1]),
          `${file} ${match[1]}`,
        ).toBe(true);
      }
    }
  });
});
