import { type Id, KepilError } from '../base/index.ts';
import type { ServiceRecord, Tx, WrappedCount } from '../store/index.ts';
import { draftKeyOf, openBytes, sealBytes, unwrapSubjectKeys, wrapSubjectKeys } from '../vault/index.ts';
import { draftContext } from './drafts.ts';
import { record } from './entries.ts';
import { draftKeys, isDue } from './key-epochs.ts';
import { resealedMessage } from './outbox.ts';
import { SealBroken } from './subjects.ts';
import { rewrappedDay } from './visit-days.ts';
import type { World } from './world.ts';

/** Keys wrapped anew in one transaction: so few that neither a destruction nor a page waits for them long. */
const keysAtOnce = 100;
const draftsAtOnce = 50;
/** How long transactions from before are waited for in one go, in milliseconds. */
const patienceMs = 2_000;

/** What a turn did. */
export interface Turned {
  readonly service: Id;
  /** The epoch that everything is wrapped under now. */
  readonly epoch: number;
  /** Wrapped anew in this run. */
  readonly rewrapped: WrappedCount;
  /** Whether the key of the epoch before is destroyed; else somebody still reads: the turn goes on later. */
  readonly ended: boolean;
}

/**
 * Turns the key epoch of a service, or goes on with a turn that was stopped, while the service works:
 *
 * 1. a new epoch key, durable in the key ring before the store knows of it;
 * 2. from then on new keys are wrapped under it, and those there are follow, some at a time, each row locked;
 * 3. once nothing is left under the epoch before, it is closed: nothing is wrapped under it any more;
 * 4. once everybody who could have read a key wrapped under it is through, dead rows and old log go;
 * 5. its key is destroyed in the key ring; acts that waited for that get their date, the log its entry.
 *
 * Each step finds what those before it left, so that it may be stopped anywhere and begun anew. Two at once
 * do one turn together. `stopped` is asked between transactions.
 *
 * INVARIANT: no wrapped key of the living is under a key that is destroyed.
 * @throws KepilError `ERR_VAULT_SEALED` when a wrapped key was edited: then the epoch before goes on living
 */
export async function turnEpoch(
  world: World,
  service: Id,
  stopped: () => boolean = () => false,
): Promise<Turned> {
  const epoch = await beginTurn(world, service);
  const rewrapped = { keys: 0, days: 0, drafts: 0 };
  const closed = () => world.store.transaction((tx) => tx.epochs.closeBefore(service, epoch, world.now()));
  do {
    await rewrapAll(world, { service, epoch, stopped }, rewrapped);
    if (stopped()) return { service, epoch, rewrapped, ended: false };
  } while (!(await closed()));
  const ended = await world.store.scour(patienceMs);
  if (ended) await endBefore(world, { service, epoch });
  return { service, epoch, rewrapped, ended };
}

interface At {
  readonly service: Id;
  /** The newest epoch. */
  readonly epoch: number;
}

async function beginTurn(world: World, service: Id): Promise<number> {
  const living = await world.store.transaction((tx) => tx.epochs.list(service));
  const newest = living.at(-1)?.epoch ?? 0;
  if (living.length > 1) return newest;
  const epoch = world.keys.beginEpoch(service);
  await world.store.transaction((tx) => tx.epochs.begin(service, epoch, world.now()));
  return epoch;
}

async function rewrapAll(
  world: World,
  at: At & { stopped: () => boolean },
  done: { keys: number; days: number; drafts: number },
): Promise<void> {
  for (let after: Id | undefined; ; ) {
    const page = { limit: keysAtOnce, ...(after !== undefined && { after }) };
    const seen = await world.store.transaction((tx) => rewrapKeys(tx, world, { ...at, page }));
    done.keys += seen.length;
    if (seen.length < keysAtOnce || at.stopped()) break;
    after = seen.at(-1);
  }
  done.days += await world.store.transaction((tx) => rewrapDays(tx, world, at));
  for (;;) {
    const n = await world.store.transaction((tx) => resealDrafts(tx, world, at));
    done.drafts += n;
    if (n < draftsAtOnce) break;
  }
}

/** @returns whose keys were wrapped anew, in order */
async function rewrapKeys(
  tx: Tx,
  world: World,
  { service, epoch, page }: At & { page: { limit: number; after?: Id } },
): Promise<readonly Id[]> {
  const ring = world.keys.service(service);
  const rows = await tx.epochs.keysBefore(service, epoch, page);
  const fresh = rows.map(({ subject, ...wrapped }) => {
    const at = { service, subject };
    const old = { ...at, epochKey: ring.epochKey(wrapped.epoch) };
    const keys = unwrapSubjectKeys(wrapped, old, world.crypto);
    if (!keys) throw new SealBroken('keys-refused', { ...at, place: 'keys' });
    const anew = { ...at, epoch, epochKey: ring.epochKey(epoch) };
    return { subject, ...wrapSubjectKeys(keys, anew, world.crypto) };
  });
  await tx.epochs.rewrapKeys(service, fresh);
  return rows.map(({ subject }) => subject);
}

async function rewrapDays(tx: Tx, world: World, { service, epoch }: At): Promise<number> {
  const rows = await tx.epochs.daysBefore(service, epoch);
  for (const row of rows) await tx.epochs.rewrapDay({ ...row, key: rewrappedDay(world, row, epoch) });
  return rows.length;
}

/** Registrations that wait for their code, each with the message it was sent in. */
async function resealDrafts(tx: Tx, world: World, { service, epoch }: At): Promise<number> {
  const ring = world.keys.service(service);
  const rows = await tx.epochs.draftsBefore(service, epoch, draftsAtOnce);
  const key = draftKeyOf(ring.epochKey(epoch), world.crypto);
  for (const { id, epoch: under = 0, sealed } of rows) {
    const before = draftKeyOf(ring.epochKey(under), world.crypto);
    const bytes = openBytes(before, draftContext(id), sealed, world.crypto);
    if (!bytes) throw new KepilError('ERR_VAULT_SEALED', 'segment-refused');
    await tx.epochs.resealDraft({
      ...{ service, id, epoch },
      sealed: sealBytes(key, draftContext(id), bytes, world.crypto),
    });
    const keys = { from: draftKeys(world, service), to: key };
    await tx.messages.reown(service, id, id, (row) => resealedMessage(world, row, keys));
  }
  return rows.length;
}

/** The key goes first: were the store first, a crash in between would leave a key that nobody destroys. */
async function endBefore(world: World, { service, epoch }: At): Promise<void> {
  world.keys.endEpochsBefore(service, epoch);
  await world.store.transaction(async (tx) => {
    if ((await tx.epochs.endBefore(service, epoch, world.now())) === 0) return;
    const { keys, days } = await tx.epochs.count(service, epoch);
    await record(tx, world, {
      service,
      kind: 'key',
      outcome: 'done',
      actor: { role: 'system' },
      channel: 'job',
      because: [{ rule: epochTurned }],
      counts: { epoch, keys, days },
    });
  });
}

/** The word of the entry of a turn. */
export const epochTurned = 'epoch-turned';

/** Where the key epoch of a service stands. */
export interface EpochState {
  readonly service: ServiceRecord;
  readonly epoch: number;
  readonly beganAt: number;
  /** A turn was begun and is not through. */
  readonly turning: boolean;
  readonly due: boolean;
}

/** Where the key epochs of all services stand, the house among them. */
export async function epochStates(world: World): Promise<readonly EpochState[]> {
  return world.store.transaction(async (tx) => {
    const states: EpochState[] = [];
    for (const service of await tx.services.list()) {
      const living = await tx.epochs.list(service.id);
      const newest = living.at(-1);
      if (!newest) throw new KepilError('ERR_STORE_CORRUPT', 'store-corrupt');
      const { epoch, beganAt } = newest;
      const turning = living.length > 1 || world.keys.service(service.id).epochs.length > 1;
      states.push({ service, epoch, beganAt, turning, due: turning || isDue(beganAt, world.now()) });
    }
    return states;
  });
}

/**
 * Turns the epochs that are old enough, and goes on with turns that were stopped. A service that fails is
 * told of and does not hold up the others.
 *
 * @returns how many turns were finished
 */
export async function turnDueEpochs(
  world: World,
  { onFault, stopped }: { onFault: (error: Error) => void; stopped?: () => boolean },
): Promise<number> {
  let done = 0;
  for (const { service, due } of await epochStates(world)) {
    try {
      if (due && (await turnEpoch(world, service.id, stopped)).ended) done += 1;
    } catch (error) {
      onFault(error as Error);
    }
  }
  return done;
}
