import type { Id, Language } from '../base/index.ts';
import type { ConsentItemKey } from '../law/index.ts';

/**
 * To whom a consent lets data go: a recipient by its id, in that country. `abroad`: it is the one that
 * names the crossing of the border, which is given apart.
 */
export interface TransferScope {
  readonly recipient: Id;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly abroad: boolean;
}

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
  /** There when it lets data go to somebody, and then it allows nothing else. */
  readonly transfer?: TransferScope;
  /** The representation in which somebody else gave it; absent: the person themselves. */
  readonly representation?: Id;
}

/** A consent about to be stored, with the language of its text and what the law wants in it and it lacks. */
export interface ConsentPlan extends ConsentRecord {
  readonly language: Language;
  readonly incomplete: readonly ConsentItemKey[];
}
