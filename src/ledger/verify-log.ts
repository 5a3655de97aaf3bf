import { base64Of, type Crypto, equalBytes, textOf } from '../base/index.ts';
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts';
import { LogContent, type LogProblem, LogProblems, type ReadLogFile } from './log-content.ts';
import { findDamage } from './log-damage.ts';
import { openNote, parseNote, parseVerifierKey } from './note.ts';
import { checkpointPath } from './paths.ts';
import { verifyConsistency } from './proof.ts';
import { consistencyRanges, emptyRoot, rangeHash } from './tree.ts';

/** What to hold a log against. Without a verifier key no signature is checked, and the report says so. */
export interface LogAsk {
  readonly verifierKey?: string;
  /** A checkpoint of this log saved earlier, as a signed note. */
  readonly against?: string;
}

/** How the log stands to a saved checkpoint. `unproved`: the log is too damaged to tell. */
export interface LogComparison {
  readonly size: number;
  readonly root: string;
  readonly verdict: 'consistent' | 'fork' | 'truncated' | 'unproved';
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
  if (checkpoint.size > leavesAtMost) {
    problems.add('log-too-large', { size: checkpoint.size });
    return report({ checkpoint, signature }, problems);
  }
  const content = new LogContent(checkpoint.size, read, { hash: crypto.hash, problems });
  const intact = checkRoot(content, checkpoint, { crypto, problems });
  const saved = ask.against === undefined ? undefined : readSaved(ask.against, ask, { crypto, problems });
  const checking: Checking = { content, checkpoint, intact, hash: crypto.hash };
  if (saved && saved.origin !== checkpoint.origin) {
    problems.add('log-saved-origin-differs', { origin: checkpoint.origin, saved: saved.origin });
  } else if (saved) {
    return report({ checkpoint, signature, comparedWith: compareWith(saved, checking, problems) }, problems);
  }
  return report({ checkpoint, signature }, problems);
}

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
  const found = rootAt(content, size, crypto.hash);
  if (!found) problems.add('log-root-unknown', { size });
  else if (!equalBytes(found, root)) {
    problems.add('log-root-differs', { size, expected: base64Of(root), found: base64Of(found) });
  }
  return size === 0
    ? found !== undefined && equalBytes(found, root)
    : findDamage(content, { root, hash: crypto.hash, problems });
}

function rootAt(content: LogContent, size: number, hash: Crypto['hash']): Uint8Array | undefined {
  if (size === 0) return emptyRoot(hash);
  return rangeHash({ start: 0, end: size }, (level, position) => content.computedHash(level, position), hash);
}

function readSaved(note: string, ask: LogAsk, { crypto, problems }: Tools): Checkpoint | undefined {
  const parsed = parseNote(note);
  const checkpoint = parsed && parseCheckpoint(parsed.text);
  if (!checkpoint) {
    problems.add('log-saved-malformed', {});
    return undefined;
  }
  if (ask.verifierKey !== undefined && !openNote(note, ask.verifierKey, crypto)) {
    problems.add('log-saved-signature-bad', { size: checkpoint.size });
    return undefined;
  }
  return checkpoint;
}

interface Checking {
  readonly content: LogContent;
  readonly checkpoint: Checkpoint;
  readonly intact: boolean;
  readonly hash: Crypto['hash'];
}

const verdictProblem = {
  fork: 'log-fork',
  truncated: 'log-truncated',
  unproved: 'log-saved-unproved',
} as const;

function compareWith(saved: Checkpoint, checking: Checking, problems: LogProblems): LogComparison {
  const verdict = verdictOn(saved, checking);
  if (verdict !== 'consistent') {
    problems.add(verdictProblem[verdict], { saved: saved.size, size: checking.checkpoint.size });
  }
  return { size: saved.size, root: base64Of(saved.root), verdict };
}

function verdictOn(saved: Checkpoint, checking: Checking): LogComparison['verdict'] {
  const { content, checkpoint, intact, hash } = checking;
  if (saved.size > checkpoint.size) return 'truncated';
  if (saved.size === checkpoint.size) return equalBytes(saved.root, checkpoint.root) ? 'consistent' : 'fork';
  if (saved.size === 0) return equalBytes(saved.root, emptyRoot(hash)) ? 'consistent' : 'fork';
  if (intact) {
    const root = rootAt(content, saved.size, hash);
    return root && equalBytes(root, saved.root) ? 'consistent' : 'fork';
  }
  return provedByTiles(saved, checking) ? 'consistent' : 'unproved';
}

/** The entries are damaged, but tiles that were not touched still prove consistency. */
function provedByTiles(saved: Checkpoint, { content, checkpoint, hash }: Checking): boolean {
  const path = consistencyRanges(saved.size, checkpoint.size).map((range) =>
    rangeHash(range, (level, position) => content.storedHash(level, position), hash),
  );
  if (!path.every((found) => found !== undefined)) return false;
  return verifyConsistency(
    { first: saved.size, second: checkpoint.size, firstRoot: saved.root, secondRoot: checkpoint.root, path },
    hash,
  );
}
