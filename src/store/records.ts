import type { CivilDate, Id, Language } from '../base/index.ts';
import type { BlockFact, ConsentFact } from '../gate/index.ts';
import type { Policy } from '../policy/index.ts';

/** `house` is the installation itself: staff are its subjects. */
export interface ServiceRecord {
  readonly id: Id;
  readonly key: string;
  readonly kind: 'service' | 'house';
  readonly createdAt: number;
}

/**
 * What became of a version. `draft`: runs as a draft, or waits beside the version in force · `scheduled`:
 * announced, in force from its day on · `live`: in force · `superseded`: another took over · `replaced`: a
 * draft that a later draft took the place of · `dropped`: a draft the officer turned down, or an announcement
 * taken back. The last two were never in force.
 */
export type PolicyStatus = 'draft' | 'scheduled' | 'live' | 'superseded' | 'replaced' | 'dropped';

/**
 * A version of a service's policy. Published versions never change; `text` is the operator's prose, when at
 * hand.
 */
export interface PolicyVersionRecord {
  readonly service: Id;
  readonly version: number;
  readonly hash: string;
  readonly status: PolicyStatus;
  readonly policy: Policy;
  readonly text?: string;
  readonly createdAt: number;
  readonly liveAt?: number;
  /** The draft it was completed from by the officer. */
  readonly completes?: number;
}

/** How a service's pages are told from those of the others. */
export interface LookRecord {
  readonly service: Id;
  /** Given by the officer. */
  readonly name?: string;
  readonly mark: string;
  readonly accent: string;
  /** Another service is called the same: the key is shown beside the name. */
  readonly withKey: boolean;
}

/** A version without its weight. */
export type PolicyHeadRecord = Omit<PolicyVersionRecord, 'policy' | 'text'>;

/** The officer approved a clause of a draft. */
export interface ClauseApproval {
  readonly service: Id;
  readonly version: number;
  readonly clause: string;
  readonly by: Id;
  readonly at: number;
}

/** A person of a service, without any value. */
export interface SubjectRecord {
  readonly service: Id;
  readonly id: Id;
  /**
   * `claimant`: known by a request alone; `mentioned`: named by another; `applicant`: will be a user once the
   * consent they signed on paper is confirmed; `waiting`: a minor whose registration waits for a
   * representative; `representative`: who acts for another.
   */
  readonly kind: 'user' | 'staff' | 'claimant' | 'mentioned' | 'applicant' | 'waiting' | 'representative';
  /** Grows by one with every write of the subject's data. */
  readonly version: number;
  readonly policyHash: string;
  readonly language: Language;
  readonly createdAt: number;
  /** From birth date or IIN, as of registration: only whether the person was of age, never the date. */
  readonly adult?: boolean;
}

/** What a destruction took at once: rows of each store, and the epoch the keys were wrapped under. */
export interface CutRecord {
  /** Absent when the keys were gone. */
  readonly epoch?: number;
  readonly sessions: number;
  readonly indexes: number;
  readonly consents: number;
  readonly disclosures: number;
  /** Files, of which the keys went. */
  readonly files: number;
  readonly links: number;
}

/** A subject's keys, wrapped under the epoch key named. */
export interface SubjectKeyRecord {
  readonly epoch: number;
  readonly bytes: Uint8Array;
}

/** A sealed segment as it lies in its row; the address is made of the row. */
export interface SegmentRecord {
  readonly access: string;
  readonly retention: string;
  readonly version: number;
  readonly bytes: Uint8Array;
}

/** A form that waits for its code, sealed under the draft key. */
export interface DraftRecord {
  readonly service: Id;
  readonly id: Id;
  readonly sealed: Uint8Array;
  readonly codeDigest: Uint8Array;
  readonly attempts: number;
  readonly createdAt: number;
  readonly expiresAt: number;
  /** Sealed under the draft key of this epoch; absent: under the keys of a subject. */
  readonly epoch?: number;
  /** Of the telephone from which its code may be sent back. */
  readonly replyDigest?: Uint8Array;
}

/**
 * A consent without anything personal; the name the law wants in it lies in the subject's `proof` segment.
 */
export interface ConsentRow extends ConsentFact {
  readonly subject: Id;
  readonly language: Language;
  readonly textSha256: string;
  readonly entry: Id;
  /** Names of the Art. 8(4) items the record lacks. */
  readonly incomplete: readonly string[];
}

/** A block of everything of a subject. */
export interface BlockRecord extends BlockFact {
  /** The request in whose matter it was made. */
  readonly request: Id;
  readonly entry: Id;
}

/**
 * An entry as the ledger sees it: opaque bytes with an id, tied to a subject until that subject's
 * destruction.
 */
export interface PendingEntry {
  readonly service: Id;
  /** `nilId` for entries of the operator. */
  readonly subject: Id;
  readonly id: Id;
  /** Canonical JSON of the entry. */
  readonly leaf: Uint8Array;
}

/** An entry with its place in the log. */
export interface SequencedEntry {
  readonly id: Id;
  /** Position in the log, from 0; absent until the sequencer has taken it. */
  readonly index?: number;
  readonly leaf: Uint8Array;
}

/** A signed state of a log. */
export interface CheckpointRecord {
  readonly service: Id;
  readonly size: number;
  readonly note: string;
  readonly at: number;
}

/**
 * Where a message is: it stays with the officer · waits to be sent · was given to a carrier that has not
 * answered · the carrier took it · it arrived, or did not · it will not be taken · nobody knows · it may
 * not go out any more: whom it is for refused it meanwhile, or the mailing was stopped.
 */
export type MessageState =
  | 'by-hand'
  | 'waiting'
  | 'taken'
  | 'sent'
  | 'delivered'
  | 'undelivered'
  | 'failed'
  | 'unsure'
  | 'withheld';

/** A message of the outbox; whom it goes to and what it says are sealed. */
export interface MessageRecord {
  readonly service: Id;
  /** Subject, or the draft's id before there is one. */
  readonly subject: Id;
  readonly id: Id;
  readonly channel: 'email' | 'sms';
  readonly template: string;
  /** Address and text, sealed under the subject's or the draft key. */
  readonly sealed: Uint8Array;
  readonly createdAt: number;
  readonly expiresAt?: number;
  readonly state: MessageState;
  /** How often it was given to a carrier. */
  readonly attempts: number;
  /** When to give it to one, or to ask after it. */
  readonly dueAt: number;
  /** The carrier's name for it. */
  readonly carrierId?: string;
  /** Why it is not out, as a code. */
  readonly reason?: string;
}

/** What became of a message that was given to a carrier, or is to be given again. */
export type MessageSettled = Pick<MessageRecord, 'state' | 'dueAt'> &
  Partial<Pick<MessageRecord, 'attempts' | 'carrierId' | 'reason'>>;

/** A session; its token is known to the browser alone, here lies the digest. */
export interface SessionRecord {
  readonly digest: Uint8Array;
  /** To list and end it by; stays when the token is renewed. */
  readonly id: Id;
  readonly service: Id;
  readonly subject: Id;
  readonly role: string;
  readonly createdAt: number;
  readonly seenAt: number;
  /** When its holder last proved who they are, by whatever they sign in with. */
  readonly provedAt: number;
  readonly expiresAt: number;
  /** From what it was opened, sealed under the keys of its holder. */
  readonly sealed?: Uint8Array;
}

/** How often somebody tried; `digest` is keyed and names who to nobody. */
export interface AttemptRecord {
  readonly service: Id;
  readonly scope: string;
  readonly digest: Uint8Array;
  readonly tries: number;
  readonly lastAt: number;
  /** When the row is of no more use. */
  readonly expiresAt: number;
}

/**
 * A one-time secret: code of a subject for signing in, or for proving anew who they are; set-up link of a
 * staff member; download link of an act; link of who acts for another.
 */
export interface TicketRecord {
  readonly service: Id;
  readonly purpose: 'sign-in' | 'proof' | 'set-up' | 'act' | 'guardian';
  /** Id the holder is given or finds in a form; looked up by it. */
  readonly id: Id;
  readonly digest: Uint8Array;
  readonly subject?: Id;
  readonly attempts: number;
  readonly createdAt: number;
  readonly expiresAt: number;
}

/** An act of destruction with counts per store; closed when the sweep is. */
export interface ActRecord {
  readonly service: Id;
  readonly id: Id;
  readonly decidedAt: number;
  readonly sweptAt?: number;
  /**
   * Until when a thief with the root key and the raw disk could still recover something: planned while the
   * epoch lives, then the moment its key was destroyed; unknown while absent.
   */
  readonly recoverableUntil?: number;
  /** The epoch the keys had been wrapped under. */
  readonly epoch?: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly entry: Id;
}

/** Work left by a destruction; `subject` is the only tie left and goes with the job. */
export interface SweepRecord {
  readonly service: Id;
  readonly subject: Id;
  readonly act: Id;
}

/** An integrator's key: its digest, and what it may ask for. */
export interface ApiKeyRecord {
  readonly service: Id;
  readonly id: Id;
  readonly name: string;
  readonly digest: Uint8Array;
  readonly purposes: readonly string[];
  readonly categories: readonly string[];
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly revokedAt?: number;
  /** The day it was last used. */
  readonly usedOn?: CivilDate;
}

/**
 * A page of a list, newest first: rows older than `after` (exclusive), at most `limit`. Order and cursor are
 * the id's.
 */
export interface PageAsk {
  readonly after?: Id;
  readonly limit: number;
}
