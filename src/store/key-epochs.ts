import type { Id } from '../base/index.ts';
import type { DraftRecord, PageAsk, SubjectKeyRecord } from './records.ts';
import type { VisitDayRecord } from './visit-records.ts';

/** A period of one wrapping key of a service. Instants in milliseconds since the epoch of computers. */
export interface EpochRecord {
  readonly service: Id;
  readonly epoch: number;
  readonly beganAt: number;
  /** From then on nothing is wrapped under it, and nothing is left that was. */
  readonly closedAt?: number;
}

/** How much is wrapped under an epoch. */
export interface WrappedCount {
  readonly keys: number;
  readonly days: number;
  readonly drafts: number;
}

/** Key epochs of services, and whatever is wrapped or sealed under their keys. */
export interface EpochTable {
  /** Epochs that have not ended, the oldest first. */
  list(service: Id): Promise<readonly EpochRecord[]>;
  /**
   * The epoch that new keys are wrapped under: the newest. Nobody closes it before the transaction ends.
   *
   * @throws KepilError `ERR_STORE_CONFLICT` when it was closed just now: another attempt finds the next one
   */
  hold(service: Id): Promise<number>;
  /** Makes an epoch the newest; changes nothing when it is there. */
  begin(service: Id, epoch: number, at: number): Promise<void>;
  /**
   * Closes the epochs before `epoch`, once everybody who holds one is through and nothing is left under them.
   *
   * @returns false when something is left
   */
  closeBefore(service: Id, epoch: number, at: number): Promise<boolean>;
  /** Ends the closed epochs before `epoch`, with the acts that waited for it. @returns how many ended */
  endBefore(service: Id, epoch: number, at: number): Promise<number>;
  /** What is wrapped under `epoch`. */
  count(service: Id, epoch: number): Promise<WrappedCount>;
  /** Keys of subjects wrapped under an epoch before `epoch`, by subject, locked. */
  keysBefore(
    service: Id,
    epoch: number,
    page: PageAsk,
  ): Promise<readonly (SubjectKeyRecord & { readonly subject: Id })[]>;
  /** Puts keys wrapped anew in the place of those that are there; none that is gone comes back. */
  rewrapKeys(service: Id, rows: readonly (SubjectKeyRecord & { readonly subject: Id })[]): Promise<void>;
  /** Days of visits whose key is wrapped under an epoch before `epoch`, locked. */
  daysBefore(service: Id, epoch: number): Promise<readonly Required<VisitDayRecord>[]>;
  rewrapDay(row: Required<VisitDayRecord>): Promise<void>;
  /** Drafts sealed under an epoch before `epoch`, locked. */
  draftsBefore(service: Id, epoch: number, limit: number): Promise<readonly DraftRecord[]>;
  resealDraft(row: Pick<DraftRecord, 'service' | 'id' | 'epoch' | 'sealed'>): Promise<void>;
}
