import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPolicy, mergeDraft, type Policy, parsePolicy, proposedBy } from './index.ts';

const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const sha = (text: string) => createHash('sha256').update(text).digest('hex');

/** Clauses of a text, one a line; ids by order. */
const clausesOf = (lines: readonly string[]): Policy['clauses'] =>
  lines.map((line, at) => ({
    id: String(at + 1),
    number: `${at + 1}.`,
    kind: 'clause',
    span: { start: at * 100, end: at * 100 + line.length },
    sha256: sha(line),
  }));

const lines = ['operator', 'data', 'purposes', 'terms'];

/** What a reader proposes of `lines`, each category citing the line of data. */
function draft(text: readonly string[], categories: readonly string[], more: Partial<Policy> = {}): Policy {
  const cite = String(text.indexOf('data') + 1);
  return {
    format: 'kepil-policy/1',
    title: 'Тал',
    language: 'ru',
    source: { name: 'tal.txt', sha256: sha(text.join('\n')), chars: 1000 },
    operator: { kind: 'legal_entity', name: 'ТОО «Тал»', cites: ['1'], origin: 'text' },
    services: [],
    hosts: [],
    clauses: clausesOf(text),
    statements: [],
    data: categories.map((category) => ({
      category,
      group: 'given',
      mandatory: false,
      access: 'limited',
      purposes: [],
      cites: [cite],
      origin: 'text',
    })),
    dataNotCollected: [],
    purposes: [],
    grounds: [],
    recipients: [],
    retention: [{ rule: 'fixed_term', months: 12, cites: ['4'], origin: 'text' }],
    contacts: [],
    labels: [],
    ...more,
  };
}

const old = draft(lines, ['email', 'phone']);
const proposed = proposedBy(old, hash);
const merged = (policy: Policy, next: Policy) => mergeDraft({ policy, proposed }, next, hash);
const categoriesOf = (policy: Policy) => policy.data.map(({ category }) => category);
const codes = (notes: readonly { code: string }[]) => notes.map(({ code }) => code);

describe('mergeDraft', () => {
  it('follows the new reading where nobody wrote by hand', () => {
    const next = draft(['new', ...lines], ['email', 'full_name']);
    const { policy, notes } = merged(old, next);
    expect(policy).toEqual(next);
    expect(notes).toEqual([]);
  });

  it('keeps a row changed by hand, led to the same clause of the new text', () => {
    const edited = { ...old, retention: old.retention.map((row) => ({ ...row, months: 6 })) };
    const next = draft(['new', ...lines], ['email', 'phone'], {
      retention: [{ rule: 'fixed_term', months: 12, cites: ['5'], origin: 'text' }],
    });
    const { policy, notes } = merged(edited, next);
    expect(policy.retention).toEqual([{ rule: 'fixed_term', months: 6, cites: ['5'], origin: 'text' }]);
    expect(codes(notes)).toEqual(['merge-kept']);
  });

  it('says when hand and text both changed a row', () => {
    const edited = { ...old, retention: old.retention.map((row) => ({ ...row, months: 6 })) };
    const next = draft(lines, ['email', 'phone'], {
      retention: [{ rule: 'fixed_term', months: 36, cites: ['4'], origin: 'text' }],
    });
    const { policy, notes } = merged(edited, next);
    expect(policy.retention[0]?.months).toBe(6);
    expect(notes).toMatchObject([{ code: 'merge-both', severity: 'warning' }]);
  });

  it('leaves out what was taken out by hand, also when it is read again', () => {
    const edited = { ...old, data: old.data.filter(({ category }) => category !== 'phone') };
    const { policy, notes } = merged(edited, draft(lines, ['email', 'phone', 'full_name']));
    expect(categoriesOf(policy)).toEqual(['email', 'full_name']);
    expect(codes(notes)).toEqual(['merge-left-out']);
  });

  it('leads the cites of a row that is not read any more to the clause with the same words', () => {
    const edited = { ...old, data: old.data.map((row) => ({ ...row, mandatory: true })) };
    const { policy } = merged(edited, draft(['new', 'operator', 'data', 'other', 'terms'], ['email']));
    expect(policy.data.map(({ category, cites }) => [category, cites])).toEqual([
      ['email', ['3']],
      ['phone', ['3']],
    ]);
  });

  it('keeps what was added by hand', () => {
    const added = {
      ...(old.data[0] as Policy['data'][number]),
      category: 'iin',
      cites: [],
      origin: 'officer',
    };
    const edited = { ...old, data: [...old.data, added as Policy['data'][number]] };
    const { policy } = merged(edited, draft(lines, ['email']));
    expect(categoriesOf(policy)).toEqual(['email', 'iin']);
  });

  it('counts a row whose clauses are gone as the officer’s', () => {
    const edited = { ...old, data: old.data.map((row) => ({ ...row, mandatory: true })) };
    const { policy, notes } = merged(edited, draft(['other'], ['email'], { retention: [] }));
    expect(policy.data.find(({ category }) => category === 'phone')).toMatchObject({
      cites: [],
      origin: 'officer',
    });
    expect(codes(notes)).toContain('merge-unfounded');
  });

  it('keeps an operator corrected by hand', () => {
    const edited: Policy = { ...old, operator: { ...old.operator, name: 'ТОО «Тал-Сервис»' } };
    expect(merged(edited, draft(lines, ['email'])).policy.operator.name).toBe('ТОО «Тал-Сервис»');
  });

  const category = fc.constantFrom(
    'email',
    'phone',
    'full_name',
    'iin',
    'birth_date',
    'photo',
    'city_region',
  );
  const some = fc.uniqueArray(category);

  it('changes nothing when the text did not change', () =>
    fc.assert(
      fc.property(some, some, (read, hand) => {
        const first = draft(lines, read);
        const edited = { ...first, data: draft(lines, hand).data };
        const again = mergeDraft({ policy: edited, proposed: proposedBy(first, hash) }, first, hash);
        expect([...categoriesOf(again.policy)].sort()).toEqual([...hand].sort());
      }),
    ));

  it('has of each row what two of the three agree on', () =>
    fc.assert(
      fc.property(some, some, some, (before, hand, after) => {
        const first = draft(lines, before);
        const edited = { ...first, data: draft(lines, hand).data };
        const { policy } = mergeDraft(
          { policy: edited, proposed: proposedBy(first, hash) },
          draft(lines, after),
          hash,
        );
        for (const one of ['email', 'phone', 'full_name', 'iin'] as const) {
          const was = before.includes(one);
          const expected = hand.includes(one) === was ? after.includes(one) : hand.includes(one);
          expect(categoriesOf(policy).includes(one), one).toBe(expected);
        }
      }),
    ));
});

describe('a file with what was proposed', () => {
  it('gives it back', () => {
    expect(parsePolicy(formatPolicy(old, proposed))).toEqual({ policy: old, proposed, problems: [] });
  });

  it('is refused where it is malformed', () => {
    const file = formatPolicy(old, proposed).replace(/operator: [0-9a-f]{16}/, 'operator: all');
    expect(parsePolicy(file).problems.map(({ code }) => code)).toEqual(['sha256-malformed']);
  });
});
