import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { KepilError } from '../base/index.ts';
import type { PledgeState } from '../policy/index.ts';
import { askControl } from './ask-control.ts';
import { openInstallation } from './installation.ts';
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

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

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
  const boards = asked ?? (await proveAlone(data, options));
  if (options.json) terminal.print(JSON.stringify(boards, undefined, 2));
  else for (const board of boards) printBoard(board, terminal);
  return boards.some(({ counts }) => counts.broken > 0) ? 1 : 0;
}

async function proveAlone(data: string, options: ProveOptions): Promise<readonly ProvedService[]> {
  if (!existsSync(join(data, 'keys'))) throw new KepilError('ERR_USAGE', 'data-missing', { data });
  for (const signal of signals) process.once(signal, leave);
  const installation = await openInstallation({
    data,
    ...(options.databaseUrl && { databaseUrl: options.databaseUrl }),
  });
  try {
    return await proveAll(installation, options.service);
  } finally {
    await installation.close();
    for (const signal of signals) process.off(signal, leave);
  }
}

/** An end with exit handlers: they stop PostgreSQL. */
function leave(): void {
  process.exit(130);
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
