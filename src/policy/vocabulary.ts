import type { AccessClass, DataGroup } from './policy.ts';

/** What there is to know about one category of personal data. */
export interface Category {
  readonly key: string;
  readonly group: DataGroup;
  readonly access: AccessClass;
  /**
   * How a registration form asks for it; `none` when it is not asked there (automatic, case content,
   * credentials).
   */
  readonly input: 'text' | 'email' | 'phone' | 'iin' | 'date' | 'number' | 'none';
  /** W3C DPV term, such as `pd:EmailAddress`. */
  readonly dpv: string;
  /** fideslang data category, where there is one. */
  readonly fides?: string;
}

/**
 * What there is to know about one purpose. `basis` says what a use needs besides being declared: `base` the
 * consent given at registration · `own` a consent of its own · `deidentified` de-identified data only ·
 * `decision` a decision of an authorised representative · `law` a citation of law.
 */
export interface Purpose {
  readonly key: string;
  readonly basis: 'base' | 'own' | 'deidentified' | 'decision' | 'law';
  readonly dpv: string;
  readonly fides?: string;
}
