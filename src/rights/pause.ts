import { type CivilDate, civilDateAt } from '../base/index.ts';
import { addWorkingDays, countWorkingDays, deadlineOf, type LawPack } from '../law/index.ts';
import { type RightKey, rights } from './rights.ts';

/** What the operator waits for: proof of who asks, documents a correction rests on, a clearer demand. */
export const pauseReasons = ['identity', 'documents', 'clarification'] as const;

/** One of the reasons. */
export type PauseReason = (typeof pauseReasons)[number];

/** A time in which a claim waited for the person who made it. Instants in milliseconds since the epoch. */
export interface Pause {
  readonly reason: PauseReason;
  readonly since: number;
  /** Absent: it still waits. */
  readonly until?: number;
}

/** Working days a person has to answer before the clock goes on by itself. */
export const longestPause = 10;

/**
 * The day until which a claim is answered, after the pauses that are over.
 *
 * The law gives a correction its term from the day its documents came, so a pause for them begins the term
 * anew. Any other pause adds as many working days as it took: those after the day it began, up to the day it
 * ended. A pause that is not over adds nothing yet.
 *
 * @law 94-V Art. 25(2)(6), 94-V Art. 25(2)(8)
 */
export function dueAfter(
  claim: { readonly kind: RightKey; readonly receivedAt: number; readonly pauses: readonly Pause[] },
  law: LawPack,
): CivilDate {
  const { clock } = rights[claim.kind];
  let { dueOn } = deadlineOf(law, clock, claim.receivedAt);
  for (const { reason, since, until } of claim.pauses) {
    if (until === undefined) continue;
    if (clock === 'rectify' && reason === 'documents') dueOn = deadlineOf(law, clock, until).dueOn;
    else dueOn = addWorkingDays(law, dueOn, pausedDays({ since, until }, law));
  }
  return dueOn;
}

function pausedDays({ since, until }: { since: number; until: number }, law: LawPack): number {
  return countWorkingDays(law, civilDateAt(since, law.zone), civilDateAt(until, law.zone));
}

/** The last day of a pause that began at `since`: the day after, the clock goes on by itself. */
export function pauseEndsOn(since: number, law: LawPack): CivilDate {
  return addWorkingDays(law, civilDateAt(since, law.zone), longestPause);
}
