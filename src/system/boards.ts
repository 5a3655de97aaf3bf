import type { Id } from '../base/index.ts';
import type { ServiceRecord } from '../store/index.ts';
import { type Board, provePolicy } from './prove.ts';
import type { Look, World } from './world.ts';

/** How long a board may stand before a visit has it proved anew, in milliseconds. */
const boardLasts = 10_000;

/**
 * The boards proved last, by service. Pages show these and never prove while they render, since probes look
 * at pages.
 */
export class BoardKeeper {
  readonly #world: World;
  readonly #boards = new Map<Id, Board>();
  readonly #running = new Map<Id, Promise<Board>>();
  #look: Look | undefined;

  constructor(world: World) {
    this.#world = world;
  }

  /** Hands in the eyes: until then nothing is proved. */
  open(look: Look): void {
    this.#look = look;
  }

  /** The board proved last, if any; an old one is proved anew behind the visitor's back. */
  last(service: ServiceRecord): Board | undefined {
    const board = this.#boards.get(service.id);
    const old = board === undefined || this.#world.now() - board.at > boardLasts;
    if (old && this.#look && !this.#running.has(service.id)) void this.prove(service).catch(() => undefined);
    return board;
  }

  /** Proves now and remembers; two at once share one run. */
  prove(service: ServiceRecord): Promise<Board> {
    const running = this.#running.get(service.id);
    if (running) return running;
    const look = this.#look;
    if (!look) return Promise.reject(new Error('the board keeper was not opened'));
    const run = provePolicy(this.#world, { service, look })
      .then((board) => {
        this.#boards.set(service.id, board);
        return board;
      })
      .finally(() => this.#running.delete(service.id));
    this.#running.set(service.id, run);
    return run;
  }
}
