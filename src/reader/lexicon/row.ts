import type { Language } from '../../base/index.ts';

/** What a heading, a lead-in or a sentence is about; rows say in which of these they count. */
export type Topic =
  | 'data'
  | 'data_not'
  | 'data_not_back'
  | 'except'
  | 'purposes'
  | 'grounds'
  | 'operations'
  | 'transfer'
  | 'transfer_not'
  | 'abroad'
  | 'rights'
  | 'rights_not'
  | 'ask_data'
  | 'cookies'
  | 'cookies_not'
  | 'security'
  | 'retention'
  | 'minors'
  | 'changes'
  | 'contacts'
  | 'marketing'
  | 'consent'
  | 'consent_form'
  | 'content_rules'
  | 'permissions'
  | 'third_sites'
  | 'definition';

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
  /** Counts only when no other row says anything in the facet. */
  readonly fallback?: boolean;
}

/** Label, pattern, an example it must match, one it must not, and a scope of its own where it differs. */
export type LexiconRow = readonly [label: string, pattern: string, yes: string, no: string, scope?: Scope];

/** The rows of one facet by language. */
export interface Lexicon {
  readonly facet: string;
  readonly scope: Scope;
  readonly rows: Readonly<Partial<Record<Language, readonly LexiconRow[]>>>;
}

/** Topic, where the words must stand, pattern, an example it must match, one it must not. */
export type TopicRow = readonly [
  topic: Topic,
  place: 'heading' | 'text' | 'any' | 'label',
  pattern: string,
  yes: string,
  no: string,
];
