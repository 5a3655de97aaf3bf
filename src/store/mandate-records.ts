import type { CivilDate, Id } from '../base/index.ts';
import type { MandateFact } from '../gate/index.ts';
import type { PageAsk } from './records.ts';

/** A decision of an authorised representative, from proposal to end. Knows only those who decided. */
export interface MandateRecord extends MandateFact {
  readonly service: Id;
  /** The last day on which anything may be done under it. */
  readonly untilOn: CivilDate;
  readonly proposedBy: Id;
  readonly proposedAt: number;
  readonly signedBy?: Id;
  readonly signedAt?: number;
  /** When it was ended, or the proposal dropped. */
  readonly endedAt?: number;
}

/** @see Tx.mandates */
export interface MandateTable {
  insert(row: MandateRecord): Promise<void>;
  get(service: Id, id: Id): Promise<MandateRecord | undefined>;
  /** Newest first. */
  list(service: Id, page: PageAsk): Promise<readonly MandateRecord[]>;
  /** Signed, not ended, and not over before `today`. */
  inForce(service: Id, today: CivilDate): Promise<readonly MandateRecord[]>;
  sign(service: Id, id: Id, by: { readonly signedBy: Id; readonly signedAt: number }): Promise<void>;
  /** @returns how many were not ended before */
  end(service: Id, id: Id, at: number): Promise<number>;
}
