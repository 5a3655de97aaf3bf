import { type CivilDate, isCivilDate } from '../base/index.ts';
import type { Policy } from '../policy/index.ts';

/** What somebody may be to a minor for whom they act. */
export const guardianRelations = ['mother', 'father', 'adopter', 'guardian', 'trustee'] as const;

/** One of the relations. */
export type GuardianRelation = (typeof guardianRelations)[number];

/** Why the proof of a relation is not enough. */
export const proofGrounds = ['unreadable', 'relation-unseen', 'other-child', 'other-person'] as const;

/** One of the grounds. */
export type ProofGround = (typeof proofGrounds)[number];

/**
 * For how many days the next step of a minor's registration is waited for: that the representative says who
 * they are, that the officer checks it, that they consent. Nothing is kept longer.
 */
export const guardianWaitDays = { asked: 7, claimed: 10, proved: 7 } as const;

/**
 * Whether a policy lets minors in with the consent of a representative. One that is for adults, or says
 * nothing of it, does not.
 *
 * @law 94-V Art. 7(1), CC Art. 22, CC Art. 23
 */
export function admitsMinors(policy: Pick<Policy, 'labels'>): boolean {
  const says = (label: string) =>
    policy.labels.some((row) => row.facet === 'minors' && row.label === label && row.origin !== 'assumed');
  return says('guardian_consent') && !says('adults_only');
}

/**
 * The day on which somebody born on `birth` is `years` old; who was born on 29 February is so on 1 March of a
 * common year, as `ageOn` counts.
 */
export function comesOfAgeOn(birth: CivilDate, years: number): CivilDate {
  const year = String(Number(birth.slice(0, 4)) + years).padStart(4, '0');
  const day = `${year}${birth.slice(4)}`;
  return isCivilDate(day) ? day : `${year}-03-01`;
}
