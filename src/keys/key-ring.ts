import type { Id, SigningKey } from '../base/index.ts';

/** The secrets of one service. They never enter PostgreSQL. */
export interface ServiceKeys {
  /** The epoch new keys are wrapped under. */
  readonly epoch: number;
  /**
   * Key of an epoch, 32 bytes.
   * @throws KepilError `ERR_KEYS_MISSING` when that epoch was destroyed or never was
   */
  epochKey(epoch: number): Uint8Array;
  /** Key of the blind indexes, 32 bytes. */
  readonly indexKey: Uint8Array;
  /** Seals what belongs to no subject yet (registration drafts), 32 bytes. */
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
}
