import { type Id, nilId } from '../base/index.ts';
import type { Entry } from '../ledger/index.ts';
import type { Tx } from '../store/index.ts';
import { rulesOf } from './entries.ts';
import { stopRules, stopStaff } from './raise-alert.ts';
import { roleTakenBy } from './staff-member.ts';
import type { OpenSubject } from './subjects.ts';
import type { World } from './world.ts';

const shutting = ['access-ended', 'invitation-revoked', 'entry-reset'];

/** Whether a word of an entry says that a staff member lost something, or was stopped or let in again. */
export function shuts(rule: string): boolean {
  const stops = rule === stopRules.made || rule === stopRules.lifted;
  return stops || shutting.includes(rule) || roleTakenBy(rule) !== undefined;
}

const liftedAt = (entry: Entry) => ({ at: Date.parse(entry.at), by: nilId });

/** Stops a staff member again, with an alert of its own: the one it came with may be lost. */
async function stopAgain(
  tx: Tx,
  world: World,
  { staff, entry }: { staff: Id; entry: Entry },
): Promise<boolean> {
  const since = Date.parse(entry.at);
  await stopStaff(tx, world, { service: entry.matter as Id, staff, since });
  return true;
}

/** Takes roles or every way in away from a staff member again. */
export async function shutAgain(
  tx: Tx,
  world: World,
  { subject, entry }: { subject: OpenSubject; entry: Entry },
): Promise<boolean> {
  const { service: house, id } = subject.record;
  const rules = rulesOf(entry);
  if (rules.includes(stopRules.made)) return stopAgain(tx, world, { staff: id, entry });
  if (rules.includes(stopRules.lifted)) return !(await tx.reading.lift(house, id, liftedAt(entry)));
  const roles = rules.flatMap((rule) => roleTakenBy(rule) ?? []);
  for (const role of roles) await tx.staff.revoke(id, entry.matter as Id, role);
  const member = rules.some((rule) => shutting.includes(rule)) ? await tx.staff.member(house, id) : undefined;
  if (!member) return roles.length > 0;
  await tx.segments.remove(house, id, 'credential', 'ordinary');
  await tx.secondFactors.removeAll(house, id);
  await tx.tickets.removeOf(house, 'set-up', id);
  const state = rules.includes('entry-reset') ? 'invited' : 'ended';
  await tx.staff.putMember({ ...member, state, since: Date.parse(entry.at) });
  return true;
}
