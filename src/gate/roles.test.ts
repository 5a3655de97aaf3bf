import { describe, expect, it } from 'vitest';
import { kz } from '../law/index.ts';
import { categories, type Policy, purposes } from '../policy/index.ts';
import { facts, policy, text } from './fixtures/gate.ts';
import {
  type ConsentFact,
  decide,
  type GateFacts,
  type GateRequest,
  type Role,
  roles,
  type StaffRole,
  staffRoles,
  type Verb,
} from './index.ts';

const channels = ['registration', 'cabinet', 'console', 'api', 'outbox', 'job', 'visit'] as const;
const verbs = [
  ...(['collect', 'accumulate', 'store', 'change', 'read', 'use', 'transfer', 'publish'] as const),
  ...(['deidentify', 'block', 'unblock', 'destroy'] as const),
] satisfies readonly Verb[];
const declared = Object.keys(purposes);
const keys = Object.keys(categories);
const standing = kz.standingPurposes.map(({ key }) => key);

/** A policy that declares everything for everything: what is refused under it, the role refuses. */
const generous: Policy = {
  ...policy,
  purposes: declared.map((purpose) => ({ ...text('1'), purpose })),
  data: keys.map((category) => ({
    ...text('2'),
    group: 'given' as const,
    mandatory: false,
    access: categories[category]?.access ?? 'limited',
    category,
    purposes: declared,
  })),
  dataNotCollected: [],
};

/** A consent of its own to every purpose. */
const consents = declared.map(
  (purpose): ConsentFact => ({
    id: purpose,
    policyHash: 'aa',
    form: 'checkbox',
    purposes: [purpose],
    categories: keys,
    givenAt: 1,
    withdrawnPurposes: {},
  }),
);

type Cell = Pick<GateRequest, 'verb' | 'channel' | 'purpose' | 'categories'>;

function admits(role: Role, cell: Cell, matter: boolean): boolean {
  const own = roles[role].reach === 'own';
  const request: GateRequest = {
    ...cell,
    actor: { role, id: own ? 'p1' : 'x' },
    service: 's',
    subject: 'p1',
    decisionId: 'd1',
    ...(matter && { matter: 'r1' }),
  };
  const known: GateFacts = {
    ...facts,
    policy: generous,
    consents,
    grant: { purposes: declared, categories: keys },
    representations: [{ id: 'd1', representative: own ? 'p1' : 'x' }],
    ...(role === 'guest' && { subject: { state: 'none' as const }, giving: consents[0] as ConsentFact }),
  };
  const { grant, ...without } = known;
  return decide(request, roles[role].grant ? known : without, kz).allowed;
}

const everyPurpose = [...declared, ...standing];
/** One category of each access class, and one of each list that a role is held to. */
const some = ['email', 'iin', 'ip_address', 'health', 'nickname', 'correspondence'];

/**
 * What a role can do at all, each as `verb channel`: for some purpose, to some category, for a known matter.
 */
function reached(role: Role): readonly string[] {
  const cells = verbs.flatMap((verb) => channels.map((channel) => ({ verb, channel })));
  return cells
    .filter((cell) =>
      everyPurpose.some((purpose) =>
        some.some((category) => admits(role, { ...cell, purpose, categories: [category] }, true)),
      ),
    )
    .map(({ verb, channel }) => `${verb} ${channel}`);
}

const on = (channel: string, ...names: readonly Verb[]) => names.map((verb) => `${verb} ${channel}`);

/**
 * Written by hand from the law and the roles of the house; `publish` is closed to everybody, and `transfer`
 * while no recipient is registered and no letter came.
 */
const table: Readonly<Record<Role, readonly string[]>> = {
  guest: [...on('registration', 'collect'), ...on('visit', 'collect')],
  subject: [
    ...['cabinet', 'api'].flatMap((channel) => on(channel, 'collect', 'change', 'read', 'block', 'destroy')),
    // A document that a request of theirs rests on.
    ...on('cabinet', 'store'),
  ],
  representative: [
    ...['cabinet', 'console'].flatMap((channel) =>
      on(channel, 'collect', 'change', 'read', 'block', 'destroy'),
    ),
    // Their consent ends what protected a child meanwhile, and lets a registration through.
    ...on('cabinet', 'unblock'),
    ...on('registration', 'collect'),
  ],
  officer: [
    ...on('console', 'change', 'read', 'use', 'block', 'unblock', 'destroy'),
    ...on('outbox', 'change', 'read', 'use', 'block', 'unblock', 'destroy'),
    ...on('console', 'store'),
  ],
  approver: on('console', 'read', 'use'),
  support: on('console', 'read', 'use'),
  analyst: [],
  marketer: on('outbox', 'use'),
  moderator: on('console', 'read'),
  admin: [],
  key: on('api', 'read', 'use'),
  system: [
    ...channels
      .filter((channel) => channel !== 'visit')
      .flatMap((channel) => on(channel, 'accumulate', 'store', 'use', 'deidentify', 'block', 'destroy')),
    ...on('visit', 'collect'),
  ],
};

describe('verbs and channels', () => {
  it.each(Object.entries(table))('of the %s are these and no others', (role, expected) => {
    expect([...reached(role as Role)].sort()).toEqual([...expected].sort());
  });
});

/** What a staff role may read in the console, as `purpose: categories`. */
function readable(role: StaffRole, matter: boolean): Readonly<Record<string, readonly string[]>> {
  const found = everyPurpose.map((purpose) => {
    const cell = { verb: 'read', channel: 'console', purpose } as const;
    return [purpose, keys.filter((category) => admits(role, { ...cell, categories: [category] }, matter))];
  });
  return Object.fromEntries(found.filter(([, open]) => (open as readonly string[]).length > 0));
}

describe('what staff read', () => {
  const contacts = ['full_name', 'nickname', 'email', 'phone', 'account_id', 'correspondence'];
  const inOrder = (wanted: readonly string[]) => keys.filter((key) => wanted.includes(key));

  it('is contacts for a request, for support', () => {
    expect(readable('support', false)).toEqual({});
    expect(readable('support', true)).toEqual({
      subject_rights: inOrder(contacts),
      support: inOrder(contacts),
      communication: inOrder(contacts),
    });
  });
  it('is what people published, for the moderator', () => {
    expect(readable('moderator', false)).toEqual({});
    expect(readable('moderator', true)).toEqual({
      moderation: inOrder(['nickname', 'photo', 'user_content']),
    });
  });
  it('is nothing for analyst, marketer and administrator', () => {
    for (const role of ['analyst', 'marketer', 'admin'] as const) expect(readable(role, true)).toEqual({});
  });
  it('is nothing without a matter, for anybody but the officer', () => {
    for (const role of staffRoles) {
      const open = Object.keys(readable(role, false)).length > 0;
      expect(open, role).toBe(role === 'officer');
    }
  });
  it('does not rest on a matter that is about somebody else', () => {
    for (const role of staffRoles.filter((name) => name !== 'officer')) {
      const strange: GateRequest = {
        actor: { role, id: 'x' },
        verb: 'read',
        service: 's',
        subject: 'p1',
        categories: ['email'],
        purpose: 'support',
        channel: 'console',
        matter: 'of-another',
      };
      expect(decide(strange, { ...facts, policy: generous, consents }, kz).allowed).toBe(false);
    }
  });
});

describe('finding a person by their address', () => {
  const by = (role: StaffRole, category: string) =>
    admits(
      role,
      { verb: 'use', channel: 'console', purpose: 'subject_rights', categories: [category] },
      false,
    );
  it('is for support and the officer', () => {
    const finders = staffRoles.filter((role) => by(role, 'email'));
    expect(finders).toEqual(['support', 'officer']);
  });
  it('uses an address and nothing else', () => {
    for (const category of keys) expect(by('support', category)).toBe(['email', 'phone'].includes(category));
  });
});

describe('the order of staff roles', () => {
  const size = (role: StaffRole) =>
    roles[role].acts.reduce(
      (sum, act) =>
        sum +
        act.verbs.length *
          act.channels.length *
          (act.purposes ?? everyPurpose).length *
          (act.categories ?? keys).length,
      0,
    );
  it('begins with the narrowest', () => {
    const sizes = staffRoles.map(size);
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
  });
  it('names every role of the console', () => {
    const ofPeople: readonly Role[] = ['guest', 'subject', 'representative', 'key', 'system'];
    const known = Object.keys(roles).filter((role) => !ofPeople.includes(role as Role));
    expect([...staffRoles].sort()).toEqual(known.sort());
  });
});
