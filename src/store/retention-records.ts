import type { CivilDate, Id } from '../base/index.ts';
import type { ContractFact } from '../gate/index.ts';
import type { PageAsk, SegmentRecord, SubjectKeyRecord, SubjectRecord } from './records.ts';

/** How long the officer lets a category be kept, and why: months or days, one of the two. */
export interface CategoryTermRecord {
  readonly service: Id;
  readonly category: string;
  readonly months?: number;
  readonly days?: number;
  /** Code of the reason. */
  readonly reason: string;
  /** The document it rests on, in the officer's words; may be empty. */
  readonly note: string;
  readonly by: Id;
  readonly at: number;
  readonly entry: Id;
}

/** Somebody's order to keep data for a while. */
export interface HoldRecord {
  readonly id: Id;
  /** Whose data; `nilId`: everybody's. */
  readonly subject: Id;
  /** Absent: all of them. */
  readonly categories?: readonly string[];
  /** Why, as a code. */
  readonly kind: string;
  /** What it rests on, in the officer's words, sealed; empty when nobody knows any more. */
  readonly sealed: Uint8Array;
  readonly since: number;
  readonly entry: Id;
}

/** How far a day's run of destruction has come. */
export interface RunRecord {
  readonly service: Id;
  readonly on: CivilDate;
  /** The last person looked at. */
  readonly cursor?: Id;
  /** Its act; absent while nothing was destroyed. */
  readonly act?: Id;
  readonly startedAt: number;
  readonly finishedAt?: number;
  readonly counts: Readonly<Record<string, number>>;
}

/** The deletion of an account that its person may still take back. */
export interface DeletionRecord {
  readonly service: Id;
  readonly subject: Id;
  /** Of the act that will be written. */
  readonly act: Id;
  readonly askedAt: number;
  readonly dueAt: number;
  readonly entry: Id;
}

/** That the current value of a category was destroyed, when and why. */
export interface DestroyedValueRecord {
  readonly category: string;
  readonly at: number;
  readonly cause: string;
  readonly clause?: string;
  /** The last day of its term. */
  readonly lastOn?: CivilDate;
  readonly entry: Id;
}

/** A person with everything that is to be opened of them. */
export interface PersonRecord {
  readonly record: SubjectRecord;
  readonly key: SubjectKeyRecord;
  readonly segments: readonly SegmentRecord[];
  /** The block in force. */
  readonly block?: Id;
  /** Contracts, those that ended too. */
  readonly contracts: readonly ContractFact[];
}

/** Terms, holds, runs of destruction and what they destroyed. */
export interface RetentionTables {
  readonly terms: {
    list(service: Id): Promise<readonly CategoryTermRecord[]>;
    put(row: CategoryTermRecord): Promise<void>;
    /** Back to what the policy says. @returns 0 when nothing was set */
    remove(service: Id, category: string): Promise<number>;
  };
  readonly holds: {
    insert(service: Id, row: HoldRecord): Promise<void>;
    /** Oldest first; those of everybody and of every person, or of `subject` and of everybody. */
    inForce(service: Id, subject?: Id): Promise<readonly HoldRecord[]>;
    /** @returns 0 when it was lifted before */
    lift(service: Id, id: Id, at: number): Promise<number>;
    removeAll(service: Id, subject: Id): Promise<number>;
  };
  readonly runs: {
    /** Makes the run of a day unless there is one, and locks it. */
    open(row: RunRecord): Promise<RunRecord>;
    put(row: RunRecord): Promise<void>;
    /** Newest day first. */
    list(service: Id, limit: number): Promise<readonly RunRecord[]>;
    /** Runs of earlier days that were never finished. */
    unfinished(service: Id, before: CivilDate): Promise<readonly RunRecord[]>;
    /** People of the service in the order of their ids, after `page.after`. */
    people(service: Id, page: PageAsk): Promise<readonly PersonRecord[]>;
  };
  readonly deletions: {
    /** One a person: a second changes nothing. @returns whether it was put */
    insert(row: DeletionRecord): Promise<boolean>;
    get(service: Id, subject: Id): Promise<DeletionRecord | undefined>;
    /** Due by `now`, the longest due first. */
    due(now: number, limit: number): Promise<readonly DeletionRecord[]>;
    /** Of a service, the next due first. */
    list(service: Id, limit: number): Promise<readonly DeletionRecord[]>;
    remove(service: Id, subject: Id): Promise<number>;
  };
  readonly destroyed: {
    put(service: Id, subject: Id, row: DestroyedValueRecord): Promise<void>;
    list(service: Id, subject: Id): Promise<readonly DestroyedValueRecord[]>;
    removeAll(service: Id, subject: Id): Promise<number>;
  };
  readonly words: {
    /**
     * Requests closed before an instant whose words are there still, the longest closed first; without those
     * of people who are blocked, or held in that category.
     */
    closed(
      service: Id,
      ask: { category: string; before: number; limit: number },
    ): Promise<readonly { readonly subject: Id; readonly id: Id; readonly closedAt: number }[]>;
    /** Removes the words of a request; the request stays. @returns 0 when there were none */
    drop(service: Id, subject: Id, id: Id): Promise<number>;
  };
  /** Fields of blind indexes that a person has rows of. */
  fields(service: Id, subject: Id): Promise<readonly string[]>;
}
