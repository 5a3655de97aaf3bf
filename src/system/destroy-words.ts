import { addDays, type Id } from '../base/index.ts';
import { fewestDays, termEndsOn, termOf } from '../retention/index.ts';
import type { Tx } from '../store/index.ts';
import { ask } from './ask.ts';
import { termedPolicy } from './terms.ts';
import { headOf, policyVersion, type World } from './world.ts';

/** Requests whose words are looked at in one step. */
const requestsAtOnce = 100;

/** The category whose term the words of requests follow. */
const category = 'correspondence';

/** Of entries under which the words of a request went. */
export const wordsRule = 'words-term-over';

/**
 * Destroys the words of requests that were answered so long ago that the term of correspondence is over; the
 * request itself, its clock and its outcome stay. Of whoever is blocked or held nothing goes.
 *
 * @returns of how many requests
 * @law 94-V Art. 12(2)
 */
export async function destroyWords(
  tx: Tx,
  world: World,
  at: { service: Id; on: string; act: () => Promise<Id> },
): Promise<number> {
  const { service, on } = at;
  const { hash } = await headOf(tx, service);
  const version = await policyVersion(tx, world, { service, hash });
  const policy = await termedPolicy(tx, { service, policy: version.policy });
  const days = fewestDays(termOf(policy, category) ?? {});
  if (!Number.isFinite(days)) return 0;
  // A day of slack for the zone; which are due is said by the calendar below.
  const before = Date.parse(`${addDays(on, 1 - days)}T00:00:00Z`);
  const rows = await tx.retention.words.closed(service, { category, before, limit: requestsAtOnce });
  let gone = 0;
  for (const { subject, id, closedAt } of rows) {
    const last = termEndsOn(policy, { category, at: closedAt }, world.law);
    if (last === undefined || last >= on) continue;
    await at.act();
    if (await destroyOne(tx, world, { service, subject, id })) gone += 1;
  }
  return gone;
}

async function destroyOne(tx: Tx, world: World, at: { service: Id; subject: Id; id: Id }): Promise<boolean> {
  const { service, subject, id } = at;
  const request = {
    actor: { role: 'system' as const },
    verb: 'destroy' as const,
    ...{ service, subject, purpose: 'destruction', channel: 'job' as const, matter: id },
    categories: [category],
  };
  const because = [{ rule: wordsRule, article: '94-V Art. 12(2)' }];
  const { decision } = await ask(tx, world, request, { mode: 'update', because });
  return decision.allowed && (await tx.retention.words.drop(service, subject, id)) > 0;
}
