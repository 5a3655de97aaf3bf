import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { KepilError } from '../base/index.ts';
import type { RootSource } from '../keys/index.ts';
import { kz } from '../law/index.ts';
import type { Post } from '../post/index.ts';
import { listServices, type Offered, openService, refusePrimaryAbroad, type World } from '../system/index.ts';
import { announce, type OpenedRow, openedRow } from './announce.ts';
import { channelsOf } from './channels.ts';
import { openControl } from './control.ts';
import { answersOf, handOver } from './hand-over.ts';
import { type Installation, openInstallation } from './installation.ts';
import { offerSheet, type Sheet, sheetAt } from './offered.ts';
import { type Reaching, type ReachOptions, reachingOf } from './reaching.ts';
import { rootSourceOf } from './root-source.ts';
import { toldToStop } from './stopping.ts';
import type { Terminal } from './terminal.ts';

/** What `kepil run` was told. */
export interface RunOptions extends ReachOptions {
  readonly port: number;
  readonly data: string;
  readonly databaseUrl?: string;
  readonly as?: string;
  /** Where the base itself lies, as a country; absent: in that of the law. */
  readonly storeCountry?: string;
  /** Where the texts of policy files lie; beside them when not given. */
  readonly texts?: string;
}

/** The policies that come with Kepil: those of five services, typed clause by clause. */
const examples = ['prozango', 'callprikol', 'consult', 'zhanuar', 'legco'].map((name) =>
  join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'examples', `${name}.kepil.yaml`),
);

/** How long a Kepil that holds the folder and answers nothing is waited for, in milliseconds. */
const patienceMs = 60_000;
const lookAgainMs = 250;

/**
 * Runs services until told to stop: from the first moment, so that a stop while starting is an orderly one
 * too. Where a Kepil runs on the folder already, it is handed the documents and this one ends.
 *
 * @returns when everything is down, or handed over
 */
export async function run(files: readonly string[], options: RunOptions, terminal: Terminal): Promise<void> {
  const stopping = toldToStop();
  const data = resolve(options.data);
  if (options.as !== undefined && files.length > 1) {
    throw new KepilError('ERR_USAGE', 'as-many', { n: files.length });
  }
  refuseStoreAbroad(options.storeCountry);
  const reaching = reachingOf(options);
  const sheets = await Promise.all(files.map((file) => sheetAt(file, options)));
  const offers = offersOf(sheets, terminal);
  const until = Date.now() + patienceMs;
  const post = channelsOf(terminal.environment);
  const root = rootSourceOf(terminal.environment);
  const begin = { ...options, data, offers, stopping, reaching, post, root };
  for (let waited = false; ; waited = true) {
    if (sheets.length > 0 && (await handOver(data, sheets, terminal))) return;
    try {
      if (!waited) terminal.print(terminal.speaker.say('cli.starting', { data }));
      await runHere(begin, terminal);
      return;
    } catch (error) {
      if (sheets.length === 0 || !isLocked(error) || Date.now() > until) throw error;
    }
    // Whoever holds the folder is starting or stopping: it will answer, or leave the folder to us.
    if (!waited) terminal.print(terminal.speaker.say('cli.waiting'));
    if (await Promise.race([stopping.then(() => true), pause(lookAgainMs, false)])) return;
  }
}

/**
 * A base outside of the country of the law is refused before anything is opened.
 *
 * @throws KepilError `ERR_USAGE`
 * @law 94-V Art. 12(2)
 */
function refuseStoreAbroad(country: string | undefined): void {
  if (country === undefined || country === kz.country) return;
  const known = /^[A-Z]{2}$/.test(country);
  throw new KepilError('ERR_USAGE', known ? 'store-abroad' : 'store-country', { country });
}

function isLocked(error: unknown): boolean {
  return error instanceof KepilError && error.code === 'ERR_DATA_LOCKED';
}

/** Reads every document. @throws KepilError `ERR_USAGE` when two of them would be one service */
function offersOf(sheets: readonly Sheet[], terminal: Terminal): readonly Offered[] {
  const known = new Map<string, string>();
  return sheets.map((sheet) => {
    const offered = offerSheet(sheet, terminal);
    const other = known.get(offered.key);
    if (other !== undefined)
      throw new KepilError('ERR_USAGE', 'key-twice', { key: offered.key, one: other, other: sheet.name });
    known.set(offered.key, sheet.name);
    return offered;
  });
}

interface Running extends RunOptions {
  readonly post: Post;
  readonly root: RootSource;
  readonly offers: readonly Offered[];
  readonly stopping: Promise<void>;
  readonly reaching: Reaching;
}

async function runHere(what: Running, terminal: Terminal): Promise<void> {
  const { data, databaseUrl, reaching } = what;
  const { print, speaker } = terminal;
  const place = {
    ...{ data, reaching, post: what.post, root: what.root, onFault: tellFaults(terminal) },
    ...(databaseUrl && { databaseUrl }),
  };
  const installation = await openInstallation(place);
  try {
    await refusePrimaryAbroad(installation.world);
    const rows = await openServices(installation, what);
    const origin = await installation.listen(what.port);
    const control = await openControl(data, answersOf(installation, origin, terminal));
    try {
      await announce(installation, { origin, rows, terminal });
      installation.start();
      await what.stopping;
      print(speaker.say('cli.stopping'));
    } finally {
      await control.close();
    }
  } finally {
    await installation.close();
  }
  print(speaker.say('cli.stopped'));
}

/**
 * Opens what was offered; the policies that come with Kepil where nothing is and nothing was. A start that
 * was killed among those takes them up again: a file in the data folder says that they are not all there.
 */
async function openServices({ world }: Installation, what: Running): Promise<readonly OpenedRow[]> {
  if (what.offers.length > 0) return openAll(world, what.offers);
  const begun = join(what.data, 'examples.begun');
  if (!existsSync(begun) && (await listServices(world)).length > 0) return [];
  writeFileSync(begun, '');
  const sheets = await Promise.all(examples.map((path) => sheetAt(path, what)));
  const rows = await openAll(
    world,
    sheets.map((sheet) => offerSheet(sheet)),
  );
  rmSync(begun);
  return rows;
}

async function openAll(world: World, offers: readonly Offered[]): Promise<readonly OpenedRow[]> {
  const rows: OpenedRow[] = [];
  for (const offered of offers) rows.push(openedRow(await openService(world, offered)));
  return rows;
}

/** How long the same fault is not told again, in milliseconds: an outage is one fault, not one a request. */
const faultLastsMs = 30_000;

function tellFaults(terminal: Terminal): (error: Error) => void {
  const told = new Map<string, number>();
  return (error) => {
    const what = faultText(error);
    const last = told.get(what);
    if (last !== undefined && Date.now() - last < faultLastsMs) return;
    told.set(what, Date.now());
    terminal.complain(terminal.speaker.say('cli.fault', { what }));
  };
}

/**
 * The kind of a fault and where it came from; messages of errors may hold values, so they are not printed.
 */
function faultText(error: Error): string {
  const code = (error as { code?: string }).code ?? error.name;
  const place =
    error.stack
      ?.split('\n')
      .find((line) => line.includes('/dist/'))
      ?.trim() ?? '';
  return [code, error instanceof KepilError ? error.reason : '', place]
    .filter((part) => part !== '')
    .join(' ');
}
