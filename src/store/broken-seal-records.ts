import type { Id } from '../base/index.ts';

/** Something sealed of a person that did not open where it stands, noticed once until it opens again. */
export interface BrokenSealRecord {
  readonly subject: Id;
  /** `keys`, `request`, `obligation`, `second-factor`, or a segment: `segment-<access>-<retention>`. */
  readonly place: string;
  readonly noticedAt: number;
  readonly entry: Id;
}

/** @see Tx */
export interface BrokenSealTable {
  /** @returns whether it was not noticed before */
  note(service: Id, row: BrokenSealRecord): Promise<boolean>;
  /** The first noticed first, `limit` at most. */
  list(service: Id, limit: number): Promise<readonly BrokenSealRecord[]>;
  count(service: Id): Promise<number>;
  remove(service: Id, subject: Id, place: string): Promise<number>;
  removeAll(service: Id, subject: Id): Promise<number>;
}
