import type { Id, SigningKey } from '../base/index.ts';

/** The secrets of one service. They never enter PostgreSQL. */
export interface ServiceKeys {
  /**
   * Epochs whose keys live, the oldest first: one, or two while a turn is under way. Which of them new keys
   * are wrapped under, the store says.
   */
  readonly epochs: readonly number[];
  /**
   * Key of an epoch, 32 bytes.
   * @throws KepilError `ERR_KEYS_MISSING` when that epoch was destroyed or never was
   */
  epochKey(epoch: number): Uint8Array;
  /** Key of the blind indexes, 32 bytes. */
  readonly indexKey: Uint8Array;
  /** Makes digests of short secrets (codes, tokens), 32 bytes. */
  readonly draftKey: Uint8Array;
  /** Signs checkpoints of the service's log. */
  readonly logKey: SigningKey;
}

/** Where root and epoch secrets live. */
export interface KeyRing {
  /** The keys of a service. @throws KepilError `ERR_KEYS_MISSING` when the service has none */
  service(id: Id): ServiceKeys;
  /**
   * Makes keys for a new service durably (synced to disk before it returns); returns the present ones when it
   * has some.
   */
  create(id: Id): ServiceKeys;
  /**
   * Makes the key of the next epoch durably, before anything can be wrapped under it. While two live no third
   * is made.
   *
   * @returns the number of the newest epoch
   */
  beginEpoch(id: Id): number;
  /**
   * Destroys the keys of all epochs before `epoch`, which lives: when it returns they are in no file, and the
   * bytes of the file that had them are overwritten. May be called again.
   */
  endEpochsBefore(id: Id, epoch: number): void;
}
