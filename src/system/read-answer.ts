import type { Id } from '../base/index.ts';
import type { Decision, GateRequest } from '../gate/index.ts';
import type { DestroyedValueRecord } from '../store/index.ts';
import { dataOf, type OpenSegment } from './subjects.ts';

/**
 * The answer to a read: the decision, and the current values when it is a yes. `known` tells whether the
 * subject exists.
 */
export interface ReadAnswer {
  readonly decision: Decision;
  readonly entry: Id | undefined;
  readonly known: boolean;
  readonly values: Readonly<Record<string, string>>;
  /** Of what was asked and is not held: what was destroyed, when and why. */
  readonly destroyed: readonly DestroyedValueRecord[];
}

/** The answer that a decision allows. `destroyed`: everything of the subject that was. */
export function answerOf(
  request: Pick<GateRequest, 'categories'>,
  found: Omit<ReadAnswer, 'values'> & { readonly segments: readonly OpenSegment[] },
): ReadAnswer {
  const { segments, destroyed: gone, ...what } = found;
  if (!what.decision.allowed) return { ...what, values: {}, destroyed: [] };
  const data = dataOf(segments);
  const held = request.categories.filter((category) => data.has(category));
  const values = Object.fromEntries(held.map((category) => [category, data.get(category)?.[0]?.value ?? '']));
  const destroyed = gone.filter(
    ({ category }) => request.categories.includes(category) && !data.has(category),
  );
  return { ...what, values, destroyed };
}
