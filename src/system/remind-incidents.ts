import { addDays, civilDateAt, type Id } from '../base/index.ts';
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

/** The newest incidents that are looked through for alerts. */
const alertsLookedAt = 100;

/**
 * Tells the officers of each service by e-mail of incidents: of a new alert at once; of those whose notice to
 * the authorised body is not out once on each working day, with how many are late. Safe to run often and by
 * two at once.
 *
 * @returns how many services had something to remind of
 */
export async function remindOfIncidents(world: World, onFault: (error: Error) => void): Promise<number> {
  if (!world.post.email) return 0;
  const services = await world.store.transaction((tx) => tx.services.list());
  let reminded = 0;
  for (const service of services) {
    if (service.kind !== 'service') continue;
    try {
      if (await world.store.transaction((tx) => remind(tx, world, service))) reminded += 1;
    } catch (error) {
      onFault(error as Error);
    }
  }
  return reminded;
}

async function remind(tx: Tx, world: World, service: ServiceRecord): Promise<boolean> {
  const { zone } = world.law;
  const day = civilDateAt(world.now(), zone);
  const waiting = await tx.incidents.waiting(service.id, day);
  if (waiting.alerts + waiting.due === 0) return false;
  const fresh = await newAlerts(tx, world, service.id);
  const opens = endOfDay(addDays(day, -1), zone) + reminderHour * 3_600_000;
  const hours = world.now() >= opens && isWorkingDay(world.law, day);
  const daily = hours && (await tx.incidents.claimReminder(service.id, 'due', day));
  if (fresh === 0 && !daily) return false;
  await tellOfficers(tx, world, {
    ...{ service, template: 'staff-incidents-due', place: 'incidents' },
    params: { alerts: waiting.alerts, due: waiting.due, late: waiting.late },
  });
  return true;
}

/** Alerts of which nobody was told yet. */
async function newAlerts(tx: Tx, world: World, service: Id): Promise<number> {
  let fresh = 0;
  for (const { id, state, registeredAt } of await tx.incidents.list(service, { limit: alertsLookedAt })) {
    const day = civilDateAt(registeredAt, world.law.zone);
    if (state === 'alert' && (await tx.incidents.claimReminder(service, `alert:${id}`, day))) fresh += 1;
  }
  return fresh;
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
