import type { ServiceRecord, SessionRecord, Tx } from '../store/index.ts';
import { openAtDoor } from './at-door.ts';
import { type Occurrence, record } from './entries.ts';
import { openSubject } from './subjects.ts';
import { houseOf, type World } from './world.ts';

/** What somebody signed in asked for and did not get. */
export interface RefusedAccess {
  readonly session: SessionRecord;
  /** The service whose page it was; absent: a page of the house. */
  readonly at?: ServiceRecord;
  /** Beyond their role; or not there, which is also said of what belongs to somebody else. */
  readonly rule: 'role-not-admitted' | 'not-here';
  /** True for the many that come after the first ones: they are counted, and have no entry each. */
  readonly counted: boolean;
}

/**
 * Notes that somebody signed in was refused, under the keys of the asker alone: what was asked for, and whose
 * it is, does not come into the log. A subject's stands in the log of their service; a staff member's stands
 * on their card, in the log of the house, with the service as its matter.
 */
export async function noteRefusedAccess(world: World, what: RefusedAccess): Promise<void> {
  const { session, at, rule, counted } = what;
  await world.store.transaction(async (tx) => {
    if (counted) {
      await tx.counters.refused((at ?? (await houseOf(tx))).id, rule, world.now());
      return;
    }
    const asker =
      session.role === 'staff' ? await askerOfStaff(tx, world, what) : await askerOf(tx, world, what);
    if (asker)
      await record(tx, world, { ...asker, kind: 'refusal', outcome: 'refused', because: [{ rule }] });
  });
}

type Asker = Omit<Occurrence, 'kind' | 'outcome'>;

async function askerOfStaff(
  tx: Tx,
  world: World,
  { session, at }: RefusedAccess,
): Promise<Asker | undefined> {
  const door = await openAtDoor(tx, world, session.subject);
  if (!door) return undefined;
  const { house, staff, by } = door;
  const subject = { id: staff.record.id, keys: staff.keys };
  return { service: house.id, ...by, subject, channel: 'console', ...(at && { matter: at.id }) };
}

async function askerOf(tx: Tx, world: World, { session }: RefusedAccess): Promise<Asker | undefined> {
  const { service, subject: id } = session;
  const subject = await openSubject(tx, world, { service, id, mode: 'share' });
  if (!subject) return undefined;
  const actor = { role: 'subject' as const, id };
  return { service, actor, subject: { id, keys: subject.keys }, channel: 'cabinet' };
}
