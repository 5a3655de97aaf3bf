import type { CivilDate } from '../base/index.ts';
import type { LawPack } from '../law/index.ts';
import type { Policy } from '../policy/index.ts';
import { termEndsOn } from './term.ts';

/** A value held, as far as its term goes. `at` is when it was obtained. */
export interface Held {
  readonly category: string;
  readonly at: number;
}

/** Somebody's order to keep data for a while: a dispute, a check. Without categories it keeps everything. */
export interface Hold {
  readonly id: string;
  readonly categories?: readonly string[];
}

/** A value whose destruction is due and frozen, with what freezes it. */
export interface Frozen<H extends Held> {
  readonly item: H;
  readonly by: 'block' | 'hold';
  readonly id: string;
}

/** Every item in exactly one of the three. */
export interface DestructionPlan<H extends Held> {
  readonly due: readonly H[];
  readonly held: readonly Frozen<H>[];
  readonly kept: readonly H[];
}

/**
 * What is held, what freezes it and why one asks: terms that end, or an account deleted, after which nothing
 * has a reason to stay.
 */
export interface DestructionAsk<H extends Held> {
  readonly policy: Policy;
  readonly held: readonly H[];
  readonly blocks: readonly Hold[];
  readonly holds: readonly Hold[];
  readonly today: CivilDate;
  readonly cause: 'term' | 'account-deleted';
}

/**
 * Plans which data must be destroyed by the end of `today`.
 *
 * Terms run on the civil calendar of the law's zone; a value may still be kept on its last day and is due on
 * the next. What is due but blocked or under a hold is frozen and named in `held`. Data the policy does not
 * declare are due at once: there is no purpose they could serve. O(n) in `held`; reads no clock.
 *
 * @returns `due ∪ held ∪ kept` = all items, each in one of the three, in the order given
 * @law 94-V Art. 12(2), 94-V Art. 18, 94-V Art. 1(3)
 */
export function planDestruction<H extends Held>(ask: DestructionAsk<H>, law: LawPack): DestructionPlan<H> {
  const due: H[] = [];
  const held: Frozen<H>[] = [];
  const kept: H[] = [];
  const frozen = [
    ...ask.blocks.map((hold) => ({ hold, by: 'block' as const })),
    ...ask.holds.map((hold) => ({ hold, by: 'hold' as const })),
  ];
  for (const item of ask.held) {
    const stop = frozen.find(({ hold }) => hold.categories?.includes(item.category) ?? true);
    if (!isDue(ask, item, law)) kept.push(item);
    else if (stop) held.push({ item, by: stop.by, id: stop.hold.id });
    else due.push(item);
  }
  return { due, held, kept };
}

function isDue<H extends Held>(ask: DestructionAsk<H>, item: H, law: LawPack): boolean {
  if (ask.cause === 'account-deleted') return true;
  if (!ask.policy.data.some((row) => row.category === item.category)) return true;
  const last = termEndsOn(ask.policy, item, law);
  return last !== undefined && last < ask.today;
}
