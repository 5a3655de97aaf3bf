import type { Id } from '../base/index.ts';
import type { BlockFact, ConsentFact, ContractFact } from '../gate/index.ts';
import type { PageAsk, SegmentRecord, SubjectKeyRecord, SubjectRecord } from './records.ts';

/** Which people: whose consent names the purpose, with a segment of one of the access classes. */
export interface PurposeAsk {
  readonly purpose: string;
  readonly access: readonly string[];
}

/** Somebody with what a decision about reading needs, and their segments but those of proof and secrets. */
export interface HeldPerson {
  readonly record: SubjectRecord;
  readonly key: SubjectKeyRecord;
  readonly segments: readonly SegmentRecord[];
  /** Without those to hand data on, which allow nothing else. */
  readonly consents: readonly ConsentFact[];
  readonly blocks: readonly BlockFact[];
  /** Those that ended too. */
  readonly contracts: readonly ContractFact[];
}

/** @see Tx */
export interface PurposeTable {
  /**
   * A page of people under a purpose, by rising id: a consent of theirs that is not withdrawn names it.
   * Nobody is left out for another reason: what else holds is decided by the gate.
   */
  page(service: Id, ask: PurposeAsk, page: PageAsk): Promise<readonly Id[]>;
  /**
   * Locks these people for sharing, in the order given, and reads what is held of them. Whoever was destroyed
   * meanwhile is not among them. Precondition: rising ids, so that two at once wait in one order.
   */
  hold(service: Id, people: readonly Id[]): Promise<readonly HeldPerson[]>;
  /** Ties an entry that speaks of several people to each of them. Precondition: they are locked. */
  tie(service: Id, entry: Id, people: readonly Id[]): Promise<void>;
}
