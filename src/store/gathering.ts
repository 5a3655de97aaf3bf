import type { Id } from '../base/index.ts';
import type { RepresentationFact } from '../consent/index.ts';
import type { BlockFact, ConsentFact, ContractFact, GateFacts, HoldFact } from '../gate/index.ts';
import type { OfficerTerm } from '../retention/index.ts';
import type {
  ApiKeyRecord,
  PendingEntry,
  PolicyHeadRecord,
  SegmentRecord,
  SubjectKeyRecord,
  SubjectRecord,
} from './records.ts';
import type { DestroyedValueRecord } from './retention-records.ts';

/** What a decision about a subject depends on beside their data. */
export interface SubjectFacts {
  readonly terms: readonly OfficerTerm[];
  readonly consents: readonly ConsentFact[];
  readonly pending: NonNullable<GateFacts['pending']>;
  /** In force. */
  readonly blocks: readonly BlockFact[];
  readonly optOuts: NonNullable<GateFacts['optOuts']>;
  /** In force; those that hold everybody's data too. */
  readonly holds: readonly HoldFact[];
  /** Met ones too. */
  readonly obligations: readonly GatheredObligation[];
  /** Those that ended too. */
  readonly contracts: readonly ContractFact[];
  readonly representations: readonly GatheredRepresentation[];
}

/** A subject that is locked, with what is looked up of everybody who is decided about. */
export interface HeldSubject {
  /** Absent when there is nobody. */
  readonly record?: SubjectRecord;
  /** Absent once they were destroyed. */
  readonly keys?: SubjectKeyRecord;
  readonly heads: readonly PolicyHeadRecord[];
  /** All of them; none when they were not asked for. */
  readonly segments: readonly SegmentRecord[];
  readonly facts: SubjectFacts;
}

/** @see Tx.facts */
export interface FactTable {
  /**
   * Locks a subject as `Tx.subjects.lock` does and reads what stands of them, all in one go; of nobody there
   * are versions and terms alone.
   *
   * INVARIANT: facts are read by statements that begin after the lock was granted.
   */
  hold(
    service: Id,
    subject: Id,
    how: { readonly mode: 'share' | 'update'; readonly segments: boolean },
  ): Promise<HeldSubject>;
  /** What stands of a subject that is locked; of `nilId` and of nobody there are the terms alone. */
  of(service: Id, subject: Id): Promise<SubjectFacts>;
}

/** What several reads of one service ask for together. */
export interface GatherAsk {
  readonly service: Id;
  /** Each once. */
  readonly subjects: readonly Id[];
  /** API keys to be held, each once. */
  readonly keys: readonly Id[];
}

/** A subject held for sharing, with everything a decision about a read depends on. */
export interface GatheredSubject {
  readonly record: SubjectRecord;
  /** Absent once they were destroyed. */
  readonly keys?: SubjectKeyRecord;
  /** Of data: neither proofs nor secrets of the system. */
  readonly segments: readonly SegmentRecord[];
  readonly consents: readonly ConsentFact[];
  readonly pending: NonNullable<GateFacts['pending']>;
  readonly blocks: readonly BlockFact[];
  readonly optOuts: NonNullable<GateFacts['optOuts']>;
  readonly obligations: readonly GatheredObligation[];
  readonly contracts: readonly ContractFact[];
  readonly representations: readonly GatheredRepresentation[];
  readonly destroyed: readonly DestroyedValueRecord[];
}

/** A representation that was checked, ended ones too. */
export interface GatheredRepresentation extends RepresentationFact {
  /** When the person was born, sealed, in hexadecimal. */
  readonly birth: string;
}

/** An obligation as far as a decision needs it. */
export interface GatheredObligation {
  readonly id: Id;
  readonly categories: readonly string[];
  readonly recordedAt: number;
  readonly metAt?: number;
}

/** An API key that is held, as far as a read needs it. */
export type GatheredKey = Pick<ApiKeyRecord, 'id' | 'purposes' | 'categories' | 'expiresAt' | 'revokedAt'>;

/** What was gathered. Who is missing does not exist, or is locked by somebody else just now. */
export interface Gathered {
  readonly heads: readonly PolicyHeadRecord[];
  readonly terms: readonly OfficerTerm[];
  readonly keys: ReadonlyMap<Id, GatheredKey>;
  readonly subjects: ReadonlyMap<Id, GatheredSubject>;
}

/** Many reads in one commit. */
export interface Gathering {
  /**
   * Holds subjects and keys for sharing, then gathers what decisions about them depend on, as it stands once
   * they are held; appends the entries that `answer` gives for it, and commits. Waits for nobody: whoever is
   * locked is left out. When it resolves the entries are durable.
   *
   * INVARIANT: facts are read by statements that begin after the locks were granted, and the locks end with
   * the commit. A destruction, block or withdrawal is either seen or comes after.
   *
   * Where nobody is asked about nothing is gathered, and the entries stand for themselves.
   *
   * @throws KepilError `ERR_STORE_UNAVAILABLE` when it is not known whether the entries are durable; anything
   * else, also of `answer`, left nothing
   */
  gather(ask: GatherAsk, answer: (gathered: Gathered) => readonly PendingEntry[]): Promise<void>;
}
