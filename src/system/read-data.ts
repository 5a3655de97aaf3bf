import type { Id } from '../base/index.ts';
import type { Decision, GateRequest } from '../gate/index.ts';
import type { ApiKeyRecord, ServiceRecord } from '../store/index.ts';
import type { SubjectKeys } from '../vault/index.ts';
import { ask } from './ask.ts';
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
 * Reads data for an integrator's API key, within the key's grant. The decision and its entry are one commit.
 */
export function readForKey(world: World, key: ApiKeyRecord, what: ReadAsk): Promise<ReadAnswer> {
  const request = requestOf(what, { role: 'key', id: key.id }, 'api');
  return read(world, request, { grant: { purposes: key.purposes, categories: key.categories } });
}

/** Reads data for a staff member, who names purpose and matter. */
export function readForStaff(
  world: World,
  staff: { id: Id; role: GateRequest['actor']['role']; keys: SubjectKeys },
  what: ReadAsk,
): Promise<ReadAnswer> {
  return read(world, requestOf(what, { role: staff.role, id: staff.id }, 'console'), {
    actorKeys: staff.keys,
  });
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

async function read(
  world: World,
  request: GateRequest,
  by: { grant?: { purposes: readonly string[]; categories: readonly string[] }; actorKeys?: SubjectKeys },
): Promise<ReadAnswer> {
  return world.store.transaction(async (tx) => {
    const asked = await ask(tx, world, request, { mode: 'share', ...by });
    const known = asked.subject !== undefined;
    if (!asked.decision.allowed) return { decision: asked.decision, entry: asked.entry, known, values: {} };
    const data = dataOf(asked.segments);
    const held = request.categories.filter((category) => data.has(category));
    const values = Object.fromEntries(
      held.map((category) => [category, data.get(category)?.[0]?.value ?? '']),
    );
    return { decision: asked.decision, entry: asked.entry, known, values };
  });
}
