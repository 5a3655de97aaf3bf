import { canonicalJson, type Id, isId, KepilError, newId, textOf, utf8 } from '../base/index.ts';
import type { StaffRole } from '../gate/index.ts';
import type { IncidentRecord, ServiceRecord, Tx } from '../store/index.ts';
import { openBytes, sealBytes } from '../vault/index.ts';
import { actorOf, type Clerk, within } from './clerk.ts';
import { record } from './entries.ts';
import type { World } from './world.ts';

/** Roles that register incidents and work on them. */
const handling: readonly StaffRole[] = ['officer'];
/** Roles that decide about alerts, lift stops and close. */
const deciding: readonly StaffRole[] = ['approver', 'officer'];

/** Whether a clerk may register incidents and work on them. */
export function mayHandle(clerk: Pick<Clerk, 'roles'>): boolean {
  return clerk.roles.some((role) => handling.includes(role));
}

/** Whether one of the roles decides about incidents. */
export function decides(roles: readonly StaffRole[]): boolean {
  return roles.some((role) => deciding.includes(role));
}

/** The clerk in a role that works on incidents. @throws KepilError `ERR_FORBIDDEN` */
export function asHandling(clerk: Clerk): Clerk {
  return within(clerk, handling, 'incidents-beyond-role');
}

/** The clerk in a role that decides about incidents. @throws KepilError `ERR_FORBIDDEN` */
export function asDeciding(clerk: Clerk): Clerk {
  return within(clerk, deciding, 'incidents-beyond-role');
}

/** Whether a clerk may be the second person of an incident: neither worked on it, nor is it about them. */
export function isSecondPerson(
  { id }: Pick<Clerk, 'id'>,
  { handledBy, scope }: Pick<IncidentRecord, 'handledBy' | 'scope'>,
): boolean {
  return !handledBy.includes(id) && !scope.staff.includes(id);
}

/** What people wrote about an incident; sealed, since it may speak of somebody. */
export interface IncidentWords {
  /** What happened. */
  readonly what: string;
  /** The person responsible for personal data and how to reach them. */
  readonly contact: string;
  readonly measures: string;
  /** What the people concerned are told. */
  readonly message: string;
  /** Why they are not told, or why an alert is none. */
  readonly reason: string;
  readonly conclusions: string;
}

/** An incident of which nothing is said yet. */
export const noWords: IncidentWords = {
  ...{ what: '', contact: '', measures: '', message: '', reason: '', conclusions: '' },
};

/** The words with one more reason: what was decided before keeps its own. */
export function withReason(words: IncidentWords, reason: string): IncidentWords {
  const reasons = [words.reason, reason].filter((one) => one !== '');
  return { ...words, reason: reasons.join('\n') };
}

/** Whom an incident is about, for comparing: the store keeps the parts in an order of its own. */
export function aboutOf({ scope, kinds }: Pick<IncidentRecord, 'scope' | 'kinds'>): string {
  return canonicalJson({ scope: { ...scope }, kinds });
}

/** An incident with what was written about it. */
export interface OpenIncident {
  readonly row: IncidentRecord;
  readonly words: IncidentWords;
}

const contextOf = (id: Id) => `incident:${id}`;

/** Seals what is said of an incident, under a key of the service. */
export function sealIncident(world: World, at: { service: Id; id: Id }, words: IncidentWords): Uint8Array {
  const { draftKey } = world.keys.service(at.service);
  return sealBytes(draftKey, contextOf(at.id), utf8(JSON.stringify(words)), world.crypto);
}

/** An incident of a service, opened. @throws KepilError `ERR_NOT_FOUND`, `ERR_VAULT_SEALED` */
export async function incidentIn(
  tx: Tx,
  world: World,
  at: { service: Pick<ServiceRecord, 'id'>; id: string; mode: 'look' | 'update' },
): Promise<OpenIncident> {
  const { id: service } = at.service;
  const row = isId(at.id) ? await tx.incidents.get(service, at.id, at.mode) : undefined;
  if (!row) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  const bytes = openBytes(world.keys.service(service).draftKey, contextOf(row.id), row.sealed, world.crypto);
  if (!bytes) throw new KepilError('ERR_VAULT_SEALED', 'segment-refused');
  return { row, words: { ...noWords, ...(JSON.parse(textOf(bytes)) as IncidentWords) } };
}

/** A step of an incident: of a clerk, or of the system itself. */
export interface StepTaken {
  readonly row: Pick<IncidentRecord, 'service' | 'id'>;
  readonly rule: string;
  readonly article?: string;
  readonly clerk?: Clerk;
  readonly n?: number;
}

/** Writes a step into the timeline and into the log, which names nobody. @returns the entry */
export async function noteStep(tx: Tx, world: World, what: StepTaken): Promise<Id> {
  const { row, rule, article = '94-V Art. 25(2)(8)', clerk, n } = what;
  const now = world.now();
  const id = newId(now, world.crypto.random);
  const step = { service: row.service, incident: row.id, id, at: now, rule };
  await tx.incidents.addStep({ ...step, ...(clerk && { by: clerk.id }), ...(n !== undefined && { n }) });
  return record(tx, world, {
    service: row.service,
    kind: 'incident',
    outcome: 'done',
    ...(clerk
      ? { actor: actorOf(clerk), actorKeys: clerk.keys, channel: 'console' }
      : { actor: { role: 'system' as const }, channel: 'job' }),
    because: [{ rule, article }],
    matter: row.id,
    ...(n !== undefined && { counts: { people: n } }),
  });
}

/** Writes an incident anew, with a step; whoever does it has handled it. */
export async function putIncident(
  tx: Tx,
  world: World,
  what: OpenIncident & { clerk: Clerk; rule: string; n?: number },
): Promise<void> {
  const { row, words, clerk, rule, n } = what;
  const handledBy = [...new Set([...row.handledBy, clerk.id])];
  const sealed = sealIncident(world, row, words);
  await tx.incidents.put({ ...row, handledBy, sealed });
  await noteStep(tx, world, { row, rule, clerk, ...(n !== undefined && { n }) });
}
