import { describe, expect, it } from 'vitest';
import { kz } from '../law/index.ts';
import { categories, purposes } from '../policy/index.ts';
import { answer, check, consent, policy, text } from './fixtures/gate.ts';
import {
  type BlockFact,
  type ConsentFact,
  type GateRequest,
  type Role,
  roles,
  ruleOrder,
  type Verb,
} from './index.ts';

const desk = { purpose: 'subject_rights', matter: 'r1' };
const me = { actor: { role: 'subject', id: 'p1' }, channel: 'cabinet', purpose: 'subject_rights' } as const;
const system = (verb: Verb, channel: GateRequest['channel'], purpose: string) =>
  ({ actor: { role: 'system' }, verb, channel, purpose }) as const;
const decided = { decisionId: 'd1', matter: 'case1' };
const registering = { actor: { role: 'guest' }, verb: 'collect', channel: 'registration' } as const;
const nobody = { subject: { state: 'none' }, consents: [] } as const;
const ads: ConsentFact = { ...consent, id: 'c2', purposes: ['marketing_notices'], categories: ['email'] };
const blocked: readonly BlockFact[] = [{ id: 'b1', since: 1500 }];

describe('who asks', () => {
  it('a guest without a consent collects nothing', () =>
    check(registering, nobody, 'no: consent-missing | 3.1 | 94-V Art. 7(1)'));
  it('a guest touches nobody who exists', () =>
    check(registering, { giving: consent }, 'no: not-yours | 94-V Art. 11'));
  it('a subject sees nothing of another, whatever the purpose', () => {
    check({ ...me, subject: 'p2' }, {}, 'no: not-yours | 94-V Art. 11');
    check({ ...me, actor: { role: 'subject' } }, {}, 'no: not-yours | 94-V Art. 11');
    check(
      { ...me, subject: 'p2', purpose: 'nonsense' },
      { subject: { state: 'none' } },
      'no: not-yours | 94-V Art. 11',
    );
  });
  it('a representative needs a proved representation', () => {
    const parent = { actor: { role: 'representative', id: 'p9' }, channel: 'cabinet', ...desk } as const;
    check(parent, {}, 'no: representation-unproved | 94-V Art. 7(1)');
    check({ ...parent, decisionId: 'd1' }, {}, 'no: representation-unproved | 94-V Art. 7(1)');
    const representations = [{ id: 'd1', representative: 'p9' }];
    expect(answer({ ...parent, decisionId: 'd1' }, { representations })).toMatch(/^yes/);
  });
  it.each<[string, Partial<GateRequest>, string]>([
    [
      'support without a ticket',
      { actor: { role: 'support', id: 'x' }, purpose: 'support' },
      'matter-missing',
    ],
    ['support for another purpose', { actor: { role: 'support', id: 'x' }, matter: 't' }, 'role-purpose'],
    [
      'support to a technical datum',
      { actor: { role: 'support', id: 'x' }, purpose: 'support', matter: 't', categories: ['ip_address'] },
      'role-category',
    ],
    ['an analyst', { actor: { role: 'analyst', id: 'x' }, matter: 't' }, 'role-verb'],
    ['a marketer who wants to read', { actor: { role: 'marketer', id: 'x' }, matter: 't' }, 'role-verb'],
    ['a moderator', { actor: { role: 'moderator', id: 'x' }, matter: 't' }, 'role-purpose'],
    ['an admin', { actor: { role: 'admin', id: 'x' }, matter: 't' }, 'role-verb'],
    ['an approver without a matter', { actor: { role: 'approver', id: 'x' } }, 'matter-missing'],
    ['an officer by the API', { channel: 'api' }, 'role-channel'],
    ['a guest who reads', { actor: { role: 'guest' } }, 'not-yours'],
  ])('refuses %s', (_who, changed, code) => {
    expect(answer(changed)).toMatch(new RegExp(`^no: ${code}`));
  });
  it('support with a ticket reads a contact', () =>
    expect(answer({ actor: { role: 'support', id: 'x' }, purpose: 'support', matter: 't' })).toMatch(/^yes/));
  it('a key lives within its grant', () => {
    const key = { actor: { role: 'key', id: 'k1' }, channel: 'api' } as const;
    const grant = { purposes: ['provide_service'], categories: ['email'] };
    expect(answer(key, { grant })).toMatch(/^yes/);
    check(key, {}, 'no: grant-missing | 94-V Art. 10');
    check({ ...key, purpose: 'support' }, { grant }, 'no: grant-purpose | 94-V Art. 10');
    check({ ...key, categories: ['phone'] }, { grant }, 'no: grant-category | 94-V Art. 10');
    check({ ...key, verb: 'destroy' }, { grant }, 'no: role-verb | 94-V Art. 22(1)');
  });
  it('nobody acts on somebody who does not exist or is destroyed, but the sweep', () => {
    check({}, { subject: { state: 'none' } }, 'no: subject-unknown | 94-V Art. 7(1)');
    check({}, { subject: { state: 'destroyed' } }, 'no: subject-destroyed | 94-V Art. 18');
    expect(answer(system('destroy', 'job', 'destruction'), { subject: { state: 'destroyed' } })).toMatch(
      /^yes/,
    );
  });
  it('the system writes to the person for their rights, and during a registration', () => {
    const letter = system('use', 'outbox', 'subject_rights');
    expect(answer(letter)).toMatch(/^yes/);
    expect(answer(letter, { ...nobody, giving: consent })).toMatch(/^yes/);
    expect(answer(letter, nobody)).toMatch(/^no: subject-unknown/);
  });
});

describe('a visit', () => {
  const guest = {
    actor: { role: 'guest' },
    verb: 'collect',
    channel: 'visit',
    purpose: 'security',
    categories: ['ip_address'],
  } as const;
  const person = { ...system('collect', 'visit', 'provide_service'), categories: ['ip_address'] };

  it('of a guest brings what the protection of data needs and the policy declares, and nothing else', () => {
    check(guest, nobody, 'yes: standing-purpose | 94-V Art. 22(1)');
    const undeclared = { policy: { ...policy, data: [] } };
    check(guest, { ...nobody, ...undeclared }, 'no: category-undeclared | 94-V Art. 7(9)');
    const refused = [{ ...text('2.9'), category: 'ip_address' }];
    const promised = { policy: { ...policy, data: [], dataNotCollected: refused } };
    check(guest, { ...nobody, ...promised }, 'no: category-refused | 2.9 | 94-V Art. 7(9)');
    check({ ...guest, categories: ['browser_device'] }, nobody, 'no: role-category | 94-V Art. 22(1)');
    check({ ...guest, categories: ['email'] }, nobody, 'no: role-category | 94-V Art. 22(1)');
    check({ ...guest, purpose: 'provide_service' }, nobody, 'no: role-purpose | 94-V Art. 22(1)');
    check(guest, {}, 'no: not-yours | 94-V Art. 11');
  });
  it('of a person is whole with a consent that covers it, and only so', () => {
    expect(answer(person)).toMatch(/^yes: purpose-of-policy/);
    check(person, { consents: [] }, 'no: consent-missing | 3.1 | 94-V Art. 7(1)');
    const withdrawn = [{ ...consent, withdrawnAt: 1500 }];
    check(person, { consents: withdrawn }, 'no: consent-withdrawn | 3.1 | 94-V Art. 8(7)');
    check(person, { blocks: blocked }, 'no: blocked | 94-V Art. 24(1)(3)');
    check({ ...person, categories: ['email'] }, {}, 'no: role-category | 94-V Art. 22(1)');
    check({ ...person, purpose: 'security' }, {}, 'no: standing-not-admitted | 94-V Art. 22(1)');
  });
});

describe('blocks, terms, age, drafts', () => {
  it('a block stops reading, writing and destruction', () => {
    check({}, { blocks: blocked }, 'no: blocked | 94-V Art. 24(1)(3)');
    check({ ...me, verb: 'change' }, { blocks: blocked }, 'no: blocked | 94-V Art. 24(1)(3)');
    check({ ...me, verb: 'destroy' }, { blocks: blocked }, 'no: blocked-destruction | 94-V Art. 1(3)');
    check(
      system('destroy', 'job', 'destruction'),
      { blocks: blocked },
      'no: blocked-destruction | 94-V Art. 1(3)',
    );
  });
  it('a block leaves storage and the rights desk', () => {
    expect(answer(system('store', 'job', 'legal_storage'), { blocks: blocked })).toMatch(/^yes/);
    expect(answer(me, { blocks: blocked })).toMatch(/^yes/);
    expect(answer({ ...desk, verb: 'unblock' }, { blocks: blocked })).toMatch(/^yes/);
  });
  it('a block of some data leaves the rest', () => {
    const blocks = [{ id: 'b', since: 1, categories: ['phone'] }];
    expect(answer({}, { blocks })).toMatch(/^yes/);
    expect(answer({ categories: ['email', 'phone'] }, { blocks })).toMatch(/^no: blocked/);
  });
  it('data past their term are only destroyed or shown to the person', () => {
    check({}, { expired: ['email'] }, 'no: term-over | 5 | 94-V Art. 12(2)');
    expect(answer({}, { expired: ['phone'] })).toMatch(/^yes/);
    expect(answer(system('destroy', 'job', 'destruction'), { expired: ['email'] })).toMatch(/^yes/);
    expect(answer(me, { expired: ['email'] })).toMatch(/^yes/);
  });
  it('a policy for adults refuses the day before the birthday and not on it', () => {
    const adults = { ...policy, labels: [{ ...text('9.1'), facet: 'minors', label: 'adults_only' }] };
    const age = (ageYears: number) =>
      answer(registering, {
        consents: [],
        giving: consent,
        policy: adults,
        subject: { state: 'none', ageYears },
      });
    expect(age(17)).toBe('no: adults-only | 9.1 | 94-V Art. 7(1)');
    expect(age(18)).toMatch(/^yes/);
  });
  it('a child is not registered without a representative; the rights desk stays open', () => {
    const age = (ageYears: number) =>
      answer(registering, { consents: [], giving: consent, subject: { state: 'none', ageYears } });
    expect(age(13)).toBe('no: guardian-needed | CC Art. 23');
    expect(age(14)).toBe('no: guardian-needed | CC Art. 22');
    expect(age(17)).toBe('no: guardian-needed | CC Art. 22');
    expect(age(18)).toMatch(/^yes/);
    expect(answer({ ...me, verb: 'destroy' }, { subject: { state: 'active', ageYears: 9 } })).toMatch(/^yes/);
  });
  it('a draft serves base purposes and the law only', () => {
    const draft = { service: 'draft', consents: [consent, ads] } as const;
    expect(answer({}, draft)).toMatch(/^yes/);
    expect(answer(me, draft)).toMatch(/^yes/);
    for (const [purpose, clause] of [
      ['marketing_notices', '3.3'],
      ['protect_rights', '3.5'],
      ['statistics_research', '3.4'],
    ] as const) {
      check({ purpose, ...decided }, draft, `no: draft-base-only | ${clause} | 94-V Art. 25(2)(1-1)`);
    }
  });
});

describe('disclosure', () => {
  const send = { verb: 'transfer' } as const;
  it.each<[string, Partial<GateRequest>, string]>([
    ['to nobody named', send, 'recipient-missing | 94-V Art. 7(6)'],
    ['to nobody registered', { ...send, recipient: 'r9' }, 'recipient-unregistered | 94-V Art. 15'],
    [
      'to the public',
      { ...me, verb: 'publish', purpose: 'provide_service' },
      'publication-consent-missing | 94-V Art. 7(3)',
    ],
  ])('refuses to send %s', (_where, changed, expected) => check(changed, {}, `no: ${expected}`));
  it('cites the promise not to publish', () =>
    check(
      { ...me, verb: 'publish', purpose: 'provide_service' },
      {
        policy: {
          ...policy,
          labels: [{ ...text('6.9'), facet: 'transfer_restrictions', label: 'no_publication' }],
        },
      },
      'no: publication-forbidden | 6.9 | 94-V Art. 7(3)',
    ));
  it('keeps the base at home', () => {
    const giving = { ...nobody, giving: consent };
    check({ ...registering, country: 'DE' }, giving, 'no: base-abroad | 94-V Art. 12(2)');
    expect(answer({ ...registering, country: 'KZ' }, giving)).toMatch(/^yes/);
  });
});

describe('tables', () => {
  it('asks who before what, and the consent last', () => {
    expect(ruleOrder.slice(0, 3)).toEqual(['well-formed', 'own-data', 'subject-exists']);
    expect(ruleOrder.slice(-2)).toEqual(['consent-covers', 'not-browsing']);
    expect(new Set(ruleOrder).size).toBe(ruleOrder.length);
  });
  it('gives roles no purpose and no category that does not exist', () => {
    const standing = kz.standingPurposes.map((purpose) => purpose.key);
    for (const act of Object.values(roles).flatMap((role) => role.acts)) {
      expect((act.purposes ?? []).filter((key) => !purposes[key] && !standing.includes(key))).toEqual([]);
      expect((act.categories ?? []).filter((key) => !categories[key])).toEqual([]);
    }
  });
  it('lets the law admit only what a role can do', () => {
    for (const { key, admits } of kz.standingPurposes) {
      const cells = admits.flatMap((row) =>
        row.roles.flatMap((role) =>
          row.verbs.flatMap((verb) => row.channels.map((channel) => ({ row, role, verb, channel }))),
        ),
      );
      const idle = cells.filter(
        ({ row, role, verb, channel }) =>
          !roles[role as Role].acts.some(
            (act) =>
              act.verbs.includes(verb as Verb) &&
              act.channels.some((known) => known === channel) &&
              (act.purposes?.includes(key) ?? true) &&
              (row.categories ?? []).every((category) => act.categories?.includes(category) ?? true),
          ),
      );
      expect(idle).toEqual([]);
    }
  });
  it('refuses an unknown verb and an unknown role', () => {
    expect(answer({ verb: 'sell' as Verb })).toMatch(/^no: verb-unknown/);
    expect(answer({ actor: { role: 'king' as Role } })).toMatch(/^no: role-verb/);
  });
});
