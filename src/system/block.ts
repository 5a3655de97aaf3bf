import { type Id, KepilError, newId } from '../base/index.ts';
import type { StaffRole } from '../gate/index.ts';
import type { BlockRecord, RequestRecord, ServiceRecord, Tx } from '../store/index.ts';
import { ask, decided, Refused } from './ask.ts';
import { declaredCategories } from './cabinet.ts';
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

/** The block in force of the person whose request it is. */
export async function blockOf(world: World, row: RequestRecord): Promise<BlockRecord | undefined> {
  return world.store.transaction((tx) => tx.blocks.inForce(row.service, row.subject));
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
    await tx.subjects.lock(row.service, row.subject, 'update');
    if (await tx.blocks.inForce(row.service, row.subject)) return { problem: 'block-stands' as const };
    const entry = await asked(tx, world, { clerk, row, verb: 'block' });
    const now = world.now();
    const block = { id: newId(now, world.crypto.random), request: row.id, since: now, entry };
    await tx.blocks.insert(row.service, row.subject, block);
    await tx.subjects.bumpVersion(row.service, row.subject);
    return { ok: true as const };
  });
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
    await tx.subjects.lock(row.service, row.subject, 'update');
    const block = await tx.blocks.inForce(row.service, row.subject);
    if (block?.request !== row.id) return { problem: 'block-lifted' as const };
    await asked(tx, world, { clerk, row, verb: 'unblock', reason });
    await tx.blocks.lift(row.service, row.subject, { id: block.id, at: world.now() });
    await tx.subjects.bumpVersion(row.service, row.subject);
    return { ok: true as const };
  });
}

async function asked(
  tx: Tx,
  world: World,
  what: { clerk: Clerk; row: RequestRecord; verb: 'block' | 'unblock'; reason?: LiftReason },
): Promise<Id> {
  const { row, verb, reason } = what;
  const by = within(what.clerk, blocking, 'block-beyond-role');
  const request = {
    actor: actorOf(by),
    verb,
    service: row.service,
    subject: row.subject,
    categories: await declaredCategories(tx, world, row),
    purpose: 'blocking',
    channel: 'console' as const,
    matter: row.id,
  };
  const reasons = reason ? { because: [because[reason]] } : {};
  const { decision, entry } = await ask(tx, world, request, {
    mode: 'update',
    ...byClerk(by),
    ...reasons,
  });
  if (!decision.allowed) throw new Refused(decision.because, entry);
  if (entry === undefined) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  return entry;
}
