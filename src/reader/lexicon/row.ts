/**
 * What a heading, a lead-in or a sentence is about; rows say in which of these they count. The order is that
 * of the bits of a topic set.
 */
export const topics = [
  'data',
  'data_not',
  'data_not_ahead',
  'except',
  'purposes',
  'grounds',
  'operations',
  'transfer',
  'transfer_not',
  'abroad',
  'rights',
  'rights_not',
  'ask_data',
  'cookies',
  'cookies_not',
  'security',
  'retention',
  'minors',
  'changes',
  'contacts',
  'marketing',
  'consent',
  'consent_form',
  'content_rules',
  'permissions',
  'third_sites',
  'definition',
  'claims',
  'sources',
  'operator_may',
  'automated_not',
  'marketing_not',
] as const;

/** One of the topics. */
export type Topic = (typeof topics)[number];

/**
 * When a row counts. Without `in` it counts anywhere; a topic of `not` in the sentence or its lead-in
 * silences it.
 */
export interface Scope {
  readonly in?: readonly Topic[];
  readonly not?: readonly Topic[];
  /** Needs one of these topics somewhere in its context besides. */
  readonly with?: readonly Topic[];
  /** Counts only behind the words that set the topic, when the sentence itself set it. */
  readonly after?: boolean;
  /** Counts in headings too. */
  readonly headings?: boolean;
  /**
   * Counts only in a list of its kind, where no other row reads the same stretch: an item under a lead-in, or
   * what stands behind a colon.
   */
  readonly listed?: boolean;
  /** Counts only when no other row says anything in the facet. */
  readonly fallback?: boolean;
}

/**
 * Label, pattern, examples it must match (each alternative one of them), examples it must not, and a scope of
 * its own where it differs from that of the facet. Examples are parted by ` / `.
 */
export type LexiconRow = readonly [label: string, pattern: string, yes: string, no: string, scope?: Scope];

/** Rows by facet. */
export type FacetRows = Readonly<Record<string, readonly LexiconRow[]>>;

/**
 * Topic, where the words must stand, pattern, examples it must match, one it must not.
 *
 * `alone` counts in a heading that no other row gives a topic; `label` near the start of a line, before a
 * colon or dash; `list` in a lead-in, where it says what the list below is of.
 */
export type TopicRow = readonly [
  topic: Topic,
  place: 'heading' | 'alone' | 'text' | 'any' | 'label' | 'list',
  pattern: string,
  yes: string,
  no: string,
];

/** All that is known of one language. */
export interface Lexicon {
  readonly classes: Readonly<Record<string, string>>;
  readonly topics: readonly TopicRow[];
  readonly rows: readonly FacetRows[];
}
