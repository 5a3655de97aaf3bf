import { type Id, KepilError, type Problem } from '../base/index.ts';
import type { LookRecord, PolicyHeadRecord, PolicyVersionRecord, ServiceRecord, Tx } from '../store/index.ts';
import type { Speaker } from '../words/index.ts';
import { actorOf, type Clerk } from './clerk.ts';
import { record } from './entries.ts';
import { accentFor, accents, type Face, faceOf, markFor, namedIn, sayName } from './faces.ts';
import { faultInLine, isBlank } from './typed.ts';
import { inForceOf, policyVersion, type World } from './world.ts';

/** The longest name an officer may give, in characters. */
export const longestName = 60;
/** The longest mark. */
export const longestMark = 3;

/** A service with its version in force and its face. */
export interface FacedService {
  readonly service: ServiceRecord;
  readonly head: PolicyHeadRecord;
  readonly version: PolicyVersionRecord;
  readonly face: Face;
}

/** Every running service with its face, by key. One look at each table; policies from the shelf. */
export async function listFaces(world: World): Promise<readonly FacedService[]> {
  return world.store.look((tx) => facesIn(tx, world));
}

async function facesIn(tx: Tx, world: World): Promise<readonly FacedService[]> {
  const [services, heads, looks] = [
    await tx.services.list(),
    new Map((await tx.policies.inForce()).map((head) => [head.service, head])),
    new Map((await tx.looks.list()).map((look) => [look.service, look])),
  ];
  const faced: FacedService[] = [];
  for (const service of services) {
    const head = heads.get(service.id);
    if (service.kind !== 'service' || !head) continue;
    const version = await policyVersion(tx, world, { service: service.id, hash: head.hash });
    const face = faceOf(service, version, looks.get(service.id));
    faced.push({ service, head, version: { ...version, ...head }, face });
  }
  return faced.sort((a, b) => (a.service.key < b.service.key ? -1 : 1));
}

/** One service with its face. @throws KepilError `ERR_NOT_FOUND` when it has no policy */
export async function faceAt(tx: Tx, world: World, service: ServiceRecord): Promise<FacedService> {
  const head = inForceOf(await tx.policies.heads(service.id));
  if (!head) throw new KepilError('ERR_NOT_FOUND', 'policy-not-found');
  const version = await policyVersion(tx, world, { service: service.id, hash: head.hash });
  const face = faceOf(service, version, await tx.looks.get(service.id));
  return { service, head, version: { ...version, ...head }, face };
}

/** Everything a service is called by: its key, its name, its operator, its sites. */
export function namesOf({ service, version, face }: FacedService): readonly string[] {
  const { operator, services } = version.policy;
  const hosts = services.flatMap(({ host }) => host ?? []);
  return [service.key, face.name ?? '', operator.name ?? '', ...hosts];
}

/** @see faceAt */
export function faceOfService(world: World, service: ServiceRecord): Promise<FacedService> {
  return world.store.look((tx) => faceAt(tx, world, service));
}

/** What a service is called in a message to somebody. */
export async function nameFor(tx: Tx, world: World, what: { service: ServiceRecord; speaker: Speaker }) {
  const { face } = await faceAt(tx, world, what.service);
  return sayName(what.speaker, face, what.service.key);
}

/**
 * Gives every service that has none a look, and sees that no two are called the same: those that would be are
 * called with their keys. To be done whenever a service or its name may be new.
 */
export async function settleLooks(tx: Tx, world: World): Promise<void> {
  const oldestFirst = [...(await facesIn(tx, world))].sort((a, b) => (a.service.id < b.service.id ? -1 : 1));
  const looks = new Map((await tx.looks.list()).map((look) => [look.service, look]));
  const names = oldestFirst.map(({ service, version }) =>
    plain(looks.get(service.id)?.name ?? namedIn(version) ?? service.key),
  );
  for (const [at, one] of oldestFirst.entries()) {
    const known = looks.get(one.service.id);
    const withKey = names.some((name, other) => other !== at && name === names[at]);
    if (known?.withKey === withKey) continue;
    const look = { ...(known ?? newLook(one, [...looks.values()])), withKey };
    looks.set(one.service.id, look);
    await tx.looks.put(look);
  }
}

/** A name as people compare it: small letters, no signs. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function newLook({ service, version }: FacedService, others: readonly LookRecord[]): LookRecord {
  const mark = markFor(namedIn(version), service.key);
  const known = others.flatMap(({ mark: other, accent }) => {
    const found = accents.find((one) => one === accent);
    return found ? [{ mark: other, accent: found }] : [];
  });
  return { service: service.id, mark, accent: accentFor(service.key, mark, known), withKey: false };
}

/** A look as the officer sends it. */
export interface LookForm {
  readonly name: string;
  readonly mark: string;
  readonly accent: string;
}

/** The look of a service as its form shows it. */
export async function lookOf(world: World, service: ServiceRecord): Promise<LookForm & { named: string }> {
  return world.store.transaction(async (tx) => {
    const { face, version } = await faceAt(tx, world, service);
    const look = await tx.looks.get(service.id);
    return { name: look?.name ?? '', mark: face.mark, accent: face.accent, named: namedIn(version) ?? '' };
  });
}

/** Changes name, mark and accent of a service; the change is an entry. @returns what is wrong, if anything */
export async function changeLook(
  world: World,
  clerk: Clerk,
  what: { service: ServiceRecord; look: LookForm },
): Promise<readonly Problem[]> {
  const look = { name: what.look.name.trim(), mark: what.look.mark.trim(), accent: what.look.accent };
  return world.store.transaction(async (tx) => {
    const others = (await tx.looks.list()).filter((row) => row.service !== what.service.id);
    const problems = checkLook(look, others);
    if (problems.length > 0) return problems;
    const row = { service: what.service.id, mark: look.mark, accent: look.accent, withKey: false };
    await tx.looks.put({ ...row, ...(look.name !== '' && { name: look.name }) });
    await settleLooks(tx, world);
    await recordLook(tx, world, { service: what.service.id, clerk });
    return [];
  });
}

function checkLook(look: LookForm, others: readonly LookRecord[]): readonly Problem[] {
  const problems: Problem[] = [];
  const fault = (code: string, field: string, n?: number) =>
    problems.push({ code, severity: 'error', field, ...(n !== undefined && { params: { n } }) });
  if ([...look.name].length > longestName) fault('field-too-long', 'name', longestName);
  const unfit = look.name !== '' && isBlank(look.name) ? 'field-characters' : faultInLine(look.name);
  if (unfit) fault(unfit, 'name');
  if (!/^[\p{L}\p{N}]{1,3}$/u.test(look.mark)) fault('mark-malformed', 'mark', longestMark);
  if (!accents.some((accent) => accent === look.accent)) fault('accent-unknown', 'accent');
  const taken = others.some(({ mark, accent }) => mark === look.mark && accent === look.accent);
  if (taken) fault('look-taken', 'mark');
  return problems;
}

function recordLook(tx: Tx, world: World, at: { service: Id; clerk: Clerk }): Promise<Id> {
  return record(tx, world, {
    service: at.service,
    kind: 'policy',
    outcome: 'done',
    actor: actorOf(at.clerk),
    actorKeys: at.clerk.keys,
    channel: 'console',
    because: [{ rule: 'look-changed' }],
  });
}
