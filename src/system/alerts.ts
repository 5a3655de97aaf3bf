import type { Id } from '../base/index.ts';
import type { ServiceRecord, StopRecord, Tx } from '../store/index.ts';
import type { Clerk } from './clerk.ts';
import {
  asDeciding,
  decides,
  incidentIn,
  type OpenIncident,
  putIncident,
  withReason,
} from './incident-case.ts';
import { noteStop, stopRules } from './raise-alert.ts';
import { rolesAt } from './staff.ts';
import { staffName } from './staff-name.ts';
import { faultInLine, isBlank } from './typed.ts';
import type { World } from './world.ts';

/** What keeps an incident from going on. */
export type IncidentProblem =
  | 'incident-decided'
  | 'incident-own'
  | 'incident-second-person'
  | 'incident-names-second'
  | 'incident-lacks'
  | 'incident-not-counted'
  | 'incident-notice-first'
  | 'words-empty'
  | 'field-too-long'
  | 'field-characters'
  | 'date-malformed'
  | 'time-malformed'
  | 'date-future'
  | 'date-before';

const longestWords = 4000;

/** What is wrong with a text of several lines; undefined when nothing is. */
export function faultInWords(words: string): IncidentProblem | undefined {
  if (words.length > longestWords) return 'field-too-long';
  return faultInLine(words.replaceAll(/\r?\n|\t/g, ' ')) === undefined ? undefined : 'field-characters';
}

interface At {
  readonly service: ServiceRecord;
  readonly id: string;
}

/** Done, or what is in the way. */
export type Outcome = { readonly ok: true } | { readonly problem: IncidentProblem };

/**
 * Decides about an alert: that it is explained, with the reason, which lifts the stop it came with; or that
 * it is an incident, which is then looked into. Nobody decides about themselves.
 *
 * @throws KepilError `ERR_FORBIDDEN`, `ERR_NOT_FOUND`
 * @law 94-V Art. 22(1)
 */
export async function decideAlert(
  world: World,
  clerk: Clerk,
  what: At & { readonly verdict: 'explained' | 'incident'; readonly words: string },
): Promise<Outcome> {
  const by = asDeciding(clerk);
  const reason = what.words.trim();
  const fault = faultInWords(reason) ?? (isBlank(reason) ? ('words-empty' as const) : undefined);
  if (fault) return { problem: fault };
  return world.store.transaction(async (tx) => {
    const found = await incidentIn(tx, world, { ...what, mode: 'update' });
    if (found.row.state !== 'alert') return { problem: 'incident-decided' as const };
    if (isAbout(found, by)) return { problem: 'incident-own' as const };
    const words = withReason(found.words, reason);
    if (what.verdict === 'incident') {
      const row = { ...found.row, state: 'open' as const };
      await putIncident(tx, world, { row, words, clerk: by, rule: 'incident-confirmed' });
      return { ok: true as const };
    }
    const row = { ...found.row, state: 'explained' as const, closedAt: world.now() };
    await putIncident(tx, world, { row, words, clerk: by, rule: 'incident-explained' });
    await lift(tx, world, { incident: row.id, clerk: by });
    return { ok: true as const };
  });
}

const isAbout = ({ row }: OpenIncident, { id }: Pick<Clerk, 'id'>) => row.scope.staff.includes(id);

/** Whether a clerk may decide about an incident: not about themselves. */
export function mayDecideAlert(clerk: Pick<Clerk, 'id'>, incident: OpenIncident): boolean {
  return !isAbout(incident, clerk);
}

async function lift(
  tx: Tx,
  world: World,
  { incident, clerk }: { incident: Id; clerk: Clerk },
): Promise<boolean> {
  const stop = await tx.reading.stopBy(incident);
  if (!stop) return false;
  const { service: house, subject: staff, place: service } = stop;
  if ((await tx.reading.lift(house, staff, { at: world.now(), by: clerk.id })) === 0) return false;
  // What they read before is decided about: they begin anew.
  await tx.reading.forget(service, staff);
  await noteStop(tx, world, { house, staff, service, rule: stopRules.lifted, clerk });
  return true;
}

/**
 * Lifts the stop of a staff member while the incident goes on, with a reason.
 *
 * @throws KepilError `ERR_FORBIDDEN`, `ERR_NOT_FOUND`
 */
export async function liftStop(
  world: World,
  clerk: Clerk,
  what: At & { readonly words: string },
): Promise<Outcome> {
  const by = asDeciding(clerk);
  const reason = what.words.trim();
  const fault = faultInWords(reason) ?? (isBlank(reason) ? ('words-empty' as const) : undefined);
  if (fault) return { problem: fault };
  return world.store.transaction(async (tx) => {
    const found = await incidentIn(tx, world, { ...what, mode: 'update' });
    if (isAbout(found, by)) return { problem: 'incident-own' as const };
    if (!(await lift(tx, world, { incident: found.row.id, clerk: by })))
      return { problem: 'incident-decided' as const };
    const words = withReason(found.words, reason);
    await putIncident(tx, world, { row: found.row, words, clerk: by, rule: 'incident-stop-lifted' });
    return { ok: true as const };
  });
}

/** The stop of a staff member, and the service at which it was made. */
export async function stopOfStaff(
  world: World,
  staff: { readonly id: Id; readonly house: Id },
): Promise<StopRecord | undefined> {
  return world.store.transaction((tx) => tx.reading.stopOf(staff.house, staff.id));
}

/** Names of those who may lift a stop: who decides about incidents where it was made, but not its holder. */
export async function whoLifts(world: World, stop: StopRecord): Promise<readonly string[]> {
  return world.store.transaction(async (tx) => {
    const names: string[] = [];
    for (const { subject, state } of await tx.staff.members(stop.service, 'look')) {
      if (state !== 'active' || subject === stop.subject) continue;
      const roles = rolesAt({ house: stop.service, roles: await tx.staff.roles(subject) }, stop.place);
      const name = decides(roles) ? await staffName(tx, world, subject) : undefined;
      if (name !== undefined) names.push(name);
    }
    return names;
  });
}
