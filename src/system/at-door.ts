import { type Id, KepilError } from '../base/index.ts';
import type { ServiceRecord, SessionRecord, Tx } from '../store/index.ts';
import { record } from './entries.ts';
import { rolesAnywhere } from './staff.ts';
import type { Doer } from './staff-member.ts';
import { type OpenSubject, openSubject } from './subjects.ts';
import { houseOf, type World } from './world.ts';

/** A staff member who proves who they are, or changes by what they do, with their row locked. */
export interface AtDoor {
  readonly house: ServiceRecord;
  readonly staff: OpenSubject;
  /** Themselves, in the narrowest of their roles. */
  readonly by: Doer;
}

/** Opens a staff member at work; undefined for anybody else. Two at once wait for each other. */
export async function openAtDoor(tx: Tx, world: World, id: Id): Promise<AtDoor | undefined> {
  const house = await houseOf(tx);
  const staff = await openSubject(tx, world, { service: house.id, id, mode: 'update' });
  const member = await tx.staff.member(house.id, id);
  const [role] = rolesAnywhere({ roles: await tx.staff.roles(id), house: house.id });
  if (!staff || member?.state !== 'active' || !role) return undefined;
  return { house, staff, by: { actor: { role, id }, actorKeys: staff.keys } };
}

/** The holder of a session. @throws KepilError `ERR_NOT_SIGNED_IN` when they are no longer at work */
export async function atDoor(tx: Tx, world: World, session: SessionRecord): Promise<AtDoor> {
  const member = await openAtDoor(tx, world, session.subject);
  if (!member) throw new KepilError('ERR_NOT_SIGNED_IN', 'signed-out');
  return member;
}

/** The entry of a sign-in, or of one that was turned away, with what it was done by or refused for. */
export async function noteEntering(
  tx: Tx,
  world: World,
  what: AtDoor & { outcome: 'done' | 'refused'; rules: readonly string[] },
): Promise<void> {
  const { house, staff, by, outcome, rules } = what;
  await record(tx, world, {
    ...{ service: house.id, kind: 'session' as const, outcome, ...by, channel: 'console' },
    because: rules.map((rule) => ({ rule })),
    subject: { id: staff.record.id, keys: staff.keys },
  });
}
