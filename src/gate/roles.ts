import { visitCategories } from '../policy/index.ts';
import type { GateRequest, Role, Verb } from './request.ts';

/** One thing a role may do: with these verbs, by these ways, for these purposes, to these data. */
export interface RoleAct {
  readonly verbs: readonly Verb[];
  readonly channels: readonly GateRequest['channel'][];
  /** The ticket, case or order served must be named, and be about this very person. */
  readonly matter: boolean;
  /** Absent: any purpose. */
  readonly purposes?: readonly string[];
  /** Absent: any category. */
  readonly categories?: readonly string[];
}

/**
 * What a role may do at all. The purpose, the consent and the law narrow it further; nothing here widens
 * them.
 */
export interface RoleRow {
  /**
   * Whose data: nobody's yet (registration), one's own, of those represented, of any subject of the service.
   */
  readonly reach: 'new' | 'own' | 'represented' | 'any';
  /** Must show a grant of purposes and categories. */
  readonly grant: boolean;
  /** Decisions of an authorised representative may be carried out by this role. */
  readonly decisions: boolean;
  /** What is in none of them is refused. */
  readonly acts: readonly RoleAct[];
}

/**
 * Roles of people who work for the operator, narrowest first: who holds several acts in the first that
 * serves.
 */
export const staffRoles = [
  'analyst',
  'admin',
  'moderator',
  'marketer',
  'support',
  'approver',
  'officer',
] as const satisfies readonly Role[];

/** A role of somebody who works for the operator. */
export type StaffRole = (typeof staffRoles)[number];

const contact = ['full_name', 'nickname', 'email', 'phone', 'account_id', 'correspondence'] as const;
const anyone = { reach: 'any', grant: false, decisions: false } as const;
const byVisiting = { verbs: ['collect'], channels: ['visit'], matter: false } as const;
const forCase = { channels: ['console'], matter: true } as const;

/**
 * The least rights each role needs; what is not listed is refused.
 *
 * Staff but the officer name the matter they serve. Support finds a person by the address they give, and
 * reads contacts for a request of that person. The approver reads what a request is about and decides it;
 * on a letter of a body of the state only they release anything.
 * Analyst and administrator touch no personal data at all; the marketer never sees values, only lets the
 * outbox use an address; a key lives within its grant. What a request for a page brings along is collected by
 * Kepil itself from who is signed in; of a guest only what the protection of data needs.
 * @law 94-V Art. 10, 94-V Art. 11, 94-V Art. 22(1)
 */
export const roles: Readonly<Record<Role, RoleRow>> = {
  guest: {
    reach: 'new',
    grant: false,
    decisions: false,
    acts: [
      { verbs: ['collect'], channels: ['registration'], matter: false },
      { ...byVisiting, purposes: ['security'], categories: ['ip_address', 'usage_history', 'web_analytics'] },
    ],
  },
  subject: {
    reach: 'own',
    grant: false,
    decisions: false,
    acts: [
      {
        verbs: ['read', 'collect', 'change', 'block', 'destroy', 'publish'],
        channels: ['cabinet', 'api'],
        matter: false,
      },
      {
        verbs: ['store'],
        channels: ['cabinet'],
        matter: true,
        purposes: ['subject_rights', 'proof_of_consent'],
        categories: ['correspondence'],
      },
    ],
  },
  representative: {
    reach: 'represented',
    grant: false,
    decisions: false,
    acts: [
      {
        verbs: ['read', 'collect', 'change', 'block', 'destroy'],
        channels: ['cabinet', 'console'],
        matter: true,
      },
      { verbs: ['unblock'], channels: ['cabinet'], matter: true },
      { verbs: ['collect'], channels: ['registration'], matter: true },
    ],
  },
  officer: {
    ...anyone,
    decisions: true,
    acts: [
      {
        verbs: ['read', 'use', 'change', 'block', 'unblock', 'destroy', 'transfer'],
        channels: ['console', 'outbox'],
        matter: false,
      },
      // A signed paper that came by post.
      { ...forCase, verbs: ['store'], purposes: ['proof_of_consent'], categories: ['correspondence'] },
    ],
  },
  approver: {
    ...anyone,
    decisions: true,
    acts: [
      { ...forCase, verbs: ['read'] },
      { ...forCase, verbs: ['use'], purposes: ['subject_rights'], categories: ['correspondence'] },
      { ...forCase, verbs: ['transfer'], purposes: ['authority_request'] },
    ],
  },
  support: {
    ...anyone,
    acts: [
      {
        verbs: ['use'],
        channels: ['console'],
        matter: false,
        purposes: ['subject_rights'],
        categories: ['email', 'phone'],
      },
      {
        ...forCase,
        verbs: ['read', 'use'],
        purposes: ['subject_rights', 'support', 'communication'],
        categories: contact,
      },
    ],
  },
  analyst: { ...anyone, acts: [] },
  marketer: {
    ...anyone,
    acts: [
      {
        verbs: ['use'],
        channels: ['outbox'],
        matter: true,
        purposes: ['marketing_notices', 'loyalty_programme'],
        categories: ['email', 'phone', 'social_account', 'device_id'],
      },
    ],
  },
  moderator: {
    ...anyone,
    acts: [
      {
        ...forCase,
        verbs: ['read'],
        purposes: ['moderation'],
        categories: ['nickname', 'photo', 'user_content'],
      },
    ],
  },
  admin: { ...anyone, acts: [] },
  key: {
    ...anyone,
    grant: true,
    acts: [{ verbs: ['read', 'use', 'transfer'], channels: ['api'], matter: false }],
  },
  system: {
    ...anyone,
    decisions: true,
    acts: [
      {
        verbs: ['accumulate', 'store', 'use', 'deidentify', 'block', 'destroy', 'transfer'],
        channels: ['registration', 'cabinet', 'console', 'api', 'outbox', 'job'],
        matter: false,
      },
      { ...byVisiting, categories: visitCategories },
    ],
  },
};
