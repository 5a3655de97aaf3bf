/** The vocabulary and the typed policy: what a service promised, every row citing its clause. */
export { type Arranged, arrangeFile } from './arrange.ts';
export * from './categories.ts';
export * from './changes.ts';
export { type Difference, differencesBetween, type Effect, type Owed } from './differences.ts';
export * from './facets.ts';
export { formatPolicy } from './format.ts';
export * from './hash.ts';
export { policySchema } from './json-schema.ts';
export { type Edited, mergeDraft, type Proposed, proposedBy } from './merge.ts';
export { parsePolicy } from './parse.ts';
export * from './pledge-kinds.ts';
export * from './pledges.ts';
export * from './policy.ts';
export * from './purposes.ts';
export { parseReview, type Review, type ReviewDecision } from './review.ts';
export * from './visit-fields.ts';
export * from './vocabulary.ts';
export * from './word-changes.ts';
