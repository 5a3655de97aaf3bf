import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBin } from '../law/index.ts';
import {
  type Clause,
  categories,
  facets,
  formatPolicy,
  formCategories,
  type PledgeState,
  type Policy,
  parsePolicy,
  pledgeKinds,
  pledgesOf,
  policyHash,
  stateOrder,
  worstState,
} from './index.ts';

const hash = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());
const chars = 100_000;

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '',
    '1.10',
    'true',
    'null',
    '~',
    '# no',
    '- a',
    'a: b',
    ' x ',
    'x\r\ny\n',
    '2026-01-01',
    '\ufeff',
    '\u0085',
    '*a',
    '<<',
  ),
);
const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
const span = fc
  .tuple(fc.nat(chars), fc.nat(chars))
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
const labelsOf = (facet: string) => fc.constantFrom(...(facets[facet] as readonly string[]));
const country = fc.constantFrom('KZ', 'DE', 'NO');
const bin = fc
  .integer({ min: 0, max: 9999 })
  .map((n) => Array.from({ length: 10 }, (_, k) => `2201400${String(n).padStart(4, '0')}${k}`).find(isBin))
  .filter((found) => found !== undefined);

function tree(rows: readonly Omit<Clause, 'parent'>[], picks: readonly number[]): readonly Clause[] {
  return rows.map((row, at) => {
    const pick = picks[at % picks.length] as number;
    const parent = at > 0 && pick % 3 > 0 ? rows[pick % at]?.id : undefined;
    return { ...row, ...(parent === undefined ? {} : { parent }) };
  });
}

const clauses = fc
  .tuple(
    fc.uniqueArray(
      fc.record({
        id: fc.oneof(
          fc.constantFrom('1', '1.1', '1.10', '2', 'a', '3.1.4'),
          fc.string({ minLength: 1, maxLength: 9 }),
        ),
        number: words,
        kind: fc.constantFrom('heading' as const, 'clause' as const),
        span,
        sha256: hex,
      }),
      { selector: (clause) => clause.id, maxLength: 9 },
    ),
    fc.array(fc.nat(), { minLength: 1, maxLength: 9 }),
  )
  .map(([rows, picks]) => tree(rows, picks));

/** Some of the keys of `fields` with `undefined` values taken out, as the types want it. */
const bare = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined }) as fc.Arbitrary<T>;

function policyOver(all: readonly Clause[]): fc.Arbitrary<Policy> {
  const ids = all.map((clause) => clause.id);
  const cites = ids.length > 0 ? fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 4 }) : fc.constant([]);
  const row = { cites, origin: fc.constantFrom('text' as const, 'officer' as const, 'assumed' as const) };
  const rows = <T extends object>(
    fields: { [Key in keyof T]: fc.Arbitrary<T[Key]> },
    keyOf: (made: T) => unknown,
  ) =>
    fc.uniqueArray(
      fc.record({ ...fields, ...row }).map((made) => bare(made) as T & { cites: string[]; origin: 'text' }),
      {
        maxLength: 5,
        selector: (made) => keyOf(made),
      },
    );
  const labelled = fc
    .constantFrom(...Object.keys(facets))
    .chain((facet) => fc.record({ facet: fc.constant(facet), label: labelsOf(facet) }));
  const statements =
    ids.length === 0
      ? fc.constant([])
      : fc.array(
          fc
            .tuple(labelled, fc.constantFrom(...ids), span, fc.double({ min: 1e-9, max: 1, noNaN: true }))
            .map(([label, clause, where, confidence]) => ({ ...label, clause, span: where, confidence })),
          { maxLength: 9 },
        );
  return rows({ purpose: labelsOf('purposes') }, (made) => made.purpose).chain((purposes) => {
    const declared = purposes.map((made) => made.purpose);
    const serves = declared.length > 0 ? fc.uniqueArray(fc.constantFrom(...declared)) : fc.constant([]);
    return fc
      .record({
        title: words,
        language: fc.constantFrom('ru' as const, 'kk' as const, 'en' as const),
        source: fc.record({ name: words, sha256: hex, chars: fc.constant(chars) }),
        dated: maybe(fc.constantFrom('2026-02-28', '2024-02-29')),
        operator: fc
          .record({
            kind: fc.constantFrom('legal_entity' as const, 'sole_proprietor' as const, 'unnamed' as const),
            name: maybe(words),
            bin: maybe(bin as fc.Arbitrary<string>),
            address: maybe(words),
            responsible: maybe(words),
            ...row,
          })
          .map(bare),
        services: rows(
          { kind: fc.constantFrom('website' as const, 'bot' as const), host: maybe(words) },
          (made) => `${made.kind} ${made.host ?? ''}`,
        ),
        hosts: rows({ country, name: words }, (made) => `${made.country} ${made.name}`),
        data: rows(
          {
            category: labelsOf('data_categories'),
            group: fc.constantFrom('given' as const, 'automatic' as const, 'third-party' as const),
            mandatory: fc.boolean(),
            access: fc.constantFrom('public' as const, 'limited' as const, 'secret' as const),
            purposes: serves,
          },
          (made) => made.category,
        ),
        dataNotCollected: rows({ category: labelsOf('data_categories') }, (made) => made.category),
        grounds: rows({ ground: labelsOf('legal_bases') }, (made) => made.ground),
        recipients: rows(
          { recipient: labelsOf('recipients'), name: maybe(words), country: maybe(country) },
          (made) => made.recipient,
        ),
        retention: rows(
          { rule: labelsOf('retention'), months: maybe(fc.integer({ min: 1, max: 1200 })) },
          (made) => made.rule,
        ),
        contacts: rows(
          { channel: fc.constantFrom('email' as const, 'phone' as const), value: words },
          (made) => made.channel,
        ),
        labels: fc.uniqueArray(
          fc.tuple(labelled, fc.record(row)).map(([label, rest]) => ({ ...label, ...rest })),
          { maxLength: 9, selector: (made) => `${made.facet}.${made.label}` },
        ),
        statements,
      })
      .map(
        (parts) => bare({ format: 'kepil-policy/1' as const, ...parts, clauses: all, purposes }) as Policy,
      );
  });
}

const anyPolicy = clauses.chain(policyOver);

describe('the policy and its file', () => {
  it('comes back from its file as it went in, with the same hash and no problem', () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        const { policy: again, problems } = parsePolicy(formatPolicy(policy));
        expect(problems).toEqual([]);
        expect(again).toEqual(policy);
        expect(policyHash(again as Policy, hash)).toBe(policyHash(policy, hash));
      }),
      { numRuns: 200 },
    );
  });

  it('writes a file that says the same when it is written again', () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        const file = formatPolicy(policy);
        expect(formatPolicy(parsePolicy(file).policy as Policy)).toBe(file);
      }),
      { numRuns: 50 },
    );
  });

  it('has a hash that changes with a clause, a row or a date and not with the order of keys', () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        const turned = Object.fromEntries(Object.entries(policy).reverse()) as unknown as Policy;
        expect(policyHash(turned, hash)).toBe(policyHash(policy, hash));
        expect(policyHash({ ...policy, title: `${policy.title}.` }, hash)).not.toBe(policyHash(policy, hash));
        expect(policyHash({ ...policy, dated: '1999-12-31' }, hash)).not.toBe(policyHash(policy, hash));
      }),
      { numRuns: 50 },
    );
  });
});

describe('pledges of any policy', () => {
  it('cover every clause, have unique ids and stand in the order of the clauses', () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        const pledges = pledgesOf(policy);
        const order = policy.clauses.map((clause) => clause.id);
        const places = pledges.map((pledge) => order.indexOf(pledge.clause));
        expect(new Set(pledges.map((pledge) => pledge.id)).size).toBe(pledges.length);
        expect(places).toEqual([...places].sort((a, b) => a - b));
        expect(places).not.toContain(-1);
        for (const clause of policy.clauses) {
          if (clause.kind === 'clause')
            expect(pledges.some((pledge) => pledge.clause === clause.id)).toBe(true);
        }
        for (const pledge of pledges) expect(pledgeKinds).toHaveProperty([pledge.kind]);
      }),
      { numRuns: 200 },
    );
  });

  it('hold each label of each statement in the clause it was read in', () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        const held = new Set(
          pledgesOf(policy).map((pledge) => `${pledge.clause}|${pledge.facet}.${pledge.label}`),
        );
        for (const { clause, facet, label } of policy.statements)
          expect(held).toContain(`${clause}|${facet}.${label}`);
      }),
    );
  });
});

describe('the registration form', () => {
  it('asks each given category once and never what a form cannot ask', () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        const asked = formCategories(policy);
        const askable = policy.data.filter(
          (row) => row.group === 'given' && categories[row.category]?.input !== 'none',
        );
        expect([...asked].sort(byCategory)).toEqual([...askable].sort(byCategory));
      }),
    );
  });
});

function byCategory(a: { readonly category: string }, b: { readonly category: string }): number {
  return a.category < b.category ? -1 : 1;
}

describe('the worst of several states', () => {
  it('is the first of the order that is present', () => {
    const states = fc.array(
      fc.constantFrom<PledgeState>('kept', 'broken', 'unexercised', 'manual', 'refused'),
    );
    fc.assert(
      fc.property(states, (present) => {
        const worst = worstState(present);
        const expected = [...present].sort((a, b) => stateOrder.indexOf(a) - stateOrder.indexOf(b))[0];
        expect(worst).toBe(expected);
      }),
    );
    expect(worstState(['kept', 'manual', 'broken'])).toBe('broken');
  });
});
