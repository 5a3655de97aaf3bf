import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { KepilError, textOf } from '../base/index.ts';
import { nodeCrypto } from '../keys/index.ts';
import {
  checkpointPath,
  type LogComparison,
  type LogReport,
  openCosigned,
  parseReceipt,
  type ReadLogFile,
} from '../ledger/index.ts';
import { checkLog } from './check-log.ts';
import { type LogFolder, logIn, withLog } from './log-place.ts';
import { documentAt } from './offered.ts';
import type { Terminal } from './terminal.ts';

/** What `kepil verify` was told. */
export interface VerifyOptions {
  /** A verifier key saved earlier; absent: the one published beside the log, which proves less. */
  readonly key?: string;
  /** A file with a checkpoint or a receipt saved earlier, or a folder with another copy of the log. */
  readonly against?: string;
  /** The key of a witness that must have cosigned that checkpoint. */
  readonly witness?: string;
  /** How many processors may work at most; all when absent. */
  readonly cores?: number;
  readonly json?: boolean;
}

/** What was kept of the log, by its name. */
interface Kept {
  readonly name: string;
  readonly against?: string;
  readonly copy?: ReadLogFile;
  /** When a witness saw it, ISO 8601. */
  readonly witnessedAt?: string;
}

/**
 * Checks a whole log, from a folder or over http, with no server of ours.
 *
 * @returns 0 when everything agrees, else 1
 */
export async function verify(place: string, options: VerifyOptions, terminal: Terminal): Promise<number> {
  const kept = await keptIn(options);
  return await withLog(place, async (log) => {
    const key = options.key ?? publishedKey(log);
    const { against, copy } = kept ?? {};
    const ask = { ...(key !== undefined && { verifierKey: key }), ...(against !== undefined && { against }) };
    const report = await checkLog(log, { ...ask, ...(copy && { copy }) }, options.cores);
    const { witnessedAt } = kept ?? {};
    if (options.json)
      terminal.print(JSON.stringify({ ...report, ...(witnessedAt && { witnessedAt }) }, undefined, 2));
    else
      printReport(report, {
        terminal,
        ...(kept && { kept }),
        ownKey: options.key === undefined && key !== undefined,
      });
    return report.ok && report.signature !== 'bad' ? 0 : 1;
  });
}

function publishedKey({ read }: LogFolder): string | undefined {
  const published = read('verifier-key');
  return published && textOf(published).trim();
}

async function keptIn({ against, witness }: VerifyOptions): Promise<Kept | undefined> {
  if (against === undefined) {
    if (witness !== undefined) throw new KepilError('ERR_USAGE', 'witness-without-checkpoint');
    return undefined;
  }
  const name = basename(against);
  const isCopy = statSync(against, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const copy = isCopy ? logIn(against).read : undefined;
  const text = copy
    ? textOf(copy(checkpointPath) ?? new Uint8Array())
    : (await documentAt(against)).source.text;
  const kept = { name, ...(copy ? { copy } : { against: text }) };
  return witness === undefined ? kept : { ...kept, witnessedAt: witnessedAt(text, witness) };
}

/**
 * When the witness saw the saved checkpoint.
 *
 * @throws KepilError `ERR_USAGE` when that witness did not cosign it
 */
function witnessedAt(text: string, witness: string): string {
  const note = parseReceipt(text)?.checkpoint ?? text;
  const opened = openCosigned(note, witness, nodeCrypto);
  if (!opened) throw new KepilError('ERR_USAGE', 'witness-unsigned');
  return new Date(opened.time * 1000).toISOString();
}

interface Printing {
  readonly terminal: Terminal;
  readonly kept?: Kept;
  readonly ownKey: boolean;
}

function printReport(report: LogReport, to: Printing): void {
  const { speaker, print } = to.terminal;
  if (report.ok) print(speaker.say('cli.verify.ok', { size: report.size, root: report.root }));
  else print(speaker.say('cli.verify.bad'));
  for (const { code, params } of report.problems)
    print(`  ${speaker.sayCode('problem', code, params ?? {})}`);
  print(speaker.sayCode('cli.verify.signature', report.signature));
  if (to.ownKey) print(speaker.say('cli.verify.key-own'));
  if (report.comparedWith && to.kept) printComparison(report.comparedWith, to.kept, to.terminal);
  else if (!to.kept) print(speaker.say('cli.verify.not-compared'));
}

function printComparison(found: LogComparison, kept: Kept, { speaker, print }: Terminal): void {
  const { size, verdict, differs } = found;
  const entry = found.index === undefined ? {} : { index: found.index };
  print(speaker.sayCode('cli.verify.with', found.with, { name: kept.name, size, ...entry }));
  if (kept.witnessedAt) print(speaker.say('cli.verify.witnessed', { witnessedAt: kept.witnessedAt }));
  print(speaker.sayCode('cli.verify.compared', verdict));
  for (const { first, last } of differs) print(`  ${speaker.say('cli.verify.differs', { first, last })}`);
}
