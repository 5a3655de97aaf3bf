import type { CivilDate, Id } from '../base/index.ts';
import type { AskedOf, AuthorityFact, Recipient } from '../disclosure/index.ts';
import type { PageAsk } from './records.ts';

/** A version of a recipient's card, with who made it and when. */
export interface RecipientRecord extends Recipient {
  readonly service: Id;
  readonly changedAt: number;
  readonly changedBy: Id;
}

/** What was handed on of one person, at once and to one recipient; `id` names the package. No values. */
export interface DisclosureRecord {
  readonly service: Id;
  readonly subject: Id;
  readonly id: Id;
  /** Absent: to a body of the state. */
  readonly recipient?: Id;
  readonly recipientVersion?: number;
  /** The letter that asked for it. */
  readonly authority?: Id;
  /** A label of the facet `recipients`. */
  readonly kind: string;
  readonly country: string;
  readonly purpose: string;
  readonly categories: readonly string[];
  readonly consent?: Id;
  /** The consent that names the crossing of the border. */
  readonly abroadConsent?: Id;
  readonly madeAt: number;
  readonly entry: Id;
  /** Unknown of what a restoration found in the log alone. */
  readonly packageSha256?: string;
  readonly noticeDueOn: CivilDate;
  /** When the person was told. */
  readonly notifiedAt?: number;
  /** The day on which to look again whether the person may be told. */
  readonly barredUntil?: CivilDate;
  /** When the recipient was ordered to stop. */
  readonly stoppedAt?: number;
}

/** What a recipient was ordered: to stop using packages, or to destroy them. Knows no person. */
export interface OrderRecord {
  readonly service: Id;
  readonly id: Id;
  readonly recipient: Id;
  readonly kind: 'stop' | 'destroy' | 'correct';
  readonly packages: readonly Id[];
  readonly categories: readonly string[];
  readonly madeAt: number;
  readonly dueOn: CivilDate;
  readonly sentAt?: number;
  readonly confirmedAt?: number;
  readonly entry: Id;
}

/**
 * Where a letter stands: being checked · what to release is proposed · released · refused.
 */
export type AuthorityState = 'open' | 'proposed' | 'released' | 'refused';

/** A letter by which a body, or somebody else, asks for data of a person; what it says is sealed. */
export interface AuthorityRecord extends Omit<AuthorityFact, 'asker'> {
  readonly service: Id;
  /** `nilId` while nobody of the service is known to be meant. */
  readonly subject: Id;
  readonly asker: AskedOf;
  readonly state: AuthorityState;
  readonly receivedOn: CivilDate;
  readonly enteredAt: number;
  readonly proposed: readonly string[];
  /** The letter bars the notice to the person: when to look again. */
  readonly barredUntil?: CivilDate;
  readonly closedAt?: number;
  readonly disclosure?: Id;
  readonly sealed: Uint8Array;
}

/** @see Tx.recipients */
export interface RecipientTable {
  /** @throws KepilError `ERR_STORE_CONFLICT` when somebody else made this version */
  insert(row: RecipientRecord): Promise<void>;
  current(service: Id, id: Id): Promise<RecipientRecord | undefined>;
  /** Newest version first. */
  versions(service: Id, id: Id): Promise<readonly RecipientRecord[]>;
  /** The newest version of each card, the newest card first. */
  list(service: Id, page: PageAsk): Promise<readonly RecipientRecord[]>;
}

/** @see Tx.disclosures */
export interface DisclosureTable {
  insert(row: DisclosureRecord): Promise<void>;
  get(service: Id, id: Id): Promise<DisclosureRecord | undefined>;
  /** Newest first. */
  list(service: Id, page: PageAsk): Promise<readonly DisclosureRecord[]>;
  ofSubject(service: Id, subject: Id, page: PageAsk): Promise<readonly DisclosureRecord[]>;
  ofRecipient(service: Id, recipient: Id, page: PageAsk): Promise<readonly DisclosureRecord[]>;
  /** Of which the person was not told yet, the longest due first; those with a bar too. */
  unsaid(service: Id, limit: number): Promise<readonly DisclosureRecord[]>;
  setNotified(service: Id, subject: Id, what: { readonly id: Id; readonly at: number }): Promise<void>;
  /** Says when to look again; `until` absent: nothing bars the notice any more. */
  setBar(
    service: Id,
    subject: Id,
    what: { readonly id: Id; readonly until?: CivilDate; readonly dueOn: CivilDate },
  ): Promise<void>;
  setStopped(
    service: Id,
    subject: Id,
    what: { readonly ids: readonly Id[]; readonly at: number },
  ): Promise<void>;
}

/** @see Tx.orders */
export interface OrderTable {
  insert(row: OrderRecord): Promise<void>;
  get(service: Id, id: Id): Promise<OrderRecord | undefined>;
  /** `open`: not confirmed yet. Newest first. */
  list(service: Id, state: 'open' | 'all', page: PageAsk): Promise<readonly OrderRecord[]>;
  /** Sets what is given; `null` takes it back. */
  mark(
    service: Id,
    id: Id,
    what: { readonly sentAt?: number | null; readonly confirmedAt?: number | null },
  ): Promise<void>;
}

/** @see Tx.authorityRequests */
export interface AuthorityTable {
  insert(row: AuthorityRecord): Promise<void>;
  /** `update` locks the row until the transaction ends. */
  get(service: Id, id: Id, mode: 'look' | 'update'): Promise<AuthorityRecord | undefined>;
  /** Newest first. */
  list(service: Id, page: PageAsk): Promise<readonly AuthorityRecord[]>;
  /** Replaces everything but whose it is. */
  put(row: AuthorityRecord): Promise<void>;
  /** Of a person's letters those that bar the notice. */
  barred(service: Id, subject: Id): Promise<readonly Id[]>;
  /** Nothing bars the notice any more, or the day to look again is another. */
  setBar(service: Id, subject: Id, what: { readonly id: Id; readonly until?: CivilDate }): Promise<void>;
  removeAll(service: Id, subject: Id): Promise<number>;
}
