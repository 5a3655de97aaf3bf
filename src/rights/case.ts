import type { CivilDate } from '../base/index.ts';
import { type Deadline, deadlineOf, type LawPack } from '../law/index.ts';
import { type RightKey, rights } from './rights.ts';

/** A right claimed: when it came, by when it is answered, and what says so. */
export interface Case extends Deadline {
  readonly kind: RightKey;
  readonly receivedAt: number;
  /** The article that gives the right; `article` is the one that sets the term. */
  readonly right: string;
}

/**
 * Opens a case and starts its clock. `receivedAt` is the instant the claim came in, not the one it was
 * entered.
 *
 * @law 94-V Art. 24(1), 94-V Art. 25(2)(6), 94-V Art. 25(2)(8)
 */
export function openCase(
  claim: { readonly kind: RightKey; readonly receivedAt: number },
  law: LawPack,
): Case {
  const right = rights[claim.kind];
  return { ...claim, right: right.article, ...deadlineOf(law, right.clock, claim.receivedAt) };
}

/** Whether the term is over: the day after the last one has begun and nothing was answered. */
export function isOverdue(
  claim: { readonly dueOn: CivilDate; readonly closedAt?: number | undefined },
  today: CivilDate,
): boolean {
  return claim.closedAt === undefined && claim.dueOn < today;
}
