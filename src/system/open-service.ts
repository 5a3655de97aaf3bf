import { hexOf, type Id, KepilError, newId, utf8 } from '../base/index.ts';
import { basePurposes, formCategories, type Policy, policyHash } from '../policy/index.ts';
import type { PolicyHeadRecord, ServiceRecord, Tx } from '../store/index.ts';
import { record } from './entries.ts';
import { settleLooks } from './looks.ts';
import { replaceDraft, scheduledOf, waitingOf } from './versions.ts';
import { houseKey, inForceOf, isServiceKey, type World } from './world.ts';

/** A policy to run: read from prose, or from a policy file (then `text` may be absent). */
export interface Offered {
  readonly key: string;
  readonly policy: Policy;
  readonly text?: string;
}

/**
 * What became of an offered policy. `new`: a new service · `same`: the version in force, or the draft that
 * waits already · `next-draft`: a changed text, which waits for the officer · `dropped`: a text the officer
 * has turned down, which only they can take up again.
 */
export interface Opened {
  readonly service: ServiceRecord;
  readonly outcome: 'new' | 'same' | 'next-draft' | 'dropped';
  /** The version in force. */
  readonly head: PolicyHeadRecord;
  /** The draft that waits beside it, whoever offered it. */
  readonly waiting?: PolicyHeadRecord;
  /** Number of the waiting draft whose place the offered one took. */
  readonly replaced?: number;
}

/**
 * Opens a service with a policy as a draft. The same policy again changes nothing, but for the operator's
 * text where it was missing; a changed one becomes the next draft version and never replaces a version in
 * silence. Two at once: one after the other.
 *
 * @throws KepilError `ERR_USAGE` for a key that cannot stand in addresses, a policy nobody could register
 * under
 */
export async function openService(world: World, offered: Offered): Promise<Opened> {
  if (!isServiceKey(offered.key)) throw new KepilError('ERR_USAGE', 'service-key', { key: offered.key });
  refuseUnusable(offered.policy);
  const hash = policyHash(offered.policy, world.crypto.hash);
  const mine = await serviceFor(world, offered.key);
  let given: readonly string[] = [];
  const opened = await world.store.transaction(async (tx): Promise<Opened> => {
    const known = await tx.services.byKey(offered.key);
    if (!known) await tx.services.insert(mine);
    const service = known ?? mine;
    await tx.services.lock(service.id);
    const heads = await tx.policies.heads(service.id);
    const outcome = await outcomeOf(tx, heads, { ...offered, hash });
    const waiting = waitingOf(heads);
    if (outcome === 'new' || outcome === 'next-draft') {
      if (waiting) await replaceDraft(tx, world, { service: service.id, actor: bySystem, head: waiting });
      await addDraft(tx, world, {
        service: service.id,
        offered,
        hash,
        version: Math.max(0, ...heads.map((head) => head.version)) + 1,
      });
    }
    given = outcome === 'same' ? await giveText(tx, world, { ...offered, service: service.id, hash }) : [];
    await settleLooks(tx, world);
    const after = await tx.policies.heads(service.id);
    const waits = waitingOf(after);
    const head = inForceOf(after) as PolicyHeadRecord;
    const replaced = outcome === 'next-draft' && waiting ? { replaced: waiting.version } : {};
    return { service, outcome, head, ...(waits && { waiting: waits }), ...replaced };
  });
  for (const hash of given) world.shelf.delete(`${opened.service.id}/${hash}`);
  return opened;
}

/** The text the policy was made from, for the versions that ran without it. @returns their hashes */
async function giveText(
  tx: Tx,
  world: World,
  { policy, text, service, hash }: Offered & { service: Id; hash: string },
): Promise<readonly string[]> {
  const { sha256 } = policy.source;
  if (text === undefined || hexOf(world.crypto.hash(utf8(text))) !== sha256) return [];
  const given = await tx.policies.giveText(service, sha256, text);
  if (given.length === 0) return given;
  const act = { service, kind: 'policy', outcome: 'done', actor: bySystem, policy: hash } as const;
  await record(tx, world, { ...act, because: [{ rule: 'text-given' }] });
  return given;
}

const bySystem = { role: 'system' } as const;

/** The service of the key, or a new one with keys of its own: those must lie on disk before anything else. */
async function serviceFor(world: World, key: string): Promise<ServiceRecord> {
  const known = await world.store.transaction((tx) => tx.services.byKey(key));
  if (known) {
    world.keys.service(known.id);
    return known;
  }
  const now = world.now();
  const service = { id: newId(now, world.crypto.random), key, kind: 'service' as const, createdAt: now };
  world.keys.create(service.id);
  return service;
}

/** Without a base purpose nobody can consent, without a contact nobody can be confirmed. */
function refuseUnusable(policy: Policy): void {
  if (basePurposes(policy).length === 0) throw new KepilError('ERR_USAGE', 'policy-without-purpose');
  const contacts = formCategories(policy).filter(
    ({ category }) => category === 'email' || category === 'phone',
  );
  if (contacts.length === 0) throw new KepilError('ERR_USAGE', 'policy-without-contact');
}

async function outcomeOf(
  tx: Tx,
  heads: readonly PolicyHeadRecord[],
  offered: Offered & { hash: string },
): Promise<Opened['outcome']> {
  const inForce = inForceOf(heads);
  if (!inForce) return 'new';
  const { hash } = offered;
  const scheduled = scheduledOf(heads);
  const same = [inForce, waitingOf(heads), scheduled].some((head) => head?.hash === hash);
  if (same || (await isCompletionOf(tx, { heads, of: inForce, offered }))) return 'same';
  if (scheduled && (await isCompletionOf(tx, { heads, of: scheduled, offered }))) return 'same';
  const newest = heads.find((head) => head.hash === hash);
  return newest?.status === 'dropped' ? 'dropped' : 'next-draft';
}

/** Whether an approved version was completed from the offered one: reading it again offers nothing new. */
async function isCompletionOf(
  tx: Tx,
  at: { heads: readonly PolicyHeadRecord[]; of: PolicyHeadRecord; offered: Offered & { hash: string } },
): Promise<boolean> {
  const { heads, of, offered } = at;
  if (of.status === 'draft') return false;
  const draft = heads.find(({ version }) => version === of.completes);
  if (draft?.hash === offered.hash) return true;
  if (offered.text === undefined) return false;
  const row = await tx.policies.byHash(of.service, of.hash);
  return row?.policy.source.sha256 === offered.policy.source.sha256;
}

async function addDraft(
  tx: Tx,
  world: World,
  what: { service: Id; offered: Offered; hash: string; version: number },
): Promise<void> {
  const { service, offered, hash, version } = what;
  const { policy, text } = offered;
  const row = { service, version, hash, status: 'draft' as const, policy, createdAt: world.now() };
  await tx.policies.insert({ ...row, ...(text !== undefined && { text }) });
  const because = [{ rule: 'draft-opened' }];
  const act = { service, kind: 'policy', outcome: 'done', actor: bySystem, policy: hash } as const;
  await record(tx, world, { ...act, because, counts: { version } });
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
