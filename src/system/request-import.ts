import { type Id, KepilError, newId, type Problem, utf8 } from '../base/index.ts';
import type { ServiceRecord } from '../store/index.ts';
import type { Clerk } from './clerk.ts';
import { checkIntake, type Intake, takeIn } from './take-in.ts';
import type { World } from './world.ts';

/** So many requests are taken in from one table at most. */
export const rowsAtMost = 100;

/** Columns of a table of requests, in order. */
export const importColumns = [
  'receivedOn',
  'receivedAt',
  'channel',
  'kind',
  'address',
  'name',
  'answerTo',
  'language',
  'words',
] as const;

/** A row of a table: where it stands, its cells as pasted, and what it says. */
export interface ImportRow {
  /** From 1. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly intake: Omit<Intake, 'service' | 'id'>;
}

/** A row that cannot be taken in. */
export interface FaultyRow {
  readonly row: ImportRow;
  readonly problems: readonly Problem[];
}

/**
 * The rows of a pasted table: cells parted by tabs, semicolons or commas, whichever the first line has; a
 * cell in quotes may hold any of them and line breaks (RFC 4180). Empty lines fall away. Pure.
 */
export function cellsOf(text: string): readonly (readonly string[])[] {
  const [first = ''] = text.split(/\r?\n/, 1);
  const separator = ['\t', ';', ','].find((one) => first.includes(one)) ?? ',';
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    row.push(cell.trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    if (row.some((one) => one !== '')) rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string;
    if (quoted && char === '"' && text[at + 1] === '"') {
      cell += char;
      at += 1;
    } else if (char === '"' && (quoted || cell.trim() === '')) quoted = !quoted;
    else if (quoted) cell += char;
    else if (char === separator) endCell();
    else if (char === '\n') endRow();
    else cell += char;
  }
  endRow();
  return rows;
}

/** What is wrong with the rows of a table, before anything is looked up or stored. */
export function checkImport(
  world: World,
  { service, rows }: { service: ServiceRecord; rows: readonly ImportRow[] },
): readonly FaultyRow[] {
  return rows.flatMap((row) => {
    const checked = checkIntake(world, { ...row.intake, service });
    return 'problems' in checked ? [{ row, problems: checked.problems }] : [];
  });
}

/**
 * Takes in the requests of a table, each in a commit of its own: those that cannot be taken in are named, the
 * others stay. The same table sent again, after a crash or by two presses, makes no request twice: `batch`
 * and the number of the row give the request its number.
 *
 * @throws KepilError `ERR_TOO_LARGE` for too many rows
 * @throws Refused
 * @law 94-V Art. 24, 94-V Art. 25(2)
 */
export async function importRequests(
  world: World,
  clerk: Clerk,
  table: { service: ServiceRecord; batch: Id; rows: readonly ImportRow[] },
): Promise<{ taken: number; known: number; faulty: readonly FaultyRow[] }> {
  const { service, batch, rows } = table;
  if (rows.length > rowsAtMost) throw new KepilError('ERR_TOO_LARGE', 'too-many-rows', { n: rowsAtMost });
  const faulty: FaultyRow[] = [];
  let [taken, known] = [0, 0];
  for (const row of rows) {
    const done = await takeIn(world, clerk, { ...row.intake, service, id: rowId(world, batch, row) });
    if ('problems' in done) faulty.push({ row, problems: done.problems });
    else if (done.known) known += 1;
    else taken += 1;
  }
  return { taken, known, faulty };
}

/** The number of a request from a table: the instant of the batch, the rest from what the row says. */
function rowId(world: World, batch: Id, { line, cells }: ImportRow): Id {
  const digest = world.crypto.hash(utf8(JSON.stringify([batch, line, cells])));
  const instant = Number.parseInt(batch.replaceAll('-', '').slice(0, 12), 16);
  return newId(instant, (count) => digest.slice(0, count));
}
