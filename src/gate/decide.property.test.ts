import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleOf, kz } from '../law/index.ts';
import { purposes } from '../policy/index.ts';
import { policy } from './fixtures/gate.ts';
import {
  type BlockFact,
  type ConsentFact,
  decide,
  type GateFacts,
  type GateRequest,
  type Role,
  refusalCodes,
  roles,
  type Verb,
  yesCodes,
} from './index.ts';

const roleNames = Object.keys(roles) as Role[];
const purposeNames = [
  ...Object.keys(purposes),
  ...kz.standingPurposes.map((purpose) => purpose.key),
  'nonsense',
  '__proto__',
];
const categoryNames = ['email', 'phone', 'full_name', 'ip_address', 'iin', 'health', 'toString'];
const anyVerb = fc.constantFrom<Verb>(
  ...(['collect', 'accumulate', 'store', 'change', 'read', 'use', 'transfer', 'publish'] as const),
  ...(['deidentify', 'block', 'unblock', 'destroy'] as const),
);
const anyConsent: fc.Arbitrary<ConsentFact> = fc.record(
  {
    id: fc.constant('c'),
    policyHash: fc.constant('aa'),
    form: fc.constantFrom('checkbox', 'sms', 'implied_by_use', 'valueOf'),
    purposes: fc.subarray(purposeNames),
    categories: fc.subarray(categoryNames),
    givenAt: fc.integer(),
    expiresAt: fc.integer(),
    withdrawnAt: fc.integer(),
    withdrawnPurposes: fc.dictionary(fc.constantFrom(...purposeNames), fc.integer()),
    representation: fc.constant('d'),
  },
  { requiredKeys: ['id', 'policyHash', 'form', 'purposes', 'categories', 'givenAt', 'withdrawnPurposes'] },
);
const anyBlock: fc.Arbitrary<BlockFact> = fc.record(
  { id: fc.constant('b'), since: fc.integer(), categories: fc.subarray(categoryNames) },
  { requiredKeys: ['id', 'since'] },
);
const anyRequest: fc.Arbitrary<GateRequest> = fc.record(
  {
    actor: fc.record(
      { role: fc.constantFrom(...roleNames), id: fc.constantFrom('p1', 'x') },
      { requiredKeys: ['role'] },
    ),
    verb: anyVerb,
    service: fc.constant('s'),
    subject: fc.constantFrom('p1', 'p2'),
    categories: fc.array(fc.constantFrom(...categoryNames), { maxLength: 3 }),
    purpose: fc.constantFrom(...purposeNames),
    channel: fc.constantFrom('registration', 'cabinet', 'console', 'api', 'outbox', 'job', 'visit'),
    matter: fc.string({ maxLength: 3 }),
    decisionId: fc.constant('d'),
    giver: fc.constant('g'),
    recipient: fc.constantFrom('delivery_services', 'Почта', 'partners'),
    country: fc.constantFrom('KZ', 'DE', ''),
  },
  { requiredKeys: ['actor', 'verb', 'service', 'subject', 'categories', 'purpose', 'channel'] },
);
const anyFacts: fc.Arbitrary<GateFacts> = fc.record(
  {
    now: fc.integer(),
    policy: fc.constantFrom(policy, { ...policy, data: [], purposes: [] }),
    policyHash: fc.constant('aa'),
    service: fc.constantFrom('draft', 'live'),
    subject: fc.record(
      { state: fc.constantFrom('none', 'active', 'destroyed'), ageYears: fc.integer({ min: -1, max: 130 }) },
      { requiredKeys: ['state'] },
    ),
    consents: fc.array(anyConsent, { maxLength: 3 }),
    blocks: fc.array(anyBlock, { maxLength: 1 }),
    expired: fc.subarray(categoryNames),
    grant: fc.record({ purposes: fc.subarray(purposeNames), categories: fc.subarray(categoryNames) }),
    giving: anyConsent,
    representations: fc.array(
      fc.record(
        { id: fc.constant('d'), representative: fc.constantFrom('p1', 'x'), endedAt: fc.integer() },
        { requiredKeys: ['id', 'representative'] },
      ),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: ['now', 'policy', 'policyHash', 'service', 'subject', 'consents', 'blocks', 'expired'] },
);
const isStanding = (purpose: string) => kz.standingPurposes.some((standing) => standing.key === purpose);
const many = { numRuns: 2000 };

describe('whatever is asked', () => {
  it('answers, and every reason is known and names a clause or a known article', () =>
    fc.assert(
      fc.property(anyRequest, anyFacts, (asked, known) => {
        const { allowed, because, obligations } = decide(asked, known, kz);
        expect(because.length).toBeGreaterThan(0);
        expect(obligations.includes('record')).toBe(allowed);
        for (const reason of because) {
          expect(allowed ? yesCodes : refusalCodes).toContain(reason.rule);
          expect(reason.clause !== undefined || reason.article !== undefined).toBe(true);
          if (reason.article !== undefined) expect(articleOf(kz, reason.article)?.id).toBe(reason.article);
        }
      }),
      many,
    ));

  it('never says yes without a consent, a purpose of law or a decision', () =>
    fc.assert(
      fc.property(anyRequest, anyFacts, (asked, known) => {
        const { giving: _giving, ...rest } = known;
        fc.pre(!isStanding(asked.purpose));
        const { decisionId: _decision, ...bare } = asked;
        expect(decide(bare, { ...rest, consents: [] }, kz).allowed).toBe(false);
      }),
      many,
    ));

  it('never turns a refusal into a yes by a block, an expiry or a withdrawal', () =>
    fc.assert(
      fc.property(
        anyRequest,
        anyFacts,
        fc.record({ block: anyBlock, expired: fc.subarray(categoryNames) }),
        (asked, known, { block, expired }) => {
          fc.pre(!decide(asked, known, kz).allowed);
          const harder: GateFacts = {
            ...known,
            blocks: [...known.blocks, block],
            expired: [...known.expired, ...expired],
            consents: known.consents.map((given) => ({ ...given, withdrawnAt: 0 })),
          };
          expect(decide(asked, harder, kz).allowed).toBe(false);
        },
      ),
      many,
    ));

  it('never lets data out, nor a person at another', () =>
    fc.assert(
      fc.property(anyRequest, anyFacts, (asked, known) => {
        const { allowed } = decide(asked, known, kz);
        if (asked.verb === 'transfer' || asked.verb === 'publish') expect(allowed).toBe(false);
        if (asked.actor.role === 'subject' && asked.actor.id !== asked.subject) expect(allowed).toBe(false);
      }),
      many,
    ));

  // Written straight from the law: the policy links data and purpose, and a consent names both, is an act,
  // is not over and not withdrawn.
  const naiveYes = (asked: GateRequest, consents: readonly ConsentFact[], now: number) =>
    asked.categories.length > 0 &&
    asked.categories.every(
      (category) =>
        policy.data.some((row) => row.category === category && row.purposes.includes(asked.purpose)) &&
        consents.some(
          (given) =>
            given.representation === undefined &&
            ['checkbox', 'sms'].includes(given.form) &&
            given.purposes.includes(asked.purpose) &&
            given.categories.includes(category) &&
            given.givenAt <= now &&
            (given.expiresAt === undefined || now < given.expiresAt) &&
            given.withdrawnAt === undefined &&
            !Object.keys(given.withdrawnPurposes).includes(asked.purpose),
        ),
    );
  const reading: fc.Arbitrary<GateRequest> = fc.record({
    actor: fc.constant({ role: 'officer', id: 'o1' } as const),
    verb: fc.constant('read' as const),
    service: fc.constant('s'),
    subject: fc.constant('p1'),
    categories: fc.subarray(['email', 'phone', 'full_name', 'iin']),
    purpose: fc.constantFrom('provide_service', 'support'),
    channel: fc.constant('console' as const),
  });
  const likely = fc.tuple(anyConsent, fc.nat(3)).map(([{ representation, ...given }, n]) => ({
    ...given,
    ...(n === 0 && representation !== undefined && { representation }),
    purposes: ['provide_service', ...given.purposes],
    categories: ['email', ...given.categories],
  }));

  it('lets the officer read for a base purpose exactly when a consent written out by hand would', () => {
    let yes = 0;
    fc.assert(
      fc.property(reading, fc.array(likely, { maxLength: 3 }), fc.integer(), (asked, consents, now) => {
        const known: GateFacts = {
          now,
          policy,
          policyHash: 'aa',
          service: 'live',
          subject: { state: 'active' },
          consents,
          blocks: [],
          expired: [],
        };
        const { allowed } = decide(asked, known, kz);
        yes += Number(allowed);
        expect(allowed).toBe(naiveYes(asked, consents, now));
      }),
      many,
    );
    expect(yes).toBeGreaterThan(0);
  });

  it('does say yes now and then, so that the rules above mean something', () => {
    const own = anyRequest.map((asked): GateRequest => {
      const actor = { role: 'subject', id: asked.subject } as const;
      return { ...asked, actor, purpose: 'subject_rights' };
    });
    const yes = fc
      .sample(fc.tuple(fc.oneof(anyRequest, own), anyFacts), { numRuns: 5000, seed: 7 })
      .filter(([asked, known]) => decide(asked, known, kz).allowed);
    expect(yes.length).toBeGreaterThan(0);
  });
});
