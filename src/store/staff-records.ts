import type { Id } from '../base/index.ts';

/** Somebody of the staff: invited and not come yet, at work, or with their access ended; `since` when. */
export interface StaffMemberRecord {
  /** The house. */
  readonly service: Id;
  readonly subject: Id;
  readonly state: 'invited' | 'active' | 'ended';
  readonly since: number;
  /** When they first came; absent of whoever was only invited. */
  readonly cameAt?: number;
}

/**
 * What somebody signs in with beside their password: an authenticator app. `mark` only grows and says what
 * was used up: the newest step of its passwords.
 */
export interface SecondFactorRecord {
  readonly service: Id;
  readonly subject: Id;
  readonly id: Id;
  readonly kind: 'app';
  /** Its secret, sealed under the subject's key. */
  readonly sealed: Uint8Array;
  readonly mark: number;
  readonly createdAt: number;
  readonly usedAt?: number;
}

/** A role given to somebody: at one service, or under the id of the house at all of them. */
export interface GrantRecord {
  readonly subject: Id;
  readonly service: Id;
  readonly role: string;
}

/** @see Tx.staff */
export interface StaffTables {
  grant(subject: Id, service: Id, role: string): Promise<void>;
  revoke(subject: Id, service: Id, role: string): Promise<number>;
  roles(subject: Id): Promise<readonly { readonly service: Id; readonly role: string }[]>;
  /** Every role of everybody. */
  grants(): Promise<readonly GrantRecord[]>;
  /** How many people hold a role. */
  count(): Promise<number>;
  member(house: Id, subject: Id): Promise<StaffMemberRecord | undefined>;
  /** The staff, first come first; `update` lets nobody change it until the transaction ends. */
  members(house: Id, mode: 'look' | 'update'): Promise<readonly StaffMemberRecord[]>;
  /** Makes somebody staff, or changes what they are. */
  putMember(row: StaffMemberRecord): Promise<void>;
  removeMember(house: Id, subject: Id): Promise<number>;
}

/** @see Tx.secondFactors */
export interface SecondFactorTables {
  insert(row: SecondFactorRecord): Promise<void>;
  /** First added first. */
  list(service: Id, subject: Id): Promise<readonly SecondFactorRecord[]>;
  /** Notes a use: `mark` says up to where it is used up. */
  noteUse(row: Pick<SecondFactorRecord, 'service' | 'subject' | 'id' | 'mark' | 'usedAt'>): Promise<void>;
  remove(service: Id, subject: Id, id: Id): Promise<number>;
  /** Puts these recovery codes in the place of those before, which open nothing any more. */
  putCodes(service: Id, subject: Id, digests: readonly Uint8Array[]): Promise<void>;
  countCodes(service: Id, subject: Id): Promise<number>;
  /** Uses a recovery code up. @returns how many there were: of two who come with one, one gets 1 */
  useCode(service: Id, subject: Id, digest: Uint8Array): Promise<number>;
  /** Factors and recovery codes. @returns how many factors there were */
  removeAll(service: Id, subject: Id): Promise<number>;
}
