import { KepilError } from '../base/index.ts';
import { epochDays, epochStates, turnEpoch } from '../system/index.ts';
import type { Installation } from './installation.ts';

/** Where the key epoch of a service stands: what `keys show --json` prints. Instants in ISO 8601 UTC. */
export interface EpochRow {
  /** Key of the service; `_house` is the installation itself. */
  readonly service: string;
  readonly epoch: number;
  readonly began: string;
  /** When it turns by itself. */
  readonly due: string;
  /** Whether a turn was begun and is not through. */
  readonly turning: boolean;
}

/** What a turn did to a service: what `keys turn --json` prints. */
export interface TurnedRow {
  readonly service: string;
  /** The epoch everything is wrapped under now. */
  readonly epoch: number;
  readonly rewrapped: { readonly keys: number; readonly days: number; readonly drafts: number };
  /** Whether the key of the epoch before is destroyed; else the turn goes on by itself. */
  readonly ended: boolean;
}

/** The key epochs of an open installation. */
export async function epochRows({ world }: Installation): Promise<readonly EpochRow[]> {
  const states = await epochStates(world);
  return states.map(({ service, epoch, beganAt, turning }) => ({
    ...{ service: service.key, epoch, turning },
    began: new Date(beganAt).toISOString(),
    due: new Date(beganAt + epochDays * 86_400_000).toISOString(),
  }));
}

/**
 * Turns the key epochs of an open installation: all, or that of one service.
 *
 * @throws KepilError `ERR_NOT_FOUND` when there is no such service
 */
export async function turnKeys(installation: Installation, key?: string): Promise<readonly TurnedRow[]> {
  const states = await epochStates(installation.world);
  const chosen = states.filter(({ service }) => key === undefined || service.key === key);
  if (chosen.length === 0) throw new KepilError('ERR_NOT_FOUND', 'service-not-found');
  const rows: TurnedRow[] = [];
  for (const { service } of chosen) {
    const { epoch, rewrapped, ended } = await turnEpoch(installation.world, service.id);
    rows.push({ service: service.key, epoch, rewrapped, ended });
  }
  await installation.tick();
  return rows;
}
