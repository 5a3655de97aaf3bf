import { type Id, newId } from '../base/index.ts';
import type { IncidentScope, IncidentSource, Threat } from '../incidents/index.ts';
import { dueOn } from '../law/index.ts';
import type { Tx } from '../store/index.ts';
import type { Clerk } from './clerk.ts';
import { record } from './entries.ts';
import { noteStep, noWords, sealIncident } from './incident-case.ts';
import { openSubject } from './subjects.ts';
import { houseOf, type World } from './world.ts';

/** What an alert says happened, and how its first step is called. */
const raised: Readonly<
  Record<Exclude<IncidentSource, 'staff'>, { readonly kinds: readonly Threat[]; readonly rule: string }>
> = {
  browsing: { kinds: ['access'], rule: 'alert-browsing' },
  log: { kinds: ['change'], rule: 'alert-log' },
  sealed: { kinds: ['change'], rule: 'alert-sealed' },
};

const nothing: Omit<IncidentScope, 'from' | 'to'> = {
  ...{ whole: false, staff: [], keys: [], recipients: [], purposes: [] },
};

/** What the system saw. */
export interface Alert {
  readonly service: Id;
  readonly source: keyof typeof raised;
  /** Since when, and by whom, as far as that is known. */
  readonly since: number;
  readonly staff?: Id;
  /** Made beforehand, when something must name it. */
  readonly id?: Id;
}

/**
 * Raises an alert: an incident that nobody has looked at. The clock of the notice to the authorised body runs
 * from now, so that it is decided in time.
 *
 * @returns its id
 * @law 94-V Art. 25(2)(8)
 */
export async function raiseAlert(tx: Tx, world: World, alert: Alert): Promise<Id> {
  const now = world.now();
  const { service, source, since, staff, id = newId(now, world.crypto.random) } = alert;
  const { kinds, rule } = raised[source];
  await tx.incidents.insert({
    ...{ service, id, state: 'alert', source, kinds, detectedAt: now, registeredAt: now },
    dueOn: dueOn(world.law, 'breach.authority', now),
    scope: { ...nothing, from: since, to: now, staff: staff === undefined ? [] : [staff] },
    ...{ handledBy: [], telling: 'undecided' },
    sealed: sealIncident(world, { service, id }, noWords),
  });
  await noteStep(tx, world, { row: { service, id }, rule });
  return id;
}

/** How long what stands broken raises no alert again after somebody explained the one before. */
const explainedMs = 86_400_000;

/**
 * Raises an alert about a whole service, unless one of its kind is open. What is not `fresh` but lasts
 * waits a day after one was explained: an explanation is no order to explain for ever.
 */
export async function raiseOnce(
  world: World,
  { service, source, fresh }: { service: Id; source: 'log' | 'sealed'; fresh: boolean },
): Promise<void> {
  await world.store.transaction(async (tx) => {
    await tx.services.lock(service);
    const now = world.now();
    if (await tx.incidents.alerted(service, source, fresh ? now : now - explainedMs)) return;
    await raiseAlert(tx, world, { service, source, since: now });
  });
}

/** The word of the entries of a stop in the log of the house; their matter is the service it happened at. */
export const stopRules = { made: 'staff-stopped', lifted: 'staff-stop-lifted' } as const;

/**
 * Stops a staff member: they open nothing until somebody else lifts it. Nothing happens when they are stopped
 * already, so that two at once raise one alert.
 */
export async function stopStaff(
  tx: Tx,
  world: World,
  { service, staff, since }: { service: Id; staff: Id; since: number },
): Promise<void> {
  const house = (await houseOf(tx)).id;
  const now = world.now();
  const [id, incident] = [newId(now, world.crypto.random), newId(now, world.crypto.random)];
  const stop = { service: house, subject: staff, id, incident, place: service, since: now };
  if (!(await tx.reading.stop(stop))) return;
  await raiseAlert(tx, world, { service, source: 'browsing', since, staff, id: incident });
  await noteStop(tx, world, { house, staff, service, rule: stopRules.made });
}

/** The entry of a stop, or of its end, in the log of the house. */
export async function noteStop(
  tx: Tx,
  world: World,
  what: { house: Id; staff: Id; service: Id; rule: string; clerk?: Clerk },
): Promise<void> {
  const { house, staff: id, service, rule, clerk } = what;
  const staff = await openSubject(tx, world, { service: house, id, mode: 'look' });
  await record(tx, world, {
    service: house,
    kind: 'staff',
    outcome: 'done',
    ...(clerk
      ? { actor: { role: clerk.roles[0], id: clerk.id }, actorKeys: clerk.keys, channel: 'console' }
      : { actor: { role: 'system' as const }, channel: 'job' }),
    because: [{ rule, article: '94-V Art. 22(1)' }],
    matter: service,
    ...(staff && { subject: { id, keys: staff.keys } }),
  });
}
