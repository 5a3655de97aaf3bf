import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../base/index.ts';
import { kz } from '../law/index.ts';
import { facets, type Policy, type RetentionRow } from '../policy/index.ts';
import {
  deletionPreview,
  expiredCategories,
  type Held,
  planDestruction,
  termEndsOn,
  termOf,
} from './index.ts';

const text = (clause: string) => ({ cites: [clause], origin: 'text' as const });
const at = (local: string) => Date.parse(`${local}+05:00`);

function policyWith(...retention: readonly RetentionRow[]): Policy {
  const row = {
    ...text('2'),
    group: 'given',
    mandatory: true,
    access: 'limited',
    purposes: ['support'],
  } as const;
  return {
    format: 'kepil-policy/1',
    title: 'Сервис',
    language: 'ru',
    source: { name: 'policy.txt', sha256: '00', chars: 0 },
    operator: { ...text('1'), kind: 'unnamed' },
    services: [],
    hosts: [],
    clauses: [],
    statements: [],
    data: [
      { ...row, category: 'email' },
      { ...row, category: 'phone' },
      { ...row, category: 'full_name' },
    ],
    dataNotCollected: [],
    purposes: [{ ...text('3'), purpose: 'support' }],
    grounds: [],
    recipients: [],
    retention,
    contacts: [],
    labels: [],
  };
}

const month: RetentionRow = { ...text('5.1'), rule: 'fixed_term', months: 1 };

describe('termOf', () => {
  const check = (rules: readonly RetentionRow[], expected: object | undefined, category = 'email') =>
    expect(termOf(policyWith(...rules), category)).toEqual(expected);

  it('is none when the policy is silent or says without limit', () => {
    check([], { kind: 'none', cites: [], fromText: false });
    check([{ ...text('5'), rule: 'unlimited' }], { kind: 'none', cites: [], fromText: false });
  });
  it('takes the shortest number of months over every rule', () => {
    const year = { ...text('5.2'), rule: 'fixed_term', months: 12 };
    check([{ ...text('5'), rule: 'purpose_achieved' }, year, month], {
      kind: 'months',
      months: 1,
      cites: ['5.1'],
      fromText: true,
    });
  });
  it('says when a term was set by the officer and not read', () =>
    check([{ cites: [], origin: 'officer', rule: 'fixed_term', months: 6 }], {
      kind: 'months',
      months: 6,
      cites: [],
      fromText: false,
    }));
  it('knows no term of data the policy does not declare', () => check([month], undefined, 'iin'));
  it('passes over numbers that are no months', () =>
    check([{ ...month, months: 0 }], { kind: 'none', cites: [], fromText: false }));
  it('understands every rule a policy can state', () => {
    const rules = (facets.retention ?? []).map((rule) => [
      rule,
      termOf(policyWith({ ...text('5'), rule }), 'email')?.kind,
    ]);
    expect(Object.fromEntries(rules)).toEqual({
      purpose_achieved: 'purpose',
      until_account_deletion: 'account',
      until_withdrawal: 'withdrawal',
      legal_term: 'law',
      fixed_term: 'none',
      unlimited: 'none',
      deleted_after: 'account',
      depersonalised_after: 'none',
      unspecified: 'none',
    });
  });
});

describe('expiredCategories', () => {
  const ask = (today: string, ...values: readonly Held[]) =>
    expiredCategories({ policy: policyWith(month), values, today }, kz);

  it('keeps a value through its last day, the last of a short month', () => {
    const value = { category: 'email', at: at('2026-01-31T10:00') };
    expect(termEndsOn(policyWith(month), value, kz)).toBe('2026-02-28');
    expect(ask('2026-02-28', value)).toEqual([]);
    expect(ask('2026-03-01', value)).toEqual(['email']);
  });
  it('counts from the date in Kazakhstan', () => {
    const late = { category: 'email', at: Date.parse('2026-03-31T20:00Z') };
    expect(ask('2026-05-01', late)).toEqual([]);
    expect(ask('2026-05-02', late)).toEqual(['email']);
  });
  it('goes by the newest value of a category', () => {
    const old = { category: 'email', at: at('2026-01-01T10:00') };
    const fresh = { category: 'email', at: at('2026-03-01T10:00') };
    expect(ask('2026-03-15', old, fresh)).toEqual([]);
    expect(ask('2026-03-15', fresh, old, { ...old, category: 'phone' })).toEqual(['phone']);
  });
  it('never expires what has no number of months', () => {
    const policy = policyWith({ ...text('5'), rule: 'purpose_achieved' });
    const values = [{ category: 'email', at: 0 }];
    expect(expiredCategories({ policy, values, today: '2027-01-01' }, kz)).toEqual([]);
  });
});

describe('planDestruction', () => {
  const categories = ['email', 'phone', 'full_name', 'iin'];
  const days = fc.integer({ min: 0, max: 90 }).map((n) => addDays('2026-01-01', n));
  const items = fc.array(
    fc.record({ category: fc.constantFrom(...categories), at: days.map((d) => at(`${d}T12:00`)) }),
  );
  const order = fc.record({ id: fc.constantFrom('h1', 'h2'), categories: fc.subarray(categories) });
  const orders = fc.array(fc.oneof(order, fc.constant({ id: 'all' })), { maxLength: 2 });
  const cause = fc.constantFrom<'term' | 'account-deleted'>('term', 'account-deleted');

  const asks = fc.record({
    policy: fc.constant(policyWith(month)),
    held: items,
    blocks: orders,
    holds: orders,
    today: days,
    cause,
  });

  it('puts each item in exactly one of due, held and kept', () =>
    fc.assert(
      fc.property(asks, (ask) => {
        const { held } = ask;
        const plan = planDestruction(ask, kz);
        const all = [...plan.due, ...plan.held.map((frozen) => frozen.item), ...plan.kept];
        expect(all.length).toBe(held.length);
        expect(new Set(all)).toEqual(new Set(held));
      }),
    ));

  it('never destroys what a block or a hold covers', () =>
    fc.assert(
      fc.property(asks, (ask) => {
        const { blocks, holds } = ask;
        const plan = planDestruction(ask, kz);
        for (const hold of [...blocks, ...holds] as readonly { categories?: readonly string[] }[]) {
          expect(plan.due.filter((item) => hold.categories?.includes(item.category) ?? true)).toEqual([]);
        }
      }),
    ));

  it('is due exactly when expired, undeclared or the account is deleted, and nothing freezes it', () =>
    fc.assert(
      fc.property(items, days, cause, (held, today, why) => {
        const plan = planDestruction(
          { policy: policyWith(month), held, blocks: [], holds: [], today, cause: why },
          kz,
        );
        const expected = held.filter(
          (item) =>
            why === 'account-deleted' ||
            item.category === 'iin' ||
            expiredCategories({ policy: policyWith(month), values: [item], today }, kz).length > 0,
        );
        expect(plan.due).toEqual(expected);
      }),
    ));

  it('names what freezes an item', () => {
    const held = [{ category: 'email', at: 0 }];
    const ask = { policy: policyWith(month), held, today: '2026-01-01', cause: 'term' as const };
    expect(planDestruction({ ...ask, blocks: [{ id: 'b' }], holds: [] }, kz).held).toEqual([
      { item: held[0], by: 'block', id: 'b' },
    ]);
    expect(
      planDestruction({ ...ask, blocks: [], holds: [{ id: 'h', categories: ['email'] }] }, kz).held,
    ).toEqual([{ item: held[0], by: 'hold', id: 'h' }]);
  });
});

describe('deletionPreview', () => {
  it('says what goes, and that the log and the act stay', () => {
    const held = [
      { category: 'email', retention: 'ordinary' },
      { category: 'phone', retention: 'ordinary' },
      { category: 'email', retention: 'ordinary' },
    ] as const;
    expect(deletionPreview({ held }, kz)).toEqual({
      goes: ['email', 'phone'],
      stays: [
        { what: 'log-entries', article: '94-V Art. 22(1)(5)' },
        { what: 'act', article: '94-V Art. 25(2)(8)' },
      ],
    });
  });
  it('names what a law keeps and what proves the consent', () => {
    const held = [
      { category: 'payment_history', retention: 'legal' },
      { category: 'full_name', retention: 'proof' },
    ] as const;
    const preview = deletionPreview({ held }, kz);
    expect(preview.goes).toEqual([]);
    expect(preview.stays.slice(0, 2)).toEqual([
      { what: 'legal-residue', article: '94-V Art. 12(2)', categories: ['payment_history'] },
      { what: 'proof-of-consent', article: '94-V Art. 25(2)(5)', categories: ['full_name'] },
    ]);
  });
});
