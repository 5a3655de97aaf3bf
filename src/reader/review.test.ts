import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseReview, type Review, type ReviewDecision } from '../policy/index.ts';
import { applyReview, bodyOf, type Reading, readText, reportOf } from './index.ts';
import { digestOfWords } from './words-digest.ts';

const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const read = (text: string): Reading => readText(text, { name: 'tal.txt', hash });

const text = `1. Данные
1.1. Мы собираем имя, номер телефона и адрес электронной почты.
1.2. Данные нужны для доставки заказов.
2. Хранение
2.1. Мы храним данные пять лет.
`;

const reading = read(text);
const wordsOf = (id: string) => {
  const clause = reading.clauses.find((one) => one.id === id);
  return clause === undefined ? '' : digestOfWords(clause, bodyOf(text), hash);
};

const decide = (
  decision: ReviewDecision['decision'],
  clause: string,
  ...[facet, label]: readonly [string, string]
): ReviewDecision => ({ clause, words: wordsOf(clause), facet, label, decision });

const reviewOf = (...decisions: ReviewDecision[]): Review => ({
  format: 'kepil-review/1',
  source: { name: 'tal.txt', sha256: reading.source.sha256 },
  decisions,
});

const apply = (to: Reading, review: Review, of = text) => applyReview(to, review, { body: bodyOf(of), hash });

const labelsOf = (of: Reading, clause: string) =>
  of.statements.filter((row) => row.clause === clause).map(({ facet, label }) => `${facet}.${label}`);

const rejected = decide('rejected', '1.1', 'data_categories', 'phone');
const accepted = decide('accepted', '1.1', 'data_categories', 'email');
const added = decide('added', '1.2', 'purposes', 'statistics_research');

describe('applyReview', () => {
  it('takes out what was rejected, is sure of what was accepted, puts in what was added', () => {
    const { reading: after, notes } = apply(reading, reviewOf(rejected, accepted, added));
    expect(notes).toEqual([]);
    expect(labelsOf(reading, '1.1')).toContain('data_categories.phone');
    expect(labelsOf(after, '1.1')).not.toContain('data_categories.phone');
    expect(after.statements.find(({ label }) => label === 'email')?.confidence).toBe(1);
    expect(labelsOf(after, '1.2')).toContain('purposes.statistics_research');
    expect(after.statements.map(({ span }) => span.start)).toEqual(
      after.statements.map(({ span }) => span.start).toSorted((a, b) => a - b),
    );
  });

  it('follows a clause whose number moved', () => {
    const below = text.replaceAll(/^(\d)/gm, (n) => String(Number(n) + 1));
    const renumbered = `1. Кто мы\n1.1. Оператор — магазин.\n${below}`;
    const later = read(renumbered);
    const { reading: after, notes } = apply(later, reviewOf(rejected, added), renumbered);
    expect(notes).toEqual([]);
    expect(labelsOf(after, '2.1')).not.toContain('data_categories.phone');
    expect(labelsOf(after, '2.2')).toContain('purposes.statistics_research');
  });

  it('decides nothing for words that changed, and says so', () => {
    const changed = text.replace('номер телефона', 'номер телефона и возраст');
    const later = read(changed);
    const { reading: after, notes } = apply(later, reviewOf(rejected), changed);
    expect(labelsOf(after, '1.1')).toContain('data_categories.phone');
    expect(notes).toMatchObject([{ code: 'review-again', params: { clause: '1.1' } }]);
  });

  it('says when a clause is gone', () => {
    const shorter = text.replace(/^1\.2.*\n/m, '');
    const later = read(shorter);
    const { notes } = apply(later, reviewOf(added), shorter);
    expect(notes).toMatchObject([{ code: 'review-gone', params: { clause: '1.2' } }]);
  });

  it('gives the same when it is applied twice', () => {
    const once = apply(reading, reviewOf(rejected, accepted, added)).reading;
    expect(apply(once, reviewOf(rejected, accepted, added)).reading).toEqual(once);
  });

  it('unsays a silence that an addition breaks', () => {
    expect(reading.silent.map(({ facet }) => facet)).toContain('minors');
    const { reading: after } = apply(reading, reviewOf(decide('added', '2.1', 'minors', 'adults_only')));
    expect(after.silent.map(({ facet }) => facet)).not.toContain('minors');
  });
});

describe('parseReview', () => {
  it('reads what the report page saves', () => {
    const review = reviewOf(rejected, accepted, added);
    expect(parseReview(JSON.stringify(review, undefined, 2))).toEqual({ review, problems: [] });
  });

  it.each([
    ['{"format": "kepil-review/2"}', 'format-unknown'],
    [JSON.stringify(reviewOf({ ...rejected, label: 'fone' })), 'label-unknown'],
    [JSON.stringify(reviewOf({ ...rejected, words: 'no' })), 'sha256-malformed'],
    ['[', 'yaml-syntax'],
    ['x'.repeat(1024 * 1024 + 1), 'file-too-large'],
    ['['.repeat(100_000), 'file-too-deep'],
  ])('refuses %.40s', (file, code) => {
    expect(parseReview(file).problems.map((problem) => problem.code)).toContain(code);
  });
});

describe('reportOf', () => {
  const body = bodyOf(text);
  const report = reportOf(reading, body, hash);

  it('has every character of every clause once', () => {
    for (const [at, clause] of reading.clauses.entries()) {
      const words = report.clauses[at]?.pieces.map((piece) => piece.text).join('');
      expect(words).toBe(body.slice(clause.span.start, clause.span.end));
    }
  });

  it('marks exactly the quoted words of each statement', () => {
    for (const [at, statement] of report.statements.entries()) {
      const pieces = report.clauses.find(({ id }) => id === statement.clause)?.pieces ?? [];
      const marked = pieces.filter(({ statements }) => statements.includes(at)).map((piece) => piece.text);
      expect(marked.join('')).toBe(statement.quote);
    }
  });
});
