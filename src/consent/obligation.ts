/** An obligation as far as its effect on a withdrawal goes. Instants in milliseconds since the epoch. */
export interface Owed {
  readonly recordedAt: number;
  readonly metAt?: number;
}

/** A consent as far as it matters here. */
interface Withdrawn {
  readonly withdrawnAt?: number;
}

/**
 * The obligations that still stand in the way of a withdrawal: not met, and recorded before it. One that
 * staff enter after the person said no is back-dated, and counts for nothing.
 *
 * @law 94-V Art. 8(2)
 */
export function standingObligations<O extends Owed>(
  all: readonly O[],
  consents: readonly Withdrawn[],
): readonly O[] {
  const since = withdrawnSince(consents);
  return all.filter(
    ({ recordedAt, metAt }) => metAt === undefined && (since === undefined || recordedAt < since),
  );
}

/** Since when nothing is consented to any more; undefined while something is, or nothing ever was. */
export function withdrawnSince(consents: readonly Withdrawn[]): number | undefined {
  const ends = consents.flatMap(({ withdrawnAt }) => (withdrawnAt === undefined ? [] : [withdrawnAt]));
  return ends.length === consents.length && ends.length > 0 ? Math.max(...ends) : undefined;
}
