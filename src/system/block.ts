import { type Id, KepilError, newId } from '../base/index.ts';
import type { GateRequest, StaffRole } from '../gate/index.ts';
import type { BlockRecord, RequestRecord, ServiceRecord, Tx } from '../store/index.ts';
import { type Asking, ask, decided, Refused } from './ask.ts';
import { actingAs, declaredCategories, type Me } from './cabinet.ts';
import { actorOf, byClerk, type Clerk, within } from './clerk.ts';
import { requestIn } from './requests.ts';
import type { World } from './world.ts';

/** Roles that may block a person's data and lift the block. */
const blocking: readonly StaffRole[] = ['officer'];

/** Whether a clerk may block data. */
export function mayBlock(clerk: Pick<Clerk, 'roles'>): boolean {
  return clerk.roles.some((role) => blocking.includes(role));
}

/** Why a block is lifted: the violation was not confirmed, or it was put right. */
export const liftReasons = ['not-confirmed', 'put-right'] as const;

/** One of the reasons. */
export type LiftReason = (typeof liftReasons)[number];

/** The law's rule on a violation that is not confirmed, and on one that is. */
const because: Readonly<Record<LiftReason, { readonly rule: string; readonly article: string }>> = {
  'not-confirmed': { rule: 'violation-not-confirmed', article: '94-V Art. 25(2)(8)' },
  'put-right': { rule: 'violation-put-right', article: '94-V Art. 25(2)(8)' },
};

/** What keeps a block from being made or lifted. */
export type BlockProblem = 'request-closed' | 'block-stands' | 'block-lifted' | 'lift-reason-missing';

/** The person whose data a request is about. */
export function aboutWhom(row: RequestRecord): Id {
  return row.about ?? row.subject;
}

/** The block in force of the person a request is about, and whether it is lifted in this matter. */
export async function blockOf(
  world: World,
  row: RequestRecord,
): Promise<(BlockRecord & { readonly here: boolean }) | undefined> {
  return world.store.transaction(async (tx) => {
    const block = await tx.blocks.inForce(row.service, aboutWhom(row));
    return block && { ...block, here: await liftsHere(tx, row, block) };
  });
}

/**
 * Blocks a person's data in the matter of their open request: from this commit on they are stored and nothing
 * else, but for the rights desk; destruction is frozen too. A second block changes nothing.
 *
 * @throws Refused
 * @law 94-V Art. 1(3), 24(1)(3), 25(2)(8)
 */
export async function blockData(
  world: World,
  clerk: Clerk,
  at: { service: ServiceRecord; id: string },
): Promise<{ ok: true } | { problem: BlockProblem }> {
  return decided(world, async (tx) => {
    const row = await requestIn(tx, at);
    if (row.closedAt !== undefined) return { problem: 'request-closed' as const };
    const who = aboutWhom(row);
    await tx.subjects.lock(row.service, who, 'update');
    if (await tx.blocks.inForce(row.service, who)) return { problem: 'block-stands' as const };
    const by = within(clerk, blocking, 'block-beyond-role');
    const entry = await asked(tx, world, { row, verb: 'block', doer: doerOf(by) });
    await putBlock(tx, world, { row, entry });
    return { ok: true as const };
  });
}

/**
 * Blocks the data a request is about at once, before anybody looked at it; nothing when they are blocked. The
 * sessions of whom they belong to end.
 *
 * @throws Refused
 * @law 94-V Art. 25(2)(8)
 */
export async function blockAtOnce(tx: Tx, world: World, row: RequestRecord): Promise<void> {
  const who = aboutWhom(row);
  await tx.subjects.lock(row.service, who, 'update');
  if (await tx.blocks.inForce(row.service, who)) return;
  const doer = { actor: { role: 'system' as const }, channel: 'job' as const };
  const entry = await asked(tx, world, { row, verb: 'block', doer });
  await putBlock(tx, world, { row, entry });
  await tx.sessions.removeAll(row.service, who);
}

async function putBlock(tx: Tx, world: World, of: { row: RequestRecord; entry: Id }): Promise<void> {
  const { row, entry } = of;
  const now = world.now();
  const block = { id: newId(now, world.crypto.random), request: row.id, since: now, entry };
  await tx.blocks.insert(row.service, aboutWhom(row), block);
  await tx.subjects.bumpVersion(row.service, aboutWhom(row));
}

/**
 * Lifts the block that was made in the matter of a request, whether or not that is answered by now.
 *
 * @throws Refused
 * @law 94-V Art. 25(2)(8)
 */
export async function unblockData(
  world: World,
  clerk: Clerk,
  at: { service: ServiceRecord; id: string; reason?: LiftReason },
): Promise<{ ok: true } | { problem: BlockProblem }> {
  const { reason } = at;
  if (reason === undefined) return { problem: 'lift-reason-missing' };
  return decided(world, async (tx) => {
    const row = await requestIn(tx, at);
    const lifted = await liftBlock(tx, world, { clerk, row, reason });
    return lifted ? { ok: true as const } : { problem: 'block-lifted' as const };
  });
}

/**
 * Lifts the block made in the matter of a request.
 *
 * @returns whether there was one
 * @throws Refused; KepilError `ERR_FORBIDDEN` when no role of the clerk may lift one
 */
export async function liftBlock(
  tx: Tx,
  world: World,
  what: { clerk: Clerk; row: RequestRecord; reason: LiftReason },
): Promise<boolean> {
  const { row, reason } = what;
  const who = aboutWhom(row);
  await tx.subjects.lock(row.service, who, 'update');
  const block = await tx.blocks.inForce(row.service, who);
  if (!block || !(await liftsHere(tx, row, block))) return false;
  const by = within(what.clerk, blocking, 'block-beyond-role');
  await asked(tx, world, { row, verb: 'unblock', doer: doerOf(by), reason });
  await tx.blocks.lift(row.service, who, { id: block.id, at: world.now() });
  await tx.subjects.bumpVersion(row.service, who);
  return true;
}

/**
 * Lifts the block made in the matter of a request, for who may act for the person and consents for them: what
 * it protected against is put right. Nothing when another matter blocks.
 *
 * @throws Refused
 */
export async function liftByGuardian(tx: Tx, world: World, what: { me: Me; request: Id }): Promise<void> {
  const { me, request } = what;
  const who = { service: me.service.id, subject: me.subject };
  const block = await tx.blocks.inForce(who.service, who.subject);
  if (block?.request !== request) return;
  const categories = await declaredCategories(tx, world, who);
  const asked = { verb: 'unblock' as const, purpose: 'blocking', channel: 'cabinet' as const };
  const because = [{ rule: 'guardian-consented', article: '94-V Art. 25(2)(8)' }];
  const { decision, entry } = await ask(
    tx,
    world,
    { ...asked, ...who, categories, ...actingAs(me) },
    { mode: 'update', because },
  );
  if (!decision.allowed) throw new Refused(decision.because, entry);
  await tx.blocks.lift(who.service, who.subject, { id: block.id, at: world.now() });
  await tx.subjects.bumpVersion(who.service, who.subject);
}

/**
 * Whether a block is lifted in this matter: it was made there, or its own is lost, as after a restoration,
 * and this one is open.
 */
export async function liftsHere(tx: Tx, row: RequestRecord, block: BlockRecord): Promise<boolean> {
  if (block.request === row.id) return true;
  return row.closedAt === undefined && (await tx.requests.get(row.service, block.request)) === undefined;
}

/** Who blocks or lifts, and by which way. */
type BlockDoer = Pick<GateRequest, 'actor' | 'channel'> & Pick<Asking, 'actorKeys' | 'roles'>;

const doerOf = (by: Clerk): BlockDoer => ({ actor: actorOf(by), channel: 'console', ...byClerk(by) });

async function asked(
  tx: Tx,
  world: World,
  what: { row: RequestRecord; verb: 'block' | 'unblock'; doer: BlockDoer; reason?: LiftReason },
): Promise<Id> {
  const { row, verb, reason } = what;
  const { actor, channel, ...by } = what.doer;
  const who = { service: row.service, subject: aboutWhom(row) };
  const request = {
    actor,
    verb,
    ...who,
    categories: await declaredCategories(tx, world, who),
    purpose: 'blocking',
    channel,
    matter: row.id,
  };
  const reasons = reason ? { because: [because[reason]] } : {};
  const { decision, entry } = await ask(tx, world, request, { mode: 'update', ...by, ...reasons });
  if (!decision.allowed) throw new Refused(decision.because, entry);
  if (entry === undefined) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  return entry;
}
