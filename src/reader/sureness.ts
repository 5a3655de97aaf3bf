import type { Source } from './context.ts';
import type { LabelRule } from './rules.ts';

/** The rank of a row that counts only when nothing better is said in its facet. */
export const fallbackRank = 0;
/** The rank of what is named in a heading. */
export const headingRank = 2;
/** The rank of what is known by its form: an address, a number, a name. */
export const formRank = 7;

const bySource: Readonly<Record<Source, number>> = {
  lead: 6,
  own: 6,
  carried: 5,
  free: 4,
  heading: 3,
  above: 2,
};

/** How good a quote is by where its topic came from: of several for one label the best is kept. */
export function rankOf(rule: LabelRule, source: Source): number {
  return rule.scope.fallback ? fallbackRank : bySource[source];
}

/** How often a statement is right when one pattern says it, when two do, when three or more do. */
type Grade = readonly [one: number, two: number, more: number];

const plain: Grade = [0.98, 0.99, 0.99];
const usual: Grade = [0.93, 0.94, 0.98];
const tangled: Grade = [0.8, 0.94, 0.98];

/**
 * How far the statements of a facet can be trusted. Where nothing is said here the facet is `usual`. The
 * numbers were counted on texts that the lexicon had not seen: `bench/reader-calibration.md`.
 */
const grades: Readonly<Record<string, Grade>> = {
  services: plain,
  data_sources: plain,
  legal_bases: plain,
  operations: plain,
  analytics_tools: plain,
  device_permissions: plain,
  marketing: plain,
  rights: plain,
  rights_procedure: plain,
  security: plain,
  change_notice: plain,
  contacts: plain,
  governing_law: plain,
  content_rules: plain,
  disclaimers: plain,
  data_not_collected: tangled,
  purposes: tangled,
  storage_location: tangled,
  transfer_restrictions: tangled,
  cross_border: tangled,
  cookies: tangled,
  withdrawal: tangled,
  consent_form: tangled,
  automation: tangled,
};

const byForm = 0.97;
const fallback = 0.5;
const above = 0.7;

/** What a statement rests on: its facet, the rank of its quote, how many patterns say it. */
export interface Evidence {
  readonly facet: string;
  readonly rank: number;
  readonly patterns: number;
}

/** The share of statements with this evidence that are right, as counted on unseen texts; 0 < p ≤ 1. */
export function confidenceOf({ facet, rank, patterns }: Evidence): number {
  if (rank === fallbackRank) return fallback;
  if (rank === headingRank) return above;
  if (patterns === 0) return byForm;
  const [one, two, more] = grades[facet] ?? usual;
  return patterns === 1 ? one : patterns === 2 ? two : more;
}
