import { type Id, isId, KepilError } from '../base/index.ts';
import type { ServiceRecord, StaffMemberRecord, Tx } from '../store/index.ts';
import { type PlacedEntry, placed } from './cabinet.ts';
import { isOver } from './sessions.ts';
import { linkUntil } from './set-up-link.ts';
import { type Grant, grantable, grantsIn } from './staff-member.ts';
import { dataOf, openSegments, openSubject } from './subjects.ts';
import { houseOf, type World } from './world.ts';

/** Somebody of the staff as the register shows them. */
export interface StaffMember {
  readonly id: Id;
  readonly name: string;
  readonly email: string;
  readonly state: StaffMemberRecord['state'];
  readonly since: number;
  /** Of somebody invited: when their link stops working. */
  readonly linkUntil?: number;
  readonly grants: readonly Grant[];
}

/** A place at which roles are given: a service, or the house for all of them. */
export interface Place {
  readonly service: ServiceRecord;
  readonly roles: ReturnType<typeof grantable>;
}

/** The places at which roles are given: the house first, then the services by key. */
export async function placesToGrant(world: World): Promise<readonly Place[]> {
  return world.store.transaction(async (tx) => placesIn(await tx.services.list()));
}

/** @see placesToGrant */
export function placesIn(services: readonly ServiceRecord[]): readonly Place[] {
  const rank = ({ kind, key }: ServiceRecord) => (kind === 'house' ? '' : key);
  const inOrder = [...services].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  return inOrder.map((service) => ({ service, roles: grantable(service) }));
}

/** A grant as a form names it: the key of its place and the role. */
export function grantKey(place: Pick<ServiceRecord, 'key'>, role: string): string {
  return `${place.key}:${role}`;
}

/** The staff, first come first. */
export async function listStaff(world: World): Promise<readonly StaffMember[]> {
  return world.store.transaction(async (tx) => {
    const house = await houseOf(tx);
    const members = [];
    for (const row of await tx.staff.members(house.id, 'look')) members.push(await memberOf(tx, world, row));
    return members;
  });
}

async function memberOf(tx: Tx, world: World, row: StaffMemberRecord): Promise<StaffMember> {
  const { subject: id, state, since } = row;
  const staff = await openSubject(tx, world, { service: row.service, id, mode: 'look' });
  if (!staff) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  const data = dataOf(await openSegments(tx, world, staff));
  const [name = '', email = ''] = ['full_name', 'email'].map((key) => data.get(key)?.[0]?.value);
  const grants = grantsIn(await tx.staff.roles(id));
  const until = state === 'invited' ? { linkUntil: linkUntil(since) } : {};
  return { id, name, email, state, since, grants, ...until };
}

/** One of the staff with what was done about them. */
export interface StaffCard {
  readonly member: StaffMember;
  /** Sessions that are open now. */
  readonly sessions: number;
  readonly entries: readonly PlacedEntry[];
}

/** One of the staff. @throws KepilError `ERR_NOT_FOUND` */
export async function staffCard(world: World, id: string): Promise<StaffCard> {
  return world.store.transaction(async (tx) => {
    const house = await houseOf(tx);
    const row = isId(id) ? await tx.staff.member(house.id, id) : undefined;
    if (!row) throw new KepilError('ERR_NOT_FOUND', 'not-found');
    const sessions = await tx.sessions.ofSubject(house.id, row.subject);
    const alive = sessions.filter((row) => !isOver(row, world.now())).length;
    const entries = placed(await tx.entries.ofSubject(house.id, row.subject, { limit: 50 }));
    return { member: await memberOf(tx, world, row), sessions: alive, entries };
  });
}
