import type { FieldError } from './page-parts.ts';
import type { Option } from './request-parts.ts';

/** A decision of an authorised representative in the list. Names are said. */
export interface MandateView {
  readonly id: string;
  readonly state: 'proposed' | 'in-force' | 'over' | 'ended' | 'dropped';
  /** Whom it was proposed by is reading. */
  readonly own: boolean;
  readonly verbs: readonly string[];
  readonly purposes: readonly string[];
  readonly categories: readonly string[];
  readonly recipients: readonly string[];
  readonly matter?: string;
  readonly untilOn: string;
  readonly proposedAt: number;
  readonly signedAt?: number;
  readonly endedAt?: number;
}

/** What is filled in of a new decision, as sent. */
export interface MandateValues {
  readonly verbs: readonly string[];
  readonly purposes: readonly string[];
  readonly categories: readonly string[];
  readonly recipients: readonly string[];
  readonly matter: string;
  readonly untilOn: string;
}

/** Decisions of authorised representatives, and the form of a new one. */
export interface MandatesPage {
  readonly page: 'mandates';
  readonly rows: readonly MandateView[];
  /** Clauses that make acts depend on a decision; absent: the policy does not. */
  readonly asked?: readonly string[];
  /** Purposes that no decision names yet. */
  readonly without: readonly string[];
  /** The reader may sign what others proposed. */
  readonly signs: boolean;
  readonly verbs: readonly Option[];
  readonly purposes: readonly Option[];
  readonly categories: readonly Option[];
  readonly recipients: readonly Option[];
  readonly values: MandateValues;
  readonly errors: readonly FieldError[];
  readonly more?: string;
}
