import { KepilError } from '../base/index.ts';
import { openService } from '../system/index.ts';
import { type OpenedRow, openedRow, printOpened } from './announce.ts';
import { askControl } from './ask-control.ts';
import type { Answers } from './control.ts';
import type { Installation } from './installation.ts';
import { keyState, turnKeys } from './key-rows.ts';
import { makeBackup } from './make-backup.ts';
import { offerSheet, type Sheet } from './offered.ts';
import { proveAll } from './proved.ts';
import type { Terminal } from './terminal.ts';

/** What a running Kepil says of a document it was handed. */
interface Taken {
  readonly origin: string;
  readonly row: OpenedRow;
}

/**
 * Hands documents over to the Kepil that runs on `data`, one after the other, and prints what became of each.
 *
 * @returns false when none runs there, or when it stopped before it had taken the last one: offering the same
 *   again does no harm
 * @throws KepilError what keeps the running one from taking a document
 */
export async function handOver(data: string, sheets: readonly Sheet[], terminal: Terminal): Promise<boolean> {
  const { print, speaker } = terminal;
  for (const [place, sheet] of sheets.entries()) {
    const taken = await askControl<Taken>(data, 'offer', sheet);
    if (!taken) return false;
    if (place === 0) print(speaker.say('cli.handed-over', { url: taken.origin }));
    printOpened(terminal, taken.origin, taken.row);
  }
  return true;
}

/**
 * What a running installation answers through its control socket: `prove`, `offer` of a document, `backup`
 * into a folder, `keys` as they stand, and the `turn` of their epochs.
 */
export function answersOf(installation: Installation, origin: string, terminal: Terminal): Answers {
  return {
    prove: (question) => proveAll(installation, textIn(question, 'service')),
    offer: async (question): Promise<Taken> => {
      const opened = await openService(installation.world, offerSheet(sheetIn(question)));
      await installation.settle(opened.service);
      const row = openedRow(opened);
      printOpened(terminal, origin, row);
      return { origin, row };
    },
    backup: (question) => {
      const folder = textIn(question, 'folder');
      const key = textIn(question, 'key');
      if (folder === undefined || key === undefined) throw new KepilError('ERR_BAD_REQUEST', 'bad-request');
      return makeBackup(installation, { folder, key });
    },
    keys: () => keyState(installation),
    turn: (question) => turnKeys(installation, textIn(question, 'service')),
  };
}

function sheetIn(question: unknown): Sheet {
  const name = textIn(question, 'name');
  const text = textIn(question, 'text');
  const as = textIn(question, 'as');
  const prose = textIn(question, 'prose');
  if (name === undefined || text === undefined) throw new KepilError('ERR_BAD_REQUEST', 'bad-request');
  return { name, text, ...(as !== undefined && { as }), ...(prose !== undefined && { prose }) };
}

function textIn(question: unknown, field: string): string | undefined {
  const value = ((question ?? {}) as Readonly<Record<string, unknown>>)[field];
  return typeof value === 'string' ? value : undefined;
}
