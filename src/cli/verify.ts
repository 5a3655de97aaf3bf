import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KepilError, textOf } from '../base/index.ts';
import { nodeCrypto } from '../keys/index.ts';
import { checkpointPath, type LogReport, logPaths, verifyLog } from '../ledger/index.ts';
import { documentAt } from './offered.ts';
import type { Terminal } from './terminal.ts';

/** What `kepil verify` was told. */
export interface VerifyOptions {
  /** A verifier key saved earlier; absent: the one published beside the log, which proves less. */
  readonly key?: string;
  /** A file with a checkpoint saved earlier. */
  readonly against?: string;
  readonly json?: boolean;
}

/** A log over the network is fetched up to this many entries; a larger one is checked from its folder. */
const fetchedAtMost = 10_000_000;

type Read = (path: string) => Uint8Array | undefined;

/**
 * Checks a whole log, from a folder or over http, with no server of ours.
 *
 * @returns 0 when everything agrees, else 1
 */
export async function verify(place: string, options: VerifyOptions, terminal: Terminal): Promise<number> {
  const read = /^https?:\/\//.test(place) ? await fetchLog(place) : readFolder(place);
  if (!read(checkpointPath)) throw new KepilError('ERR_USAGE', 'log-missing', { name: place });
  const published = read('verifier-key');
  const key = options.key ?? (published && textOf(published).trim());
  const against = options.against === undefined ? undefined : (await documentAt(options.against)).source.text;
  const ask = { ...(key !== undefined && { verifierKey: key }), ...(against !== undefined && { against }) };
  const report = verifyLog(read, ask, nodeCrypto);
  if (options.json) terminal.print(JSON.stringify(report, undefined, 2));
  else printReport(report, { terminal, ownKey: options.key === undefined && key !== undefined });
  return report.ok && report.signature !== 'bad' ? 0 : 1;
}

function readFolder(folder: string): Read {
  return (path) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path)) : undefined);
}

/** Fetches every file a log of that size has, then reads from memory. */
async function fetchLog(base: string): Promise<Read> {
  const files = new Map<string, Uint8Array>();
  const take = async (path: string) => {
    const bytes = await fetchBytes(`${base.replace(/\/$/, '')}/${path}`).catch((cause: unknown) => {
      throw new KepilError('ERR_STORE_UNAVAILABLE', 'log-unreachable', { name: base }, { cause });
    });
    if (bytes) files.set(path, bytes);
  };
  await take(checkpointPath);
  await take('verifier-key');
  const checkpoint = files.get(checkpointPath);
  const claimed = checkpoint ? Number(textOf(checkpoint).split('\n')[1]) : 0;
  const size = Number.isSafeInteger(claimed) ? Math.min(claimed, fetchedAtMost) : 0;
  for (const path of logPaths(size)) await take(path);
  return (path) => files.get(path);
}

async function fetchBytes(url: string): Promise<Uint8Array | undefined> {
  const reply = await fetch(url, { signal: AbortSignal.timeout(30_000) });
  return reply.ok ? new Uint8Array(await reply.arrayBuffer()) : undefined;
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
