import type { CivilDate } from '../base/index.ts';
import type { LawPack } from '../law/index.ts';
import type { Policy } from '../policy/index.ts';
import type { DestructionPlan, Held } from './plan.ts';
import { termEndsOn, termOf } from './term.ts';

/** Why a value is due: its term is over, or the policy does not declare its category at all. */
export type DueCause = 'term-over' | 'undeclared';

/** A category of which something is due for destruction. */
export interface DueCategory {
  readonly category: string;
  /** Of the current value everything goes; otherwise earlier values alone. */
  readonly whole: boolean;
  readonly cause: DueCause;
  /** The last day of the newest value that is due; absent of what is not declared. */
  readonly lastOn?: CivilDate;
  /** The clause that sets the term; absent when the officer did. */
  readonly clause?: string;
  /** When the newest value that is due was obtained: all up to it are. */
  readonly newest: number;
  /** How many values are due, earlier ones included. */
  readonly values: number;
}

/** Values of a category, the current one first. */
export type HeldHistory = ReadonlyMap<string, readonly { readonly at: number }[]>;

/** Every value as the plan wants them, earlier ones too. */
export function heldOf(data: HeldHistory): readonly Held[] {
  return [...data].flatMap(([category, values]) => values.map(({ at }) => ({ category, at })));
}

/**
 * What is due of some values, by category, with the clause and whether the current value goes.
 *
 * Pure. O(n) in `items`.
 * @law 94-V Art. 12(2)
 */
export function dueCategories(
  ask: {
    readonly policy: Policy;
    readonly data: HeldHistory;
    readonly items: DestructionPlan<Held>['due'];
    /** From when the term of a value runs; absent: from when it came. */
    readonly begins?: (category: string, at: number) => number;
  },
  law: LawPack,
): readonly DueCategory[] {
  return [...new Set(ask.items.map(({ category }) => category))].map((category) => {
    const due = ask.items.filter((item) => item.category === category);
    const newest = Math.max(...due.map(({ at }) => at));
    const [current] = ask.data.get(category) ?? [];
    const term = termOf(ask.policy, category);
    const from = ask.begins?.(category, newest) ?? newest;
    const lastOn = termEndsOn(ask.policy, { category, at: from }, law);
    const clause = term?.cites[0];
    return {
      ...{ category, newest, values: due.length, whole: current !== undefined && current.at <= newest },
      cause: term === undefined ? ('undeclared' as const) : ('term-over' as const),
      ...(lastOn !== undefined && { lastOn }),
      ...(clause !== undefined && { clause }),
    };
  });
}
