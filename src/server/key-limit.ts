import type { Id } from '../base/index.ts';

/** Reads a minute with one key, from however many addresses they come. */
export const readsPerMinute = 600;

/**
 * Counts what is done with each key. It counts keys that proved good and no others: whoever has learnt the id
 * of a key, but not its secret, cannot use up its reads. Lives in memory; a restart begins anew.
 */
export class KeyLimit {
  readonly #counts = new Map<Id, { readonly minute: number; readonly n: number }>();

  /** Counts one read. @returns how many seconds to wait, 0 when it may go on */
  take(key: Id, now: number): number {
    const minute = Math.floor(now / 60_000);
    const before = this.#counts.get(key);
    const n = before?.minute === minute ? before.n + 1 : 1;
    this.#counts.set(key, { minute, n });
    return n > readsPerMinute ? Math.ceil(((minute + 1) * 60_000 - now) / 1000) : 0;
  }
}
