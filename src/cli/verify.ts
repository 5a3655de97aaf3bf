import { KepilError, textOf } from '../base/index.ts';
import { nodeCrypto } from '../keys/index.ts';
import { type LogReport, openCosigned, verifyLog } from '../ledger/index.ts';
import { logAt } from './log-place.ts';
import { documentAt } from './offered.ts';
import type { Terminal } from './terminal.ts';

/** What `kepil verify` was told. */
export interface VerifyOptions {
  /** A verifier key saved earlier; absent: the one published beside the log, which proves less. */
  readonly key?: string;
  /** A file with a checkpoint saved earlier. */
  readonly against?: string;
  /** The key of a witness that must have cosigned that checkpoint. */
  readonly witness?: string;
  readonly json?: boolean;
}

/**
 * Checks a whole log, from a folder or over http, with no server of ours.
 *
 * @returns 0 when everything agrees, else 1
 */
export async function verify(place: string, options: VerifyOptions, terminal: Terminal): Promise<number> {
  const read = await logAt(place);
  const published = read('verifier-key');
  const key = options.key ?? (published && textOf(published).trim());
  const against = options.against === undefined ? undefined : (await documentAt(options.against)).source.text;
  const seenAt = witnessedAt(against, options);
  const ask = { ...(key !== undefined && { verifierKey: key }), ...(against !== undefined && { against }) };
  const report = verifyLog(read, ask, nodeCrypto);
  const witnessed = seenAt === undefined ? {} : { witnessedAt: new Date(seenAt * 1000).toISOString() };
  if (options.json) terminal.print(JSON.stringify({ ...report, ...witnessed }, undefined, 2));
  else {
    printReport(report, { terminal, ownKey: options.key === undefined && key !== undefined });
    if (seenAt !== undefined) terminal.print(terminal.speaker.say('cli.verify.witnessed', witnessed));
  }
  return report.ok && report.signature !== 'bad' ? 0 : 1;
}

/**
 * When the witness saw the saved checkpoint, in seconds since the epoch.
 *
 * @throws KepilError `ERR_USAGE` when there is no such checkpoint, or that witness did not cosign it
 */
function witnessedAt(against: string | undefined, { witness }: VerifyOptions): number | undefined {
  if (witness === undefined) return undefined;
  if (against === undefined) throw new KepilError('ERR_USAGE', 'witness-without-checkpoint');
  const opened = openCosigned(against, witness, nodeCrypto);
  if (!opened) throw new KepilError('ERR_USAGE', 'witness-unsigned');
  return opened.time;
}

function printReport(report: LogReport, to: { terminal: Terminal; ownKey: boolean }): void {
  const { speaker, print } = to.terminal;
  if (report.ok) print(speaker.say('cli.verify.ok', { size: report.size, root: report.root }));
  else print(speaker.say('cli.verify.bad'));
  for (const { code, params } of report.problems)
    print(`  ${speaker.sayCode('problem', code, params ?? {})}`);
  print(speaker.sayCode('cli.verify.signature', report.signature));
  if (to.ownKey) print(speaker.say('cli.verify.key-own'));
  const { comparedWith } = report;
  if (comparedWith)
    print(speaker.sayCode('cli.verify.compared', comparedWith.verdict, { size: comparedWith.size }));
  else print(speaker.say('cli.verify.not-compared'));
}
