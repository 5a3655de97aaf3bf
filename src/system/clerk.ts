import { type Id, KepilError } from '../base/index.ts';
import { type Actor, type StaffRole, staffRoles } from '../gate/index.ts';
import type { SubjectKeys } from '../vault/index.ts';

/**
 * A staff member at work, with the roles in which they may do the act at hand, narrowest first. The act is
 * done in the first that serves, and its entry says in which.
 */
export interface Clerk {
  readonly id: Id;
  readonly keys: SubjectKeys;
  readonly roles: readonly [StaffRole, ...StaffRole[]];
}

/** The actor of an act about which the gate is not asked: the narrowest role. */
export function actorOf(clerk: Clerk): Actor {
  return { role: clerk.roles[0], id: clerk.id };
}

/** What `record` and `ask` want to know of a clerk. */
export function byClerk(clerk: Clerk): { readonly actorKeys: SubjectKeys; readonly roles: Clerk['roles'] } {
  return { actorKeys: clerk.keys, roles: clerk.roles };
}

/** Every role of staff, narrowest first. */
export const everyRole: Clerk['roles'] = staffRoles;

/**
 * The clerk in those of their roles that may do it.
 *
 * @throws KepilError `ERR_FORBIDDEN` with that reason when none may
 */
export function within(clerk: Clerk, roles: readonly StaffRole[], reason: string): Clerk {
  const [first, ...rest] = clerk.roles.filter((role) => roles.includes(role));
  if (!first) throw new KepilError('ERR_FORBIDDEN', reason);
  return { ...clerk, roles: [first, ...rest] };
}
