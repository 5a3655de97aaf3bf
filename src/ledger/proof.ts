import { equalBytes, type Hash } from '../base/index.ts';
import { nodeHash } from './tree.ts';

/** What an inclusion proof claims: `leafHash` stands at `index` in the tree of `size` leaves with `root`. */
export interface InclusionClaim {
  readonly index: number;
  readonly size: number;
  readonly leafHash: Uint8Array;
  readonly path: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** What a consistency proof claims: the tree of `first` leaves is the beginning of that of `second`. */
export interface ConsistencyClaim {
  readonly first: number;
  readonly second: number;
  readonly firstRoot: Uint8Array;
  readonly secondRoot: Uint8Array;
  readonly path: readonly Uint8Array[];
}

const isSize = (n: number) => Number.isSafeInteger(n) && n >= 0;
const isHash = (bytes: Uint8Array) => bytes.length === 32;

/**
 * Walks from a leaf's place to the root; `left` and `right` say on which side of the walker a hash of the
 * path stands.
 */
class Walk {
  private at: number;
  private last: number;

  constructor(at: number, last: number) {
    this.at = at;
    this.last = last;
  }

  get done(): boolean {
    return this.last === 0;
  }

  up(): void {
    this.at = Math.floor(this.at / 2);
    this.last = Math.floor(this.last / 2);
  }

  /** Goes up while the walker is a right child. */
  upWhileRight(): void {
    while (this.at % 2 === 1) this.up();
  }

  /** One hash of the path consumed; tells on which side it stands. */
  next(): 'left' | 'right' {
    const left = this.at % 2 === 1 || this.at === this.last;
    if (left) while (this.at % 2 === 0 && this.at !== 0) this.up();
    this.up();
    return left ? 'left' : 'right';
  }
}

/** Whether the inclusion proof holds. Never throws, whatever it is given. @source RFC 9162 §2.1.3.2 */
export function verifyInclusion(claim: InclusionClaim, hash: Hash): boolean {
  const { index, size, path, root } = claim;
  if (!isSize(index) || !isSize(size) || index >= size) return false;
  if (!isHash(claim.leafHash) || !isHash(root) || !path.every(isHash)) return false;
  const walk = new Walk(index, size - 1);
  let result = claim.leafHash;
  for (const sibling of path) {
    if (walk.done) return false;
    result = walk.next() === 'left' ? nodeHash(hash, sibling, result) : nodeHash(hash, result, sibling);
  }
  return walk.done && equalBytes(result, root);
}

/**
 * Whether the consistency proof holds. Never throws, whatever it is given.
 *
 * An empty older tree proves nothing and is refused; equal sizes want equal roots and an empty path.
 * @source RFC 9162 §2.1.4.2
 */
export function verifyConsistency(claim: ConsistencyClaim, hash: Hash): boolean {
  const { first, second, firstRoot, secondRoot } = claim;
  if (!isSize(first) || !isSize(second) || first === 0 || first > second) return false;
  if (first === second) return claim.path.length === 0 && equalBytes(firstRoot, secondRoot);
  if (claim.path.length === 0 || ![firstRoot, secondRoot, ...claim.path].every(isHash)) return false;
  const [seed, ...path] = isPowerOfTwo(first) ? [firstRoot, ...claim.path] : claim.path;
  const walk = new Walk(first - 1, second - 1);
  walk.upWhileRight();
  let older = seed as Uint8Array;
  let newer = seed as Uint8Array;
  for (const sibling of path) {
    if (walk.done) return false;
    if (walk.next() === 'left') {
      older = nodeHash(hash, sibling, older);
      newer = nodeHash(hash, sibling, newer);
    } else {
      newer = nodeHash(hash, newer, sibling);
    }
  }
  return walk.done && equalBytes(older, firstRoot) && equalBytes(newer, secondRoot);
}

function isPowerOfTwo(n: number): boolean {
  let power = 1;
  while (power < n) power *= 2;
  return power === n;
}
