/** Terms of keeping, what is due for destruction on a day, and what a deletion takes and leaves. */

export { type DueCategory, type DueCause, dueCategories, type HeldHistory, heldOf } from './due.ts';
export {
  type CategoryTerm,
  categoryTerms,
  longestDays,
  longestMonths,
  type OfficerTerm,
  withTerms,
} from './officer-term.ts';
export {
  type DestructionPlan,
  type Frozen,
  type Held,
  type Hold,
  planDestruction,
} from './plan.ts';
export { type DeletionPreview, deletionPreview, type Leftover } from './preview.ts';
export { expiredCategories, fewestDays, type Term, termEndsOn, termOf } from './term.ts';
export { type VisitTerm, visitTermOf } from './visit-term.ts';
