import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kz } from '../law/index.ts';
import { facets, type LabelRow, type Policy } from '../policy/index.ts';
import {
  activeConsents,
  type ConsentRecord,
  consentForms,
  consentState,
  consentTerm,
  coverage,
  coverageOf,
  isAcceptedForm,
  missingContents,
  planConsent,
  withdrawalEffect,
} from './index.ts';

const text = (clause: string) => ({ cites: [clause], origin: 'text' as const });
const label = (facet: string, name: string): LabelRow => ({ ...text('9'), facet, label: name });
const at = (local: string) => Date.parse(`${local}+05:00`);

const policy: Policy = {
  format: 'kepil-policy/1',
  title: 'Сервис',
  language: 'ru',
  source: { name: 'policy.txt', sha256: '00', chars: 0 },
  operator: { ...text('1'), kind: 'legal_entity', name: 'ТОО «Сосна»', bin: '301240000011' },
  services: [],
  hosts: [],
  clauses: [],
  statements: [],
  data: [
    {
      ...text('2.1'),
      category: 'full_name',
      group: 'given',
      mandatory: true,
      access: 'limited',
      purposes: ['provide_service', 'legal_obligation'],
    },
    {
      ...text('2.2'),
      category: 'email',
      group: 'given',
      mandatory: true,
      access: 'limited',
      purposes: ['provide_service', 'marketing_notices'],
    },
    {
      ...text('2.3'),
      category: 'phone',
      group: 'given',
      mandatory: false,
      access: 'limited',
      purposes: ['support'],
    },
  ],
  dataNotCollected: [],
  purposes: [
    { ...text('3.1'), purpose: 'provide_service' },
    { ...text('3.2'), purpose: 'support' },
    { ...text('3.3'), purpose: 'marketing_notices' },
    { ...text('3.4'), purpose: 'legal_obligation' },
  ],
  grounds: [],
  recipients: [],
  retention: [],
  contacts: [],
  labels: [],
};

const consent: ConsentRecord = {
  id: 'c1',
  policyHash: 'aa',
  form: 'checkbox',
  purposes: ['provide_service', 'support'],
  categories: ['full_name', 'email', 'phone'],
  givenAt: 1000,
  withdrawnPurposes: {},
};

describe('forms of consent', () => {
  it('has a row for every form a policy can name', () => {
    expect((facets.consent_form ?? []).filter((key) => consentForms[key] === undefined)).toEqual([]);
  });

  it.each([
    ['checkbox', 'email', true],
    ['sms', 'email', true],
    ['separate_explicit', 'email', true],
    ['written_checked', 'email', true],
    ['written_scan', 'email', false],
    ['implied_by_use', 'email', false],
    ['continued_use', 'email', false],
    ['agreement_acceptance', 'email', false],
    ['registration', 'email', false],
    ['other_person', 'email', false],
    ['device_permission', 'email', false],
    ['device_permission', 'geolocation', true],
    ['constructor', 'email', false],
    ['', 'email', false],
  ])('%s for %s: %s', (form, category, accepted) => {
    expect(isAcceptedForm(form, category)).toBe(accepted);
  });
});

describe('planConsent', () => {
  const ask = {
    id: 'c1',
    policy,
    policyHash: 'aa',
    purposes: ['provide_service'],
    given: ['email', 'phone', 'full_name', 'email'],
    subjectName: true,
    form: 'checkbox',
    language: 'ru' as const,
    now: at('2026-01-31T10:00'),
  };

  it('lists the given data that serve the purposes, each once', () => {
    expect(planConsent(ask, kz).categories).toEqual(['email', 'full_name']);
    expect(planConsent({ ...ask, given: ['phone'] }, kz).categories).toEqual([]);
  });

  it('holds without an end when no number of months is stated', () => {
    expect(planConsent(ask, kz)).not.toHaveProperty('expiresAt');
  });

  it('runs to the end of the last day of a short month, in Kazakhstan', () => {
    const retention = [{ ...text('5'), rule: 'fixed_term', months: 1 }];
    const plan = planConsent({ ...ask, policy: { ...policy, retention } }, kz);
    expect(plan.expiresAt).toBe(at('2026-03-01T00:00'));
  });

  it('stops on a purpose the policy does not declare', () => {
    expect(() => planConsent({ ...ask, purposes: ['targeted_ads'] }, kz)).toThrow('declared purposes');
    expect(() => planConsent({ ...ask, purposes: [] }, kz)).toThrow('declared purposes');
  });
});

describe('missingContents', () => {
  const given = { subjectName: true, categories: ['email'] };
  const full: Policy = {
    ...policy,
    retention: [{ ...text('5'), rule: 'until_withdrawal' }],
    labels: [
      label('transfer_restrictions', 'no_transfer_default'),
      label('transfer_restrictions', 'no_publication'),
      label('cross_border', 'denied'),
    ],
  };
  const check = (changed: Partial<Policy>, what: Partial<typeof given>, expected: readonly string[]) =>
    expect(missingContents({ ...full, ...changed }, { ...given, ...what }, kz)).toEqual(expected);

  it('misses nothing when all is stated', () => check({}, {}, []));
  it('misses everything an empty policy lacks, in the order of the law', () =>
    check(
      { operator: { cites: [], origin: 'assumed', kind: 'unnamed' }, retention: [], labels: [] },
      { subjectName: false, categories: [] },
      kz.consentItems.filter((item) => item.mandatory).map((item) => item.key),
    ));
  it('misses the operator when only a brand is named', () =>
    check({ operator: { ...full.operator, kind: 'brand_only' } }, {}, ['operator-name']));
  it('misses the number when its control digit is wrong', () =>
    check({ operator: { ...full.operator, bin: '301240000012' } }, {}, ['operator-bin']));
  it('accepts the IIN of a sole proprietor, and of nobody else', () => {
    check({ operator: { ...full.operator, kind: 'sole_proprietor', bin: '850515100013' } }, {}, []);
    check({ operator: { ...full.operator, bin: '850515100013' } }, {}, ['operator-bin']);
  });
  it('does not take what is only assumed for stated', () =>
    check({ retention: [{ cites: [], origin: 'assumed', rule: 'purpose_achieved' }] }, {}, ['term']));
  it('does not take «unlimited» and «not said» for stated', () =>
    check(
      {
        retention: [{ ...text('5'), rule: 'unlimited' }],
        labels: [...full.labels.slice(0, 2), label('cross_border', 'unspecified')],
      },
      {},
      ['term', 'cross-border'],
    ));
});

describe('consentTerm', () => {
  it('takes the shortest number of months over any rule', () => {
    const retention = [
      { ...text('5'), rule: 'until_withdrawal' },
      { ...text('6'), rule: 'fixed_term', months: 36 },
      { ...text('7'), rule: 'fixed_term', months: 12 },
    ];
    expect(consentTerm({ ...policy, retention })).toEqual({
      kind: 'months',
      months: 12,
      stated: true,
      cites: ['7'],
    });
  });
});

describe('coverage', () => {
  const use = { purpose: 'provide_service', category: 'email' };
  const check = (changed: Partial<ConsentRecord>, expected: string, asked = use) =>
    expect(coverageOf([{ ...consent, ...changed }], asked, 2000).state).toBe(expected);

  it('covers a named purpose and category', () => check({}, 'active'));
  it('does not cover a category left out', () => check({ categories: ['phone'] }, 'missing'));
  it('does not cover a purpose left out', () => check({ purposes: ['support'] }, 'missing'));
  it('ends with a whole withdrawal', () => check({ withdrawnAt: 1500 }, 'withdrawn'));
  it('ends with the withdrawal of the purpose only', () => {
    check({ withdrawnPurposes: { provide_service: 1500 } }, 'withdrawn');
    check({ withdrawnPurposes: { provide_service: 1500 } }, 'active', {
      purpose: 'support',
      category: 'phone',
    });
  });
  it('holds until the instant it expires and no longer', () => {
    check({ expiresAt: 2001 }, 'active');
    check({ expiresAt: 2000 }, 'expired');
  });
  it('does not count an act that is no consent', () => check({ form: 'implied_by_use' }, 'form'));
  it('does not hold before it is given', () => check({ givenAt: 2001 }, 'missing'));
  it('does not cover advertising merged with the service', () => {
    const ads = { purpose: 'marketing_notices', category: 'email' };
    check({ purposes: ['provide_service', 'marketing_notices'] }, 'bundled', ads);
    check({ purposes: ['marketing_notices', 'personalisation'] }, 'active', ads);
  });
  it('prefers any active consent to any dead one', () => {
    const dead = { ...consent, id: 'c0', withdrawnAt: 1500 };
    expect(coverageOf([dead, consent], use, 2000)).toEqual({ state: 'active', consent });
  });

  const records = fc.array(
    fc.record({
      id: fc.constantFrom('a', 'b'),
      policyHash: fc.constant('aa'),
      form: fc.constantFrom('checkbox', 'implied_by_use'),
      purposes: fc.subarray(['provide_service', 'support', 'marketing_notices']),
      categories: fc.subarray(['email', 'phone']),
      givenAt: fc.constantFrom(1000, 3000),
      withdrawnPurposes: fc.constantFrom<Readonly<Record<string, number>>>({}, { support: 1500 }),
    }),
  );
  it('the map and the single question agree', () =>
    fc.assert(
      fc.property(records, (consents) => {
        const map = coverage(consents, 2000);
        for (const purpose of ['provide_service', 'support', 'marketing_notices']) {
          for (const category of ['email', 'phone']) {
            const single = coverageOf(consents, { purpose, category }, 2000).state === 'active';
            expect(map.get(purpose)?.has(category) ?? false).toBe(single);
          }
        }
      }),
    ));

  it('counts a consent as active while one purpose is left', () => {
    const partly = { ...consent, withdrawnPurposes: { support: 1500 } };
    const wholly = { ...consent, withdrawnPurposes: { support: 1500, provide_service: 1600 } };
    expect(activeConsents([partly, wholly], 2000)).toEqual([partly]);
    expect(consentState(wholly, 2000)).toBe('withdrawn');
    expect(consentState({ ...consent, expiresAt: 1999 }, 2000)).toBe('expired');
  });
});

describe('withdrawalEffect', () => {
  const whats = (effect: ReturnType<typeof withdrawalEffect>) => effect.stays.map((staying) => staying.what);

  it('stops every purpose and leaves the proof and the log', () => {
    const effect = withdrawalEffect({ policy, consent }, kz);
    expect(effect.stops).toEqual([
      { purpose: 'provide_service', categories: ['full_name', 'email'], service: true },
      { purpose: 'support', categories: ['phone'], service: true },
    ]);
    expect(effect.stays).toEqual([
      { what: 'proof-of-consent', article: '94-V Art. 25(2)(5)' },
      { what: 'log-entries', article: '94-V Art. 22(1)(5)' },
    ]);
    expect(effect.unserved).toEqual(['full_name', 'email', 'phone']);
  });

  it('keeps what the other purposes need', () => {
    const effect = withdrawalEffect({ policy, consent, purposes: ['support'] }, kz);
    expect(effect.stops.map((stop) => stop.purpose)).toEqual(['support']);
    expect(effect.unserved).toEqual(['phone']);
    expect(whats(effect)).toContain('other-purposes');
  });

  it('goes on with a purpose an unfulfilled obligation needs, and cites the article', () => {
    const effect = withdrawalEffect({ policy, consent, obligations: ['provide_service'] }, kz);
    expect(effect.stops.map((stop) => stop.purpose)).toEqual(['support']);
    expect(effect.stays[0]).toEqual({
      what: 'obligation',
      purpose: 'provide_service',
      article: '94-V Art. 8(2)',
      categories: ['full_name', 'email'],
    });
  });

  it('keeps data another consent still uses', () => {
    const others = [{ ...consent, id: 'c2', purposes: ['marketing_notices'], categories: ['email'] }];
    expect(withdrawalEffect({ policy, consent, others }, kz).unserved).toEqual(['full_name', 'phone']);
  });

  it('keeps data a law orders to keep, only when the policy says so', () => {
    const lawful = { ...policy, retention: [{ ...text('5'), rule: 'legal_term' }] };
    const effect = withdrawalEffect({ policy: lawful, consent }, kz);
    expect(effect.unserved).toEqual(['email', 'phone']);
    expect(whats(effect)).toContain('legal-residue');
  });

  it('does nothing twice', () => {
    const gone = { ...consent, withdrawnAt: 1500 };
    expect(withdrawalEffect({ policy, consent: gone }, kz)).toMatchObject({ stops: [], unserved: [] });
  });

  it('neither loses nor doubles a category', () =>
    fc.assert(
      fc.property(
        fc.subarray(consent.purposes.slice()),
        fc.subarray(consent.purposes.slice()),
        fc.boolean(),
        (purposes, obligations, lawful) => {
          const retention = lawful ? [{ ...text('5'), rule: 'legal_term' }] : [];
          const effect = withdrawalEffect(
            { policy: { ...policy, retention }, consent, purposes, obligations },
            kz,
          );
          const kept = effect.stays
            .filter((staying) => staying.what === 'other-purposes' || staying.what === 'legal-residue')
            .flatMap((staying) => staying.categories ?? []);
          if (effect.stops.length > 0) {
            expect([...effect.unserved, ...kept].toSorted()).toEqual(consent.categories.toSorted());
          } else {
            expect(effect.unserved).toEqual([]);
          }
        },
      ),
    ));
});
