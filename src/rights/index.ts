/** The rights of a person, the case each opens and its clock. */
export { type Case, isOverdue, openCase } from './case.ts';
export { type OfferedRight, rightsOffered } from './offered.ts';
export { isRightKey, type Right, type RightKey, rights } from './rights.ts';
