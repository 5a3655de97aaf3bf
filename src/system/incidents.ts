import { civilDateAt, type Id, newId, type Problem } from '../base/index.ts';
import {
  type IncidentState,
  lackingInNotice,
  type NoticeElement,
  type TellingRule,
  tellingRules,
} from '../incidents/index.ts';
import { dueOn } from '../law/index.ts';
import type {
  IncidentRecord,
  IncidentStep,
  ServiceRecord,
  StopRecord,
  TellingOutcome,
  Tx,
} from '../store/index.ts';
import { faultInWords, type Outcome } from './alerts.ts';
import type { Clerk } from './clerk.ts';
import {
  aboutOf,
  asDeciding,
  asHandling,
  incidentIn,
  noteStep,
  noWords,
  type OpenIncident,
  putIncident,
  sealIncident,
} from './incident-case.ts';
import { checkIncident, type IncidentForm, momentOf, scopeOf } from './incident-form.ts';
import { isReleased } from './incident-release.ts';
import { staffName } from './staff-name.ts';
import { isBlank } from './typed.ts';
import { headOf, policyVersion, type World } from './world.ts';

interface At {
  readonly service: ServiceRecord;
  readonly id: string;
}

/** Incidents of a service, newest first; what they say stays sealed. */
export async function listIncidents(
  world: World,
  at: { service: Id; after?: Id; limit: number },
): Promise<readonly { readonly row: IncidentRecord; readonly late: boolean }[]> {
  const page = { limit: at.limit, ...(at.after && { after: at.after }) };
  const rows = await world.store.transaction((tx) => tx.incidents.list(at.service, page));
  return rows.map((row) => ({ row, late: isLate(world, row) }));
}

/** Whether the authorised body should have been told by now. */
export function isLate(world: World, row: IncidentRecord): boolean {
  if (row.noticeAt !== undefined) return civilDateAt(row.noticeAt, world.law.zone) > row.dueOn;
  return row.closedAt === undefined && row.dueOn < civilDateAt(world.now(), world.law.zone);
}

/** An incident as it is worked on. */
export interface ShownIncident extends OpenIncident {
  readonly late: boolean;
  readonly steps: readonly (IncidentStep & { readonly name?: string })[];
  readonly tally: Readonly<Record<TellingOutcome | 'waiting', number>>;
  /** How many people it touches. */
  readonly affected: number;
  readonly lacks: readonly NoticeElement[];
  readonly rules: readonly TellingRule[];
  /** Names of the staff whose acts are meant, while they are there. */
  readonly staff: readonly string[];
  readonly stop?: StopRecord;
  /** A second person let the names of those it touches be seen. */
  readonly released: boolean;
}

/** Opens an incident for whoever works on it. @throws KepilError `ERR_NOT_FOUND` */
export async function openIncident(world: World, at: At): Promise<ShownIncident> {
  return world.store.transaction(async (tx) => {
    const found = await incidentIn(tx, world, { ...at, mode: 'look' });
    const { row, words } = found;
    const tally = await tx.incidents.tally(row.service, row.id);
    const affected = Object.values(tally).reduce((sum, n) => sum + n, 0);
    const counted = row.countedAt === undefined ? {} : { affected };
    const stop = await tx.reading.stopBy(row.id);
    return {
      ...found,
      ...{ tally, affected, late: isLate(world, row), staff: await namesOf(tx, world, row.scope.staff) },
      steps: await stepsOf(tx, world, row),
      released: isReleased(row, await tx.incidents.steps(row.service, row.id)),
      lacks: lackingInNotice({ ...words, ...counted }),
      rules: tellingRules({ kinds: row.kinds, affected }),
      ...(stop && { stop }),
    };
  });
}

async function namesOf(tx: Tx, world: World, ids: readonly Id[]): Promise<readonly string[]> {
  const names: string[] = [];
  for (const id of ids) names.push((await staffName(tx, world, id)) ?? id);
  return names;
}

async function stepsOf(tx: Tx, world: World, row: IncidentRecord) {
  const steps: (IncidentStep & { readonly name?: string })[] = [];
  const names = new Map<Id, string | undefined>();
  for (const step of await tx.incidents.steps(row.service, row.id)) {
    if (step.by !== undefined && !names.has(step.by)) names.set(step.by, await staffName(tx, world, step.by));
    const name = step.by === undefined ? undefined : names.get(step.by);
    steps.push({ ...step, ...(name !== undefined && { name }) });
  }
  return steps;
}

/** What an incident may be about, for its form: staff by name, API keys and recipients. */
export async function incidentChoices(world: World, service: ServiceRecord) {
  return world.store.transaction(async (tx) => {
    const house = await tx.services.byKey('_house');
    const members = house ? await tx.staff.members(house.id, 'look') : [];
    const staff: { key: string; name: string }[] = [];
    for (const { subject, state } of members) {
      const name = state === 'invited' ? undefined : await staffName(tx, world, subject);
      if (name !== undefined) staff.push({ key: subject, name });
    }
    const keys = (await tx.apiKeys.list(service.id)).map(({ id, name }) => ({ key: id, name }));
    const cards = await tx.recipients.list(service.id, { limit: 500 });
    const { hash } = await headOf(tx, service.id);
    const { policy } = await policyVersion(tx, world, { service: service.id, hash });
    return {
      ...{ staff, keys, policy },
      recipients: cards.map(({ id, name }) => ({ key: id, name })),
      purposes: policy.purposes.map(({ purpose }) => purpose),
    };
  });
}

/**
 * Registers an incident: what happened, when it was seen, whose acts it is about. The clock of the notice
 * begins with its detection.
 *
 * @throws KepilError `ERR_FORBIDDEN` when no role of the clerk may
 * @law 94-V Art. 25(2)(8)
 */
export async function registerIncident(
  world: World,
  clerk: Clerk,
  { service, form }: { service: ServiceRecord; form: IncidentForm },
): Promise<{ id: Id } | { problems: readonly Problem[] }> {
  const by = asHandling(clerk);
  const problems = [...checkIncident(world, form), ...(await unknownIn(world, service, form))];
  if (problems.length > 0) return { problems };
  const now = world.now();
  const id = newId(now, world.crypto.random);
  const at = { service: service.id, id };
  return world.store.transaction(async (tx) => {
    await tx.incidents.insert({
      ...{ ...at, state: 'open', source: 'staff', registeredAt: now, handledBy: [by.id] },
      ...saidBy(world, form),
      telling: 'undecided',
      sealed: sealIncident(world, at, { ...noWords, ...wordsIn(form) }),
    });
    await noteStep(tx, world, { row: at, rule: 'incident-registered', clerk: by });
    return { id };
  });
}

function saidBy(world: World, form: IncidentForm) {
  const detectedAt = momentOf(world, form.detectedOn, form.detectedTime);
  return {
    ...{ detectedAt, kinds: form.kinds, scope: scopeOf(world, form) },
    dueOn: dueOn(world.law, 'breach.authority', detectedAt),
  };
}

const wordsIn = ({ what, contact, measures }: IncidentForm) => ({ what, contact, measures });

/** Ids that name nobody here. */
async function unknownIn(world: World, service: ServiceRecord, form: IncidentForm): Promise<Problem[]> {
  const known = await incidentChoices(world, service);
  const lists = [
    ['staff', form.staff, known.staff.map(({ key }) => key)],
    ['key', form.keys, known.keys.map(({ key }) => key)],
    ['recipient', form.recipients, known.recipients.map(({ key }) => key)],
    ['purpose', form.purposes, known.purposes],
  ] as const;
  return lists
    .filter(([, sent, there]) => !sent.every((one) => there.includes(one)))
    .map(([field]) => ({ code: 'choice-unknown', severity: 'error' as const, field }));
}

/**
 * Puts an incident right while it is open. Of a scope that changed it must be computed anew whom it touches,
 * and decided anew whether they are told.
 *
 * @throws KepilError `ERR_FORBIDDEN`, `ERR_NOT_FOUND`
 */
export async function amendIncident(
  world: World,
  clerk: Clerk,
  what: At & { readonly form: IncidentForm },
): Promise<{ id: Id } | { problems: readonly Problem[] }> {
  const by = asHandling(clerk);
  const { service, form } = what;
  const problems = [...checkIncident(world, form), ...(await unknownIn(world, service, form))];
  if (problems.length > 0) return { problems };
  return world.store.transaction(async (tx) => {
    const found = await incidentIn(tx, world, { ...what, mode: 'update' });
    if (found.row.state !== 'open')
      return { problems: [{ code: 'incident-decided', severity: 'error' as const }] };
    // Nobody takes themselves out of an incident.
    if (found.row.scope.staff.includes(by.id) && !form.staff.includes(by.id))
      return { problems: [{ code: 'incident-own', severity: 'error' as const, field: 'staff' }] };
    const { countedAt, unnamed, ...rest } = found.row;
    const said = saidBy(world, form);
    const same = aboutOf(said) === aboutOf(rest);
    const settled = rest.telling === 'done' || rest.telling === 'none';
    const counted = {
      ...(same && countedAt !== undefined && { countedAt }),
      ...(same && unnamed !== undefined && { unnamed }),
    };
    const words = { ...found.words, ...wordsIn(form) };
    await putIncident(tx, world, {
      row: { ...rest, ...said, ...counted, ...(!same && settled && { telling: 'undecided' as const }) },
      ...{ words, clerk: by, rule: 'incident-amended' },
    });
    return { id: found.row.id };
  });
}

/**
 * Records that the notice went to the authorised body, how and when. It must be whole: what happened, whom to
 * ask, what was done, whom it touches.
 *
 * @throws KepilError `ERR_FORBIDDEN`, `ERR_NOT_FOUND`
 * @law 94-V Art. 25(2)(8)
 */
export async function noteNotice(
  world: World,
  clerk: Clerk,
  what: At & { readonly by: string; readonly at: number },
): Promise<Outcome> {
  const by = asHandling(clerk);
  if (what.at > world.now()) return { problem: 'date-future' };
  return world.store.transaction(async (tx) => {
    const { row, words } = await incidentIn(tx, world, { ...what, mode: 'update' });
    if (row.state !== 'open' || row.noticeAt !== undefined) return { problem: 'incident-decided' as const };
    if (row.countedAt === undefined) return { problem: 'incident-not-counted' as const };
    if (lackingInNotice({ ...words, affected: 0 }).length > 0) return { problem: 'incident-lacks' as const };
    if (what.at < row.detectedAt) return { problem: 'date-before' as const };
    const sent = { ...row, noticeAt: what.at, noticeBy: what.by };
    await putIncident(tx, world, { row: sent, words, clerk: by, rule: 'incident-notice-sent' });
    return { ok: true as const };
  });
}

/**
 * Closes an incident with conclusions: the decision of a second person, who neither registered it nor worked
 * on it. The body must have been told, and everybody who is to be told.
 *
 * @throws KepilError `ERR_FORBIDDEN`, `ERR_NOT_FOUND`
 * @law 94-V Art. 22(1)
 */
export async function closeIncident(
  world: World,
  clerk: Clerk,
  what: At & { readonly words: string },
): Promise<Outcome> {
  const by = asDeciding(clerk);
  const conclusions = what.words.trim();
  const fault = faultInWords(conclusions) ?? (isBlank(conclusions) ? ('words-empty' as const) : undefined);
  if (fault) return { problem: fault };
  return world.store.transaction(async (tx) => {
    const { row, words } = await incidentIn(tx, world, { ...what, mode: 'update' });
    const problem = keepsOpen(row, by);
    if (problem) return { problem };
    const closed = { ...row, state: 'closed' as const, closedAt: world.now() };
    const said = { ...words, conclusions };
    await putIncident(tx, world, { row: closed, words: said, clerk: by, rule: 'incident-closed' });
    return { ok: true as const };
  });
}

function keepsOpen(row: IncidentRecord, { id }: Pick<Clerk, 'id'>) {
  const open: IncidentState = 'open';
  if (row.state !== open) return 'incident-decided' as const;
  if (row.scope.staff.includes(id)) return 'incident-own' as const;
  if (row.handledBy.includes(id)) return 'incident-second-person' as const;
  const told = row.telling === 'done' || row.telling === 'none';
  return row.noticeAt !== undefined && told ? undefined : ('incident-notice-first' as const);
}
