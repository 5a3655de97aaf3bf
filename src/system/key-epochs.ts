import type { Id } from '../base/index.ts';
import type { Tx } from '../store/index.ts';
import { draftKeyOf } from '../vault/index.ts';
import type { World } from './world.ts';

const dayMs = 86_400_000;

/** How long a key epoch lasts before it turns, in days. */
export const epochDays = 30;
/** How long a turn may take, reckoned in what acts of destruction promise, in days. */
const turnDays = 1;

/** An epoch that new keys are wrapped under. */
export interface HeldEpoch {
  readonly epoch: number;
  readonly epochKey: Uint8Array;
}

/** The epoch to wrap new keys of a service under; it stays open until the transaction ends. */
export async function holdEpoch(tx: Tx, world: World, service: Id): Promise<HeldEpoch> {
  const epoch = await tx.epochs.hold(service);
  return { epoch, epochKey: world.keys.service(service).epochKey(epoch) };
}

/** What belongs to no subject yet may be sealed under these: of each epoch that lives, the newest first. */
export function draftKeys(world: World, service: Id): readonly Uint8Array[] {
  const keys = world.keys.service(service);
  return keys.epochs.toReversed().map((epoch) => draftKeyOf(keys.epochKey(epoch), world.crypto));
}

/** Whether an epoch is old enough to turn at `now`. */
export function isDue(beganAt: number, now: number): boolean {
  return now - beganAt >= epochDays * dayMs;
}

/**
 * Until when at the latest a thief with the root key and the raw disk could recover what was wrapped under an
 * epoch that began at `beganAt`, as it stands at `now`: a turn that is late begins at once.
 */
export function recoverableUntil(beganAt: number, now: number): number {
  return Math.max(beganAt + epochDays * dayMs, now) + turnDays * dayMs;
}
