import type { Id } from '../base/index.ts';

/**
 * Somebody who may act for another, as far as a decision needs it: whose right to do so was checked. In force
 * until it ends.
 */
export interface RepresentationFact {
  readonly id: Id;
  /** Who acts: a subject of their own. */
  readonly representative: Id;
  /** The first instant at which it no longer holds. */
  readonly endedAt?: number;
}

/** Whether a representation holds. */
export function representationHolds({ endedAt }: RepresentationFact, now: number): boolean {
  return endedAt === undefined || endedAt > now;
}

/**
 * The consents that count for somebody: of a minor those a representative gave whose representation holds,
 * and none of the minor's own; of an adult those of their own, and none that was given for them as a minor.
 *
 * @law 94-V Art. 7(1), CC Art. 22, CC Art. 23
 */
export function countingConsents<C extends { readonly representation?: Id }>(
  consents: readonly C[],
  of: {
    readonly minor: boolean;
    readonly representations: readonly RepresentationFact[];
    readonly now: number;
  },
): readonly C[] {
  const { minor, representations, now } = of;
  return consents.filter(({ representation }) => {
    if (!minor || representation === undefined) return !minor && representation === undefined;
    return representations.some((one) => one.id === representation && representationHolds(one, now));
  });
}
