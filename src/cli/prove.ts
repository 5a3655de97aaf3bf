import { resolve } from 'node:path';
import type { PledgeState } from '../policy/index.ts';
import { withInstallation } from './alone.ts';
import { askControl } from './ask-control.ts';
import { type ProvedService, proveAll } from './proved.ts';
import type { Terminal } from './terminal.ts';

/** Marks of states: mark and word, never a colour alone. */
const marks: Readonly<Record<PledgeState, string>> = {
  kept: '●',
  broken: '✕',
  unexercised: '○',
  manual: '☐',
  refused: '⊘',
};

/** What `kepil prove` was told. */
export interface ProveOptions {
  readonly data: string;
  readonly databaseUrl?: string;
  readonly service?: string;
  readonly json?: boolean;
}

/**
 * Prints the pledge board: of the installation running on the data folder, else of one opened for the
 * purpose.
 *
 * @returns 1 when a pledge is broken, else 0
 */
export async function prove(options: ProveOptions, terminal: Terminal): Promise<number> {
  const data = resolve(options.data);
  const asked = await askControl<readonly ProvedService[]>(data, 'prove', { service: options.service });
  const boards =
    asked ??
    (await withInstallation(data, { ...options, ...terminal }, (opened) =>
      proveAll(opened, options.service),
    ));
  if (options.json) terminal.print(JSON.stringify(boards, undefined, 2));
  else for (const board of boards) printBoard(board, terminal);
  return boards.some(({ counts }) => counts.broken > 0) ? 1 : 0;
}

function printBoard(board: ProvedService, terminal: Terminal): void {
  const { speaker, print } = terminal;
  const status = speaker.sayCode('cli.status', board.status);
  print(speaker.say('cli.prove.head', { service: board.service, policy: board.policy.slice(0, 12), status }));
  for (const { id, number, state, pledges } of board.clauses) {
    if (!state) continue;
    print(`${marks[state]} ${number || id} ${speaker.sayCode('state', state)}`);
    for (const pledge of pledges) {
      const label = speaker.label(pledge.facet, pledge.label);
      const title = speaker.sayCode('pledge', pledge.kind, { label });
      print(`    ${marks[pledge.state]} ${title}: ${speaker.sayCode('state', pledge.state)}`);
    }
  }
  print(speaker.say('cli.prove.counts', { ...board.counts }));
}
