import { addMonths, assert, civilDateAt, type Id, type Language } from '../base/index.ts';
import { endOfDay, type LawPack } from '../law/index.ts';
import type { Policy } from '../policy/index.ts';
import { missingContents } from './contents.ts';
import type { ConsentPlan, TransferScope } from './record.ts';
import { consentTerm } from './term.ts';

/**
 * What is known when a person gives a consent. `given` are the categories actually given, automatic ones
 * included if wanted.
 */
export interface ConsentAsk {
  readonly id: Id;
  readonly policy: Policy;
  readonly policyHash: string;
  /** Keys of declared purposes, at least one. */
  readonly purposes: readonly string[];
  readonly given: readonly string[];
  /** Whether the person's full name stands in the evidence. */
  readonly subjectName: boolean;
  /** A key of `consentForms`. */
  readonly form: string;
  readonly language: Language;
  readonly now: number;
  /** When it lets data go to somebody. */
  readonly transfer?: TransferScope;
  /** When a representative gives it. */
  readonly representation?: Id;
}

/**
 * The record of a consent to store: the declared purposes asked for, those of the given categories that serve
 * them, the instant it ends if a number of months is stated, and what the law wants in it and it lacks.
 *
 * A term of months runs to the end of the same day of the month in the law's zone, or of the month's last
 * day.
 * @throws Bug when a purpose is not declared: a form never offers one
 * @law 94-V Art. 8(4), 94-V Art. 8(5), 94-V Art. 12(1)
 */
export function planConsent(ask: ConsentAsk, law: LawPack): ConsentPlan {
  const { policy, now } = ask;
  const declared = new Set(policy.purposes.map((row) => row.purpose));
  const purposes = [...new Set(ask.purposes)];
  assert(
    purposes.length > 0 && purposes.every((key) => declared.has(key)),
    'a consent names declared purposes',
  );
  const serve = new Set(
    policy.data
      .filter((row) => row.purposes.some((key) => purposes.includes(key)))
      .map((row) => row.category),
  );
  const categories = [...new Set(ask.given)].filter((key) => serve.has(key));
  const { months } = consentTerm(policy);
  return {
    id: ask.id,
    policyHash: ask.policyHash,
    form: ask.form,
    language: ask.language,
    purposes,
    categories,
    givenAt: now,
    ...(months === undefined
      ? {}
      : { expiresAt: endOfDay(addMonths(civilDateAt(now, law.zone), months), law.zone) }),
    withdrawnPurposes: {},
    ...(ask.transfer && { transfer: ask.transfer }),
    ...(ask.representation && { representation: ask.representation }),
    incomplete: missingContents(policy, { subjectName: ask.subjectName, categories }, law),
  };
}
