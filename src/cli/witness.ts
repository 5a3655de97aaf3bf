import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { KepilError, textOf } from '../base/index.ts';
import { nodeCrypto, openWitnessKey, type WitnessKey, writeDurably } from '../keys/index.ts';
import {
  checkpointPath,
  cosign,
  type LogReport,
  parseCheckpoint,
  parseNote,
  witnessKeyOf,
} from '../ledger/index.ts';
import { checkLog } from './check-log.ts';
import { type LogFolder, withLog } from './log-place.ts';
import { toldToStop } from './stopping.ts';
import type { Terminal } from './terminal.ts';

/** What `kepil witness` was told. */
export interface WitnessOptions {
  /** Where its key and what it has seen lie. */
  readonly data: string;
  /** The name it signs by; of a new key alone. */
  readonly name?: string;
  /** Seconds between two looks. */
  readonly every: number;
  /** One look, then the end. */
  readonly once?: boolean;
}

/** What a witness knows of one log: the folder with its verifier key and the last checkpoint it cosigned. */
interface Memory {
  readonly folder: string;
  readonly verifierKey?: string;
  readonly cosigned?: string;
}

/**
 * Watches logs from outside: each time one has grown it is checked against what was seen of it before, and
 * its checkpoint is cosigned. A log that forgot, was rewritten or is damaged is refused, and what it showed
 * is kept.
 *
 * The first sight of a log decides which key it has: from then on no other is taken.
 * @returns 0; with `once` 1 when a log was refused
 */
export async function witness(
  places: readonly string[],
  options: WitnessOptions,
  terminal: Terminal,
): Promise<number> {
  const data = resolve(options.data);
  const own = openWitnessKey(join(data, 'witness.key'), options.name ?? nameOfMachine(), nodeCrypto);
  const key = witnessKeyOf(own.name, own.key.publicKey, nodeCrypto.hash);
  terminal.print(terminal.speaker.say('cli.witness.key', { key }));
  const look = { own, data, terminal };
  if (options.once) return (await lookAtAll(places, look)) ? 0 : 1;
  const stopping = toldToStop();
  for (;;) {
    await lookAtAll(places, look);
    const stopped = await Promise.race([stopping.then(() => true), pause(options.every * 1000, false)]);
    if (stopped) return 0;
  }
}

const nameOfMachine = () => hostname().replaceAll(/[^a-zA-Z0-9.-]/g, '-') || 'witness';

interface Look {
  readonly own: WitnessKey;
  readonly data: string;
  readonly terminal: Terminal;
}

/** @returns whether none was refused; one that cannot be reached now is told, and looked at the next time */
async function lookAtAll(places: readonly string[], look: Look): Promise<boolean> {
  let well = true;
  for (const place of places) {
    try {
      well = (await withLog(place, (log) => lookAt(log, place, look))) && well;
    } catch (error) {
      if (!(error instanceof KepilError)) throw error;
      look.terminal.error(error);
    }
  }
  return well;
}

async function lookAt(log: LogFolder, place: string, { own, data, terminal }: Look): Promise<boolean> {
  const { print, complain, speaker } = terminal;
  const { read } = log;
  const note = textOf(read(checkpointPath) ?? new Uint8Array());
  const origin = parseCheckpoint(parseNote(note)?.text ?? '')?.origin ?? place;
  const memory = memoryOf(data, origin);
  const published = read('verifier-key');
  const verifierKey = memory.verifierKey ?? (published && textOf(published).trim());
  if (verifierKey === undefined) throw new KepilError('ERR_USAGE', 'witness-key-unknown', { name: place });
  const ask = { verifierKey, ...(memory.cosigned !== undefined && { against: memory.cosigned }) };
  const report = await checkLog(log, ask);
  if (!report.ok || report.signature !== 'good') {
    complain(speaker.say('cli.witness.refused', { name: origin }));
    for (const { code, params } of report.problems)
      complain(`  ${speaker.sayCode('problem', code, params ?? {})}`);
    complain(speaker.say('cli.witness.kept', { file: keepEvidence(memory.folder, note) }));
    return false;
  }
  remember(
    memory.folder,
    verifierKey,
    cosign(note, { ...own, time: Math.floor(Date.now() / 1000) }, nodeCrypto),
  );
  print(speaker.say('cli.witness.seen', { name: origin, size: report.size, grown: grownBy(report) }));
  return true;
}

const grownBy = ({ size, comparedWith }: LogReport) => size - (comparedWith?.size ?? 0);

function memoryOf(data: string, origin: string): Memory {
  const folder = join(data, 'logs', createHash('sha256').update(origin).digest('hex').slice(0, 32));
  const kept = (name: string) =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : undefined;
  const [verifierKey, cosigned] = [kept('verifier-key')?.trim(), kept(checkpointPath)];
  return { folder, ...(verifierKey && { verifierKey }), ...(cosigned !== undefined && { cosigned }) };
}

function remember(folder: string, verifierKey: string, cosigned: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeDurably(join(folder, 'verifier-key'), `${verifierKey}\n`);
  writeDurably(join(folder, checkpointPath), cosigned);
}

/** Keeps what was refused: two heads that cannot both be true prove what the log did. @returns the file */
function keepEvidence(folder: string, note: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const digest = createHash('sha256').update(note).digest('hex').slice(0, 16);
  const file = join(folder, `refused-${digest}.note`);
  if (!existsSync(file)) writeDurably(file, note);
  return file;
}
