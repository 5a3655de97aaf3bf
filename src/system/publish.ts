import { addDays, civilDateAt, type Id, isCivilDate, type Problem } from '../base/index.ts';
import { endOfDay } from '../law/index.ts';
import { type Finding, findingsOf, type Policy } from '../policy/index.ts';
import type {
  ChangeCounts,
  PolicyChangeRecord,
  PolicyHeadRecord,
  PolicyVersionRecord,
  ServiceRecord,
  Tx,
} from '../store/index.ts';
import { record } from './entries.ts';
import { settleLooks } from './looks.ts';
import { forgetUndeclaredVisits } from './record-visits.ts';
import { faultInLine, isBlank } from './typed.ts';
import { shortenDays, visitTermIn } from './visit-terms.ts';
import { inForceOf, type World } from './world.ts';

/** Why a policy is changed; `other` wants words. */
export const changeReasons = ['law', 'service', 'recipients', 'security', 'wording', 'other'] as const;

/** So many days after it is announced a change takes effect, unless the officer says otherwise. */
export const noticeDays = 10;

const latestDays = 366;
const longestNote = 500;

/** What the officer says of a change: from which day on it holds, and why. */
export interface Publication {
  /** `YYYY-MM-DD`. */
  readonly effectiveOn: string;
  readonly reason: string;
  readonly note: string;
}

/** The day a change takes effect unless the officer names another. */
export function usualEffect({ now, law }: Pick<World, 'now' | 'law'>): string {
  return addDays(civilDateAt(now(), law.zone), noticeDays);
}

/** What is wrong with what the officer says of a change. */
export function checkPublication(world: World, given: Publication): readonly Problem[] {
  const problems: Problem[] = [];
  const fault = (code: string, field: string) => problems.push({ code, severity: 'error', field });
  const today = civilDateAt(world.now(), world.law.zone);
  const day = given.effectiveOn.trim();
  if (!isCivilDate(day)) fault('date-malformed', 'effectiveOn');
  else if (day < today) fault('effect-past', 'effectiveOn');
  else if (day > addDays(today, latestDays)) fault('effect-far', 'effectiveOn');
  if (!changeReasons.some((reason) => reason === given.reason)) fault('change-reason-missing', 'reason');
  const unfit = given.note.length > longestNote ? 'note-too-long' : faultInLine(given.note);
  if (unfit) fault(unfit, 'note');
  else if (given.reason === 'other' && isBlank(given.note)) fault('change-note-missing', 'note');
  return problems;
}

/** What makes two findings the same though the text around them moved. */
const signOf = ({ rule, code, labels = [] }: Finding) =>
  [rule, code, ...labels.map((label) => label.join('.')).toSorted()].join(' ');

/**
 * Errors of the linter in a version that the one in force does not have: a change may take errors away, never
 * bring more. Judged by the law of today. One problem for each, with the rule's number.
 */
export function addedErrors(
  world: World,
  { before, after }: { before: PolicyVersionRecord; after: Pick<PolicyVersionRecord, 'policy' | 'text'> },
): readonly Problem[] {
  const day = civilDateAt(world.now(), world.law.zone);
  const errors = ({ policy, text }: { policy: Policy; text?: string }) =>
    findingsOf(policy, { law: world.law, day, text }).filter(({ severity }) => severity === 'error');
  const known = new Map<string, number>();
  for (const one of errors(before)) known.set(signOf(one), (known.get(signOf(one)) ?? 0) + 1);
  return errors(after).flatMap((one): readonly Problem[] => {
    const left = known.get(signOf(one)) ?? 0;
    known.set(signOf(one), left - 1);
    if (left > 0) return [];
    const law = one.law && { law: one.law.article };
    return [{ code: 'policy-adds-error', severity: 'error', params: { rule: one.rule }, ...law }];
  });
}

/** The instant at which a change holds: the beginning of its day, or now when that is today. */
function effectOf(world: World, { effectiveOn }: Publication): number {
  const begins = endOfDay(addDays(effectiveOn.trim(), -1), world.law.zone);
  return Math.max(begins, world.now());
}

/**
 * Announces a version that lies there as `scheduled`: everybody is told by the clock, and it holds from its
 * day on; when that is today, at once. Precondition: `checkPublication` found nothing.
 */
export async function announce(
  tx: Tx,
  world: World,
  what: { head: PolicyHeadRecord; publication: Publication },
): Promise<void> {
  const { head, publication } = what;
  const note = publication.note.trim();
  const effectiveAt = effectOf(world, publication);
  await tx.changes.insert({
    service: head.service,
    version: head.version,
    reason: publication.reason,
    ...(note !== '' && { note }),
    publishedAt: world.now(),
    effectiveAt,
  });
  if (effectiveAt <= world.now()) await takeEffect(tx, world, head);
}

/**
 * Puts an announced version in force in the place of the one before it, which stays readable. What it
 * narrows holds for everybody from this commit on. Precondition: the service is locked.
 *
 * @law 94-V Art. 25(2)(1-1)
 */
async function takeEffect(tx: Tx, world: World, head: PolicyHeadRecord): Promise<void> {
  const { service, version, hash } = head;
  const { categories: before } = await visitTermIn(tx, world, service);
  const old = inForceOf(await tx.policies.heads(service));
  if (old) await tx.policies.setStatus(service, old.version, 'superseded');
  await tx.policies.setStatus(service, version, 'live', world.now());
  // Everybody is looked through at once, not at the next round.
  await tx.changes.markTold(service, version, 0);
  await record(tx, world, {
    service,
    kind: 'policy',
    outcome: 'done',
    actor: { role: 'system' },
    channel: 'job',
    policy: hash,
    because: [{ rule: 'policy-took-effect' }],
    counts: { version },
  });
  await forgetUndeclaredVisits(tx, world, { service, before });
  await shortenDays(tx, world, service);
  await settleLooks(tx, world);
}

/**
 * Puts every announced version in force whose day has come. Two at once, or again: nothing happens twice.
 *
 * @returns the services whose policy changed
 */
export async function putDueInForce(world: World): Promise<readonly Id[]> {
  const due = await world.store.transaction((tx) => tx.changes.due(world.now()));
  const changed: Id[] = [];
  for (const { service, version } of due) {
    await world.store.transaction(async (tx) => {
      await tx.services.lock(service);
      const heads = await tx.policies.heads(service);
      const head = heads.find((row) => row.version === version && row.status === 'scheduled');
      if (!head) return;
      await takeEffect(tx, world, head);
      changed.push(service);
    });
  }
  return changed;
}

/** An announced change and whom it has reached; undefined where the version was never announced. */
export async function announcedChange(
  world: World,
  service: ServiceRecord,
  version: number,
): Promise<{ readonly change: PolicyChangeRecord; readonly counts: ChangeCounts } | undefined> {
  return world.store.transaction(async (tx) => {
    const change = await tx.changes.get(service.id, version);
    return change && { change, counts: await tx.changes.counts(service.id, version) };
  });
}
