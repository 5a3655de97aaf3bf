import { KepilError } from '../../src/base/index.ts';
import type { Store, Tx } from '../../src/store/index.ts';
import type { Chance } from '../kill/chance.ts';

/**
 * What a store may do to a transaction. `lose`: nothing of it is kept, and the answer is a failure · `mute`:
 * it is kept, and the answer is lost · `wait`: its answer comes only after that of one that began later.
 */
export type Tear = 'lose' | 'mute' | 'wait';

/** A refused write, as the store says it when the database went away. */
const gone = () => new KepilError('ERR_STORE_UNAVAILABLE', 'store-unavailable');

/** How long a transaction waits for another to overtake it, in milliseconds. */
const overtakeMs = 40;

/**
 * A store over a real one that tears at seeded points: tails that were never committed are lost, commits lose
 * their answers, two that run at once commit in the other order; from a chosen moment on everything fails, as
 * for a process that is no more.
 */
export class TornStore implements Store {
  readonly #inner: Store;
  readonly #chance: Chance;
  /** How often a transaction is torn, by way. */
  tears: Partial<Record<Tear, number>> = {};
  /** How often each tear was made. */
  readonly torn: Record<Tear, number> = { lose: 0, mute: 0, wait: 0 };
  #left = Number.POSITIVE_INFINITY;
  /** Which of the transactions to come are lost, counted from 1. */
  #lost: ReadonlySet<number> = new Set();
  #begun = 0;
  #overtaken: (() => void) | undefined;

  constructor(inner: Store, chance: Chance) {
    this.#inner = inner;
    this.#chance = chance;
  }

  /** After `count` more transactions nothing is kept and nothing is answered any more. */
  dieAfter(count: number): void {
    this.#left = count;
  }

  /**
   * Loses these of the transactions and looks that begin from now on, counted from 1, and no other.
   *
   * @returns how many began since the last call
   */
  lose(numbers: readonly number[]): number {
    const begun = this.#begun;
    this.#lost = new Set(numbers);
    this.#begun = 0;
    return begun;
  }

  get isDead(): boolean {
    return this.#left <= 0;
  }

  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    if (this.isDead) throw gone();
    this.#left -= 1;
    this.#begun += 1;
    const tear = this.isDead ? this.#last() : this.#draw();
    if (tear !== undefined) this.torn[tear] += 1;
    const answer = await this.#inner.transaction(async (tx) => {
      const done = await work(tx);
      if (tear === 'lose') throw gone();
      if (tear === 'wait') await this.#beOvertaken();
      return done;
    });
    this.#overtaken?.();
    if (tear === 'mute') throw gone();
    return answer;
  }

  /** A group is lost before anything of it is kept, or its answer is. */
  async gather(...[ask, answer]: Parameters<Store['gather']>): Promise<void> {
    if (this.isDead) throw gone();
    this.#left -= 1;
    this.#begun += 1;
    const tear = this.isDead ? this.#last() : this.#draw();
    if (tear !== undefined) this.torn[tear] += 1;
    await this.#inner.gather(ask, (gathered) => {
      const entries = answer(gathered);
      if (tear === 'lose') throw gone();
      return entries;
    });
    if (tear === 'mute') throw gone();
  }

  look<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    this.#begun += 1;
    const lost = this.isDead || this.#lost.has(this.#begun);
    return lost ? Promise.reject(gone()) : this.#inner.look(work);
  }

  snapshot<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.isDead ? Promise.reject(gone()) : this.#inner.snapshot(work);
  }

  scour(patienceMs: number): Promise<boolean> {
    return this.isDead ? Promise.reject(gone()) : this.#inner.scour(patienceMs);
  }

  close(): Promise<void> {
    return this.#inner.close();
  }

  /** The last thing that happens is kept without an answer, or not kept. */
  #last(): Tear {
    return this.#chance.happens(0.5) ? 'mute' : 'lose';
  }

  #draw(): Tear | undefined {
    if (this.#lost.has(this.#begun)) return 'lose';
    let drawn = this.#chance.next();
    for (const [tear, share] of Object.entries(this.tears) as [Tear, number][]) {
      drawn -= share;
      if (drawn < 0) return tear;
    }
    return undefined;
  }

  /** Holds a commit back until another one is through, or nobody comes. */
  #beOvertaken(): Promise<void> {
    return new Promise((resolve) => {
      const patience = setTimeout(resolve, overtakeMs);
      this.#overtaken = () => {
        clearTimeout(patience);
        resolve();
      };
    });
  }
}
