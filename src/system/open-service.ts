import { type Id, KepilError, newId } from '../base/index.ts';
import { basePurposes, formCategories, type Policy, policyHash } from '../policy/index.ts';
import type { PolicyHeadRecord, ServiceRecord, Tx } from '../store/index.ts';
import { record } from './entries.ts';
import { houseKey, isServiceKey, type World } from './world.ts';

/** A policy to run: read from prose, or from a policy file (then `text` may be absent). */
export interface Offered {
  readonly key: string;
  readonly policy: Policy;
  readonly text?: string;
}

/**
 * What became of an offered policy: a new service, the same policy again, or a next draft beside the one in
 * force.
 */
export interface Opened {
  readonly service: ServiceRecord;
  readonly outcome: 'new' | 'same' | 'next-draft';
  readonly head: PolicyHeadRecord;
}

/**
 * Opens a service with a policy as a draft. The same policy again changes nothing; a changed one becomes the
 * next draft version and never replaces a version in silence.
 */
export async function openService(world: World, offered: Offered): Promise<Opened> {
  const known = await world.store.transaction((tx) => tx.services.byKey(offered.key));
  const service = known ?? {
    id: newId(world.now(), world.crypto.random),
    key: offered.key,
    kind: 'service' as const,
    createdAt: world.now(),
  };
  if (!isServiceKey(offered.key)) throw new KepilError('ERR_USAGE', 'service-key', { key: offered.key });
  refuseUnusable(offered.policy);
  if (known) world.keys.service(known.id);
  else world.keys.create(service.id);
  return world.store.transaction(async (tx) => {
    if (!known) await tx.services.insert(service);
    const hash = policyHash(offered.policy, world.crypto.hash);
    const heads = await tx.policies.heads(service.id);
    const same =
      heads.find((head) => head.hash === hash) ??
      (await derivedFrom(tx, { service: service.id, heads, offered }));
    if (same) return { service, outcome: 'same' as const, head: same };
    const head = await addDraft(tx, world, { service, offered, hash, version: heads.length + 1 });
    return { service, outcome: known ? ('next-draft' as const) : ('new' as const), head };
  });
}

/** Without a base purpose nobody can consent, without a contact nobody can be confirmed. */
function refuseUnusable(policy: Policy): void {
  if (basePurposes(policy).length === 0) throw new KepilError('ERR_USAGE', 'policy-without-purpose');
  const contacts = formCategories(policy).filter(
    ({ category }) => category === 'email' || category === 'phone',
  );
  if (contacts.length === 0) throw new KepilError('ERR_USAGE', 'policy-without-contact');
}

/** A version in force that was completed from this very text: reading the text again offers nothing new. */
async function derivedFrom(
  tx: Tx,
  at: { service: Id; heads: readonly PolicyHeadRecord[]; offered: Offered },
): Promise<PolicyHeadRecord | undefined> {
  const head = at.heads.find(({ status }) => status === 'live');
  if (!head || at.offered.text === undefined) return undefined;
  const row = await tx.policies.byHash(at.service, head.hash);
  return row?.policy.source.sha256 === at.offered.policy.source.sha256 ? head : undefined;
}

async function addDraft(
  tx: Tx,
  world: World,
  what: { service: ServiceRecord; offered: Offered; hash: string; version: number },
): Promise<PolicyHeadRecord> {
  const { service, offered, hash, version } = what;
  const head = { service: service.id, version, hash, status: 'draft' as const, createdAt: world.now() };
  await tx.policies.insert({
    ...head,
    policy: offered.policy,
    ...(offered.text !== undefined && { text: offered.text }),
  });
  await record(tx, world, {
    service: service.id,
    kind: 'policy',
    outcome: 'done',
    actor: { role: 'system' },
    policy: hash,
    because: [{ rule: 'draft-opened' }],
    counts: { version },
  });
  return head;
}

/** The installation's own service, made at the first start: its subjects are the staff. */
export async function openHouse(world: World): Promise<ServiceRecord> {
  const known = await world.store.transaction((tx) => tx.services.byKey(houseKey));
  const house = known ?? {
    id: newId(world.now(), world.crypto.random),
    key: houseKey,
    kind: 'house' as const,
    createdAt: world.now(),
  };
  if (known) world.keys.service(known.id);
  else world.keys.create(house.id);
  if (!known) await world.store.transaction((tx) => tx.services.insert(house));
  return house;
}
