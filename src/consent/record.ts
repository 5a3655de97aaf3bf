import type { Id, Language } from '../base/index.ts';
import type { ConsentItemKey } from '../law/index.ts';

/**
 * A consent as far as its effect goes: who and the words of the text are kept elsewhere. Instants in
 * milliseconds since the epoch. `withdrawnAt` withdraws all of it; `withdrawnPurposes` some purposes, each
 * with its instant.
 */
export interface ConsentRecord {
  readonly id: Id;
  readonly policyHash: string;
  /** A key of `consentForms`. */
  readonly form: string;
  readonly purposes: readonly string[];
  readonly categories: readonly string[];
  readonly givenAt: number;
  /** The first instant at which it no longer holds. */
  readonly expiresAt?: number;
  readonly withdrawnAt?: number;
  readonly withdrawnPurposes: Readonly<Record<string, number>>;
}

/** A consent about to be stored, with the language of its text and what the law wants in it and it lacks. */
export interface ConsentPlan extends ConsentRecord {
  readonly language: Language;
  readonly incomplete: readonly ConsentItemKey[];
}
