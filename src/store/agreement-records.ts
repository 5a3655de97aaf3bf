import type { DocumentVersion } from '../agreements/index.ts';
import type { Id, Language } from '../base/index.ts';
import type { PageAsk } from './records.ts';

/** A text in the languages there are of it. */
export type Texts = Readonly<Partial<Record<Language, string>>>;

/** A version of a document that people accept, from proposal to archive, without its texts. */
export interface AgreementHead extends Omit<DocumentVersion, 'endedOn'> {
  readonly service: Id;
  readonly id: Id;
  /** SHA-256 of kind and texts, hexadecimal. */
  readonly sha256: string;
  /** Languages it is there in. */
  readonly languages: readonly Language[];
  readonly proposedBy: Id;
  readonly proposedAt: number;
  readonly approvedBy?: Id;
  readonly approvedAt?: number;
  readonly endedAt?: number;
  /** When everybody was last looked through for whom to tell of it. */
  readonly toldAt?: number;
}

/** The same with its texts. */
export interface AgreementRecord extends AgreementHead {
  readonly texts: Texts;
}

/** What became of a version for one person: told of, accepted, or both. */
export interface AcceptanceRecord {
  readonly service: Id;
  readonly subject: Id;
  readonly agreement: Id;
  readonly toldAt?: number;
  readonly acceptedAt?: number;
  /** In which language it was before them. */
  readonly language?: Language;
  /** Where it was accepted; `registration` opened an account without a consent. */
  readonly channel?: 'registration' | 'cabinet';
  /** The entry of the acceptance. */
  readonly entry?: Id;
}

/** An acceptance as it is given. */
export type NewAcceptance = Omit<AcceptanceRecord, 'toldAt'> &
  Required<Pick<AcceptanceRecord, 'acceptedAt' | 'language' | 'channel' | 'entry'>>;

/** @see Tx.agreements */
export interface AgreementTable {
  insert(row: AgreementRecord): Promise<void>;
  get(service: Id, id: Id): Promise<AgreementRecord | undefined>;
  /** Newest first. */
  heads(service: Id): Promise<readonly AgreementHead[]>;
  approve(
    service: Id,
    id: Id,
    by: { readonly number: number; readonly approvedBy: Id; readonly approvedAt: number },
  ): Promise<void>;
  /** @returns how many were not ended before */
  end(service: Id, id: Id, at: number): Promise<number>;
  /**
   * Approved versions of every service that were not ended: those never looked through whole, and those
   * approved from `since` on that were last before `before`.
   */
  toTell(at: { readonly before: number; readonly since: number }): Promise<readonly AgreementHead[]>;
  markTold(service: Id, id: Id, at: number): Promise<void>;
  /** Users who came before it was approved and have heard nothing of it; by id, after `after`. */
  untold(
    service: Id,
    of: { readonly id: Id; readonly approvedAt: number; readonly after?: Id; readonly limit: number },
  ): Promise<readonly Id[]>;
  tell(service: Id, subject: Id, what: { readonly id: Id; readonly at: number }): Promise<void>;
  /** @returns 0 when they accepted it before */
  accept(row: NewAcceptance): Promise<number>;
  /** Oldest first. */
  ofSubject(service: Id, subject: Id): Promise<readonly AcceptanceRecord[]>;
  /** Of each version how many accepted it. */
  counts(service: Id): Promise<ReadonlyMap<Id, number>>;
  /** Acceptances, newest first, for probes. */
  accepted(service: Id, page: Pick<PageAsk, 'limit'>): Promise<readonly AcceptanceRecord[]>;
  removeAll(service: Id, subject: Id): Promise<number>;
}
