import type { Id } from '../base/index.ts';
import type { MentionFact, PendingConsent, RepresentationFact, TransferScope } from '../consent/index.ts';
import type { AuthorityFact, Recipient } from '../disclosure/index.ts';
import type { Policy } from '../policy/index.ts';

/** An act of the operations register; each leaves an entry of the same name. */
export type Verb =
  | 'collect'
  | 'accumulate'
  | 'store'
  | 'change'
  | 'read'
  | 'use'
  | 'transfer'
  | 'publish'
  | 'deidentify'
  | 'block'
  | 'unblock'
  | 'destroy';

/** In which capacity somebody acts. `system` is Kepil itself on a clock; `key` is an integrator's API key. */
export type Role =
  | 'guest'
  | 'subject'
  | 'representative'
  | 'officer'
  | 'approver'
  | 'support'
  | 'analyst'
  | 'marketer'
  | 'moderator'
  | 'admin'
  | 'key'
  | 'system';

/** Who acts. */
export interface Actor {
  readonly role: Role;
  /** Subject id of the person acting, or id of the API key. Absent for guests and the system. */
  readonly id?: Id;
}

/** Everything a decision may depend on that the asker says. Later issues add rules, not fields. */
export interface GateRequest {
  readonly actor: Actor;
  readonly verb: Verb;
  readonly service: Id;
  readonly subject: Id;
  /** Category keys, at least one, each at most once. */
  readonly categories: readonly string[];
  /** A purpose key of the policy or a standing purpose of the law pack. */
  readonly purpose: string;
  /** `visit`: what a request for a page brings along by itself. */
  readonly channel: 'registration' | 'cabinet' | 'console' | 'api' | 'outbox' | 'job' | 'visit';
  /** The ticket, case, contract or incident the act serves. */
  readonly matter?: string;
  /** Decision of an authorised representative, standing or single; or the right one acts for another by. */
  readonly decisionId?: Id;
  /** Who gives the data, when it is not the subject. */
  readonly giver?: Id;
  /** Id of a registered recipient. */
  readonly recipient?: string;
  /** ISO 3166-1 alpha-2 of the recipient or server. */
  readonly country?: string;
}

/** A consent as far as a decision needs it. Instants in milliseconds since the epoch. */
export interface ConsentFact {
  readonly id: Id;
  readonly policyHash: string;
  readonly form: string;
  readonly purposes: readonly string[];
  readonly categories: readonly string[];
  readonly givenAt: number;
  readonly expiresAt?: number;
  /** Whole withdrawal, or per purpose. */
  readonly withdrawnAt?: number;
  readonly withdrawnPurposes: Readonly<Record<string, number>>;
  /** There when it lets data go to somebody, and then it allows nothing else. */
  readonly transfer?: TransferScope;
  /** The representation in which somebody else gave it; absent: the person themselves. */
  readonly representation?: Id;
}

/** A block in force. */
export interface BlockFact {
  readonly id: Id;
  /** Absent: everything of the subject. */
  readonly categories?: readonly string[];
  readonly since: number;
}

/** A hold in force: an order to keep data, which freezes destruction and nothing else. */
export interface HoldFact {
  readonly id: Id;
  /** Absent: everything of the subject. */
  readonly categories?: readonly string[];
}

/**
 * A decision of an authorised representative in force: what may be done under it. Standing, or for one matter
 * alone.
 */
export interface MandateFact {
  readonly id: Id;
  readonly verbs: readonly Verb[];
  readonly purposes: readonly string[];
  readonly categories: readonly string[];
  /** Ids of cards to which data may go. */
  readonly recipients: readonly Id[];
  readonly matter?: Id;
}

/** A contract that was made with the subject once it was confirmed who they are. */
export interface ContractFact {
  readonly id: Id;
  readonly endedAt?: number;
}

/** What is so at the moment of the decision, read in the same snapshot as the effect. */
export interface GateFacts {
  readonly now: number;
  /** The policy version in force for this subject. */
  readonly policy: Policy;
  readonly policyHash: string;
  /** A draft serves base purposes only. */
  readonly service: 'draft' | 'live';
  readonly subject: { readonly state: 'none' | 'active' | 'destroyed'; readonly ageYears?: number };
  readonly consents: readonly ConsentFact[];
  /** Consents on paper that nobody looked at yet: they let nothing be done, and a refusal names them. */
  readonly pending?: readonly PendingConsent[];
  readonly blocks: readonly BlockFact[];
  /** Mailings refused: for a purpose, to an address of a category. */
  readonly optOuts?: readonly { readonly purpose: string; readonly category: string }[];
  /** Absent: none, or the act destroys nothing. */
  readonly holds?: readonly HoldFact[];
  /** Obligations that stand in the way of a withdrawal, with the data each needs. Absent: none. */
  readonly obligations?: readonly { readonly id: Id; readonly categories: readonly string[] }[];
  /** Contracts with the subject, those that ended too. Absent: none. */
  readonly contracts?: readonly ContractFact[];
  /** Categories whose term has run out. */
  readonly expired: readonly string[];
  /** Ids of matters that are known to be about this subject now: an open request, a message to hand on. */
  readonly matters?: readonly Id[];
  /** The recipient that the request names, as its card stands now. */
  readonly recipient?: Recipient;
  /** The letter of a body that the request's matter is, when it is about this subject. */
  readonly authority?: AuthorityFact;
  /**
   * Of a staff member who opens data: whether they are stopped, and of how many others they opened data in
   * the last so many minutes. Absent: nobody watches who asks.
   */
  readonly reading?: { readonly stopped: boolean; readonly others: ReadonlyMap<number, number> };
  /** What the acting key or role was granted, when it is narrower than its role. */
  readonly grant?: { readonly purposes: readonly string[]; readonly categories: readonly string[] };
  /** What others said of the person, when they are known by that alone. Absent: somebody else. */
  readonly mentions?: readonly MentionFact[];
  /** What somebody says of another in this very act: not yet stored. */
  readonly mentioning?: MentionFact;
  /** Whose right to act for the person was checked, ended ones too. Absent: nobody's. */
  readonly representations?: readonly RepresentationFact[];
  /** Decisions of authorised representatives in force. Absent: the policy makes nothing depend on them. */
  readonly mandates?: readonly MandateFact[];
  /** A consent being given in this very act (registration): not yet stored, already evidenced. */
  readonly giving?: ConsentFact;
}

/** A reason: the clause of the policy or the article of the law, with the rule that used it. */
export interface Because {
  /** Rule code, kebab-case; sentence `because.<rule>` in the catalogue. */
  readonly rule: string;
  readonly clause?: string;
  /** Such as `94-V Art. 8(1)`. */
  readonly article?: string;
}

/** An answer, never an error. `obligations` are duties that come with a yes: `record`, `notify-subject`. */
export interface Decision {
  readonly allowed: boolean;
  readonly because: readonly Because[];
  readonly obligations: readonly string[];
  /** The decision of an authorised representative that a yes rests on, where the policy asks for one. */
  readonly mandate?: Id;
}
