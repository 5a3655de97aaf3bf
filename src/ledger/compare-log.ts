import { base64Of, equalBytes, type Hash } from '../base/index.ts';
import type { Checkpoint } from './checkpoint.ts';
import { differingLeaves, type LeafRange } from './difference.ts';
import type { LogContent, LogProblems } from './log-content.ts';
import { verifyConsistency } from './proof.ts';
import type { SavedEntry, SavedHead } from './saved-head.ts';
import { type ReadLogFile, StoredTiles } from './stored-tiles.ts';
import { consistencyRanges, emptyRoot, inclusionRanges, rangeHash } from './tree.ts';

/** How the log stands to what was kept of it. `unproved`: one of the two is too damaged to tell. */
export interface LogComparison {
  readonly with: 'checkpoint' | 'receipt' | 'copy';
  readonly size: number;
  readonly root: string;
  readonly verdict: 'consistent' | 'fork' | 'truncated' | 'unproved';
  /** The place of the receipt's entry. */
  readonly index?: number;
  /**
   * Ranges of entries, as narrow as what was kept can tell, in each of which something differs. When the log
   * is shorter than it was, what is left of it may differ elsewhere too.
   */
  readonly differs: readonly LeafRange[];
}

/** A log and what is known of it. */
export interface Compared {
  readonly content: LogContent;
  readonly checkpoint: Checkpoint;
  /** Whether its entries lead to its root. */
  readonly intact: boolean;
  readonly hash: Hash;
  readonly problems: LogProblems;
}

type Verdict = LogComparison['verdict'];

const verdictProblem = {
  fork: 'log-fork',
  truncated: 'log-truncated',
  unproved: 'log-saved-unproved',
} as const;

/** Holds a log against what was kept of it, and adds what is wrong to its problems. */
export function compareWith(saved: SavedHead, log: Compared): LogComparison {
  const { checkpoint, entry, copy } = saved;
  const { verdict, differs } = copy ? againstCopy(checkpoint, copy, log) : againstHead(saved, log);
  if (verdict !== 'consistent') {
    log.problems.add(verdictProblem[verdict], { saved: checkpoint.size, size: log.checkpoint.size });
  }
  return {
    with: copy ? 'copy' : entry ? 'receipt' : 'checkpoint',
    size: checkpoint.size,
    root: base64Of(checkpoint.root),
    verdict,
    ...(entry && { index: entry.index }),
    differs,
  };
}

interface Found {
  readonly verdict: Verdict;
  readonly differs: readonly LeafRange[];
}

/** Of a root alone one knows no more than how many entries it is of; the path of a receipt tells more. */
function againstHead({ checkpoint, entry }: SavedHead, log: Compared): Found {
  const verdict = verdictOn(checkpoint, log);
  if (verdict === 'consistent' || verdict === 'unproved') return { verdict, differs: [] };
  const altered = entry ? offThePath(entry, checkpoint.size, log) : [];
  if (verdict === 'fork')
    return { verdict, differs: altered.length > 0 ? altered : [{ first: 0, last: checkpoint.size - 1 }] };
  return { verdict, differs: [...altered, { first: log.checkpoint.size, last: checkpoint.size - 1 }] };
}

function verdictOn(saved: Checkpoint, { content, checkpoint, intact, hash }: Compared): Verdict {
  if (saved.size > checkpoint.size) return 'truncated';
  if (saved.size === checkpoint.size) return equalBytes(saved.root, checkpoint.root) ? 'consistent' : 'fork';
  if (saved.size === 0) return equalBytes(saved.root, emptyRoot(hash)) ? 'consistent' : 'fork';
  if (intact) {
    const root = content.rootAt(saved.size);
    return root && equalBytes(root, saved.root) ? 'consistent' : 'fork';
  }
  return provedByTiles(saved, { content, checkpoint, hash }) ? 'consistent' : 'unproved';
}

/** The entries are damaged, but tiles that were not touched still prove consistency. */
function provedByTiles(
  saved: Checkpoint,
  { content, checkpoint, hash }: Pick<Compared, 'content' | 'checkpoint' | 'hash'>,
): boolean {
  const path = consistencyRanges(saved.size, checkpoint.size).map((range) =>
    rangeHash(range, (level, position) => content.storedHash(level, position), hash),
  );
  if (!path.every((found) => found !== undefined)) return false;
  return verifyConsistency(
    { first: saved.size, second: checkpoint.size, firstRoot: saved.root, secondRoot: checkpoint.root, path },
    hash,
  );
}

/** What is another here: the receipt's entry, and the parts of the tree beside its way to the root. */
function offThePath(entry: SavedEntry, size: number, { content, checkpoint, hash }: Compared): LeafRange[] {
  const leaf = { start: entry.index, end: entry.index + 1 };
  const said = [entry.leafHash, ...entry.path];
  return [leaf, ...inclusionRanges(entry.index, size)]
    .map((range, i) => ({ range, said: said[i] as Uint8Array }))
    .filter(({ range }) => range.end <= checkpoint.size)
    .filter((part) => {
      const found = rangeHash(part.range, (level, at) => content.computedHash(level, at), hash);
      return !found || !equalBytes(found, part.said);
    })
    .map(({ range }) => ({ first: range.start, last: range.end - 1 }))
    .sort((a, b) => a.first - b.first);
}

/** A copy has every hash: the difference is found down to the entry. */
function againstCopy(saved: Checkpoint, copy: ReadLogFile, log: Compared): Found {
  const { content, hash } = log;
  const tiles = new StoredTiles(saved.size, copy);
  const theirs = (level: number, position: number) => tiles.hashAt(level, position);
  const whole = saved.size === 0 ? emptyRoot(hash) : rangeHash({ start: 0, end: saved.size }, theirs, hash);
  if (!whole || !equalBytes(whole, saved.root)) return { verdict: 'unproved', differs: [] };
  const ours = (level: number, position: number) => content.computedHash(level, position);
  const both = Math.min(saved.size, content.size);
  const altered = differingLeaves({ ours, theirs }, both, hash);
  const lost = saved.size > both ? [{ first: both, last: saved.size - 1 }] : [];
  if (altered) return { verdict: 'fork', differs: [altered, ...lost] };
  return { verdict: lost.length > 0 ? 'truncated' : 'consistent', differs: lost };
}
