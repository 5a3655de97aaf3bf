import type { GateRequest, Role, Verb } from './request.ts';

/**
 * What a role may do at all. The purpose, the consent and the law narrow it further; nothing here widens
 * them.
 */
export interface RoleRow {
  readonly verbs: readonly Verb[];
  readonly channels: readonly GateRequest['channel'][];
  /**
   * Whose data: nobody's yet (registration), one's own, of those represented, of any subject of the service.
   */
  readonly reach: 'new' | 'own' | 'represented' | 'any';
  /** The ticket, case or order served must be named, whatever the purpose. */
  readonly matter: boolean;
  /** Must show a grant of purposes and categories. */
  readonly grant: boolean;
  /** Decisions of an authorised representative may be carried out by this role. */
  readonly decisions: boolean;
  /** Absent: any purpose. */
  readonly purposes?: readonly string[];
  /** Absent: any category. */
  readonly categories?: readonly string[];
}

/**
 * Roles of people who work for the operator, narrowest first: who holds several acts in the first that
 * serves.
 */
export const staffRoles = [
  'analyst',
  'admin',
  'marketer',
  'moderator',
  'support',
  'approver',
  'officer',
] as const satisfies readonly Role[];

/** A role of somebody who works for the operator. */
export type StaffRole = (typeof staffRoles)[number];

const contact = ['full_name', 'nickname', 'email', 'phone', 'account_id', 'correspondence'] as const;
const staff = { channels: ['console'], reach: 'any', matter: true, grant: false, decisions: false } as const;

/**
 * The least rights each role needs; what is not listed is refused.
 *
 * Staff but the officer name the matter they serve. The analyst reads no identified data at all; the marketer
 * never sees values, only lets the outbox use an address; a key lives within its grant.
 * @law 94-V Art. 10, 94-V Art. 11, 94-V Art. 22(1)
 */
export const roles: Readonly<Record<Role, RoleRow>> = {
  guest: {
    verbs: ['collect'],
    channels: ['registration'],
    reach: 'new',
    matter: false,
    grant: false,
    decisions: false,
  },
  subject: {
    verbs: ['read', 'collect', 'change', 'block', 'destroy', 'publish'],
    channels: ['cabinet', 'api'],
    reach: 'own',
    matter: false,
    grant: false,
    decisions: false,
  },
  representative: {
    verbs: ['read', 'collect', 'change', 'block', 'destroy'],
    channels: ['cabinet', 'console'],
    reach: 'represented',
    matter: true,
    grant: false,
    decisions: false,
  },
  officer: {
    verbs: ['read', 'use', 'change', 'block', 'unblock', 'destroy', 'transfer'],
    channels: ['console', 'outbox'],
    reach: 'any',
    matter: false,
    grant: false,
    decisions: true,
  },
  approver: { ...staff, verbs: ['read'], decisions: true },
  support: { ...staff, verbs: ['read', 'use'], purposes: ['support', 'communication'], categories: contact },
  analyst: { ...staff, verbs: [] },
  marketer: {
    ...staff,
    verbs: ['use'],
    channels: ['outbox'],
    purposes: ['marketing_notices', 'loyalty_programme'],
    categories: ['email', 'phone', 'social_account', 'device_id'],
  },
  moderator: {
    ...staff,
    verbs: ['read'],
    purposes: ['moderation'],
    categories: ['nickname', 'photo', 'user_content'],
  },
  admin: { ...staff, verbs: ['read'], purposes: ['security'] },
  key: {
    verbs: ['read', 'use'],
    channels: ['api'],
    reach: 'any',
    matter: false,
    grant: true,
    decisions: false,
  },
  system: {
    verbs: ['accumulate', 'store', 'use', 'deidentify', 'block', 'destroy', 'transfer'],
    channels: ['registration', 'cabinet', 'console', 'api', 'outbox', 'job'],
    reach: 'any',
    matter: false,
    grant: false,
    decisions: true,
  },
};
