import type { Id, Language } from '../base/index.ts';
import type { MessageState, PageAsk } from './records.ts';

/** What a mailing says in one language; an SMS has no subject. */
export interface CampaignText {
  readonly subject: string;
  readonly text: string;
}

/**
 * Where a mailing is: written · being given to the outbox · nothing more of it goes out · given to the outbox
 * whole.
 */
export type CampaignState = 'draft' | 'running' | 'stopped' | 'done';

/** A mailing. What it says is the operator's and holds nothing of anybody. */
export interface CampaignRecord {
  readonly service: Id;
  readonly id: Id;
  /** Whether it advertises, or says something about the service people use. */
  readonly class: 'marketing' | 'service';
  readonly purpose: string;
  readonly channel: 'email' | 'sms';
  readonly texts: Readonly<Partial<Record<Language, CampaignText>>>;
  readonly state: CampaignState;
  /** Of the staff. */
  readonly by: Id;
  readonly createdAt: number;
  readonly endedAt?: number;
  /** The last person looked at. */
  readonly after?: Id;
  /** People passed over in bulk, since they never agreed to it. */
  readonly unasked: number;
}

/** What became of a mailing for one person: a reason for passing them over, or `queued` with its message. */
export interface CampaignRecipientRecord {
  readonly service: Id;
  readonly subject: Id;
  readonly campaign: Id;
  readonly outcome: string;
  readonly message?: Id;
}

/** Counts of a mailing: people by outcome, messages by state. Nobody can be told apart in them. */
export interface CampaignCounts {
  readonly outcomes: Readonly<Record<string, number>>;
  readonly messages: Readonly<Partial<Record<MessageState, number>>>;
}

/** Mailings and what became of them person by person. */
export interface Campaigns {
  insert(row: CampaignRecord): Promise<void>;
  get(service: Id, id: Id): Promise<CampaignRecord | undefined>;
  /** Reads and locks. */
  lock(service: Id, id: Id): Promise<CampaignRecord | undefined>;
  list(service: Id, page: PageAsk): Promise<readonly CampaignRecord[]>;
  running(): Promise<readonly CampaignRecord[]>;
  setState(
    service: Id,
    id: Id,
    what: { readonly state: CampaignState; readonly endedAt?: number },
  ): Promise<void>;
  /** Notes how far it is: the last person looked at, and how many more were passed over in bulk. */
  advance(service: Id, id: Id, what: { readonly after?: Id; readonly unasked?: number }): Promise<void>;
  /** Users with a consent that names the purpose, whatever became of it; by id, after `after`. */
  consented(
    service: Id,
    of: { readonly purpose: string; readonly after?: Id; readonly limit: number },
  ): Promise<readonly Id[]>;
  /** How many users have no consent that names the purpose. */
  countUnasked(service: Id, purpose: string): Promise<number>;
  /** Whether something became of it for them. */
  isNoted(service: Id, subject: Id, id: Id): Promise<boolean>;
  note(row: CampaignRecipientRecord): Promise<void>;
  /** The mailing of a message. */
  ofMessage(service: Id, message: Id): Promise<CampaignRecord | undefined>;
  counts(service: Id, id: Id): Promise<CampaignCounts>;
  removeAll(service: Id, subject: Id): Promise<number>;
}

/** Somebody wants no mailings for a purpose by a way (`email`, `phone`). */
export interface OptOutRecord {
  readonly purpose: string;
  readonly category: string;
  readonly since: number;
  /** How they said so: `link`, `sms`, `cabinet`. */
  readonly via: string;
}

/** Refusals of mailings by people, and numbers of strangers who want none. */
export interface OptOuts {
  list(service: Id, subject: Id): Promise<readonly OptOutRecord[]>;
  /** @returns 0 when they had said so before */
  put(service: Id, subject: Id, row: OptOutRecord): Promise<number>;
  lift(service: Id, subject: Id, what: Pick<OptOutRecord, 'purpose' | 'category'>): Promise<number>;
  removeAll(service: Id, subject: Id): Promise<number>;
  /** Some people who refused, for probes. */
  sample(service: Id, limit: number): Promise<readonly Id[]>;
  /** A later end stands. */
  suppress(
    service: Id,
    row: { readonly digest: Uint8Array; readonly since: number; readonly expiresAt: number },
  ): Promise<void>;
  /** Since when a number is suppressed, at `now`. */
  suppressedSince(service: Id, digest: Uint8Array, now: number): Promise<number | undefined>;
  /** Removes what is over. @returns how many */
  sweepSuppressed(now: number): Promise<number>;
}
