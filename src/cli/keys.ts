import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { KepilError } from '../base/index.ts';
import { moveRoot, newRoot, nodeCrypto, type RootSource, rootKeyIn, rootPlaceOf } from '../keys/index.ts';
import { withInstallation } from './alone.ts';
import { askControl } from './ask-control.ts';
import { type Installation, keysPath, takeFolder } from './installation.ts';
import { type KeyState, keyState, type TurnedRow, turnKeys } from './key-rows.ts';
import { rootKeyFrom, rootSourceOf } from './root-source.ts';
import type { Terminal } from './terminal.ts';

/** What `kepil keys` was told. */
export interface KeysOptions {
  readonly data: string;
  readonly databaseUrl?: string;
  readonly service?: string;
  readonly json?: boolean;
}

/** Prints where the root key lies and where the key epochs stand. */
export async function showKeys(options: KeysOptions, terminal: Terminal): Promise<void> {
  const { print, speaker } = terminal;
  const state = await asked<KeyState>({ ...options, ...terminal }, 'keys', keyState);
  if (options.json) return print(JSON.stringify(state, undefined, 2));
  print(speaker.sayCode('cli.keys.root', state.root));
  for (const { service, epoch, began, due, turning } of state.services) {
    const said = { name: service, epoch, began: speaker.time(Date.parse(began)) };
    if (turning) print(speaker.say('cli.keys.turning', said));
    else print(speaker.say('cli.keys.epoch', { ...said, due: speaker.time(Date.parse(due)) }));
  }
}

/** Turns key epochs: of the installation running on the data folder, else of one opened for the purpose. */
export async function turn(options: KeysOptions, terminal: Terminal): Promise<void> {
  const { print, speaker } = terminal;
  if (!options.json) print(speaker.say('cli.keys.working'));
  const rows = await asked<readonly TurnedRow[]>({ ...options, ...terminal }, 'turn', (opened) =>
    turnKeys(opened, options.service),
  );
  if (options.json) return print(JSON.stringify(rows, undefined, 2));
  for (const { service, epoch, rewrapped, ended } of rows) {
    print(speaker.say('cli.keys.turned', { name: service, epoch, n: rewrapped.keys }));
    if (!ended) print(`    ${speaker.say('cli.keys.waits')}`);
  }
  print(speaker.say('cli.keys.backup'));
}

/** What `kepil keys move` was told. */
export interface MoveOptions {
  readonly data: string;
  readonly to: string;
}

const places: readonly string[] = ['file', 'environment', 'transit'] satisfies readonly RootSource['kind'][];

/**
 * Seals every secret of the key file under a new root key, kept where it says: nothing that lay under the one
 * before is left in the file. Only while no Kepil runs on the folder.
 *
 * @throws KepilError `ERR_USAGE` `root-place`, `root-unset` {variable}, `data-missing`; `ERR_DATA_LOCKED`
 */
export async function moveKeys(
  options: MoveOptions,
  { environment, print, speaker }: Terminal,
): Promise<void> {
  const { to } = options;
  if (!places.includes(to)) throw new KepilError('ERR_USAGE', 'root-place', { value: to });
  const data = resolve(options.data);
  const path = keysPath({ data });
  if (!existsSync(path)) throw new KepilError('ERR_USAGE', 'data-missing', { data });
  const lock = await takeFolder(data);
  try {
    const from = await rootKeyIn(path, sourceAt(rootPlaceOf(path), environment));
    moveRoot(path, nodeCrypto, { from, to: await newRoot(targetAt(to, environment), nodeCrypto) });
  } finally {
    await lock.release();
  }
  print(speaker.sayCode('cli.keys.moved', to));
}

/** Where a root key is said to come from; what else the environment says is of the place it goes to. */
function sourceAt(place: string, environment: Terminal['environment']): RootSource {
  if (place === 'file') return { kind: 'file' };
  const { KEPIL_ROOT_KEY: key, ...others } = environment;
  const source = rootSourceOf(place === 'environment' ? { KEPIL_ROOT_KEY: key } : others);
  if (source.kind === place) return source;
  const variable = place === 'environment' ? 'KEPIL_ROOT_KEY' : 'KEPIL_TRANSIT_URL';
  throw new KepilError('ERR_USAGE', 'root-unset', { variable });
}

function targetAt(place: string, environment: Terminal['environment']): RootSource {
  if (place !== 'environment') return sourceAt(place, environment);
  const variable = 'KEPIL_NEW_ROOT_KEY';
  const text = environment[variable];
  if (!text) throw new KepilError('ERR_USAGE', 'root-unset', { variable });
  return { kind: 'environment', key: rootKeyFrom(variable, text) };
}

async function asked<T>(
  options: KeysOptions & Pick<Terminal, 'environment'>,
  name: string,
  work: (opened: Installation) => Promise<T>,
): Promise<T> {
  const data = resolve(options.data);
  const answer = await askControl<T>(data, name, { service: options.service });
  return answer ?? withInstallation(data, options, work);
}
