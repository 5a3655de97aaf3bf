import type { Id } from '../base/index.ts';
import type { Decision, GateRequest } from '../gate/index.ts';
import type { ApiKeyRecord, DestroyedValueRecord, ServiceRecord, Tx } from '../store/index.ts';
import { holdKey } from './api-keys.ts';
import { type Asking, ask } from './ask.ts';
import { actorOf, byClerk, type Clerk } from './clerk.ts';
import { dataOf } from './subjects.ts';
import type { World } from './world.ts';

/**
 * The answer to a read: the decision, and the current values when it is a yes. `known` tells whether the
 * subject exists.
 */
export interface ReadAnswer {
  readonly decision: Decision;
  readonly entry: Id | undefined;
  readonly known: boolean;
  readonly values: Readonly<Record<string, string>>;
  /** Of what was asked and is not held: what was destroyed, when and why. */
  readonly destroyed: readonly DestroyedValueRecord[];
}

/** A read as asked: who, of whom, which categories, what for. */
export interface ReadAsk {
  readonly service: ServiceRecord;
  readonly subject: Id;
  readonly categories: readonly string[];
  readonly purpose: string;
  readonly matter?: string;
}

/**
 * Reads data for an integrator's API key, within the key's grant. The key is held, the decision made and its
 * entry written in one commit.
 *
 * @throws KepilError `ERR_NOT_SIGNED_IN` when the key was revoked meanwhile
 */
export function readForKey(world: World, key: ApiKeyRecord, what: ReadAsk): Promise<ReadAnswer> {
  const request = requestOf(what, { role: 'key', id: key.id }, 'api');
  return world.store.transaction(async (tx) => {
    const { purposes, categories } = await holdKey(tx, world, key);
    return read(tx, world, { request, by: { grant: { purposes, categories } } });
  });
}

/** Reads data for a staff member, who names purpose and matter. */
export function readForStaff(world: World, clerk: Clerk, what: ReadAsk): Promise<ReadAnswer> {
  const request = requestOf(what, actorOf(clerk), 'console');
  return world.store.transaction((tx) => read(tx, world, { request, by: byClerk(clerk) }));
}

function requestOf(what: ReadAsk, actor: GateRequest['actor'], channel: 'api' | 'console'): GateRequest {
  return {
    actor,
    verb: 'read',
    service: what.service.id,
    subject: what.subject,
    categories: what.categories,
    purpose: what.purpose,
    channel,
    ...(what.matter !== undefined && { matter: what.matter }),
  };
}

interface Read {
  readonly request: GateRequest;
  readonly by: Pick<Asking, 'grant' | 'actorKeys' | 'roles'>;
}

async function read(tx: Tx, world: World, { request, by }: Read): Promise<ReadAnswer> {
  const asked = await ask(tx, world, request, { mode: 'share', ...by });
  const known = asked.subject !== undefined;
  if (!asked.decision.allowed)
    return { decision: asked.decision, entry: asked.entry, known, values: {}, destroyed: [] };
  const data = dataOf(asked.segments);
  const held = request.categories.filter((category) => data.has(category));
  const values = Object.fromEntries(held.map((category) => [category, data.get(category)?.[0]?.value ?? '']));
  const gone = await tx.retention.destroyed.list(request.service, request.subject);
  const destroyed = gone.filter(
    ({ category }) => request.categories.includes(category) && !data.has(category),
  );
  return { decision: asked.decision, entry: asked.entry, known, values, destroyed };
}
