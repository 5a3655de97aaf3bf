import type { Span } from './span.ts';

/** Parameters of a sentence: names and numbers, never personal data. */
export type Params = Readonly<Record<string, string | number>>;

/**
 * Something wrong in a text somebody wrote. `code` is a kebab-case name with a sentence in the catalogue
 * (`problem.<code>`).
 */
export interface Problem {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly params?: Params;
  /** The form field or the path in a file that is meant. */
  readonly field?: string;
  readonly span?: Span;
  /** Key of the remedy's sentence, when it is not `problem.<code>.help`. */
  readonly help?: string;
  /** The article, such as `94-V Art. 8(4)`. */
  readonly law?: string;
}
