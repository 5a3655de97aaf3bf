import type { IncidentRecord, IncidentStep, ServiceRecord } from '../store/index.ts';
import type { Outcome } from './alerts.ts';
import type { Clerk } from './clerk.ts';
import { asDeciding, incidentIn, isSecondPerson, noteStep } from './incident-case.ts';
import type { World } from './world.ts';

const releasedRule = 'incident-names-released';

/** Whether a second person let the names of those it touches be seen, since it was computed who they are. */
export function isReleased(row: Pick<IncidentRecord, 'countedAt'>, steps: readonly IncidentStep[]): boolean {
  const { countedAt } = row;
  return countedAt !== undefined && steps.some(({ rule, at }) => rule === releasedRule && at >= countedAt);
}

/**
 * Lets the names of those an incident touches be seen: the decision of a second person, since whoever enters
 * an incident says how many people it is about. Computed anew, it has to be decided anew.
 *
 * @throws KepilError `ERR_FORBIDDEN`, `ERR_NOT_FOUND`
 * @law 94-V Art. 22(1)
 */
export async function releaseNames(
  world: World,
  clerk: Clerk,
  what: { readonly service: ServiceRecord; readonly id: string },
): Promise<Outcome> {
  const by = asDeciding(clerk);
  return world.store.transaction(async (tx) => {
    const { row } = await incidentIn(tx, world, { ...what, mode: 'update' });
    if (row.state !== 'open') return { problem: 'incident-decided' as const };
    if (row.countedAt === undefined) return { problem: 'incident-not-counted' as const };
    if (row.scope.staff.includes(by.id)) return { problem: 'incident-own' as const };
    if (!isSecondPerson(by, row)) return { problem: 'incident-names-second' as const };
    if (isReleased(row, await tx.incidents.steps(row.service, row.id))) return { ok: true as const };
    // Nothing else was done: the same person may close it.
    await noteStep(tx, world, { row, rule: releasedRule, article: '94-V Art. 22(1)', clerk: by });
    return { ok: true as const };
  });
}
