import { addDays, civilDateAt } from '../base/index.ts';
import { endOfDay, isWorkingDay } from '../law/index.ts';
import { type MessageTemplate, messageText } from '../notice/index.ts';
import type { ServiceRecord, Tx } from '../store/index.ts';
import { speakerOf } from '../words/index.ts';
import { nameFor } from './looks.ts';
import { keepMessage } from './outbox.ts';
import { rolesAt } from './staff.ts';
import { dataOf, openSegments, openSubject } from './subjects.ts';
import { houseOf, type World } from './world.ts';

/** From which hour of a working day on officers are reminded, in the operator's zone. */
const reminderHour = 9;

/** Whether officers may be reminded now of what waits: on a working day, from nine in the morning on. */
export function isReminderTime(world: World): boolean {
  const { zone } = world.law;
  const day = civilDateAt(world.now(), zone);
  const opens = endOfDay(addDays(day, -1), zone) + reminderHour * 3_600_000;
  return world.now() >= opens && isWorkingDay(world.law, day);
}

/**
 * Reminds of something, service by service, each in a commit of its own; nobody where no carrier takes
 * e-mail. A service that fails keeps no other waiting: `onFault` is told, and it is tried again.
 *
 * @returns how many services had something to remind of
 */
export async function remindEach(
  world: World,
  onFault: (error: Error) => void,
  remind: (tx: Tx, service: ServiceRecord) => Promise<boolean>,
): Promise<number> {
  if (!world.post.email) return 0;
  const services = await world.store.transaction((tx) => tx.services.list());
  let reminded = 0;
  for (const service of services) {
    if (service.kind !== 'service') continue;
    try {
      if (await world.store.transaction((tx) => remind(tx, service))) reminded += 1;
    } catch (error) {
      onFault(error as Error);
    }
  }
  return reminded;
}

/** Writes to every officer of a service by e-mail, in their language. */
export async function tellOfficers(
  tx: Tx,
  world: World,
  what: {
    readonly service: ServiceRecord;
    readonly template: MessageTemplate;
    /** The place of the console it leads to. */
    readonly place: string;
    readonly params: Readonly<Record<string, number>>;
  },
): Promise<void> {
  const { service, template, params } = what;
  const house = (await houseOf(tx)).id;
  for (const member of await tx.staff.members(house, 'look')) {
    const roles = rolesAt({ house, roles: await tx.staff.roles(member.subject) }, service.id);
    if (member.state !== 'active' || !roles.includes('officer')) continue;
    const staff = await openSubject(tx, world, { service: house, id: member.subject, mode: 'share' });
    const to = staff && dataOf(await openSegments(tx, world, staff)).get('email')?.[0]?.value;
    if (!staff || !to) continue;
    const speaker = speakerOf(staff.record.language, world.law.zone);
    const link = `${world.origin()}/console/s/${service.key}/${what.place}`;
    const said = { service: await nameFor(tx, world, { service, speaker }), ...params, link };
    await keepMessage(tx, world, {
      ...{ service: house, owner: member.subject, key: staff.keys.subjectKey, template },
      message: { channel: 'email', to, ...messageText(speaker, template, said) },
    });
  }
}
