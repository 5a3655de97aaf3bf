import type { Id } from '../base/index.ts';
import type { ContractFact } from '../gate/index.ts';
import type { PageAsk } from './records.ts';

/** How a value was confirmed: by a code sent to it, a document, or a comparison with a source. */
export type ConfirmationWay = 'code' | 'document' | 'comparison';

/** What was confirmed of a party when a contract was made: of which category, how and when; no value. */
export interface ConfirmedPart {
  readonly category: string;
  readonly way: ConfirmationWay;
  readonly at: number;
  /** The entry under which the value was confirmed. */
  readonly entry: Id;
}

/** A contract with a person, from its making to its end. */
export interface ContractRecord extends ContractFact {
  readonly service: Id;
  readonly subject: Id;
  readonly concludedAt: number;
  readonly concludedBy: Id;
  readonly confirmed: readonly ConfirmedPart[];
  readonly entry: Id;
  readonly endedBy?: Id;
}

/** A comparison of values with a source that a law names: what went there, and what it answered. */
export interface IdentityCheckRecord {
  readonly service: Id;
  readonly subject: Id;
  readonly id: Id;
  /** The package that went to the source. */
  readonly disclosure: Id;
  /** The law that says that they may be compared, as the officer cites it. */
  readonly law: string;
  readonly categories: readonly string[];
  readonly askedAt: number;
  readonly askedBy: Id;
  /** Absent while the source has not answered. */
  readonly matched?: boolean;
  readonly answeredAt?: number;
  readonly answeredBy?: Id;
}

/** @see Tx.contracts */
export interface ContractTable {
  insert(row: ContractRecord): Promise<void>;
  /** Newest first. */
  list(service: Id, page: PageAsk): Promise<readonly ContractRecord[]>;
  /** Newest first. */
  ofSubject(service: Id, subject: Id): Promise<readonly ContractRecord[]>;
  /** @returns how many were not ended before */
  end(
    service: Id,
    subject: Id,
    what: { readonly id: Id; readonly at: number; readonly by: Id },
  ): Promise<number>;
  insertCheck(row: IdentityCheckRecord): Promise<void>;
  /** Newest first. */
  checks(service: Id, subject: Id): Promise<readonly IdentityCheckRecord[]>;
  /** @returns how many had no answer before */
  answer(
    row: Pick<IdentityCheckRecord, 'service' | 'subject' | 'id'> &
      Required<Pick<IdentityCheckRecord, 'matched' | 'answeredAt' | 'answeredBy'>>,
  ): Promise<number>;
  /** Contracts and comparisons. */
  removeAll(service: Id, subject: Id): Promise<number>;
}
