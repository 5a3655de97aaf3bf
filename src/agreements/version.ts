import type { CivilDate } from '../base/index.ts';

/** The documents there are; each has versions of its own. */
export const documentKinds = ['user-agreement', 'terms-of-use'] as const;

/** @see documentKinds */
export type DocumentKind = (typeof documentKinds)[number];

/** What of a version decides whether it holds. */
export interface DocumentVersion {
  readonly kind: DocumentKind;
  /** From which day on it holds, once it is approved. */
  readonly effectiveOn: CivilDate;
  /** Its place among the approved versions of its kind, from 1; absent of a proposal. */
  readonly number?: number;
  /** The day on which it was ended, or the proposal dropped. */
  readonly endedOn?: CivilDate;
}

/** Where a version stands. */
export type DocumentState = 'proposed' | 'dropped' | 'waiting' | 'in-force' | 'archived' | 'ended';

/** Whether a version was approved and not taken back before its day. */
function holds({ number, endedOn, effectiveOn }: DocumentVersion): boolean {
  return number !== undefined && !(endedOn !== undefined && endedOn < effectiveOn);
}

/**
 * The version of a kind that is in force on a day: the newest whose day has come; none where that one was
 * ended. An earlier version never comes back.
 *
 * @param rows of any kinds, in any order
 */
export function inForceOn<T extends DocumentVersion>(
  rows: readonly T[],
  at: { readonly kind: DocumentKind; readonly today: CivilDate },
): T | undefined {
  const newest = rows
    .filter((row) => row.kind === at.kind && holds(row) && row.effectiveOn <= at.today)
    .reduce<T | undefined>((best, row) => ((best?.number ?? 0) < (row.number ?? 0) ? row : best), undefined);
  return newest?.endedOn === undefined ? newest : undefined;
}

/** Where a version stands among all of them. */
export function stateOfVersion(
  row: DocumentVersion,
  rows: readonly DocumentVersion[],
  today: CivilDate,
): DocumentState {
  const { number, endedOn, kind, effectiveOn } = row;
  if (number === undefined) return endedOn === undefined ? 'proposed' : 'dropped';
  if (endedOn !== undefined) return 'ended';
  if (effectiveOn > today) return 'waiting';
  return inForceOn(rows, { kind, today })?.number === number ? 'in-force' : 'archived';
}

/**
 * What is wrong with the day from which a new version of a kind is to hold: it is over, or before that of a
 * version approved already, so that the order of versions and of days would differ.
 */
export function faultInDay(
  day: CivilDate,
  among: {
    readonly kind: DocumentKind;
    readonly rows: readonly DocumentVersion[];
    readonly today: CivilDate;
  },
): 'agreement-day-past' | 'agreement-day-order' | undefined {
  if (day < among.today) return 'agreement-day-past';
  const later = among.rows.some((row) => row.kind === among.kind && holds(row) && row.effectiveOn > day);
  return later ? 'agreement-day-order' : undefined;
}
