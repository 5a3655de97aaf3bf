import type { CivilDate, Id, Language } from '../base/index.ts';
import type { PaperState } from '../consent/index.ts';
import type { PageAsk } from './records.ts';

/** An application for a consent that is signed on paper. */
export interface PaperRecord {
  readonly service: Id;
  readonly subject: Id;
  readonly id: Id;
  /** What it was printed for: `registration`, `base`, or a purpose. */
  readonly offer: string;
  readonly state: PaperState;
  /** The version of the policy it was printed from, and its language. */
  readonly policyHash: string;
  readonly language: Language;
  /** To what it would agree, recipients aside. */
  readonly purposes: readonly string[];
  readonly categories: readonly string[];
  readonly madeAt: number;
  /** The last day of the state it is in; absent: the state has none. */
  readonly endsOn?: CivilDate;
  /** How it came: as a picture through the cabinet, or by post. */
  readonly way?: 'upload' | 'post';
  readonly sentAt?: number;
  /** By which day it is looked at. */
  readonly dueOn?: CivilDate;
  readonly decidedAt?: number;
  /** Consents that rest on it. */
  readonly consents: readonly Id[];
  /** The texts it has, what was filled in, why it was refused: under the keys of its signer. */
  readonly sealed: Uint8Array;
}

/** @see Tx */
export interface PaperTable {
  insert(row: PaperRecord): Promise<void>;
  /** Writes what may change of an application: all but whose it is and when it was made. */
  put(row: PaperRecord): Promise<void>;
  get(service: Id, subject: Id, id: Id): Promise<PaperRecord | undefined>;
  /** Whose application it is, for whoever knows only its id. */
  find(service: Id, id: Id): Promise<PaperRecord | undefined>;
  /** The newest first. */
  ofSubject(service: Id, subject: Id): Promise<readonly PaperRecord[]>;
  /** Those in a state; that wait soonest due first, others newest first. */
  list(service: Id, ask: PageAsk & { readonly state: PaperState | 'all' }): Promise<readonly PaperRecord[]>;
  /** How many wait, and how many of them are late on a day. */
  count(service: Id, today: CivilDate): Promise<{ readonly waiting: number; readonly late: number }>;
  /** How many that wait are due from one day to another, both included. */
  dueBetween(service: Id, from: CivilDate, to: CivilDate): Promise<number>;
  /** Applications made within a span of time whose id ends so. */
  ending(
    service: Id,
    what: { readonly from: number; readonly before: number; readonly ending: string },
  ): Promise<readonly PaperRecord[]>;
  /** Those whose last day was before `today`; none up to `after`, in the order of ids. */
  over(
    service: Id,
    page: { readonly today: CivilDate; readonly after?: Id; readonly limit: number },
  ): Promise<readonly PaperRecord[]>;
  /** Confirmed ones whose consents all ended, and that are kept without a last day. */
  unused(
    service: Id,
    page: { readonly now: number; readonly limit: number },
  ): Promise<readonly PaperRecord[]>;
  remove(service: Id, subject: Id, id: Id): Promise<number>;
  /** Removes all applications of a person. @returns how many */
  removeAll(service: Id, subject: Id): Promise<number>;
}
