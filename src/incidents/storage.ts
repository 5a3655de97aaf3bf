import { addDays, type CivilDate } from '../base/index.ts';
import type { LawPack } from '../law/index.ts';

/** What lies at a place of storage: the base itself, a copy that serves, copies in reserve. */
export const storageKinds = ['primary', 'replica', 'backup'] as const;

/** One of them. */
export type StorageKind = (typeof storageKinds)[number];

/** A place where data lie. */
export interface StorageNode {
  readonly kind: StorageKind;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** The last day of its certificate; absent: it has none. */
  readonly certificateUntil?: CivilDate;
}

/** How its certificate stands: there · ends within a month · over · none. */
export type CertificateState = 'valid' | 'ends-soon' | 'expired' | 'none';

const soonDays = 30;

/** How the certificate of a place stands on a day. */
export function certificateOf({ certificateUntil }: StorageNode, today: CivilDate): CertificateState {
  if (certificateUntil === undefined) return 'none';
  if (certificateUntil < today) return 'expired';
  return certificateUntil <= addDays(today, soonDays) ? 'ends-soon' : 'valid';
}

/** Whether the base itself would lie outside of the country of the law. @law 94-V Art. 12(2) */
export function isPrimaryAbroad({ kind, country }: StorageNode, law: Pick<LawPack, 'country'>): boolean {
  return kind === 'primary' && country !== law.country;
}
