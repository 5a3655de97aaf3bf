import { equalBytes, type Hash } from '../base/index.ts';
import type { LogContent, LogProblems } from './log-content.ts';
import { tilePath } from './paths.ts';
import { levelCount } from './tiles.ts';
import { type HashAt, rangeHash, tileWidth } from './tree.ts';

type Found = Uint8Array | undefined;

/** What a log's content is held against. */
export interface Against {
  /** Root the checkpoint states. */
  readonly root: Uint8Array;
  readonly hash: Hash;
  readonly problems: LogProblems;
}

function same(a: Found, b: Found): boolean {
  return a !== undefined && b !== undefined && equalBytes(a, b);
}

function* hashesOf(level: number, size: number): Generator<number> {
  for (let at = 0; at < levelCount(level, size); at++) yield at;
}

/** The hashes no full tile lies above: those of the partial tile of each level, top level first. */
function* edgeHashes(size: number): Generator<{ level: number; position: number }> {
  let top = 0;
  while (levelCount(top + 1, size) > 0) top++;
  for (let level = top; level >= 0; level--) {
    const count = levelCount(level, size);
    for (let position = count - (count % tileWidth); position < count; position++) yield { level, position };
  }
}

/**
 * Finds where entries and tiles are not what the root commits to, as narrowly as that can be proved.
 *
 * Whichever of entries and tiles leads to the root is right, and the other is held against it, from the top
 * down. When neither does, the two are only compared with each other.
 * @returns whether the entries lead to the root
 */
export function findDamage(content: LogContent, against: Against): boolean {
  const whole = { start: 0, end: content.size };
  const computed: HashAt<Found> = (level, position) => content.computedHash(level, position);
  const stored: HashAt<Found> = (level, position) => content.storedHash(level, position);
  const intact = same(rangeHash(whole, computed, against.hash), against.root);
  const truth = intact ? computed : stored;
  if (!intact && !same(rangeHash(whole, stored, against.hash), against.root)) {
    compare(content, against);
    return false;
  }
  for (const { level, position } of edgeHashes(content.size)) {
    const expected = truth(level, position);
    if (!expected) continue;
    checkTile(content, { level, position, expected }, against);
    descend(content, { level, position, expected }, against);
  }
  return intact;
}

/** A place in the tree and the hash proved to stand there. */
interface Proved {
  readonly level: number;
  readonly position: number;
  readonly expected: Uint8Array;
}

function leavesUnder(level: number, position: number): { first: number; last: number } {
  const unit = tileWidth ** level;
  return { first: position * unit, last: (position + 1) * unit - 1 };
}

function tileDiffers(
  content: LogContent,
  at: { level: number; position: number },
  problems: LogProblems,
): void {
  const index = Math.floor(at.position / tileWidth);
  const width = Math.min(tileWidth, levelCount(at.level, content.size) - index * tileWidth);
  const path = tilePath({ level: at.level, index }, width);
  problems.add('log-tile-differs', { path, level: at.level, ...leavesUnder(at.level, at.position) });
}

function checkTile(content: LogContent, at: Proved, { problems }: Against): void {
  const stored = content.storedHash(at.level, at.position);
  if (stored && !equalBytes(stored, at.expected)) tileDiffers(content, at, problems);
}

function descend(content: LogContent, at: Proved, against: Against): void {
  const { level, position, expected } = at;
  const computed = content.computedHash(level, position);
  const good = same(computed, expected);
  if (level === 0) {
    if (computed && !good) against.problems.add('log-entry-altered', leavesUnder(0, position));
    return;
  }
  const below: HashAt<Found> | undefined = good
    ? (l, p) => content.computedHash(l, p)
    : same(content.storedFold(level, position), expected)
      ? (l, p) => content.storedHash(l, p)
      : undefined;
  if (!below) {
    against.problems.add('log-range-altered', leavesUnder(level, position));
    return;
  }
  if (good && level === 1 && content.isSound(position)) return;
  for (let i = 0; i < tileWidth; i++) {
    const child = { level: level - 1, position: position * tileWidth + i };
    const hash = below(child.level, child.position);
    if (!hash) continue;
    checkTile(content, { ...child, expected: hash }, against);
    descend(content, { ...child, expected: hash }, against);
  }
}

/** Neither entries nor tiles lead to the root: says where they contradict each other. */
function compare(content: LogContent, { problems }: Against): void {
  for (const position of hashesOf(0, content.size)) {
    if (content.isSound(Math.floor(position / tileWidth))) continue;
    const [entry, stored] = [content.entryHash(position), content.storedHash(0, position)];
    if (entry && stored && !equalBytes(entry, stored))
      problems.add('log-entry-differs', leavesUnder(0, position));
  }
  for (let level = 1; levelCount(level, content.size) > 0; level++) {
    for (const position of hashesOf(level, content.size)) {
      const [fold, stored] = [content.storedFold(level, position), content.storedHash(level, position)];
      if (fold && stored && !equalBytes(fold, stored)) tileDiffers(content, { level, position }, problems);
    }
  }
}
