import { collectReports, deliverDue, type World, wholeRuns } from '../system/index.ts';

/** How often messages are looked for, in milliseconds. */
const beatMs = 1_000;

/** Gives messages to their carriers, apart from the clockwork: a slow carrier holds up nothing else. */
export class Courier {
  readonly #world: World;
  readonly #onFault: (error: Error) => void;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(world: World, onFault: (error: Error) => void) {
    this.#world = world;
    this.#onFault = onFault;
  }

  /** Starts going. */
  start(): void {
    this.#timer = setTimeout(() => {
      this.tick()
        .catch((error: Error) => this.#onFault(error))
        .finally(() => {
          if (!this.#stopped) this.start();
        });
    }, beatMs);
  }

  /** A whole round that begins after this call: all that was due before is in it. None once stopped. */
  readonly tick = wholeRuns(async () => {
    if (this.#stopped) return;
    while ((await deliverDue(this.#world)) > 0);
    await collectReports(this.#world);
  });

  /** Stops going; a carrier that is at it is waited for. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.tick().catch(this.#onFault);
  }
}
