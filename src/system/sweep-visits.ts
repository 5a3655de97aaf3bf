import type { CivilDate, Id } from '../base/index.ts';
import { today } from './cabinet.ts';
import { noteVisitsDestroyed } from './visit-days.ts';
import { shortenDays } from './visit-terms.ts';
import type { World } from './world.ts';

/** Rows removed at once: few enough that nobody waits for the sweep. */
const rowsAtOnce = 1_000;

/**
 * Destroys the days of visits whose term is over: the key of the day in one commit with its entry and count,
 * from which moment nothing of it opens; then its rows, some at a time. Killed anywhere in between, it goes
 * on where it stopped. A service that fails is told of and does not hold up the others.
 *
 * @returns how many days were finished
 * @law 94-V Art. 12(2), 18
 */
export async function sweepVisits(world: World, onFault: (error: Error) => void): Promise<number> {
  const services = await world.store.transaction((tx) => tx.services.list());
  let done = 0;
  for (const { id, kind } of services) {
    if (kind !== 'service') continue;
    try {
      done += await sweepService(world, id);
    } catch (error) {
      onFault(error as Error);
    }
  }
  return done;
}

async function sweepService(world: World, service: Id): Promise<number> {
  const days = await world.store.transaction(async (tx) => {
    await shortenDays(tx, world, service);
    return tx.visits.days(service);
  });
  const over = days.filter(({ key, endsOn }) => key === undefined || endsOn < today(world));
  for (const { day } of over) {
    await destroyDay(world, { service, day });
    await removeRows(world, { service, day });
  }
  return over.length;
}

async function destroyDay(world: World, at: { service: Id; day: CivilDate }): Promise<void> {
  await world.store.transaction(async (tx) => {
    const visits = await tx.visits.destroyKey(at.service, at.day);
    if (visits === undefined) return;
    await noteVisitsDestroyed(tx, world, {
      service: at.service,
      because: { rule: 'visit-term-over', article: '94-V Art. 12(2)' },
      counts: { keys: 1, visits },
    });
  });
}

async function removeRows(world: World, at: { service: Id; day: CivilDate }): Promise<void> {
  for (;;) {
    const gone = await world.store.transaction((tx) => tx.visits.removeSome(at.service, at.day, rowsAtOnce));
    if (gone < rowsAtOnce) break;
  }
  await world.store.transaction((tx) => tx.visits.removeDay(at.service, at.day));
}
