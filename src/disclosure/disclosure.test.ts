import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kz } from '../law/index.ts';
import type { Policy } from '../policy/index.ts';
import {
  type AuthorityLetter,
  checkRecipient,
  declaredRow,
  isAbroad,
  lacking,
  offeredRows,
  proposeItems,
  type RecipientForm,
} from './index.ts';

const text = { cites: ['1'], origin: 'text' } as const;
const datum = (category: string, purposes: readonly string[]) => ({
  ...text,
  ...{ category, group: 'given' as const, mandatory: false, access: 'limited' as const, purposes },
});
const policy: Policy = {
  ...{ format: 'kepil-policy/1', title: 'Сервис', language: 'ru' },
  source: { name: 'policy.txt', sha256: '00', chars: 0 },
  operator: { ...text, kind: 'legal_entity', name: 'ТОО «Сосна»' },
  ...{ services: [], hosts: [], clauses: [], statements: [], dataNotCollected: [], grounds: [] },
  data: [
    datum('email', ['support']),
    datum('phone', ['order_delivery']),
    datum('correspondence', ['support']),
  ],
  purposes: ['support', 'order_delivery', 'statistics_research', 'legal_obligation'].map((purpose) => ({
    ...text,
    purpose,
  })),
  recipients: [
    { ...text, recipient: 'partners' },
    { ...text, recipient: 'partners', name: 'Cloud GmbH', country: 'DE', cites: ['2'] },
    { ...text, recipient: 'government' },
    { ...text, recipient: 'public' },
    { recipient: 'affiliates', cites: [], origin: 'assumed' },
  ],
  ...{ retention: [], contacts: [], labels: [] },
};
const form: RecipientForm = {
  ...{ kind: 'partners', name: 'ТОО «Ель»', country: 'KZ', contract: '7', contractOn: '2026-11-01' },
  ...{ undertakingOn: '', categories: ['email'], purposes: ['support'], expiresOn: '2026-11-20' },
};
const today = '2026-11-20';
const faults = (change: Partial<RecipientForm>) =>
  checkRecipient({ ...form, ...change }, policy, today).map(({ code, field }) => `${field}: ${code}`);

describe('a card', () => {
  it('is good when it completes what the policy lists; the undertaking may follow', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ undertakingOn: '2026-11-20' })).toEqual([]);
  });

  it.each<[Partial<RecipientForm>, string]>([
    [{ kind: 'affiliates' }, 'kind: recipient-not-declared'],
    [{ kind: 'government' }, 'kind: recipient-not-declared'],
    [{ kind: 'constructor' }, 'kind: recipient-not-declared'],
    [{ name: ' ' }, 'name: field-mandatory'],
    [{ name: 'x'.repeat(201) }, 'name: field-too-long'],
    [{ country: 'kz' }, 'country: country-malformed'],
    [{ name: 'Cloud GmbH', country: 'KZ' }, 'country: country-not-stated'],
    [{ contract: '' }, 'contract: field-mandatory'],
    [{ contractOn: '2026-02-30' }, 'contractOn: date-malformed'],
    [{ contractOn: '2026-11-21' }, 'contractOn: date-future'],
    [{ undertakingOn: '2026-11-21' }, 'undertakingOn: date-future'],
    [{ expiresOn: '2026-11-19' }, 'expiresOn: expiry-past'],
    [{ expiresOn: '' }, 'expiresOn: field-mandatory'],
    [{ purposes: [] }, 'purpose: recipient-purposes'],
    [{ purposes: ['statistics_research'] }, 'purpose: recipient-purposes'],
    [{ purposes: ['legal_obligation'] }, 'purpose: recipient-purposes'],
    [{ categories: [] }, 'category: recipient-items'],
    [{ categories: ['iin'] }, 'category: recipient-items'],
    [{ categories: ['email', 'phone'] }, 'category: recipient-item-purpose'],
  ])('%j is told: %s', (change, expected) => expect(faults(change)).toEqual([expected]));

  it('is kept of what the text lists by name or by kind, and of no body of the state', () => {
    expect(offeredRows(policy).map(({ recipient, name = '' }) => `${recipient} ${name}`.trim())).toEqual([
      'partners',
      'partners Cloud GmbH',
    ]);
    expect(declaredRow(policy, { kind: 'partners', name: 'Cloud GmbH' })?.cites).toEqual(['2']);
    expect(declaredRow(policy, { kind: 'partners', name: 'ТОО «Ель»' })?.cites).toEqual(['1']);
  });

  it('crosses the border unless it is at home or the law knows the country to protect', () => {
    expect([isAbroad('KZ', kz), isAbroad('DE', kz), isAbroad('DE', { ...kz, adequate: ['DE'] })]).toEqual([
      false,
      true,
      false,
    ]);
  });
});

describe('a letter', () => {
  const letter: AuthorityLetter = {
    ...{ body: 'Управление', official: 'С. Придуманов', position: 'следователь', norm: 'ст. 1' },
    ...{ caseNumber: '1', signature: 'eds', categories: ['email'], periodFrom: '2026-01-01' },
    ...{ periodTo: '2026-01-01', channel: 'courier', secrecyNorm: '' },
  };
  const without: Readonly<Record<string, Partial<AuthorityLetter>>> = {
    ...{ body: { body: ' ' }, official: { position: '' }, norm: { norm: '' }, case: { caseNumber: '' } },
    ...{ signature: { signature: '' }, items: { periodTo: '2025-12-31' }, channel: { channel: '' } },
  };

  it('lacks exactly the elements that were taken away, in their order', () =>
    fc.assert(
      fc.property(fc.subarray(Object.keys(without)), (taken) => {
        const poor = Object.assign({ ...letter }, ...taken.map((name) => without[name])) as AuthorityLetter;
        expect(lacking(poor)).toEqual(taken);
      }),
    ));

  it('gets proposed what is asked for and held, and no secret that its norm does not lift', () =>
    fc.assert(
      fc.property(
        fc.subarray(['email', 'phone', 'correspondence', 'health']),
        fc.subarray(['email', 'phone', 'correspondence', 'health']),
        fc.boolean(),
        (categories, held, secrecyNorm) => {
          const items = proposeItems({ categories, secrecyNorm }, new Set(held), policy);
          expect(items.map(({ category }) => category)).toEqual(categories);
          for (const { category, may, why } of items) {
            const secret = ['correspondence', 'health'].includes(category) && !secrecyNorm;
            expect(may).toBe(held.includes(category) && !secret);
            expect(why).toBe(may ? undefined : secret ? 'secret' : 'not-held');
          }
        },
      ),
    ));
});
