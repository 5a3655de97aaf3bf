import type { Source } from './context.ts';
import type { LabelRule } from './rules.ts';

/** The confidence of a row that counts only when nothing better is said in its facet. */
export const fallbackConfidence = 0.5;

const bySource: Readonly<Record<Source, number>> = {
  lead: 0.9,
  own: 0.9,
  carried: 0.88,
  heading: 0.75,
  above: 0.7,
  free: 0.85,
};

/** How sure a statement is by where its topic came from. */
export function confidenceOf(rule: LabelRule, source: Source): number {
  return rule.scope.fallback ? fallbackConfidence : bySource[source];
}
