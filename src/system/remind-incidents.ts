import { civilDateAt, type Id } from '../base/index.ts';
import type { ServiceRecord, Tx } from '../store/index.ts';
import { isReminderTime, remindEach, tellOfficers } from './tell-officers.ts';
import type { World } from './world.ts';

/** The newest incidents that are looked through for alerts. */
const alertsLookedAt = 100;

/**
 * Tells the officers of each service by e-mail of incidents: of a new alert at once; of those whose notice to
 * the authorised body is not out once on each working day, with how many are late. Safe to run often and by
 * two at once.
 *
 * @returns how many services had something to remind of
 */
export function remindOfIncidents(world: World, onFault: (error: Error) => void): Promise<number> {
  return remindEach(world, onFault, (tx, service) => remind(tx, world, service));
}

async function remind(tx: Tx, world: World, service: ServiceRecord): Promise<boolean> {
  const day = civilDateAt(world.now(), world.law.zone);
  const waiting = await tx.incidents.waiting(service.id, day);
  if (waiting.alerts + waiting.due === 0) return false;
  const fresh = await newAlerts(tx, world, service.id);
  const daily = isReminderTime(world) && (await tx.incidents.claimReminder(service.id, 'due', day));
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
