import { KepilError } from '../base/index.ts';
import { type RootSource, rootPlaceOf } from '../keys/index.ts';
import { epochDays, epochStates, turnEpoch } from '../system/index.ts';
import { type Installation, keysPath } from './installation.ts';

/** Where the key epoch of a service stands. Instants in ISO 8601 UTC. */
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

/** Where the keys of an installation stand: what `keys show --json` prints. */
export interface KeyState {
  /** Where the root key lies. */
  readonly root: RootSource['kind'];
  readonly services: readonly EpochRow[];
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

/** Where the keys of an open installation stand. */
export async function keyState(installation: Installation): Promise<KeyState> {
  const states = await epochStates(installation.world);
  const services = states.map(({ service, epoch, beganAt, turning }) => ({
    ...{ service: service.key, epoch, turning },
    began: new Date(beganAt).toISOString(),
    due: new Date(beganAt + epochDays * 86_400_000).toISOString(),
  }));
  return { root: rootPlaceOf(keysPath(installation)), services };
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
