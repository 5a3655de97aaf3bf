import { civilDateAt, type Id } from '../../base/index.ts';
import { lateness } from '../delete-account.ts';
import { type DueFacts, dueFacts, dueOf } from '../due-people.ts';
import { dataOf, indexedFields } from '../subjects.ts';
import { keptUnder } from '../terms.ts';
import { counted, graceMs, type Probe, type Probing, type SampledSubject } from './probe.ts';

/** A destruction decided and not swept in time. */
async function unswept({ tx, service }: Probing, before: number): Promise<number> {
  const jobs = (await tx.destruction.pending(1)).filter((job) => job.service === service.id);
  const acts = await Promise.all(jobs.map(({ act }) => tx.destruction.act(service.id, act)));
  return acts.filter((act) => act === undefined || act.decidedAt < before).length;
}

/** A draft past its ten minutes, a destruction half done, a demand for deletion past its working day. */
async function stale(probing: Probing): Promise<number> {
  const { tx, world, service } = probing;
  const before = world.now() - graceMs;
  const oldest = await tx.drafts.oldestExpiry(service.id);
  const [next] = await tx.retention.deletions.list(service.id, 1);
  const late = next !== undefined && lateness(world, next).overdue;
  return (
    (oldest !== undefined && oldest < before ? 1 : 0) + (late ? 1 : 0) + (await unswept(probing, before))
  );
}

/** Whether a person holds a value past its term that nothing freezes. */
async function outlives(probing: Probing, facts: DueFacts, subject: SampledSubject): Promise<boolean> {
  const { tx, world, service } = probing;
  const { record, segments } = subject;
  const block = await tx.blocks.inForce(service.id, record.id);
  const policy = await keptUnder(tx, world, { head: probing.version, hash: record.policyHash });
  const contracts = await tx.contracts.ofSubject(service.id, record.id);
  const { due } = dueOf(world, {
    id: record.id,
    policy,
    data: dataOf(segments),
    blocks: block ? [block] : [],
    contracts,
    facts,
  });
  return due.some(({ cause }) => cause === 'term-over');
}

/** Whether something of a value that was destroyed is there: the value itself, or its blind index. */
async function returned({ tx, service }: Probing, subject: SampledSubject): Promise<boolean> {
  const { record, segments, sealed } = subject;
  const data = dataOf(segments);
  const gone = await tx.retention.destroyed.list(service.id, record.id);
  if (gone.some(({ category, at }) => data.get(category)?.some((value) => value.at < at))) return true;
  return sealed && (await loose(tx, { service: service.id, subject: record.id, data }));
}

/** A row of a blind index whose value is not held: by it somebody could still be found. */
async function loose(
  tx: Probing['tx'],
  of: { service: Id; subject: Id; data: ReadonlyMap<string, unknown> },
): Promise<boolean> {
  const fields = await tx.retention.fields(of.service, of.subject);
  const held = new Set([...of.data.keys()].map((category) => indexedFields[category]));
  return fields.some((field) => !held.has(field as never));
}

/**
 * No draft outlives its ten minutes, no destruction stays half done and no demand for deletion undone,
 * nothing orphaned stands, no value is past its term unless it is blocked or held, and of what was destroyed
 * nothing is there again.
 */
export const retentionTerm: Probe = async (probing) => {
  const { tx, world, service, sample } = probing;
  const today = civilDateAt(world.now() - graceMs, world.law.zone);
  const facts = await dueFacts(tx, { service: service.id, today });
  let bad = (await stale(probing)) + (await tx.destruction.countOrphans(service.id));
  for (const subject of sample.subjects)
    if ((await outlives(probing, facts, subject)) || (await returned(probing, subject))) bad += 1;
  return counted(sample.subjects.length, bad);
};
