import { type Id, KepilError } from '../base/index.ts';
import type { Actor } from '../gate/index.ts';
import type { PolicyHeadRecord, PolicyVersionRecord, ServiceRecord, Tx } from '../store/index.ts';
import { actorOf, type Clerk } from './clerk.ts';
import { record } from './entries.ts';
import { settleLooks } from './looks.ts';
import { forgetUndeclaredVisits } from './record-visits.ts';
import { visitTermIn } from './visit-terms.ts';
import { inForceOf, policyVersion, type World } from './world.ts';

/** The draft that waits for the officer beside the version in force; at most one does. */
export function waitingOf(heads: readonly PolicyHeadRecord[]): PolicyHeadRecord | undefined {
  const inForce = inForceOf(heads);
  return heads.find(({ status, version }) => status === 'draft' && version !== inForce?.version);
}

/** The version that was announced and waits for its day; at most one does. */
export function scheduledOf(heads: readonly PolicyHeadRecord[]): PolicyHeadRecord | undefined {
  return heads.find(({ status }) => status === 'scheduled');
}

/** Whether anyone may read this version: it is in force, was, or is announced. */
export function isPublic(head: PolicyHeadRecord, heads: readonly PolicyHeadRecord[]): boolean {
  const open = head.status === 'superseded' || head.status === 'scheduled';
  return open || head.version === inForceOf(heads)?.version;
}

/** A service's versions, newest first, and which of them waits. */
export interface Versions {
  readonly heads: readonly PolicyHeadRecord[];
  readonly inForce: PolicyHeadRecord;
  readonly waiting?: PolicyHeadRecord;
  /** Announced, and not in force yet. */
  readonly scheduled?: PolicyHeadRecord;
}

/** The versions of a service. @throws KepilError `ERR_NOT_FOUND` when it has none */
export async function versionsOf(tx: Tx, service: Id): Promise<Versions> {
  const heads = await tx.policies.heads(service);
  const inForce = inForceOf(heads);
  if (!inForce) throw new KepilError('ERR_NOT_FOUND', 'policy-not-found');
  const [waiting, scheduled] = [waitingOf(heads), scheduledOf(heads)];
  return { heads, inForce, ...(waiting && { waiting }), ...(scheduled && { scheduled }) };
}

/** @see versionsOf */
export function listVersions(world: World, service: ServiceRecord): Promise<Versions> {
  return world.store.transaction((tx) => versionsOf(tx, service.id));
}

/** A version by its number, whole. @throws KepilError `ERR_NOT_FOUND` */
export async function versionByNumber(
  world: World,
  service: ServiceRecord,
  number: number,
): Promise<PolicyVersionRecord> {
  return world.store.transaction(async (tx) => {
    const head = (await tx.policies.heads(service.id)).find(({ version }) => version === number);
    if (!head) throw new KepilError('ERR_NOT_FOUND', 'policy-not-found');
    return { ...(await policyVersion(tx, world, { service: service.id, hash: head.hash })), ...head };
  });
}

/** A version that anyone may read. @throws KepilError `ERR_NOT_FOUND` for a draft that waits or went */
export async function publicVersion(world: World, service: ServiceRecord, number: number) {
  const { heads } = await listVersions(world, service);
  const head = heads.find(({ version }) => version === number);
  if (!head || !isPublic(head, heads)) throw new KepilError('ERR_NOT_FOUND', 'policy-not-found');
  return versionByNumber(world, service, number);
}

/** What the officer can do with a draft beside approving it. */
export type DraftAct = 'drop' | 'reopen' | 'adopt' | 'recall';

/**
 * Turns the waiting draft down (`drop`), lets one that was turned down wait again (`reopen`), lets the
 * service run as the waiting draft while none of its versions is in force (`adopt`), or takes an announced
 * change back before its day (`recall`). Each is an entry; people stay on the version they agreed to.
 *
 * @throws KepilError `ERR_CONFLICT` when the version has become another thing since the page was shown
 */
export async function decideDraft(
  world: World,
  clerk: Clerk,
  what: { service: ServiceRecord; version: number; act: DraftAct },
): Promise<void> {
  await world.store.transaction(async (tx) => {
    await tx.services.lock(what.service.id);
    const versions = await versionsOf(tx, what.service.id);
    const head = versions.heads.find(({ version }) => version === what.version);
    const at = { service: what.service.id, actor: actorOf(clerk), actorKeys: clerk.keys };
    const fits = head && fitsTo(what.act, head, versions);
    if (!fits) throw new KepilError('ERR_CONFLICT', 'draft-changed');
    if (what.act === 'drop')
      await settle(tx, world, { ...at, head, status: 'dropped', rule: 'draft-dropped' });
    if (what.act === 'recall')
      await settle(tx, world, { ...at, head, status: 'dropped', rule: 'change-recalled' });
    if (what.act === 'reopen') await reopen(tx, world, { ...at, head, versions });
    if (what.act === 'adopt') await adopt(tx, world, { ...at, head, versions });
  });
}

function fitsTo(act: DraftAct, head: PolicyHeadRecord, { waiting, scheduled }: Versions): boolean {
  if (act === 'reopen') return head.status === 'dropped';
  return head === (act === 'recall' ? scheduled : waiting);
}

interface Settling {
  readonly service: Id;
  readonly actor: Actor;
  readonly actorKeys?: Clerk['keys'];
  readonly head: PolicyHeadRecord;
}

async function settle(
  tx: Tx,
  world: World,
  what: Settling & { status: PolicyHeadRecord['status']; rule: string },
): Promise<void> {
  const { service, head, status, rule, actor, actorKeys } = what;
  if (status !== head.status) await tx.policies.setStatus(service, head.version, status);
  await record(tx, world, {
    service,
    kind: 'policy',
    outcome: 'done',
    actor,
    ...(actorKeys && { actorKeys, channel: 'console' }),
    policy: head.hash,
    because: [{ rule }],
    counts: { version: head.version },
  });
}

/** A later draft took its place: told in the log, so that none goes in silence. */
export function replaceDraft(tx: Tx, world: World, what: Settling): Promise<void> {
  return settle(tx, world, { ...what, status: 'replaced', rule: 'draft-replaced' });
}

async function reopen(tx: Tx, world: World, what: Settling & { versions: Versions }): Promise<void> {
  const { head, versions } = what;
  if (versions.waiting) await replaceDraft(tx, world, { ...what, head: versions.waiting });
  // What waits is newer than what the service runs as: a reopened old draft gets a number of its own.
  const version = Math.max(...versions.heads.map((row) => row.version)) + 1;
  const row = await tx.policies.byHash(what.service, head.hash);
  if (!row) throw new KepilError('ERR_NOT_FOUND', 'policy-not-found');
  const { liveAt: _, completes: __, ...content } = row;
  await tx.policies.insert({ ...content, version, status: 'draft', createdAt: world.now() });
  await settle(tx, world, {
    ...what,
    head: { ...head, version, status: 'draft' },
    status: 'draft',
    rule: 'draft-reopened',
  });
}

async function adopt(tx: Tx, world: World, what: Settling & { versions: Versions }): Promise<void> {
  const { inForce } = what.versions;
  if (inForce.status !== 'draft') throw new KepilError('ERR_CONFLICT', 'draft-changed');
  const { categories: before } = await visitTermIn(tx, world, what.service);
  await tx.policies.setStatus(what.service, inForce.version, 'superseded');
  await settle(tx, world, { ...what, status: 'draft', rule: 'draft-adopted' });
  await forgetUndeclaredVisits(tx, world, { service: what.service, before });
  await settleLooks(tx, world);
}
