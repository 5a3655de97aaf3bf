import { civilDateAt, type Id, isId } from '../../base/index.ts';
import { isMandatedAct, mandatesAsked } from '../../gate/index.ts';
import { standingPurpose } from '../../law/index.ts';
import type { Entry } from '../../ledger/index.ts';
import { basePurposes, formCategories } from '../../policy/index.ts';
import type { MandateRecord } from '../../store/index.ts';
import { counted, type Probe, type Probing } from './probe.ts';
import { admits } from './question.ts';

/**
 * The gate refuses an act that nobody decided; every such act on record rests on a decision that was in
 * force.
 */
export const decidedByRepresentative: Probe = async (probing) => {
  if (!probing.live) return { state: 'unexercised', n: 0 };
  if (admitsUndecided(probing)) return { state: 'broken', n: 1 };
  const acts = await actsToDecide(probing);
  const kept = new Map<string, MandateRecord | undefined>();
  let bad = 0;
  for (const act of acts) {
    const { decision = '' } = act;
    if (!kept.has(decision))
      kept.set(
        decision,
        isId(decision) ? await probing.tx.mandates.get(probing.service.id, decision) : undefined,
      );
    if (!heldAt(probing, kept.get(decision), act)) bad += 1;
  }
  return counted(acts.length, bad);
};

const stranger = '00000000-0000-7000-8000-000000000000' as Id;

/** Whether a key with consent and grant, and without a decision, gets values. */
function admitsUndecided(probing: Probing): boolean {
  const { policy, hash } = probing.version;
  const [purpose] = basePurposes(policy);
  const category = formCategories(policy).find((row) => row.purposes.includes(purpose ?? ''))?.category;
  if (purpose === undefined || category === undefined) return false;
  const given = { purposes: [purpose], categories: [category] };
  const consent = {
    id: stranger,
    policyHash: hash,
    form: 'checkbox',
    ...given,
    givenAt: 0,
    withdrawnPurposes: {},
  };
  return admits(probing, {
    ...{
      actor: { role: 'key', id: stranger },
      verb: 'read',
      channel: 'api',
      purpose,
      categories: [category],
    },
    ...{ consents: [consent], grant: given, mandates: [] },
  });
}

/** Acts on record that needed a decision, since the version that asks for one is in force. */
async function actsToDecide({ tx, world, service, sample }: Probing): Promise<readonly Entry[]> {
  const versions = await tx.policies.list(service.id);
  const asking = new Map(
    versions.flatMap(({ hash, policy, liveAt }) =>
      mandatesAsked(policy) && liveAt !== undefined ? [[hash, liveAt] as const] : [],
    ),
  );
  return sample.entries.filter(({ outcome, verb, purpose, policy = '', actor, at }) => {
    const since = asking.get(policy);
    if (since === undefined || Date.parse(at) < since || outcome !== 'allowed') return false;
    if (!isMandatedAct(actor.role, verb ?? '')) return false;
    return purpose !== undefined && !standingPurpose(world.law, purpose);
  });
}

function heldAt({ world }: Probing, row: MandateRecord | undefined, { at }: Entry): boolean {
  const instant = Date.parse(at);
  if (row?.signedAt === undefined || row.signedAt > instant) return false;
  if (row.endedAt !== undefined && row.endedAt < instant) return false;
  return row.untilOn >= civilDateAt(instant, world.law.zone);
}
