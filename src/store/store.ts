import type { CivilDate, Id, Language } from '../base/index.ts';
import type { AgreementTable } from './agreement-records.ts';
import type { BrokenSealTable } from './broken-seal-records.ts';
import type { Campaigns, OptOuts } from './campaign-records.ts';
import type { PolicyChanges } from './change-records.ts';
import type { ConsentSettings } from './consent-records.ts';
import type { ContractTable } from './contract-records.ts';
import type { DestructionTable } from './destruction-table.ts';
import type { AuthorityTable, DisclosureTable, OrderTable, RecipientTable } from './disclosure-records.ts';
import type { FileTable } from './file-records.ts';
import type { FactTable, Gathering } from './gathering.ts';
import type { IncidentTable, ReadingTable } from './incident-records.ts';
import type { EpochTable } from './key-epochs.ts';
import type { MandateTable } from './mandate-records.ts';
import type { MentionTable } from './mention-records.ts';
import type { ObligationTable } from './obligation-records.ts';
import type { PaperTable } from './paper-records.ts';
import type { PurposeTable } from './purpose-records.ts';
import type {
  ApiKeyRecord,
  AttemptRecord,
  BlockRecord,
  CheckpointRecord,
  ClauseApproval,
  ConsentRow,
  DraftRecord,
  LookRecord,
  MessageRecord,
  MessageSettled,
  PageAsk,
  PendingEntry,
  PolicyHeadRecord,
  PolicyVersionRecord,
  SegmentRecord,
  SequencedEntry,
  ServiceRecord,
  SessionRecord,
  SubjectKeyRecord,
  SubjectRecord,
  TicketRecord,
} from './records.ts';
import type { RegisterTable } from './register-records.ts';
import type { RepresentationTable } from './representation-records.ts';
import type { RequestTable } from './request-records.ts';
import type { RetentionTables } from './retention-records.ts';
import type { SecondFactorTables, StaffTables } from './staff-records.ts';
import type { VisitTables } from './visit-records.ts';

export type * from './agreement-records.ts';
export type * from './broken-seal-records.ts';
export type * from './campaign-records.ts';
export type * from './change-records.ts';
export type * from './consent-records.ts';
export type * from './contract-records.ts';
export type * from './destruction-table.ts';
export type * from './disclosure-records.ts';
export type * from './file-records.ts';
export type * from './gathering.ts';
export type * from './incident-records.ts';
export type * from './key-epochs.ts';
export type * from './mandate-records.ts';
export type * from './mention-records.ts';
export type * from './obligation-records.ts';
export type * from './paper-records.ts';
export type * from './purpose-records.ts';
export type * from './records.ts';
export type * from './register-records.ts';
export type * from './representation-records.ts';
export type * from './request-records.ts';
export type * from './retention-records.ts';
export type * from './staff-records.ts';
export type * from './visit-records.ts';

/**
 * One transaction: everything done through it becomes durable together or not at all. READ COMMITTED with
 * explicit row locks; a `lock` held on a subject makes facts and effect one snapshot.
 */
export interface Tx {
  readonly services: {
    list(): Promise<readonly ServiceRecord[]>;
    byKey(key: string): Promise<ServiceRecord | undefined>;
    /** Its first key epoch begins with it. */
    insert(row: ServiceRecord): Promise<void>;
    /** Until the transaction ends nobody else opens, approves or drops a version of this service. */
    lock(id: Id): Promise<void>;
  };
  readonly policies: {
    list(service: Id): Promise<readonly PolicyVersionRecord[]>;
    /** All versions without policy and text, newest first: cheap enough for every request. */
    heads(service: Id): Promise<readonly PolicyHeadRecord[]>;
    byHash(service: Id, hash: string): Promise<PolicyVersionRecord | undefined>;
    /** The live version, else the newest draft. */
    current(service: Id): Promise<PolicyVersionRecord | undefined>;
    /** Of each service the version in force: the live one, else the oldest draft. */
    inForce(): Promise<readonly PolicyHeadRecord[]>;
    insert(row: PolicyVersionRecord): Promise<void>;
    setStatus(
      service: Id,
      version: number,
      status: PolicyVersionRecord['status'],
      liveAt?: number,
    ): Promise<void>;
    /**
     * Gives the operator's text to the versions made from it that lack it (`sha256` of their source).
     *
     * @returns their hashes
     */
    giveText(service: Id, sha256: string, text: string): Promise<readonly string[]>;
    approvals(service: Id, version: number): Promise<readonly ClauseApproval[]>;
    approve(row: ClauseApproval): Promise<void>;
    unapprove(service: Id, version: number, clause: string): Promise<void>;
  };
  readonly changes: PolicyChanges;
  readonly campaigns: Campaigns;
  readonly optOuts: OptOuts;
  readonly underPurpose: PurposeTable;
  readonly looks: {
    list(): Promise<readonly LookRecord[]>;
    get(service: Id): Promise<LookRecord | undefined>;
    put(row: LookRecord): Promise<void>;
  };
  readonly subjects: {
    insert(row: SubjectRecord): Promise<void>;
    get(service: Id, id: Id): Promise<SubjectRecord | undefined>;
    /** Reads and locks the row: `share` lets other readers in, `update` lets nobody. */
    lock(service: Id, id: Id, mode: 'share' | 'update'): Promise<SubjectRecord | undefined>;
    bumpVersion(service: Id, id: Id): Promise<void>;
    setPolicy(service: Id, id: Id, policyHash: string): Promise<void>;
    /** Makes a user of an applicant, or of a minor who waited. */
    admit(service: Id, id: Id): Promise<void>;
    setLanguage(service: Id, id: Id, language: Language): Promise<void>;
    list(service: Id, kind: SubjectRecord['kind'], page: PageAsk): Promise<readonly SubjectRecord[]>;
    count(service: Id, kind: SubjectRecord['kind']): Promise<number>;
    remove(service: Id, id: Id): Promise<number>;
  };
  readonly subjectKeys: {
    insert(service: Id, subject: Id, key: SubjectKeyRecord): Promise<void>;
    get(service: Id, subject: Id): Promise<SubjectKeyRecord | undefined>;
    /** By subject; `page.after` is the subject of the last row seen. */
    list(service: Id, page: PageAsk): Promise<readonly (SubjectKeyRecord & { readonly subject: Id })[]>;
    /** Removes the keys. @returns the epoch they were wrapped under; undefined when they are gone */
    remove(service: Id, subject: Id): Promise<number | undefined>;
  };
  readonly epochs: EpochTable;
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
    /** Drafts that wait for an answer from this telephone, the newest first. */
    awaiting(service: Id, replyDigest: Uint8Array, now: number): Promise<readonly Id[]>;
    countAttempt(service: Id, id: Id): Promise<void>;
    setCode(service: Id, id: Id, codeDigest: Uint8Array): Promise<void>;
    remove(service: Id, id: Id): Promise<number>;
    /** Removes drafts whose time is over; with their messages. @returns how many */
    sweep(now: number): Promise<number>;
    count(service: Id): Promise<number>;
    /** The oldest expiry among the drafts still stored, for probes. */
    oldestExpiry(service: Id): Promise<number | undefined>;
  };
  readonly blocks: {
    /** @throws KepilError `ERR_STORE_CONFLICT` when one is in force */
    insert(service: Id, subject: Id, row: BlockRecord): Promise<void>;
    inForce(service: Id, subject: Id): Promise<BlockRecord | undefined>;
    /** @returns 0 when it was lifted before */
    lift(service: Id, subject: Id, what: { readonly id: Id; readonly at: number }): Promise<number>;
    removeAll(service: Id, subject: Id): Promise<number>;
  };
  readonly consentSettings: ConsentSettings;
  readonly consents: {
    insert(service: Id, row: ConsentRow): Promise<void>;
    list(service: Id, subject: Id): Promise<readonly ConsentRow[]>;
    /** `purposes` absent: the whole consent. */
    withdraw(service: Id, subject: Id, consent: Id, at: number, purposes?: readonly string[]): Promise<void>;
    /** Some subjects with a withdrawn consent, for probes. */
    withdrawnSample(service: Id, limit: number): Promise<readonly ConsentRow[]>;
    /** Users that have no consent at all, and opened no account by accepting a document: must be none. */
    countSubjectsWithout(service: Id): Promise<number>;
  };
  readonly facts: FactTable;
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
    /**
     * Puts entries of a log that was kept elsewhere at their places.
     *
     * @returns those of them that had still waited here, and wait no more
     */
    takeUp(
      service: Id,
      firstIndex: number,
      entries: readonly { id: Id; leaf: Uint8Array }[],
    ): Promise<readonly Id[]>;
    putTile(service: Id, level: number, index: number, hashes: Uint8Array): Promise<void>;
    tile(service: Id, level: number, index: number): Promise<Uint8Array | undefined>;
    putCheckpoint(row: CheckpointRecord): Promise<void>;
    /** The newest, or the one of `size`. */
    checkpoint(service: Id, size?: number): Promise<CheckpointRecord | undefined>;
    size(service: Id): Promise<number>;
  };
  readonly messages: {
    insert(row: MessageRecord): Promise<void>;
    /** `templates`: of these alone; absent: of any. */
    list(service: Id, page: PageAsk, templates?: readonly string[]): Promise<readonly MessageRecord[]>;
    get(service: Id, id: Id): Promise<MessageRecord | undefined>;
    ofSubject(service: Id, subject: Id): Promise<readonly MessageRecord[]>;
    /** Moves the messages of a draft to the subject it became, each sealed anew. */
    reown(service: Id, draft: Id, subject: Id, reseal: (row: MessageRecord) => Uint8Array): Promise<void>;
    removeAll(service: Id, subject: Id): Promise<number>;
    /**
     * Takes up to `limit` messages of these channels that wait, are due and not too old, the longest due
     * first, counts the attempt and marks them `taken`. Two at once take different ones.
     */
    takeDue(
      now: number,
      channels: readonly MessageRecord['channel'][],
      limit: number,
    ): Promise<readonly MessageRecord[]>;
    /** Says what became of a message, whoever owns it by now. @returns 0 when it is gone */
    settle(service: Id, id: Id, settled: MessageSettled): Promise<number>;
    /** Up to `limit` messages a carrier took and that it is time to ask after. */
    dueReports(now: number, limit: number): Promise<readonly MessageRecord[]>;
    /** Lets what is `taken` wait again, but for these, which a carrier may have by now. @returns how many */
    putBack(but: readonly Id[]): Promise<number>;
    /** Marks what is `taken` as `unsure`: whoever took it is no more. @returns how many */
    abandonTaken(): Promise<number>;
  };
  readonly sessions: {
    insert(row: SessionRecord): Promise<void>;
    get(digest: Uint8Array): Promise<SessionRecord | undefined>;
    /** Reads and locks: nobody ends it before the transaction is through. `share` lets others hold it too. */
    hold(digest: Uint8Array, mode: 'share' | 'update'): Promise<SessionRecord | undefined>;
    /** A person's sessions, newest first, locked against whoever holds or ends one of them. */
    holdAll(service: Id, subject: Id): Promise<readonly SessionRecord[]>;
    /** A person's sessions, newest first. */
    ofSubject(service: Id, subject: Id): Promise<readonly SessionRecord[]>;
    touch(digest: Uint8Array, seenAt: number): Promise<void>;
    /** Puts a new digest in the place of `digest`: the token before opens nothing any more. */
    renew(
      digest: Uint8Array,
      to: Pick<SessionRecord, 'digest' | 'role' | 'provedAt' | 'expiresAt'>,
    ): Promise<void>;
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
  readonly staff: StaffTables;
  readonly secondFactors: SecondFactorTables;
  readonly requests: RequestTable;
  readonly mandates: MandateTable;
  readonly agreements: AgreementTable;
  readonly contracts: ContractTable;
  readonly recipients: RecipientTable;
  readonly disclosures: DisclosureTable;
  readonly orders: OrderTable;
  readonly authorityRequests: AuthorityTable;
  readonly brokenSeals: BrokenSealTable;
  readonly obligations: ObligationTable;
  readonly mentions: MentionTable;
  readonly representations: RepresentationTable;
  readonly files: FileTable;
  readonly papers: PaperTable;
  readonly destruction: DestructionTable;
  readonly apiKeys: {
    insert(row: ApiKeyRecord): Promise<void>;
    byId(id: Id): Promise<ApiKeyRecord | undefined>;
    /** Reads and locks, with others who read: nobody revokes it before the transaction is through. */
    hold(id: Id): Promise<ApiKeyRecord | undefined>;
    /** Notes the day of a use; a later day stands. */
    noteUse(id: Id, on: CivilDate): Promise<void>;
    list(service: Id): Promise<readonly ApiKeyRecord[]>;
    revoke(service: Id, id: Id, at: number): Promise<void>;
  };
  readonly attempts: {
    /** Reads and locks; a row of no tries when there is none. Two at once wait for each other. */
    lock(service: Id, scope: string, digest: Uint8Array): Promise<AttemptRecord>;
    put(row: AttemptRecord): Promise<void>;
    remove(service: Id, scope: string, digest: Uint8Array): Promise<number>;
    sweep(now: number): Promise<number>;
  };
  readonly counters: {
    /** Adds one to the refusals of this minute and rule by anonymous askers. */
    refused(service: Id, rule: string, now: number): Promise<void>;
    refusals(service: Id, since: number): Promise<readonly { readonly rule: string; readonly n: number }[]>;
  };
  readonly visits: VisitTables;
  readonly retention: RetentionTables;
  readonly incidents: IncidentTable;
  readonly reading: ReadingTable;
  readonly registers: RegisterTable;
}

/** The only door to disk. */
export interface Store extends Gathering {
  /**
   * Runs `work` in one transaction; commits when it resolves, rolls back when it rejects. Serialization
   * failures and deadlocks are retried up to three times, so `work` has no effect outside the transaction.
   *
   * @throws KepilError `ERR_STORE_CONFLICT`, `ERR_STORE_UNAVAILABLE`, `ERR_STORAGE_FULL`
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * Runs `work`, which only reads and locks nothing: each of its statements by itself, without a transaction
   * around them, which would let each see what stood when it began as well.
   *
   * @throws KepilError `ERR_STORE_UNAVAILABLE`
   */
  look<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * Runs `work`, which only reads: everything it sees stood so at one instant, and nobody waits for it.
   *
   * @throws KepilError `ERR_STORE_UNAVAILABLE`
   */
  snapshot<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * Waits until every transaction that began before is over, then takes dead rows of tables with wrapped keys
   * away and makes a checkpoint, so that old write-ahead log is let go of.
   *
   * @returns false when one was still open after `patienceMs`: nothing was done
   * @throws KepilError `ERR_STORE_UNAVAILABLE`
   */
  scour(patienceMs: number): Promise<boolean>;
  close(): Promise<void>;
}
