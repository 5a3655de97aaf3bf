import type { LawPack } from './pack.ts';

/**
 * The size class of an operator who holds data of so many people; data of limited access lift it by one. The
 * last class of the pack has no upper bound. `undefined` where the law has no classes.
 *
 * @law 94-V Art. 25-1
 */
export function sizeOf({ sizes }: LawPack, subjects: number, limited: boolean): string | undefined {
  const at = sizes.findIndex(({ upTo }) => upTo === undefined || subjects <= upTo);
  return sizes[Math.min(at + (limited ? 1 : 0), sizes.length - 1)]?.key;
}
