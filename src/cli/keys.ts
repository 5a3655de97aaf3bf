import { resolve } from 'node:path';
import { withInstallation } from './alone.ts';
import { askControl } from './ask-control.ts';
import type { Installation } from './installation.ts';
import { type EpochRow, epochRows, type TurnedRow, turnKeys } from './key-rows.ts';
import type { Terminal } from './terminal.ts';

/** What `kepil keys` was told. */
export interface KeysOptions {
  readonly data: string;
  readonly databaseUrl?: string;
  readonly service?: string;
  readonly json?: boolean;
}

/** Prints where the key epochs stand. */
export async function showKeys(options: KeysOptions, terminal: Terminal): Promise<void> {
  const { print, speaker } = terminal;
  const rows = await asked<EpochRow>(options, 'epochs', epochRows);
  if (options.json) return print(JSON.stringify(rows, undefined, 2));
  for (const { service, epoch, began, due, turning } of rows) {
    const said = { name: service, epoch, began: speaker.time(Date.parse(began)) };
    if (turning) print(speaker.say('cli.keys.turning', said));
    else print(speaker.say('cli.keys.epoch', { ...said, due: speaker.time(Date.parse(due)) }));
  }
}

/** Turns key epochs: of the installation running on the data folder, else of one opened for the purpose. */
export async function turn(options: KeysOptions, terminal: Terminal): Promise<void> {
  const { print, speaker } = terminal;
  if (!options.json) print(speaker.say('cli.keys.working'));
  const rows = await asked<TurnedRow>(options, 'turn', (opened) => turnKeys(opened, options.service));
  if (options.json) return print(JSON.stringify(rows, undefined, 2));
  for (const { service, epoch, rewrapped, ended } of rows) {
    print(speaker.say('cli.keys.turned', { name: service, epoch, n: rewrapped.keys }));
    if (!ended) print(`    ${speaker.say('cli.keys.waits')}`);
  }
  print(speaker.say('cli.keys.backup'));
}

async function asked<T>(
  options: KeysOptions,
  name: string,
  work: (opened: Installation) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const data = resolve(options.data);
  const answer = await askControl<readonly T[]>(data, name, { service: options.service });
  return answer ?? withInstallation(data, options, work);
}
