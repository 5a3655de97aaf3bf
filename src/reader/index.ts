/** The reader: text (ru, kk, en) → clauses → statements → draft Policy. Proposes, never decides. */
export { draftPolicy } from './draft.ts';
export type { Explanation, Outcome, Reason, TopicWords } from './explain.ts';
export { explainClause } from './explain.ts';
export { bodyOf } from './lines.ts';
export { looksLikePolicy, readText } from './read.ts';
export type { Reading, ReadOptions, Silence } from './reading.ts';
export type { ReadingReport, ReportClause, ReportPiece, ReportStatement } from './report.ts';
export { reportOf } from './report.ts';
export { applyReview } from './review.ts';
