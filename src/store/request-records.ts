import type { CivilDate, Id } from '../base/index.ts';
import type { Pause, RefusalGround } from '../rights/index.ts';
import type { PageAsk } from './records.ts';

/** How a claim came in: what the person did themselves, and what staff entered for them. */
export type IntakeChannel = 'cabinet' | 'form' | 'email' | 'letter' | 'phone' | 'in-person';

/**
 * How it is known who claims: they were signed in, or staff looked at what is named here. `waiting`: not
 * known yet.
 */
export type IdentityProof =
  | 'signed-in'
  | 'waiting'
  | 'document-seen'
  | 'signature'
  | 'called-back'
  | 'known-address';

/** A request of a subject with its clock; the words are sealed. */
export interface RequestRecord {
  readonly service: Id;
  readonly subject: Id;
  readonly id: Id;
  readonly kind: string;
  /** `waiting`: for the person, until `waitsUntil`. */
  readonly state: 'open' | 'waiting' | 'done' | 'refused';
  readonly channel: IntakeChannel;
  readonly identity: IdentityProof;
  /** When the claim came, which staff may have entered later (`enteredAt`). */
  readonly receivedAt: number;
  readonly enteredAt: number;
  /** The staff member who took it in. */
  readonly enteredBy?: Id;
  readonly dueOn: CivilDate;
  readonly pauses: readonly Pause[];
  /** It was made by somebody else for a child. */
  readonly onBehalf?: 'child';
  /** Of a request made for somebody: the person whose data it is about, when they were found. */
  readonly about?: Id;
  readonly waitsUntil?: CivilDate;
  readonly closedAt?: number;
  /** Why it was refused. */
  readonly ground?: RefusalGround;
  /** The person's words, what was asked and answered, sealed. */
  readonly sealed?: Uint8Array;
}

/** Which requests to list. Those that wait come with the soonest due first, others newest first. */
export interface RequestAsk extends PageAsk {
  readonly state: RequestRecord['state'] | 'all';
  readonly kind?: string;
  readonly channel?: IntakeChannel;
  /** Only those due before this day and not answered. */
  readonly dueBefore?: CivilDate;
}

/** How many requests there are to work on. */
export interface RequestCounts {
  readonly open: number;
  readonly waiting: number;
  readonly overdue: number;
}

/** @see Tx */
export interface RequestTable {
  insert(row: RequestRecord): Promise<void>;
  get(service: Id, id: Id): Promise<RequestRecord | undefined>;
  ofSubject(service: Id, subject: Id): Promise<readonly RequestRecord[]>;
  /** A keyset page: `after` is the id of the last row seen, wherever it stands by now. */
  list(service: Id, ask: RequestAsk): Promise<readonly RequestRecord[]>;
  /** Those received from `from` to before `to` whose id ends so. */
  byEnding(
    service: Id,
    of: { readonly from: number; readonly to: number; readonly ending: string },
  ): Promise<readonly RequestRecord[]>;
  /** Requests made for somebody else that are about this person, the oldest first. */
  about(service: Id, subject: Id): Promise<readonly RequestRecord[]>;
  /** Forgets whom requests were about: that person is destroyed. */
  forgetAbout(service: Id, subject: Id): Promise<number>;
  /** Writes what changes in the life of a request: state, proof, clock, words. */
  update(row: RequestRecord): Promise<void>;
  count(service: Id, today: CivilDate): Promise<RequestCounts>;
  /** Up to `limit` requests of any service whose wait for the person was over before `today`. */
  waitedOut(
    today: CivilDate,
    page: { readonly after?: Pick<RequestRecord, 'waitsUntil' | 'id'>; readonly limit: number },
  ): Promise<readonly RequestRecord[]>;
  /** How many open requests are due from one day to another, both included. */
  dueBetween(service: Id, from: CivilDate, to: CivilDate): Promise<number>;
  /** Notes that officers are reminded on this day. @returns false when they were before */
  claimReminder(service: Id, day: CivilDate): Promise<boolean>;
  removeAll(service: Id, subject: Id): Promise<number>;
}
