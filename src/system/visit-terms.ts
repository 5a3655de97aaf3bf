import { addDays, type Id, type Problem } from '../base/index.ts';
import { type VisitTerm, visitTermOf } from '../retention/index.ts';
import type { ServiceRecord, Tx } from '../store/index.ts';
import { actorOf, type Clerk } from './clerk.ts';
import { record } from './entries.ts';
import { declaredIn } from './visit-rules.ts';
import { headOf, policyVersion, type World } from './world.ts';

/** How long visits are kept under the policy in force, and whether it declares any. */
export interface ServiceVisitTerm extends VisitTerm {
  /** Categories of visits the policy declares; none, and nothing is recorded. */
  readonly categories: readonly string[];
  /** What the officer chose, if anything. */
  readonly chosen?: number;
}

/** @see ServiceVisitTerm */
export async function visitTermIn(tx: Tx, world: World, service: Id): Promise<ServiceVisitTerm> {
  const { hash } = await headOf(tx, service);
  const { policy } = await policyVersion(tx, world, { service, hash });
  const chosen = (await tx.visits.term(service))?.days;
  const term = visitTermOf(policy, chosen);
  return { ...term, categories: declaredIn(policy), ...(chosen !== undefined && { chosen }) };
}

/** @see ServiceVisitTerm */
export function visitTermFor(world: World, service: ServiceRecord): Promise<ServiceVisitTerm> {
  return world.store.transaction((tx) => visitTermIn(tx, world, service.id));
}

/**
 * Sets how long visits are kept: `typed` days, within what the policy says; empty for what it says. A shorter
 * term holds for the days that are kept already, a longer one from today. The change is an entry.
 *
 * @returns what is wrong, if anything
 * @law 94-V Art. 12(2)
 */
export async function changeVisitTerm(
  world: World,
  clerk: Clerk,
  what: { service: ServiceRecord; typed: string },
): Promise<readonly Problem[]> {
  const { service } = what;
  const typed = what.typed.trim();
  return world.store.transaction(async (tx) => {
    const { most } = await visitTermIn(tx, world, service.id);
    const days = /^[1-9]\d{0,3}$/.test(typed) ? Number(typed) : undefined;
    if (typed !== '' && (days === undefined || days > most))
      return [{ code: 'visit-term-range', severity: 'error', field: 'visitDays', params: { n: most } }];
    if (days === undefined) await tx.visits.dropTerm(service.id);
    else await tx.visits.putTerm({ service: service.id, days, setAt: world.now() });
    await shortenDays(tx, world, service.id);
    await record(tx, world, {
      service: service.id,
      kind: 'policy',
      outcome: 'done',
      actor: actorOf(clerk),
      actorKeys: clerk.keys,
      channel: 'console',
      because: [{ rule: 'visit-term-changed', article: '94-V Art. 12(2)' }],
      counts: { days: (await visitTermIn(tx, world, service.id)).days },
    });
    return [];
  });
}

/** Brings the ends of the days that are kept within the term in force; none comes later by it. */
export async function shortenDays(tx: Tx, world: World, service: Id): Promise<void> {
  const kept = await tx.visits.days(service);
  if (kept.length === 0) return;
  const { days } = await visitTermIn(tx, world, service);
  for (const { day, endsOn } of kept) {
    const end = addDays(day, days);
    if (end < endsOn) await tx.visits.endBy(service, day, end);
  }
}
