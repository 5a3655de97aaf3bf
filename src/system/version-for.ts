import { narrowedBy } from '../policy/index.ts';
import type { PolicyHeadRecord, PolicyVersionRecord, Tx } from '../store/index.ts';
import { policyVersion, type World } from './world.ts';

/**
 * The version that holds for somebody under `hash` while `head` is in force: theirs, and where a later one
 * came without their consent, theirs narrowed by it. Its hash is that of their own: that is what they agreed
 * to.
 *
 * @throws KepilError `ERR_NOT_FOUND`
 */
export async function versionFor(
  tx: Tx,
  world: World,
  { head, hash }: { head: PolicyHeadRecord; hash: string },
): Promise<PolicyVersionRecord> {
  const { service } = head;
  const own = await policyVersion(tx, world, { service, hash });
  if (head.hash === hash || head.status !== 'live') return own;
  // Two hashes name one content for ever, as one does.
  const key = `${service}/${hash}<${head.hash}`;
  const known = world.shelf.get(key);
  if (known) return known;
  const current = await policyVersion(tx, world, { service, hash: head.hash });
  const narrowed = { ...own, policy: narrowedBy(own.policy, current.policy) };
  world.shelf.set(key, narrowed);
  return narrowed;
}
