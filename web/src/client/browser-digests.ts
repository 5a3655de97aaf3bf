import type { Hash } from './check-note.ts';

const notYet = Symbol('a digest the browser has not made yet');

/**
 * Does `work`, which wants each digest at once, with the browser's own SHA-256, which answers later: as often
 * as it asks for a digest that is not there yet, that one is made and the work begun anew.
 *
 * `work` must do nothing but answer. A few hundred digests take some tenths of a second.
 */
export async function browserDigests<T>(work: (hash: Hash) => T): Promise<T> {
  const made = new Map<string, Uint8Array>();
  for (;;) {
    const wanted: Uint8Array[] = [];
    const hash: Hash = (bytes) => {
      const found = made.get(keyOf(bytes));
      if (found) return found;
      wanted.push(bytes);
      throw notYet;
    };
    try {
      return work(hash);
    } catch (error) {
      if (error !== notYet) throw error;
    }
    for (const bytes of wanted)
      made.set(keyOf(bytes), new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))));
  }
}

const keyOf = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);
