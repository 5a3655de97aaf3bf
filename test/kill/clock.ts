import { pathToFileURL } from 'node:url';
import { civilDateAt } from '../../src/base/index.ts';
import type { Chance } from './chance.ts';

const day = 86_400_000;

/** The clock of the server: it jumps by days when the server is started anew, never while it runs. */
export class Clock {
  #ahead = 0;

  /** Milliseconds it is ahead of the machine's. */
  get ahead(): number {
    return this.#ahead;
  }

  readonly now = (): number => Date.now() + this.#ahead;

  /** The civil date at an instant, in the zone of the law. */
  on(at = this.now()): string {
    return civilDateAt(at, 'Asia/Almaty');
  }

  /** One to three days forward: no session ends meanwhile that is used after each jump. */
  jump(chance: Chance): void {
    this.#ahead += chance.between(1, 3) * day;
  }

  /** What a process is started with so that it lives by this clock. */
  get environment(): Readonly<Record<string, string>> {
    const module = pathToFileURL(new URL('ahead.mjs', import.meta.url).pathname).href;
    return { KEPIL_TEST_AHEAD: String(this.#ahead), NODE_OPTIONS: `--import=${module}` };
  }
}
