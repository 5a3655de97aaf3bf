import { assert } from '../base/index.ts';
import type { TileRef } from './tiles.ts';
import { tileWidth } from './tree.ts';

/** Path of the signed checkpoint in a log's folder. */
export const checkpointPath = 'checkpoint';

/** An index in path elements of three digits, all but the last with an `x`: 1234067 is `x001/x234/067`. */
function indexPath(index: number): string {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  return (padded.match(/\d{3}/g) ?? [])
    .map((part, i, all) => (i < all.length - 1 ? `x${part}` : part))
    .join('/');
}

function partial(width: number): string {
  assert(Number.isInteger(width) && width >= 1 && width <= tileWidth, 'a tile is 1 to 256 wide');
  return width === tileWidth ? '' : `.p/${width}`;
}

/**
 * Path of a tile `width` hashes wide, `1 ≤ width ≤ 256`: `tile/0/x001/067`, `tile/0/067.p/5`.
 * @source C2SP tlog-tiles
 */
export function tilePath(ref: TileRef, width: number): string {
  return `tile/${ref.level}/${indexPath(ref.index)}${partial(width)}`;
}

/**
 * Path of the bundle of entries under the level 0 tile `index`, `1 ≤ width ≤ 256`.
 * @source C2SP tlog-tiles
 */
export function entryBundlePath(index: number, width: number): string {
  return `tile/entries/${indexPath(index)}${partial(width)}`;
}

/**
 * Every file a log of `size` entries has besides its checkpoint: entry bundles and the tiles of each level.
 */
export function logPaths(size: number): readonly string[] {
  const files = (count: number, pathOf: (index: number, width: number) => string) =>
    Array.from({ length: Math.ceil(count / tileWidth) }, (_, index) =>
      pathOf(index, Math.min(tileWidth, count - index * tileWidth)),
    );
  const paths = files(size, entryBundlePath);
  for (let level = 0, count = size; count > 0; level++, count = Math.floor(count / tileWidth)) {
    paths.push(...files(count, (index, width) => tilePath({ level, index }, width)));
  }
  return paths;
}
