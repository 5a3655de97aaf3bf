import type { LawPack, StandingPurpose } from './pack.ts';

/** The purpose that exists by law under this key; undefined when there is none. */
export function standingPurpose(law: LawPack, key: string): StandingPurpose | undefined {
  return law.standingPurposes.find((purpose) => purpose.key === key);
}
