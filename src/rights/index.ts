/** The rights of a person, the case each opens and its clock. */
export { type Case, isOverdue, openCase } from './case.ts';
export { readRequestNumber, requestNumber } from './number.ts';
export { type OfferedRight, rightsOffered } from './offered.ts';
export { dueAfter, longestPause, type Pause, type PauseReason, pauseEndsOn, pauseReasons } from './pause.ts';
export { groundsFor, type RefusalGround, refusalGrounds, remedies } from './refusal.ts';
export { isRightKey, type Right, type RightKey, rights } from './rights.ts';
