import type { Id } from '../base/index.ts';

/** Where a segment stands; all of it is associated data of the seal, so nothing can be moved or replayed. */
export interface SegmentAddress {
  readonly service: Id;
  readonly subject: Id;
  /**
   * Access class of the policy (`public`, `limited`, `secret`, `technical`) or a class of the system
   * (`proof`, `request`, `message`).
   */
  readonly access: string;
  /** Retention class: `ordinary`, `legal` or `proof`. */
  readonly retention: string;
  /** Counts rewrites of this segment from 1. */
  readonly version: number;
}

/** A value with where it came from. */
export interface StoredValue {
  readonly value: string;
  /** `subject`, `representative`, `operator` or `recipient`. */
  readonly giver: string;
  /** `registration`, `correction`, `api`. */
  readonly source: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly status: 'stated' | 'confirmed';
  /** Entry that recorded the collection or change. */
  readonly entry: Id;
  /** The file that confirmed it. */
  readonly document?: Id;
  /** The comparison that confirmed it. */
  readonly compared?: Id;
  /** Who of the staff confirmed it, and when; absent: the person themselves, when it came. */
  readonly confirmedBy?: Id;
  readonly confirmedAt?: number;
}

/** The plaintext of a segment: by category, the current value first, then earlier ones. */
export type SegmentContent = Readonly<Record<string, readonly StoredValue[]>>;

/**
 * A sealed segment as it lies in the store: `bytes` carry format, key version, wrapped data key, nonce and
 * ciphertext.
 */
export interface SealedSegment {
  readonly address: SegmentAddress;
  readonly bytes: Uint8Array;
}

/** Secrets of one subject in memory. Both 32 bytes. */
export interface SubjectKeys {
  readonly subjectKey: Uint8Array;
  /** Makes tags and commitments in the log; gone with the subject key. */
  readonly pseudonymKey: Uint8Array;
}

/** The subject's keys as stored: wrapped under the service's epoch key. */
export interface WrappedSubjectKeys {
  readonly epoch: number;
  readonly bytes: Uint8Array;
}
