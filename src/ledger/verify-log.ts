import { base64Of, type Crypto, equalBytes, textOf } from '../base/index.ts';
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts';
import { compareWith, type LogComparison } from './compare-log.ts';
import { LogContent, type LogProblem, LogProblems } from './log-content.ts';
import { findDamage } from './log-damage.ts';
import { openNote, parseNote, parseVerifierKey } from './note.ts';
import { checkpointPath } from './paths.ts';
import { readSaved } from './saved-head.ts';
import { checkSlice, hashIntoOf, type Slice, type SliceReport, SoundTiles } from './slice.ts';
import type { ReadLogFile } from './stored-tiles.ts';
import { tileWidth } from './tree.ts';

/** What to hold a log against. Without a verifier key no signature is checked, and the report says so. */
export interface LogAsk {
  readonly verifierKey?: string;
  /** What was kept of this log earlier: a checkpoint as a signed note, or a receipt. */
  readonly against?: string;
  /** Another copy of this log, by its files. Looked at when there is no `against`. */
  readonly copy?: ReadLogFile;
  /** Slices of this very log that were checked before; without them `verifyLog` checks it all by itself. */
  readonly slices?: readonly SliceReport[];
}

/**
 * What was found. `root` is the checkpoint's, base64; without a readable checkpoint size is 0 and the texts
 * are empty.
 */
export interface LogReport {
  /** No problem at all. A signature left unchecked is no problem, but read `signature`. */
  readonly ok: boolean;
  readonly size: number;
  readonly root: string;
  readonly origin: string;
  readonly signature: 'good' | 'bad' | 'unchecked';
  readonly problems: readonly LogProblem[];
  readonly comparedWith?: LogComparison;
}

type Primitives = Pick<Crypto, 'hash' | 'verify'>;
type Signature = LogReport['signature'];

/** More leaves than this nobody has written here; guards against a checkpoint that only claims them. */
const leavesAtMost = 2 ** 32;

/**
 * Checks a whole log from its files (`checkpoint`, `tile/…`, `tile/entries/…`), with no server and no clock.
 *
 * Every entry is read, decoded and hashed; the root is computed anew; tiles are held against the entries; the
 * signature is checked when a verifier key is given and the history when a saved checkpoint is. Never throws
 * for what the files hold. What no log can show by itself (truncation to an older signed head, a consistent
 * rewrite by the key's holder) shows against a saved checkpoint only. O(size) hashes and reads.
 *
 * @source RFC 9162 §2.1; C2SP tlog-tiles, tlog-checkpoint, signed-note
 */
export function verifyLog(read: ReadLogFile, ask: LogAsk, crypto: Primitives): LogReport {
  const problems = new LogProblems();
  const head = readHead(read, ask, { crypto, problems });
  const { checkpoint, signature } = head;
  if (!checkpoint) return report({ signature }, problems);
  const { size } = checkpoint;
  if (size > leavesAtMost) {
    problems.add('log-too-large', { size });
    return report({ checkpoint, signature }, problems);
  }
  const slices = ask.slices ?? [checkSlice(read, fullTiles(size), hashIntoOf(crypto.hash))];
  const content = new LogContent(size, read, { hash: crypto.hash, problems, sound: new SoundTiles(slices) });
  const intact = checkRoot(content, checkpoint, { crypto, problems });
  const saved = readSaved(ask, { origin: checkpoint.origin, crypto, problems });
  const comparedWith =
    saved && compareWith(saved, { content, checkpoint, intact, hash: crypto.hash, problems });
  return report({ checkpoint, signature, ...(comparedWith && { comparedWith }) }, problems);
}

/** The tiles of level 0 that a log of `size` entries has whole. */
export const fullTiles = (size: number): Slice => ({ first: 0, end: Math.floor(size / tileWidth) });

interface Tools {
  readonly crypto: Primitives;
  readonly problems: LogProblems;
}

interface Outcome {
  readonly checkpoint?: Checkpoint;
  readonly signature: Signature;
  readonly comparedWith?: LogComparison;
}

function report({ checkpoint, signature, comparedWith }: Outcome, problems: LogProblems): LogReport {
  return {
    ok: problems.list.length === 0,
    size: checkpoint?.size ?? 0,
    root: checkpoint ? base64Of(checkpoint.root) : '',
    origin: checkpoint?.origin ?? '',
    signature,
    problems: problems.list,
    ...(comparedWith && { comparedWith }),
  };
}

function noteText(bytes: Uint8Array): string | undefined {
  try {
    return textOf(bytes);
  } catch {
    return undefined;
  }
}

function readHead(read: ReadLogFile, ask: LogAsk, { crypto, problems }: Tools): Outcome {
  const bytes = read(checkpointPath);
  const note = bytes && noteText(bytes);
  const parsed = note === undefined ? undefined : parseNote(note);
  const checkpoint = parsed && parseCheckpoint(parsed.text);
  if (note === undefined || !checkpoint) {
    problems.add(bytes ? 'log-checkpoint-malformed' : 'log-checkpoint-missing', { path: checkpointPath });
    return { signature: ask.verifierKey === undefined ? 'unchecked' : 'bad' };
  }
  if (ask.verifierKey === undefined) return { checkpoint, signature: 'unchecked' };
  const verifier = parseVerifierKey(ask.verifierKey, crypto.hash);
  if (!verifier) problems.add('log-verifier-key-malformed', {});
  else if (verifier.name !== checkpoint.origin) {
    problems.add('log-origin-differs', { origin: checkpoint.origin, name: verifier.name });
  }
  const good = openNote(note, ask.verifierKey, crypto) !== undefined;
  if (verifier && !good) problems.add('log-signature-bad', { name: verifier.name });
  return { checkpoint, signature: good && verifier?.name === checkpoint.origin ? 'good' : 'bad' };
}

function checkRoot(content: LogContent, checkpoint: Checkpoint, { crypto, problems }: Tools): boolean {
  const { size, root } = checkpoint;
  const found = content.rootAt(size);
  if (!found) problems.add('log-root-unknown', { size });
  else if (!equalBytes(found, root)) {
    problems.add('log-root-differs', { size, expected: base64Of(root), found: base64Of(found) });
  }
  return size === 0
    ? found !== undefined && equalBytes(found, root)
    : findDamage(content, { root, hash: crypto.hash, problems });
}
