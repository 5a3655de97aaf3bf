import { type CivilDate, civilDateAt } from '../base/index.ts';
import { addWorkingDays } from '../law/index.ts';
import type { ServiceRecord, Tx } from '../store/index.ts';
import { isReminderTime, remindEach, tellOfficers } from './tell-officers.ts';
import type { World } from './world.ts';

/**
 * Reminds the officers of each service of the requests, and the consents on paper, that are late, or due
 * today or on the next working day: once on each working day from nine in the morning on, by e-mail, where a
 * carrier is set up. Safe to run often and by two at once.
 *
 * A service that fails keeps no other waiting: `onFault` is told, and it is tried again.
 *
 * @returns how many services had something to remind of
 */
export async function remindOfRequests(world: World, onFault: (error: Error) => void): Promise<number> {
  if (!isReminderTime(world)) return 0;
  return remindEach(world, onFault, (tx, service) => remind(tx, world, service));
}

async function remind(tx: Tx, world: World, service: ServiceRecord): Promise<boolean> {
  const day = civilDateAt(world.now(), world.law.zone);
  if (!(await tx.requests.claimReminder(service.id, day))) return false;
  const soon = await tx.requests.dueBetween(service.id, day, addWorkingDays(world.law, day, 1));
  const { overdue } = await tx.requests.count(service.id, day);
  if (soon + overdue > 0)
    await tellOfficers(tx, world, {
      ...{ service, template: 'staff-requests-due', place: 'requests', params: { soon, late: overdue } },
    });
  const papers = await remindOfPapers(tx, world, { service, day });
  return papers || soon + overdue > 0;
}

/** @returns whether papers wait that are due today or on the next working day, or late */
async function remindOfPapers(
  tx: Tx,
  world: World,
  { service, day }: { service: ServiceRecord; day: CivilDate },
): Promise<boolean> {
  const soon = await tx.papers.dueBetween(service.id, day, addWorkingDays(world.law, day, 1));
  const { late } = await tx.papers.count(service.id, day);
  if (soon + late === 0) return false;
  await tellOfficers(tx, world, {
    ...{ service, template: 'staff-papers-due', place: 'papers', params: { soon, late } },
  });
  return true;
}
