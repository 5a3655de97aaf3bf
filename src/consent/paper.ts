import { addDays, type CivilDate, civilDateAt } from '../base/index.ts';
import { addWorkingDays, endOfDay, type LawPack } from '../law/index.ts';

/** A consent on paper that came and was not looked at yet: to what it would agree. Nothing rests on it. */
export interface PendingConsent {
  readonly purposes: readonly string[];
  readonly categories: readonly string[];
}

/** What becomes of an application for a consent: the last four are ends. */
export type PaperState = 'open' | 'waiting' | 'confirmed' | 'refused' | 'lapsed' | 'dropped';

/** Days in which a printed application must come back, and in which one that came must be decided on. */
export const paperDays = 30;

/** Days for which an account that came to nothing stays, so that its holder learns why. */
export const applicantDays = 7;

/** How long the paper is kept once no consent rests on it: within it a dispute may be brought. */
export const proofMonths = 36;

/** Working days in which a paper that came is looked at. */
const lookedAtIn = 3;

/** By which day a paper that came at an instant is looked at, and the last day on which it may be. */
export function paperTerms(
  at: number,
  law: LawPack,
): { readonly dueOn: CivilDate; readonly endsOn: CivilDate } {
  const on = civilDateAt(at, law.zone);
  return { dueOn: addWorkingDays(law, on, lookedAtIn), endsOn: addDays(on, paperDays) };
}

/**
 * Whether a paper may have been signed on that day: not before the day it was printed, not after today. The
 * law asks for no date; a date outside of these shows another paper.
 */
export function signedWithin(
  on: CivilDate,
  of: { readonly madeAt: number; readonly now: number },
  law: LawPack,
): boolean {
  return on >= civilDateAt(of.madeAt, law.zone) && endOfDay(addDays(on, -1), law.zone) <= of.now;
}

/** Whether a paper that waits would agree to that. */
export function waitsFor(
  pending: readonly PendingConsent[],
  use: { readonly purpose: string; readonly category: string },
): boolean {
  return pending.some(
    ({ purposes, categories }) => purposes.includes(use.purpose) && categories.includes(use.category),
  );
}
