import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hexOf, utf8 } from '../base/index.ts';
import { align, lettersOf, similarity } from './alignment.ts';
import { changesBetween, countChanges, isChange, type Printed } from './changes.ts';
import type { Policy } from './policy.ts';
import { wordChanges } from './word-changes.ts';

/** A policy made of lines «number words»; `labels` are data categories said in a clause, by its number. */
function printed(
  lines: readonly string[],
  labels: Readonly<Record<string, readonly string[]>> = {},
): Printed {
  const text = lines.join('\n');
  let start = 0;
  const clauses = lines.map((line) => {
    const span = { start, end: start + line.length };
    start = span.end + 1;
    const number = /^[\d.]*\d/.exec(line)?.[0] ?? '';
    const sha256 = hexOf(createHash('sha256').update(utf8(line)).digest());
    return { id: number || line, number, kind: 'clause' as const, span, sha256 };
  });
  const statements = Object.entries(labels).flatMap(([clause, said]) =>
    said.map((label) => ({
      facet: 'data_categories',
      label,
      clause,
      span: { start: 0, end: 1 },
      confidence: 1,
    })),
  );
  const rows = { services: [], hosts: [], data: [], dataNotCollected: [], purposes: [], grounds: [] };
  const rest = { recipients: [], retention: [], contacts: [], labels: [] };
  const operator = { kind: 'unnamed', cites: [], origin: 'assumed' };
  return { policy: { ...rows, ...rest, operator, clauses, statements } as unknown as Policy, text };
}

const fates = (before: Printed, after: Printed) =>
  changesBetween(before, after).map(({ fate, before: was, after: is }) => [
    fate,
    was?.number ?? '',
    is?.number ?? '',
  ]);

const old = printed([
  '1. Сервис собирает имя и адрес электронной почты',
  '2. Данные никому не передаются',
  '3. Согласие отзывается в личном кабинете',
]);

describe('changes between two versions', () => {
  it('finds none in the same text', () => {
    expect(changesBetween(old, old).some(isChange)).toBe(false);
    expect(countChanges(changesBetween(old, old))).toEqual({
      same: 3,
      moved: 0,
      changed: 0,
      added: 0,
      removed: 0,
      gone: 0,
      come: 0,
    });
  });

  it('tells a clause put in from the ones behind it, which only got other numbers', () => {
    const now = printed([
      '1. Сервис собирает имя и адрес электронной почты',
      '2. Мы ведём рассылку рекламы партнёров',
      '3. Данные никому не передаются',
      '4. Согласие отзывается в личном кабинете',
    ]);
    expect(fates(old, now)).toEqual([
      ['same', '1', '1'],
      ['added', '', '2'],
      ['same', '2', '3'],
      ['same', '3', '4'],
    ]);
    expect(fates(now, old)).toEqual([
      ['same', '1', '1'],
      ['removed', '2', ''],
      ['same', '3', '2'],
      ['same', '4', '3'],
    ]);
  });

  it('pairs a changed clause with what it was, and says which promises went and came', () => {
    const was = printed(['1. Сервис собирает имя и адрес почты'], { '1': ['full_name', 'email'] });
    const now = printed(['1. Сервис собирает имя и номер телефона'], { '1': ['full_name', 'phone'] });
    const [change] = changesBetween(was, now);
    expect(change?.fate).toBe('changed');
    expect(change?.gone.map(({ label }) => label)).toEqual(['email']);
    expect(change?.come.map(({ label }) => label)).toEqual(['phone']);
  });

  it('sees promises that went although the words stayed: the text was read anew', () => {
    const was = printed(['1. Имя и почта'], { '1': ['full_name', 'email'] });
    const now = printed(['1. Имя и почта'], { '1': ['full_name'] });
    const changes = changesBetween(was, now);
    expect(changes.map(({ fate }) => fate)).toEqual(['same']);
    expect(changes.filter(isChange)).toHaveLength(1);
    expect(countChanges(changes)).toMatchObject({ same: 1, gone: 1, come: 0 });
  });

  it('finds a clause that was moved, and counts its promises neither as gone nor as come', () => {
    const lines = ['1. Имя и почта', '2. Данные не передаются никому и никогда', '3. Срок три года'];
    const was = printed(lines, { '1': ['email'] });
    const now = printed([lines[1] as string, lines[2] as string, '4. Имя и почта'], { '4': ['email'] });
    const changes = changesBetween(was, now);
    expect(changes.map(({ fate }) => fate)).toEqual(['same', 'same', 'moved']);
    expect(countChanges(changes)).toMatchObject({ moved: 1, added: 0, removed: 0, gone: 0, come: 0 });
  });

  it('compares digests where a text is not at hand', () => {
    const { text: _, ...bare } = printed(['1. Имя', '2. Почта', '3. Телефон']);
    expect(fates(bare, printed(['1. Имя', '3. Телефон', '4. Адрес']))).toEqual([
      ['same', '1', '1'],
      ['removed', '2', ''],
      ['same', '3', '3'],
      ['added', '', '4'],
    ]);
  });

  const line = fc.constantFrom('имя', 'почта', 'телефон', 'срок хранения', 'срок хранения пять лет', 'адрес');
  it('loses no clause and invents none, whatever the two texts are', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.array(line, { maxLength: 12 }), (one, other) => {
        const [before, after] = [printed(one), printed(other)];
        const changes = changesBetween(before, after);
        const ends = (side: 'before' | 'after') => changes.flatMap((row) => row[side]?.span.start ?? []);
        const starts = (of: Printed) => of.policy.clauses.map(({ span }) => span.start);
        expect([...ends('before')].sort((a, b) => a - b)).toEqual(starts(before));
        expect(ends('after')).toEqual(starts(after));
        for (const row of changes) expect(row.fate === 'added').toBe(row.before === undefined);
      }),
    );
  });
});

describe('alignment', () => {
  it('measures what two texts have in common', () => {
    expect(similarity('имя почта', 'имя почта')).toBe(1);
    expect(similarity('имя почта', 'имя телефон')).toBe(0.5);
    expect(similarity('имя', 'телефон')).toBe(0);
    expect(lettersOf('  «Имя», почта; №1. ')).toBe('имя почта 1');
  });

  it('lays texts of thousands of lines side by side without comparing each with each', () => {
    const lines = Array.from({ length: 2000 }, (_, n) => `пункт ${n}`);
    const other = lines.toSpliced(1000, 1, 'иное вовсе');
    let compared = 0;
    const pairs = align(lines, other, (a, b) => {
      compared += 1;
      return similarity(a, b);
    });
    expect(compared).toBeLessThan(lines.length * 2);
    expect(pairs.filter(({ same }) => same)).toHaveLength(1999);
  });

  it('gives up comparing where nothing is alike and the gap is huge', () => {
    const rows = (mark: string) => Array.from({ length: 3000 }, (_, n) => `${mark} ${n}`);
    const pairs = align(rows('а'), rows('б'), similarity);
    expect(pairs).toHaveLength(6000);
  });
});

describe('changes in a text', () => {
  it('marks the words that went and those that came', () => {
    expect(wordChanges('хранятся три года', 'хранятся пять лет')).toEqual([
      { fate: 'same', text: 'хранятся ' },
      { fate: 'removed', text: 'три года' },
      { fate: 'added', text: 'пять лет' },
    ]);
  });

  const words = fc.array(fc.constantFrom('имя', 'почта', 'три', 'года', 'лет'), { maxLength: 20 });
  it('keeps both texts whole, whatever they are', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        const changes = wordChanges(one.join(' '), other.join(' '));
        const side = (left: string) =>
          changes.flatMap(({ fate, text }) =>
            fate === left ? [] : text.trim().split(/\s+/).filter(Boolean),
          );
        expect(side('added')).toEqual(one);
        expect(side('removed')).toEqual(other);
      }),
    );
  });
});
