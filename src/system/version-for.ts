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
export async function versionFor(tx: Tx, world: World, { head, hash }: Sought): Promise<PolicyVersionRecord> {
  const known = versionOnShelf(world, { head, hash });
  if (known) return known;
  const { service } = head;
  const own = await policyVersion(tx, world, { service, hash });
  if (isWhole({ head, hash })) return own;
  const current = await policyVersion(tx, world, { service, hash: head.hash });
  const narrowed = { ...own, policy: narrowedBy(own.policy, current.policy) };
  world.shelf.set(narrowedKey({ head, hash }), narrowed);
  return narrowed;
}

interface Sought {
  readonly head: PolicyHeadRecord;
  readonly hash: string;
}

/** What `versionFor` answers, when this process has asked for it before. */
export function versionOnShelf(world: Pick<World, 'shelf'>, of: Sought): PolicyVersionRecord | undefined {
  return world.shelf.get(isWhole(of) ? `${of.head.service}/${of.hash}` : narrowedKey(of));
}

function isWhole({ head, hash }: Sought): boolean {
  return head.hash === hash || head.status !== 'live';
}

/** Two hashes name one content for ever, as one does. */
function narrowedKey({ head, hash }: Sought): string {
  return `${head.service}/${hash}<${head.hash}`;
}
