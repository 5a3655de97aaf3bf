import { type Id, KepilError, type Problem } from '../base/index.ts';
import type { StaffRole } from '../gate/index.ts';
import type { ServiceRecord, StaffMemberRecord, Tx } from '../store/index.ts';
import { actorOf, type Clerk, within } from './clerk.ts';
import { type Doer, type Grant, grantsIn, noteMember, putGrants } from './staff-member.ts';
import { grantKey, placesIn } from './staff-register.ts';
import { type OpenSubject, openSubject } from './subjects.ts';
import { houseOf, type World } from './world.ts';

/** Who changes the staff. */
const administers: readonly StaffRole[] = ['admin'];

/** Whether a clerk may change the staff; others who come to the register look. */
export function mayAdminister(clerk: Pick<Clerk, 'roles'>): boolean {
  return clerk.roles.some((role) => administers.includes(role));
}

/** What an act about the staff begins with: everybody's rows locked, and who does it. */
export interface Administering {
  readonly house: ServiceRecord;
  readonly members: readonly StaffMemberRecord[];
  readonly by: Doer;
}

/**
 * Locks the staff for an act of an administrator. Changes of the staff wait for each other, and whoever was
 * an administrator when they asked must still be one when their turn has come.
 *
 * @throws KepilError `ERR_FORBIDDEN` when the clerk is no administrator
 */
export async function administering(tx: Tx, clerk: Clerk): Promise<Administering> {
  const admin = within(clerk, administers, 'staff-beyond-role');
  const house = await houseOf(tx);
  const members = await tx.staff.members(house.id, 'update');
  const held = await tx.staff.roles(clerk.id);
  const still = held.some(({ service, role }) => service === house.id && role === 'admin');
  if (!still) throw new KepilError('ERR_FORBIDDEN', 'staff-beyond-role');
  return { house, members, by: { actor: actorOf(admin), actorKeys: admin.keys } };
}

/** A staff member an administrator does something about, with everybody else's rows locked as well. */
export interface OnMember extends Administering {
  readonly tx: Tx;
  readonly row: StaffMemberRecord;
  readonly staff: OpenSubject;
}

/**
 * Does something about a staff member. Nobody does any about themselves: nobody widens their own rights, and
 * an administrator is always left.
 *
 * @throws KepilError `ERR_NOT_FOUND`; `ERR_FORBIDDEN` about oneself, or without the role
 */
export async function onMember<T>(
  world: World,
  { clerk, id }: { clerk: Clerk; id: string },
  work: (at: OnMember) => Promise<T>,
): Promise<T> {
  if (id === clerk.id) throw new KepilError('ERR_FORBIDDEN', 'own-rights');
  return world.store.transaction(async (tx) => {
    const { house, members, by } = await administering(tx, clerk);
    const row = members.find(({ subject }) => subject === id);
    if (!row) throw new KepilError('ERR_NOT_FOUND', 'not-found');
    await tx.sessions.holdAll(house.id, row.subject);
    const staff = await openSubject(tx, world, { service: house.id, id: row.subject, mode: 'update' });
    if (!staff) throw new KepilError('ERR_NOT_FOUND', 'not-found');
    return work({ tx, house, row, staff, members, by });
  });
}

/** What an act about the staff came to: done, or what keeps it from being done. */
export type Changed = { readonly ok: true } | { readonly problems: readonly Problem[] };

/** One thing that is wrong, with the whole form or with a field of it. */
export function wrong(code: string, more: Pick<Problem, 'field' | 'params'> = {}): { problems: [Problem] } {
  return { problems: [{ code, severity: 'error', ...more }] };
}

/** The grants that a form names; undefined when one of them can not be given. */
export function readGrants(
  services: readonly ServiceRecord[],
  keys: readonly string[],
): readonly Grant[] | undefined {
  const known = new Map(
    placesIn(services).flatMap(({ service, roles }) =>
      roles.map((role) => [grantKey(service, role), { service: service.id, role }] as const),
    ),
  );
  const grants = [...new Set(keys)].map((key) => known.get(key));
  return grants.every((grant) => grant !== undefined) ? grants : undefined;
}

/** Grants in one line: tells whether the roles somebody changes are still those they looked at. */
export function grantsMark(grants: readonly Grant[]): string {
  return grants
    .map(({ service, role }) => `${service}.${role}`)
    .sort()
    .join(' ');
}

/**
 * Gives somebody other roles than they have. `was` is the mark of those the administrator looked at.
 *
 * @throws KepilError `ERR_NOT_FOUND`, `ERR_FORBIDDEN`
 */
export function changeRoles(
  world: World,
  clerk: Clerk,
  what: { id: string; grants: readonly string[]; was: string },
): Promise<Changed> {
  return onMember(world, { clerk, id: what.id }, async (at) => {
    const { tx, row } = at;
    if (row.state === 'ended') return wrong('access-ended');
    const before = grantsIn(await tx.staff.roles(row.subject));
    if (grantsMark(before) !== what.was) return wrong('roles-changed');
    const services = await tx.services.list();
    const after = readGrants(services, what.grants);
    if (!after) return wrong('grant-unknown', { field: 'grant' });
    if (after.length === 0) return wrong('grants-empty', { field: 'grant' });
    const left = await leftWithout(at, { services, before, after });
    if (left) return left;
    await putGrants(tx, world, { ...at, before, after });
    return { ok: true };
  });
}

/**
 * The service that would be left without an officer at work.
 * @law 94-V Art. 25(2)(10)
 */
async function leftWithout(
  { tx, house, row, members }: OnMember,
  of: { services: readonly ServiceRecord[]; before: readonly Grant[]; after: readonly Grant[] },
): Promise<{ problems: [Problem] } | undefined> {
  // Whoever was given a new way in is still who answers for a service.
  const answers = row.state === 'active' || (row.state === 'invited' && row.cameAt !== undefined);
  if (!answers) return undefined;
  const active = members.filter(({ state, subject }) => state === 'active' && subject !== row.subject);
  const all = await tx.staff.grants();
  const others = grantsIn(all.filter(({ subject }) => active.some((member) => member.subject === subject)));
  const covered = (mine: readonly Grant[], service: Id) =>
    [...others, ...mine].some(
      (grant) => grant.role === 'officer' && (grant.service === service || grant.service === house.id),
    );
  const without = of.services.find(
    ({ id, kind }) => kind === 'service' && covered(of.before, id) && !covered(of.after, id),
  );
  return without && wrong('last-officer', { params: { service: without.key } });
}

/**
 * Ends somebody's access at once: their sessions, their way in and their roles go in one commit. Of whoever
 * was only invited and never came everything goes. A second time changes nothing.
 *
 * @throws KepilError `ERR_NOT_FOUND`, `ERR_FORBIDDEN`
 */
export function endAccess(world: World, clerk: Clerk, what: { id: string }): Promise<Changed> {
  return onMember(world, { clerk, id: what.id }, async (at) => {
    const { tx, house, row, staff, by } = at;
    if (row.state === 'ended') return { ok: true };
    const before = grantsIn(await tx.staff.roles(row.subject));
    const services = await tx.services.list();
    const left = await leftWithout(at, { services, before, after: [] });
    if (left) return left;
    const rule = row.state === 'invited' ? 'invitation-revoked' : 'access-ended';
    await noteMember(tx, world, { house, by, staff, rule });
    await putGrants(tx, world, { house, by, staff, before, after: [] });
    await tx.tickets.removeOf(house.id, 'set-up', row.subject);
    if (row.cameAt === undefined) await forget(at);
    else {
      await shutOut(at);
      await tx.staff.putMember({ ...row, state: 'ended', since: world.now() });
    }
    return { ok: true };
  });
}

/** Closes every way in; name and address stay, so that the log can be read. */
export async function shutOut({ tx, house, row }: OnMember): Promise<void> {
  await tx.sessions.removeAll(house.id, row.subject);
  await tx.segments.remove(house.id, row.subject, 'credential', 'ordinary');
  await tx.secondFactors.removeAll(house.id, row.subject);
}

/** Destroys what was kept about somebody who never came. */
async function forget({ tx, house, row: { subject } }: OnMember): Promise<void> {
  await tx.subjectKeys.remove(house.id, subject);
  await tx.segments.removeAll(house.id, subject);
  await tx.blindIndex.removeAll(house.id, subject);
  await tx.messages.removeAll(house.id, subject);
  await tx.entries.unlink(house.id, subject);
  await tx.staff.removeMember(house.id, subject);
  await tx.subjects.remove(house.id, subject);
}

/** Ends every session of somebody; they keep their roles and may sign in anew. */
export function endSessionsOf(world: World, clerk: Clerk, what: { id: string }): Promise<Changed> {
  return onMember(world, { clerk, id: what.id }, async ({ tx, house, row, staff, by }) => {
    const ended = await tx.sessions.removeAll(house.id, row.subject);
    if (ended > 0) await noteMember(tx, world, { house, by, staff, rule: 'sessions-ended' });
    return { ok: true };
  });
}
