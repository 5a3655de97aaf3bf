import type { CivilDate, Id, Language } from '../base/index.ts';
import type { ConsentFact } from '../gate/index.ts';
import type { Policy } from '../policy/index.ts';

/** `house` is the installation itself: staff are its subjects. */
export interface ServiceRecord {
  readonly id: Id;
  readonly key: string;
  readonly kind: 'service' | 'house';
  readonly createdAt: number;
}

/**
 * A version of a service's policy. Published versions never change; `text` is the operator's prose, when at
 * hand.
 */
export interface PolicyVersionRecord {
  readonly service: Id;
  readonly version: number;
  readonly hash: string;
  readonly status: 'draft' | 'live' | 'superseded';
  readonly policy: Policy;
  readonly text?: string;
  readonly createdAt: number;
  readonly liveAt?: number;
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
  readonly kind: 'user' | 'staff';
  /** Grows by one with every write of the subject's data. */
  readonly version: number;
  readonly policyHash: string;
  readonly language: Language;
  readonly createdAt: number;
  /** From birth date or IIN, as of registration: only whether the person was of age, never the date. */
  readonly adult?: boolean;
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
}

/** A session; its token is known to the browser alone, here lies the digest. */
export interface SessionRecord {
  readonly digest: Uint8Array;
  readonly service: Id;
  readonly subject: Id;
  readonly role: string;
  readonly createdAt: number;
  readonly seenAt: number;
  readonly expiresAt: number;
}

/** A one-time secret: sign-in code of a subject, set-up link of a staff member, download link of an act. */
export interface TicketRecord {
  readonly service: Id;
  readonly purpose: 'sign-in' | 'set-up' | 'act';
  /** Id the holder is given or finds in a form; looked up by it. */
  readonly id: Id;
  readonly digest: Uint8Array;
  readonly subject?: Id;
  readonly attempts: number;
  readonly createdAt: number;
  readonly expiresAt: number;
}

/** A request of a subject with its clock; the words are sealed. */
export interface RequestRecord {
  readonly service: Id;
  readonly subject: Id;
  readonly id: Id;
  readonly kind: string;
  readonly state: 'open' | 'done' | 'refused';
  readonly receivedAt: number;
  readonly dueOn: CivilDate;
  readonly closedAt?: number;
  /** The person's words and the answer, sealed. */
  readonly sealed?: Uint8Array;
}

/** An act of destruction with counts per store; closed when the sweep is. */
export interface ActRecord {
  readonly service: Id;
  readonly id: Id;
  readonly decidedAt: number;
  readonly sweptAt?: number;
  /**
   * Until when a thief with the root key and the raw disk could still recover something; unknown while
   * absent.
   */
  readonly recoverableUntil?: number;
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
}

/**
 * A page of a list, newest first: rows older than `after` (exclusive), at most `limit`. Order and cursor are
 * the id's.
 */
export interface PageAsk {
  readonly after?: Id;
  readonly limit: number;
}

/**
 * One transaction: everything done through it becomes durable together or not at all. READ COMMITTED with
 * explicit row locks; a `lock` held on a subject makes facts and effect one snapshot.
 */
export interface Tx {
  readonly services: {
    list(): Promise<readonly ServiceRecord[]>;
    byKey(key: string): Promise<ServiceRecord | undefined>;
    insert(row: ServiceRecord): Promise<void>;
  };
  readonly policies: {
    list(service: Id): Promise<readonly PolicyVersionRecord[]>;
    /** All versions without policy and text, newest first: cheap enough for every request. */
    heads(service: Id): Promise<readonly PolicyHeadRecord[]>;
    byHash(service: Id, hash: string): Promise<PolicyVersionRecord | undefined>;
    /** The live version, else the newest draft. */
    current(service: Id): Promise<PolicyVersionRecord | undefined>;
    insert(row: PolicyVersionRecord): Promise<void>;
    setStatus(
      service: Id,
      version: number,
      status: PolicyVersionRecord['status'],
      liveAt?: number,
    ): Promise<void>;
    approvals(service: Id, version: number): Promise<readonly ClauseApproval[]>;
    approve(row: ClauseApproval): Promise<void>;
    unapprove(service: Id, version: number, clause: string): Promise<void>;
  };
  readonly subjects: {
    insert(row: SubjectRecord): Promise<void>;
    get(service: Id, id: Id): Promise<SubjectRecord | undefined>;
    /** Reads and locks the row: `share` lets other readers in, `update` lets nobody. */
    lock(service: Id, id: Id, mode: 'share' | 'update'): Promise<SubjectRecord | undefined>;
    bumpVersion(service: Id, id: Id): Promise<void>;
    setPolicy(service: Id, id: Id, policyHash: string): Promise<void>;
    list(service: Id, kind: SubjectRecord['kind'], page: PageAsk): Promise<readonly SubjectRecord[]>;
    count(service: Id, kind: SubjectRecord['kind']): Promise<number>;
    remove(service: Id, id: Id): Promise<number>;
  };
  readonly subjectKeys: {
    insert(service: Id, subject: Id, key: SubjectKeyRecord): Promise<void>;
    get(service: Id, subject: Id): Promise<SubjectKeyRecord | undefined>;
    remove(service: Id, subject: Id): Promise<number>;
  };
  readonly segments: {
    put(service: Id, subject: Id, segment: SegmentRecord): Promise<void>;
    list(service: Id, subject: Id): Promise<readonly SegmentRecord[]>;
    remove(service: Id, subject: Id, access: string, retention: string): Promise<number>;
    removeAll(service: Id, subject: Id): Promise<number>;
    /** Some segments at random, for probes. */
    sample(service: Id, limit: number): Promise<readonly (SegmentRecord & { readonly subject: Id })[]>;
  };
  readonly blindIndex: {
    put(service: Id, subject: Id, field: string, digest: Uint8Array): Promise<void>;
    find(service: Id, field: string, digest: Uint8Array): Promise<readonly Id[]>;
    /**
     * Until the transaction ends nobody else may claim this digest: two registrations with one address wait
     * for each other.
     */
    claim(service: Id, field: string, digest: Uint8Array): Promise<void>;
    remove(service: Id, subject: Id, field: string): Promise<number>;
    removeAll(service: Id, subject: Id): Promise<number>;
    count(service: Id, subject: Id): Promise<number>;
  };
  readonly drafts: {
    insert(row: DraftRecord): Promise<void>;
    /** Reads and locks. */
    lock(service: Id, id: Id): Promise<DraftRecord | undefined>;
    countAttempt(service: Id, id: Id): Promise<void>;
    setCode(service: Id, id: Id, codeDigest: Uint8Array): Promise<void>;
    remove(service: Id, id: Id): Promise<number>;
    /** Removes drafts whose time is over; with their messages. @returns how many */
    sweep(now: number): Promise<number>;
    count(service: Id): Promise<number>;
    /** The oldest expiry among the drafts still stored, for probes. */
    oldestExpiry(service: Id): Promise<number | undefined>;
  };
  readonly consents: {
    insert(service: Id, row: ConsentRow): Promise<void>;
    list(service: Id, subject: Id): Promise<readonly ConsentRow[]>;
    /** `purposes` absent: the whole consent. */
    withdraw(service: Id, subject: Id, consent: Id, at: number, purposes?: readonly string[]): Promise<void>;
    removeAll(service: Id, subject: Id): Promise<number>;
    /** Some subjects with a withdrawn consent, for probes. */
    withdrawnSample(service: Id, limit: number): Promise<readonly ConsentRow[]>;
    /** Subjects of kind user that have no consent at all: must be none. */
    countSubjectsWithout(service: Id): Promise<number>;
  };
  readonly entries: {
    /** Adds the entry to what the sequencer will take and links it to its subject. */
    append(row: PendingEntry): Promise<void>;
    get(service: Id, id: Id): Promise<SequencedEntry | undefined>;
    /** Newest first; `page.after` is the id of the last row seen. */
    ofSubject(service: Id, subject: Id, page: PageAsk): Promise<readonly SequencedEntry[]>;
    unlink(service: Id, subject: Id): Promise<number>;
    /** Entries of the operator and of everybody in log order, newest first: for the ledger page. */
    recent(service: Id, limit: number): Promise<readonly SequencedEntry[]>;
    countPending(service: Id): Promise<number>;
  };
  readonly log: {
    /**
     * Takes up to `limit` pending entries in order of arrival and gives them the next places. Holds the
     * service's log lock.
     */
    sequence(
      service: Id,
      limit: number,
    ): Promise<{ readonly firstIndex: number; readonly leaves: readonly Uint8Array[] }>;
    leaves(service: Id, from: number, limit: number): Promise<readonly Uint8Array[]>;
    putTile(service: Id, level: number, index: number, hashes: Uint8Array): Promise<void>;
    tile(service: Id, level: number, index: number): Promise<Uint8Array | undefined>;
    putCheckpoint(row: CheckpointRecord): Promise<void>;
    /** The newest, or the one of `size`. */
    checkpoint(service: Id, size?: number): Promise<CheckpointRecord | undefined>;
    size(service: Id): Promise<number>;
  };
  readonly messages: {
    insert(row: MessageRecord): Promise<void>;
    list(service: Id, page: PageAsk): Promise<readonly MessageRecord[]>;
    get(service: Id, id: Id): Promise<MessageRecord | undefined>;
    /** Moves the messages of a draft to the subject it became, each sealed anew. */
    reown(service: Id, draft: Id, subject: Id, reseal: (row: MessageRecord) => Uint8Array): Promise<void>;
    removeAll(service: Id, subject: Id): Promise<number>;
  };
  readonly sessions: {
    insert(row: SessionRecord): Promise<void>;
    get(digest: Uint8Array): Promise<SessionRecord | undefined>;
    touch(digest: Uint8Array, seenAt: number): Promise<void>;
    remove(digest: Uint8Array): Promise<number>;
    removeAll(service: Id, subject: Id): Promise<number>;
    sweep(now: number): Promise<number>;
  };
  readonly tickets: {
    insert(row: TicketRecord): Promise<void>;
    /** Reads and locks. */
    lock(service: Id, purpose: TicketRecord['purpose'], id: Id): Promise<TicketRecord | undefined>;
    countAttempt(service: Id, purpose: TicketRecord['purpose'], id: Id): Promise<void>;
    remove(service: Id, purpose: TicketRecord['purpose'], id: Id): Promise<number>;
    removeOf(service: Id, purpose: TicketRecord['purpose'], subject: Id): Promise<number>;
    /** How many tickets of a subject are still good at `now`. */
    countOf(service: Id, purpose: TicketRecord['purpose'], at: { subject: Id; now: number }): Promise<number>;
    sweep(now: number): Promise<number>;
  };
  readonly staff: {
    grant(subject: Id, service: Id, role: string): Promise<void>;
    roles(subject: Id): Promise<readonly { readonly service: Id; readonly role: string }[]>;
    count(): Promise<number>;
  };
  readonly requests: {
    insert(row: RequestRecord): Promise<void>;
    get(service: Id, id: Id): Promise<RequestRecord | undefined>;
    ofSubject(service: Id, subject: Id): Promise<readonly RequestRecord[]>;
    list(
      service: Id,
      state: RequestRecord['state'] | undefined,
      page: PageAsk,
    ): Promise<readonly RequestRecord[]>;
    close(
      service: Id,
      subject: Id,
      id: Id,
      state: 'done' | 'refused',
      at: number,
      sealed?: Uint8Array,
    ): Promise<void>;
    countOverdue(service: Id, today: CivilDate): Promise<number>;
    removeAll(service: Id, subject: Id): Promise<number>;
  };
  readonly destruction: {
    insertAct(row: ActRecord): Promise<void>;
    act(service: Id, id: Id): Promise<ActRecord | undefined>;
    acts(service: Id, page: PageAsk): Promise<readonly ActRecord[]>;
    closeAct(service: Id, id: Id, sweptAt: number, counts: Readonly<Record<string, number>>): Promise<void>;
    enqueue(row: SweepRecord): Promise<void>;
    pending(limit: number): Promise<readonly SweepRecord[]>;
    dequeue(row: SweepRecord): Promise<void>;
    /**
     * Rows of any subject-owned table whose subject has no key any more and no sweep waiting: must be none.
     */
    countOrphans(service: Id): Promise<number>;
  };
  readonly apiKeys: {
    insert(row: ApiKeyRecord): Promise<void>;
    byId(id: Id): Promise<ApiKeyRecord | undefined>;
    list(service: Id): Promise<readonly ApiKeyRecord[]>;
    revoke(service: Id, id: Id, at: number): Promise<void>;
  };
  readonly counters: {
    /** Adds one to the refusals of this minute and rule by anonymous askers. */
    refused(service: Id, rule: string, now: number): Promise<void>;
    refusals(service: Id, since: number): Promise<readonly { readonly rule: string; readonly n: number }[]>;
  };
}

/** The only door to disk. */
export interface Store {
  /**
   * Runs `work` in one transaction; commits when it resolves, rolls back when it rejects. Serialization
   * failures and deadlocks are retried up to three times, so `work` has no effect outside the transaction.
   *
   * @throws KepilError `ERR_STORE_CONFLICT`, `ERR_STORE_UNAVAILABLE`, `ERR_STORAGE_FULL`
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
