import type { Id } from '../base/index.ts';

/**
 * What somebody said of another person, as far as a decision needs it: which data, for which one purpose, and
 * that this person agreed. It is no consent: the person was told, and may refuse. Instants in milliseconds
 * since the epoch.
 */
export interface MentionFact {
  readonly id: Id;
  /** Who gave the data. */
  readonly giver: Id;
  readonly purpose: string;
  readonly categories: readonly string[];
  /** The person refused, or whoever named them took it back. */
  readonly endedAt?: number;
}

/**
 * Whether data of a person who was named by another may serve a purpose: the one they were given for, and no
 * other, until it ends.
 *
 * @law 94-V Art. 7(1), 94-V Art. 14, 94-V Art. 25(2)(5)
 */
export function mentionCovers(
  mentions: readonly MentionFact[],
  use: { readonly purpose: string; readonly category: string },
): boolean {
  return mentions.some(
    (row) =>
      row.endedAt === undefined && row.purpose === use.purpose && row.categories.includes(use.category),
  );
}
