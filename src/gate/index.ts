/** Joins policy, law, consent, blocking, retention, age and purpose into one decision. */
export { decide, refusalCodes, ruleOrder, yesCodes } from './decide.ts';
export { isMandatedAct, mandatedVerbs, mandatesAsked } from './mandate.ts';
export * from './request.ts';
export { type RoleAct, type RoleRow, roles, type StaffRole, staffRoles } from './roles.ts';
