import type { CivilDate, Id } from '../base/index.ts';
import type { PageAsk } from './records.ts';

/** How long the officer chose to keep visits, in days. */
export interface VisitTermRecord {
  readonly service: Id;
  readonly days: number;
  readonly setAt: number;
}

/**
 * A day of visits. Once its key is destroyed nothing of the day opens; it stays until its rows are gone.
 */
export interface VisitDayRecord {
  readonly service: Id;
  readonly day: CivilDate;
  /** Wrapped under the epoch key named; absent once destroyed. */
  readonly key?: { readonly epoch: number; readonly bytes: Uint8Array };
  /** The last day on which it is kept. */
  readonly endsOn: CivilDate;
}

/** Visits of one person, or of guests (`nilId`), that were written together; what is in them is sealed. */
export interface VisitRecord {
  readonly service: Id;
  readonly subject: Id;
  readonly day: CivilDate;
  readonly id: Id;
  /** How many visits it holds, at least 1. */
  readonly n: number;
  /** The entry of the decision they were recorded under. */
  readonly entry: Id;
  readonly sealed: Uint8Array;
}

/** How often a page was opened on a day; `page` is empty where pages are not recorded. */
export interface VisitCount {
  readonly day: CivilDate;
  readonly page: string;
  readonly n: number;
}

/** @see Tx.visits */
export interface VisitTables {
  term(service: Id): Promise<VisitTermRecord | undefined>;
  putTerm(row: VisitTermRecord): Promise<void>;
  /** Back to what the policy says. */
  dropTerm(service: Id): Promise<void>;
  /** Makes the day unless it is there and reads it, held: its key stays until the transaction ends. */
  openDay(row: VisitDayRecord): Promise<VisitDayRecord>;
  /** Every day, the oldest first; those whose key is destroyed too. */
  days(service: Id): Promise<readonly VisitDayRecord[]>;
  /** An end that is later than the present one changes nothing. */
  endBy(service: Id, day: CivilDate, endsOn: CivilDate): Promise<void>;
  /** Destroys the key of a day. @returns how many visits went with it; undefined when it was done before */
  destroyKey(service: Id, day: CivilDate): Promise<number | undefined>;
  /** Removes a day whose key is destroyed, with its counts. */
  removeDay(service: Id, day: CivilDate): Promise<void>;
  insert(rows: readonly VisitRecord[]): Promise<void>;
  /** Newest first; of guests under `nilId`. */
  ofSubject(service: Id, subject: Id, page: PageAsk): Promise<readonly VisitRecord[]>;
  /** The newest rows of anybody, for probes. */
  recent(service: Id, limit: number): Promise<readonly VisitRecord[]>;
  /** The oldest day that has a row, whether or not the day itself is there still. */
  oldest(service: Id): Promise<CivilDate | undefined>;
  /** @returns how many visits went */
  removeAll(service: Id, subject: Id): Promise<number>;
  /** Removes up to `limit` rows of a day. @returns how many rows went */
  removeSome(service: Id, day: CivilDate, limit: number): Promise<number>;
  /** Adds to the counts; no row twice. */
  count(service: Id, rows: readonly VisitCount[]): Promise<void>;
  /** Newest day first, then the page opened most. */
  counts(service: Id): Promise<readonly VisitCount[]>;
}
