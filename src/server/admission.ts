import type { StaffRole } from '../gate/index.ts';
import { rolesAnywhere, rolesAt, type ServiceRecord, type Staff } from '../system/index.ts';
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
    route.scope === 'house' && route.held === 'anywhere' ? rolesAnywhere(staff) : rolesAt(staff, service?.id);
  return held.filter((role) => route.roles.includes(role));
}

/** A place of the console: a page of it that stands in the navigation. */
const placePath = /^\/console\/(?:s\/:key\/)?([a-z]+)$/;

/**
 * The places of the console that a staff member may visit: at this service, and those of the house.
 *
 * Pure: read off the route table, so that no page leads where the table does not admit.
 */
export function placesOf(
  routes: readonly Route[],
  staff: Pick<Staff, 'roles' | 'house'>,
  service: ServiceRecord | undefined,
): readonly string[] {
  return routes.flatMap((route) => {
    if (route.who !== 'staff' || route.method !== 'GET') return [];
    if (route.scope === 'service' && !service) return [];
    const place = placePath.exec(route.url)?.[1];
    return place !== undefined && admittedRoles(route, staff, service).length > 0 ? [place] : [];
  });
}
