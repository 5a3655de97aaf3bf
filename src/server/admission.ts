import type { StaffRole } from '../gate/index.ts';
import { rolesAt, type ServiceRecord, type Staff } from '../system/index.ts';
import type { Route } from './route.ts';

/**
 * The roles in which a staff member may come to a route, narrowest first; none, and the answer is 403.
 *
 * Pure. O(grants × roles).
 */
export function admittedRoles(
  route: Route & { who: 'staff' },
  staff: Pick<Staff, 'roles' | 'house'>,
  service: ServiceRecord | undefined,
): readonly StaffRole[] {
  const held =
    route.scope === 'house' && route.held === 'anywhere' ? anywhere(staff) : rolesAt(staff, service?.id);
  return held.filter((role) => route.roles.includes(role));
}

/** Every role held at any service. */
function anywhere(staff: Pick<Staff, 'roles' | 'house'>): readonly StaffRole[] {
  return rolesAt({ house: staff.house, roles: staff.roles.map((row) => ({ ...row, service: staff.house })) });
}
