import type { Op } from './mixes.ts';
import type { Answer } from './oracle.ts';

/** One of the two systems, loaded, with the brief records gone. */
export interface Side {
  /** Does one operation; some at a time. */
  apply(op: Op): Promise<Answer>;
  /** Every record it holds. */
  all(): Promise<Answer>;
  /** Clashes of transactions that had to be tried anew so far. */
  deadlocks(): Promise<number>;
  /** Bytes of its tables and indexes. */
  bytes(): Promise<number>;
  close(): Promise<void>;
}
