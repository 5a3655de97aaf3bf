import type { Entry } from '../../ledger/index.ts';
import { ownPurposes } from '../../policy/index.ts';
import type { OptOutRecord } from '../../store/index.ts';
import { counted, type Finding, graceMs, type Probe, type Probing } from './probe.ts';
import { admits } from './question.ts';

const mailed = ['email', 'phone'] as const;

/**
 * The gate refuses a mailing to whoever refused it, whatever they agreed to; no refusal on record was
 * forgotten, and nothing was sent after it.
 */
export const marketingOptOut: Probe = async (probing) => {
  const { tx, service, sample } = probing;
  let [said, bad] = [0, refusalIgnored(probing) ? 1 : 0];
  for (const { record, entries } of sample.subjects) {
    const refused = await tx.optOuts.list(service.id, record.id);
    bad += forgotten(entries, refused);
    for (const { purpose, category, since } of refused) {
      said += 1;
      const later = entries.filter(
        (entry) =>
          entry.outcome === 'allowed' &&
          entry.purpose === purpose &&
          entry.categories?.includes(category) === true &&
          entry.channel === 'outbox' &&
          Date.parse(entry.at) > since,
      );
      bad += later.length;
    }
  }
  return counted(said, bad);
};

/** Refusals on record that hold no more, though nothing was agreed to since. */
function forgotten(entries: readonly Entry[], refused: readonly OptOutRecord[]): number {
  const said = entries.filter(({ because = [] }) => because.some((rule) => rule.startsWith('opted-out-by-')));
  return said.filter((refusal) => {
    const again = entries.some(({ kind, at }) => kind === 'consent' && at > refusal.at);
    const stands = (category: string) =>
      refused.some((row) => row.purpose === refusal.purpose && row.category === category);
    return !again && !(refusal.categories ?? []).every(stands);
  }).length;
}

/** Whether the gate admits a mailing, for somebody who agreed to everything and refused it. */
function refusalIgnored(probing: Probing): boolean {
  const { world, version } = probing;
  const purposes = ownPurposes(version.policy);
  const consent = {
    ...{ id: probing.service.id, policyHash: version.hash, form: 'checkbox', purposes, categories: mailed },
    ...{ givenAt: world.now() - 1, withdrawnPurposes: {} },
  };
  return purposes.some((purpose) =>
    mailed.some((category) =>
      admits(probing, {
        ...{ actor: { role: 'system' }, verb: 'use', channel: 'outbox', purpose, categories: [category] },
        consents: [consent],
        optOuts: [{ purpose, category }],
      }),
    ),
  );
}

/**
 * Whoever a change concerns was told of it, none held before its day, and nobody whom it asks is under it
 * without their yes.
 */
export const changeTold: Probe = async ({ tx, world, service, sample }): Promise<Finding> => {
  let [told, bad] = [0, 0];
  for (const head of await tx.policies.heads(service.id)) {
    const change = await tx.changes.get(service.id, head.version);
    if (!change || (head.status !== 'scheduled' && head.status !== 'live')) continue;
    told += (await tx.changes.counts(service.id, head.version)).told;
    const { version, hash } = head;
    const left = await tx.changes.untold(service.id, { version, hash, limit: 1 });
    if (world.now() > change.publishedAt + graceMs) bad += left.length;
    if (head.liveAt !== undefined && head.liveAt < change.effectiveAt) bad += 1;
    for (const { record } of sample.subjects) {
      if (record.policyHash !== hash) continue;
      const choice = await tx.changes.choice(service.id, record.id, version);
      if (choice?.asks && choice.answer !== 'accepted') bad += 1;
    }
  }
  return counted(told, bad);
};
