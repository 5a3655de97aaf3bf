import { setTimeout as pause } from 'node:timers/promises';
import { type Embedded, openEmbedded } from '../store/index.ts';

const firstPauseMs = 100;
const longestPauseMs = 5_000;

/** The embedded PostgreSQL of an installation, started again at the same port whenever it dies under us. */
export class KeptDatabase {
  readonly #folder: string;
  readonly #onFault: (error: Error) => void;
  readonly #closing = new AbortController();
  #current: Embedded;
  #reviving: Promise<void> | undefined;

  private constructor(folder: string, current: Embedded, onFault: (error: Error) => void) {
    this.#folder = folder;
    this.#current = current;
    this.#onFault = onFault;
  }

  /** Starts it. @throws KepilError `ERR_STORE_UNAVAILABLE` when it does not start this first time */
  static async open(folder: string, onFault: (error: Error) => void): Promise<KeptDatabase> {
    let kept: KeptDatabase | undefined;
    const current = await openEmbedded({ folder, onExit: () => kept?.revive() });
    kept = new KeptDatabase(folder, current, onFault);
    return kept;
  }

  get url(): string {
    return this.#current.url;
  }

  get pid(): number {
    return this.#current.pid;
  }

  /** Stops it, and whatever is being started in its place. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#reviving;
    await this.#current.stop();
  }

  private revive(): void {
    if (this.#closing.signal.aborted) return;
    this.#reviving ??= this.#tryAgain().finally(() => {
      this.#reviving = undefined;
    });
  }

  /** Never gives up while we live: a full disk gets space, a port taken meanwhile comes free. */
  async #tryAgain(): Promise<void> {
    const { signal } = this.#closing;
    for (let wait = firstPauseMs; !signal.aborted; wait = Math.min(wait * 2, longestPauseMs)) {
      try {
        const { port } = this.#current;
        this.#current = await openEmbedded({ folder: this.#folder, port, onExit: () => this.revive() });
        return;
      } catch (error) {
        this.#onFault(error as Error);
        await pause(wait, undefined, { signal }).catch(() => undefined);
      }
    }
  }
}
