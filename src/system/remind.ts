import { addDays, type CivilDate, civilDateAt, type Id } from '../base/index.ts';
import { addWorkingDays, endOfDay, isWorkingDay } from '../law/index.ts';
import { messageText } from '../notice/index.ts';
import type { ServiceRecord, Tx } from '../store/index.ts';
import { speakerOf } from '../words/index.ts';
import { nameFor } from './looks.ts';
import { keepMessage } from './outbox.ts';
import { rolesAt } from './staff.ts';
import { dataOf, openSegments, openSubject } from './subjects.ts';
import { houseOf, type World } from './world.ts';

/** From which hour of a working day on officers are reminded, in the operator's zone. */
const reminderHour = 9;

/**
 * Reminds the officers of each service of the requests that are late, or due today or on the next working
 * day: once on each working day from nine in the morning on, by e-mail, where a carrier is set up. Safe to
 * run often and by two at once.
 *
 * A service that fails keeps no other waiting: `onFault` is told, and it is tried again.
 *
 * @returns how many services had something to remind of
 */
export async function remindOfRequests(world: World, onFault: (error: Error) => void): Promise<number> {
  if (!world.post.email) return 0;
  const { zone } = world.law;
  const day = civilDateAt(world.now(), zone);
  const opens = endOfDay(addDays(day, -1), zone) + reminderHour * 3_600_000;
  if (world.now() < opens || !isWorkingDay(world.law, day)) return 0;
  const services = await world.store.transaction((tx) => tx.services.list());
  let reminded = 0;
  for (const service of services) {
    if (service.kind !== 'service') continue;
    try {
      if (await world.store.transaction((tx) => remind(tx, world, { service, day }))) reminded += 1;
    } catch (error) {
      onFault(error as Error);
    }
  }
  return reminded;
}

async function remind(
  tx: Tx,
  world: World,
  { service, day }: { service: ServiceRecord; day: CivilDate },
): Promise<boolean> {
  if (!(await tx.requests.claimReminder(service.id, day))) return false;
  const soon = await tx.requests.dueBetween(service.id, day, addWorkingDays(world.law, day, 1));
  const { overdue } = await tx.requests.count(service.id, day);
  if (soon + overdue === 0) return false;
  const house = (await houseOf(tx)).id;
  for (const member of await tx.staff.members(house, 'look')) {
    if (member.state !== 'active') continue;
    const roles = rolesAt({ house, roles: await tx.staff.roles(member.subject) }, service.id);
    if (roles.includes('officer'))
      await tell(tx, world, { house, officer: member.subject, service, counts: { soon, late: overdue } });
  }
  return true;
}

async function tell(
  tx: Tx,
  world: World,
  what: {
    house: Id;
    officer: Id;
    service: ServiceRecord;
    counts: { readonly soon: number; readonly late: number };
  },
): Promise<void> {
  const { house, officer, service, counts } = what;
  const staff = await openSubject(tx, world, { service: house, id: officer, mode: 'share' });
  if (!staff) return;
  const to = dataOf(await openSegments(tx, world, staff)).get('email')?.[0]?.value;
  if (!to) return;
  const speaker = speakerOf(staff.record.language, world.law.zone);
  const name = await nameFor(tx, world, { service, speaker });
  const link = `${world.origin()}/console/s/${service.key}/requests`;
  const words = messageText(speaker, 'staff-requests-due', { service: name, ...counts, link });
  await keepMessage(tx, world, {
    ...{ service: house, owner: officer, key: staff.keys.subjectKey },
    ...{ template: 'staff-requests-due', message: { channel: 'email', to, ...words } },
  });
}
