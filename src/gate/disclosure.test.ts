import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuthorityFact, Recipient } from '../disclosure/index.ts';
import { kz } from '../law/index.ts';
import type { Policy } from '../policy/index.ts';
import {
  answer,
  check,
  consent,
  facts,
  policy,
  recipient,
  request,
  text,
  toRecipient,
} from './fixtures/gate.ts';
import { type ConsentFact, decide, type GateFacts, type GateRequest } from './index.ts';

const said = (facet: string, label: string): Policy => ({
  ...policy,
  labels: [{ ...text('6.9'), facet, label }],
});
const send: Partial<GateRequest> = {
  ...{ verb: 'transfer', recipient: 'r1', country: 'KZ', decisionId: 'e1' },
  categories: ['email', 'phone'],
};
const known: Partial<GateFacts> = { recipient, consents: [consent, toRecipient] };
const card = (change: Partial<Recipient>): Partial<GateFacts> => ({
  ...known,
  recipient: { ...recipient, ...change },
});
const { undertakingOn: _undertaking, ...bare } = recipient;

describe('a transfer', () => {
  it('is admitted on a consent that names the recipient, tells the subject and cites both', () => {
    const yes =
      'yes: purpose-of-policy | 3.1 | 94-V Art. 14, data-of-policy | 2.1, data-of-policy | 2.2, ' +
      'consent-active | 94-V Art. 7(1), transfer-consented | 6.1 | 94-V Art. 7(6)';
    check(send, known, yes);
    const asked = { ...request, ...send };
    expect(decide(asked, { ...facts, ...known }, kz).obligations).toEqual(['record', 'notify-subject']);
  });

  // Each condition taken away alone.
  it.each<[string, Partial<GateRequest>, Partial<GateFacts>, string]>([
    ['nobody is named', { recipient: '' }, {}, 'recipient-missing | 94-V Art. 7(6)'],
    ['no card is kept', { recipient: 'r2' }, {}, 'recipient-unregistered | 94-V Art. 15'],
    ['the policy is a draft', {}, { service: 'draft' }, 'transfer-in-draft | 6.1 | 94-V Art. 25(2)(1-1)'],
    ['the policy does not list it', {}, card({ kind: 'partners' }), 'recipient-undeclared | 94-V Art. 15'],
    ['it is closed', {}, card({ ended: true }), 'recipient-ended | 6.1 | 94-V Art. 22(1)'],
    ['its term is over', {}, card({ expiresOn: '1969-12-31' }), 'recipient-expired | 6.1 | 94-V Art. 22(1)'],
    ['it has not undertaken', {}, { ...known, recipient: bare }, 'undertaking-missing | 6.1 | 94-V Art. 11'],
    ['another decision', { decisionId: 'e0' }, {}, 'recipient-decision-missing | 6.1 | 94-V Art. 22(1)'],
    ['no country', { country: '' }, {}, 'country-missing | 6.1 | 94-V Art. 16'],
    ['another country', { country: 'DE' }, {}, 'country-other | 6.1 | 94-V Art. 16'],
    [
      'an item is not on the card',
      {},
      card({ categories: ['email'] }),
      'recipient-item | 6.1 | 94-V Art. 7(9)',
    ],
    ['the purpose is not on it', {}, card({ purposes: [] }), 'recipient-purpose | 6.1 | 94-V Art. 14'],
    ['no consent', {}, { ...known, consents: [consent] }, 'transfer-consent-missing | 6.1 | 94-V Art. 7(6)'],
    [
      'the consent names another',
      {},
      {
        ...known,
        consents: [consent, { ...toRecipient, transfer: { recipient: 'r2', country: 'KZ', abroad: false } }],
      },
      'transfer-consent-missing | 6.1 | 94-V Art. 7(6)',
    ],
    [
      'it was withdrawn',
      {},
      { ...known, consents: [consent, { ...toRecipient, withdrawnAt: 1500 }] },
      'transfer-consent-withdrawn | 6.1 | 94-V Art. 7(6)',
    ],
    [
      'it has run out',
      {},
      { ...known, consents: [consent, { ...toRecipient, expiresAt: 1500 }] },
      'transfer-consent-expired | 6.1 | 94-V Art. 7(6)',
    ],
    [
      'it was given before the card grew',
      {},
      { ...known, consents: [consent, { ...toRecipient, categories: ['email'] }] },
      'transfer-consent-missing | 6.1 | 94-V Art. 7(6)',
    ],
    [
      'the data are blocked',
      {},
      { ...known, blocks: [{ id: 'b', since: 1 }] },
      'blocked | 94-V Art. 24(1)(3)',
    ],
    ['the term of the data is over', {}, { ...known, expired: ['email'] }, 'term-over | 5 | 94-V Art. 12(2)'],
    [
      'the base consent is gone',
      {},
      { ...known, consents: [toRecipient] },
      'consent-missing | 3.1 | 94-V Art. 7(1)',
    ],
  ])('is refused when %s', (...[, changed, other, expected]) =>
    check({ ...send, ...changed }, { ...known, ...other }, `no: ${expected}`),
  );

  it('across the border needs a second consent, that names the country', () => {
    const there = { ...recipient, country: 'DE' };
    const to = { ...toRecipient, transfer: { recipient: 'r1', country: 'DE', abroad: false } };
    const over = { ...to, id: 'c10', transfer: { ...to.transfer, abroad: true } };
    const asked = { ...send, country: 'DE' };
    const refused = 'no: cross-border-consent-missing | 6.1 | 94-V Art. 16(3)';
    check(asked, { recipient: there, consents: [consent, to] }, refused);
    expect(answer(asked, { recipient: there, consents: [consent, to, over] })).toMatch(
      /^yes.*cross-border-consented \| 6.1 \| 94-V Art. 16\(3\)$/,
    );
    expect(answer(asked, { recipient: there, consents: [consent, over] })).toMatch(
      /transfer-consent-missing/,
    );
    const closed = {
      recipient: there,
      consents: [consent, to, over],
      policy: said('cross_border', 'denied'),
    };
    check(asked, closed, 'no: cross-border-denied | 6.9 | 94-V Art. 16');
  });

  it('for advertising is refused where the policy promises so, whatever was consented to', () => {
    const own = { ...consent, id: 'c2', purposes: ['marketing_notices'], categories: ['email'] };
    const to = { ...toRecipient, purposes: ['marketing_notices'] };
    const asked = { ...send, purpose: 'marketing_notices', categories: ['email'] };
    const given = { ...known, consents: [own, to] };
    expect(answer(asked, given)).toMatch(/^yes/);
    check(
      asked,
      { ...given, policy: said('transfer_restrictions', 'no_marketing_sharing') },
      'no: transfer-forbidden | 6.9 | 94-V Art. 14',
    );
  });

  it('never rests on a consent to hand on, when it is a use', () =>
    check({}, { consents: [toRecipient] }, 'no: consent-missing | 3.1 | 94-V Art. 7(1)'));

  const anyConsent: fc.Arbitrary<ConsentFact> = fc.record(
    {
      ...{
        id: fc.constant('c'),
        policyHash: fc.constant('aa'),
        form: fc.constantFrom('checkbox', 'message'),
      },
      purposes: fc.subarray(['provide_service', 'support']),
      categories: fc.subarray(['email', 'phone']),
      givenAt: fc.integer({ min: 0, max: 4000 }),
      withdrawnAt: fc.integer({ min: 0, max: 4000 }),
      withdrawnPurposes: fc.constant({}),
      transfer: fc.record({
        recipient: fc.constantFrom('r1', 'r2'),
        country: fc.constantFrom('KZ', 'DE'),
        abroad: fc.boolean(),
      }),
    },
    {
      requiredKeys: ['id', 'policyHash', 'form', 'purposes', 'categories', 'givenAt', 'withdrawnPurposes'],
    },
  );
  const anyCard: fc.Arbitrary<Recipient> = fc
    .record({
      kind: fc.constantFrom('delivery_services', 'delivery_services', 'partners'),
      country: fc.constantFrom('KZ', 'DE'),
      undertaken: fc.constantFrom(true, true, false),
      categories: fc.subarray(['email', 'phone']),
      purposes: fc.subarray(['provide_service', 'support']),
      expiresOn: fc.constantFrom('1969-12-31', '1970-01-01'),
      ended: fc.constantFrom(false, false, true),
    })
    .map(({ undertaken, ...rest }) => ({
      ...bare,
      ...rest,
      ...(undertaken && { undertakingOn: '1969-12-01' }),
    }));

  /** Written straight from the law and the acceptance of the house. */
  const naive = (categories: readonly string[], one: Recipient, consents: readonly ConsentFact[]) => {
    const active = (category: string, fits: (given: ConsentFact) => boolean) =>
      consents.some(
        (given) =>
          given.form === 'checkbox' &&
          given.purposes.includes('provide_service') &&
          given.categories.includes(category) &&
          given.givenAt <= facts.now &&
          given.withdrawnAt === undefined &&
          fits(given),
      );
    const to = (abroad: boolean) => (given: ConsentFact) =>
      given.transfer?.recipient === 'r1' &&
      given.transfer.country === one.country &&
      given.transfer.abroad === abroad;
    return (
      one.kind === 'delivery_services' &&
      !one.ended &&
      one.expiresOn >= '1970-01-01' &&
      one.undertakingOn !== undefined &&
      one.purposes.includes('provide_service') &&
      categories.every(
        (key) =>
          one.categories.includes(key) &&
          active(key, (given) => given.transfer === undefined) &&
          active(key, to(false)) &&
          (one.country === 'KZ' || active(key, to(true))),
      )
    );
  };

  it('is admitted exactly when the card and the consents say so one by one', () => {
    let yes = 0;
    const items = fc.subarray(['email', 'phone'], { minLength: 1 });
    const likely = fc.tuple(items, anyCard, fc.array(anyConsent, { maxLength: 4 }), fc.boolean());
    fc.assert(
      fc.property(likely, ([categories, one, given, helped]) => {
        const to = { recipient: 'r1', country: one.country };
        const help = [
          consent,
          { ...toRecipient, transfer: { ...to, abroad: false } },
          { ...toRecipient, transfer: { ...to, abroad: true } },
        ];
        const consents = helped ? [...given, ...help] : given;
        const asked = { ...request, ...send, categories, country: one.country };
        const { allowed } = decide(asked, { ...facts, recipient: one, consents }, kz);
        yes += Number(allowed);
        expect(allowed).toBe(naive(categories, one, consents));
      }),
      { numRuns: 3000, seed: 11 },
    );
    expect(yes).toBeGreaterThan(20);
  });
});

describe('a release to a body of the state', () => {
  const letter: AuthorityFact = {
    ...{ id: 'r1', asker: 'state', missing: [], categories: ['email', 'correspondence'] },
    ...{ secrecyNorm: false, handledBy: ['o1'] },
  };
  const release: Partial<GateRequest> = {
    ...{ actor: { role: 'approver', id: 'a1' }, verb: 'transfer', purpose: 'authority_request' },
    ...{ matter: 'r1', decisionId: 'd1', recipient: 'government', country: 'KZ', categories: ['email'] },
  };
  const law = '94-V Art. 9';

  it('rests on the law alone', () =>
    check(release, { authority: letter, consents: [] }, `yes: standing-purpose | ${law}`));

  it.each<[string, Partial<GateRequest>, Partial<AuthorityFact>, string]>([
    ['private', {}, { asker: 'private' }, 'authority-private | 94-V Art. 7(6)'],
    ...(['body', 'official', 'norm', 'case', 'signature', 'items', 'channel'] as const).map(
      (one): [string, Partial<GateRequest>, Partial<AuthorityFact>, string] => [
        `without ${one}`,
        {},
        { missing: [one] },
        `authority-no-${one} | ${law}`,
      ],
    ),
    ['beyond what it asks', { categories: ['phone'] }, {}, 'authority-beyond | 94-V Art. 7(9)'],
    ['of a secret', { categories: ['correspondence'] }, {}, 'authority-secret | 94-V Art. 11'],
    [
      'by whoever entered it',
      { actor: { role: 'approver', id: 'o1' } },
      {},
      'authority-same-person | 94-V Art. 22(1)',
    ],
    ['by nobody', { actor: { role: 'approver' } }, {}, 'authority-same-person | 94-V Art. 22(1)'],
  ])('is refused %s', (...[, changed, other, expected]) =>
    check(
      { ...release, ...changed },
      { authority: { ...letter, ...other }, consents: [] },
      `no: ${expected}`,
    ),
  );

  it('lets out a secret only where the norm lifts it', () => {
    const lifted = { authority: { ...letter, secrecyNorm: true } };
    expect(answer({ ...release, categories: ['correspondence'] }, lifted)).toMatch(/^yes/);
  });

  it('needs a decision, a letter about this subject, the approver, and data that are not blocked', () => {
    const { decisionId: _decision, ...undecided } = release;
    const known = { authority: letter };
    check(undecided, known, `no: decision-missing | ${law}`);
    check(release, {}, `no: authority-unknown | ${law}`);
    expect(answer({ ...release, matter: 'r9' }, known)).toMatch(/^no: matter-unknown/);
    expect(answer({ ...release, actor: { role: 'officer', id: 'a1' } }, known)).toMatch(/^no: standing-not/);
    const blocked = { ...known, blocks: [{ id: 'b', since: 1 }] };
    check(release, blocked, 'no: blocked | 94-V Art. 24(1)(3)');
  });
});
