import type { Id } from '../base/index.ts';

/** What somebody owes the operator, or is owed: while it stands, a withdrawal waits. */
export interface ObligationRecord {
  readonly id: Id;
  readonly kind: 'order' | 'contract' | 'case' | 'debt' | 'dispute';
  /** What of the person's data is needed to meet it. */
  readonly categories: readonly string[];
  readonly recordedAt: number;
  readonly metAt?: number;
  /** What it is about, sealed. */
  readonly sealed: Uint8Array;
}

/** @see Tx */
export interface ObligationTable {
  insert(service: Id, subject: Id, row: ObligationRecord): Promise<void>;
  /** The oldest first. */
  list(service: Id, subject: Id): Promise<readonly ObligationRecord[]>;
  /** @returns 0 when it was met before */
  meet(service: Id, subject: Id, what: { readonly id: Id; readonly at: number }): Promise<number>;
  removeAll(service: Id, subject: Id): Promise<number>;
}
