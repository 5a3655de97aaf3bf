import type { Id } from '../base/index.ts';
import type { ActRecord, CutRecord, PageAsk, SweepRecord } from './records.ts';

/** @see Tx.destruction */
export interface DestructionTable {
  insertAct(row: ActRecord): Promise<void>;
  act(service: Id, id: Id): Promise<ActRecord | undefined>;
  acts(service: Id, page: PageAsk): Promise<readonly ActRecord[]>;
  /**
   * Takes at once whatever opens data of a subject or ties anything to them: keys, sessions, blind indexes,
   * consents, disclosures, keys of files, a deletion that waits, links of entries; and who saw their data
   * lately, with a stop of their own.
   */
  cut(service: Id, subject: Id): Promise<CutRecord>;
  closeAct(service: Id, id: Id, sweptAt: number, counts: Readonly<Record<string, number>>): Promise<void>;
  enqueue(row: SweepRecord): Promise<void>;
  pending(limit: number): Promise<readonly SweepRecord[]>;
  dequeue(row: SweepRecord): Promise<void>;
  /**
   * Rows of any subject-owned table whose subject has no key any more and no sweep waiting: must be none.
   */
  countOrphans(service: Id): Promise<number>;
}
