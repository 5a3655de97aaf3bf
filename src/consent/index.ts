/**
 * The record of a consent and its effect: which acts count, what a consent must contain, its term, and what a
 * withdrawal stops.
 */
export { type ConsentContents, missingContents } from './contents.ts';
export {
  activeConsents,
  type CoverageState,
  consentState,
  coverage,
  coverageOf,
  transferCoverage,
} from './coverage.ts';
export { type ConsentForm, consentForms, isAcceptedForm } from './forms.ts';
export {
  admitsMinors,
  comesOfAgeOn,
  type GuardianRelation,
  guardianRelations,
  guardianWaitDays,
  type ProofGround,
  proofGrounds,
} from './guardian.ts';
export { type MentionFact, mentionCovers } from './mention.ts';
export { type Owed, standingObligations, withdrawnSince } from './obligation.ts';
export { formsToChoose, type GivenForm, givenForms, statedForms } from './offer.ts';
export {
  applicantDays,
  type PaperState,
  type PendingConsent,
  paperTerms,
  proofMonths,
  signedWithin,
  waitsFor,
} from './paper.ts';
export { type ConsentAsk, planConsent } from './plan.ts';
export type { ConsentPlan, ConsentRecord, TransferScope } from './record.ts';
export {
  countingConsents,
  type RepresentationFact,
  representationHolds,
} from './representation.ts';
export { type ConsentTerm, consentTerm } from './term.ts';
export { type Staying, type WithdrawalEffect, withdrawalEffect } from './withdrawal.ts';
