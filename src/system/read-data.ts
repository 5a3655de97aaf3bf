import type { Id } from '../base/index.ts';
import type { GateRequest } from '../gate/index.ts';
import type { ApiKeyRecord, ServiceRecord, Tx } from '../store/index.ts';
import { holdKey } from './api-keys.ts';
import { type Asking, ask } from './ask.ts';
import { actorOf, byClerk, type Clerk } from './clerk.ts';
import { answerOf, type ReadAnswer } from './read-answer.ts';
import { readTogether } from './read-together.ts';
import type { World } from './world.ts';

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
 * entry written in one commit, which it may share with other reads.
 *
 * @throws KepilError `ERR_NOT_SIGNED_IN` when the key was revoked meanwhile
 */
export function readForKey(
  world: World,
  key: Pick<ApiKeyRecord, 'id' | 'service'>,
  what: ReadAsk,
): Promise<ReadAnswer> {
  const request = requestOf(what, { role: 'key', id: key.id }, 'api');
  const alone = () =>
    world.store.transaction(async (tx) => {
      const { purposes, categories } = await holdKey(tx, world, key);
      return read(tx, world, { request, by: { grant: { purposes, categories } } });
    });
  // A matter is looked up where it lies, each in a table of its own.
  return what.matter === undefined ? readTogether({ world, key, request, alone }) : alone();
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
  const { decision, entry, subject, segments } = await ask(tx, world, request, { mode: 'share', ...by });
  const destroyed = decision.allowed
    ? await tx.retention.destroyed.list(request.service, request.subject)
    : [];
  return answerOf(request, { decision, entry, known: subject !== undefined, segments, destroyed });
}
