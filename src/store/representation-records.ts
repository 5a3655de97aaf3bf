import type { Id } from '../base/index.ts';

/**
 * Where the right to act for another stands: asked for · its proof handed in · checked, and a consent awaited
 * · in force · over.
 */
export type RepresentationState = 'asked' | 'claimed' | 'proved' | 'in-force' | 'over';

/** That somebody may act for another, or says so. Names and dates lie in the sealed parts. */
export interface RepresentationRecord {
  readonly id: Id;
  /** For whom. */
  readonly subject: Id;
  /** Who acts: a subject of their own. */
  readonly representative: Id;
  readonly state: RepresentationState;
  /** The request out of which it came, where there is one. */
  readonly request?: Id;
  readonly askedAt: number;
  /** Until when what comes next is waited for; absent once nothing is. */
  readonly expiresAt?: number;
  readonly beganAt?: number;
  readonly endedAt?: number;
  /** When the person was told that it will end. */
  readonly toldAt?: number;
  /** What waits for the consent, under the keys of the person; gone once it was given. */
  readonly waiting?: Uint8Array;
  /** When the person was born, under their keys; there once the right was checked. */
  readonly birth?: Uint8Array;
  /** Who acts and what they said, under their own keys. */
  readonly claim: Uint8Array;
}

/** @see Tx */
export interface RepresentationTable {
  insert(service: Id, row: RepresentationRecord): Promise<void>;
  /** Whose it is, for whoever knows only its id. */
  find(service: Id, id: Id): Promise<RepresentationRecord | undefined>;
  /** The oldest first. */
  ofSubject(service: Id, subject: Id): Promise<readonly RepresentationRecord[]>;
  ofRepresentative(service: Id, representative: Id): Promise<readonly RepresentationRecord[]>;
  /** Those in one of these states, the oldest first, after `after`. */
  list(
    service: Id,
    ask: { readonly states: readonly RepresentationState[]; readonly after?: Id; readonly limit: number },
  ): Promise<readonly RepresentationRecord[]>;
  /** Writes everything that changes; what is absent is taken out. */
  update(service: Id, row: RepresentationRecord): Promise<void>;
  /** Those whose wait is over, of every service, the longest first. */
  lapsed(now: number, limit: number): Promise<readonly (RepresentationRecord & { readonly service: Id })[]>;
  /** Ends all that somebody else may do for a person. @returns how many had not ended */
  endOf(service: Id, subject: Id, at: number): Promise<number>;
  /** Representatives who act for nobody any more, and whom no message is on its way to. */
  stray(now: number, limit: number): Promise<readonly { readonly service: Id; readonly subject: Id }[]>;
  /**
   * After a restoration of halves of two times: whoever was let in by a consent is a user.
   * @returns how many became one
   */
  settle(service: Id): Promise<number>;
  removeAll(service: Id, subject: Id): Promise<number>;
}
