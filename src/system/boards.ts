import type { Id } from '../base/index.ts';
import type { ServiceRecord } from '../store/index.ts';
import { type Board, provePolicy } from './prove.ts';
import { raiseOnce } from './raise-alert.ts';
import { checkStoredLog, type StoredLogCheck } from './sequence.ts';
import type { Look, World } from './world.ts';

/** How long a board may stand before a visit has it proved anew, in milliseconds. */
const boardLasts = 10_000;
/** The same for lists. */
const glanceLasts = 600_000;
/**
 * A log beyond this many entries is checked whole when somebody asks for a proof, and for visits only now and
 * then.
 */
const longLog = 20_000;
const logCheckLasts = 600_000;

/**
 * The boards proved last, by service. Pages show these and never prove while they render, since probes look
 * at pages; proofs run one at a time.
 */
export class BoardKeeper {
  readonly #world: World;
  readonly #onFault: (error: Error) => void;
  readonly #boards = new Map<Id, Board>();
  readonly #logs = new Map<Id, StoredLogCheck & { readonly at: number }>();
  readonly #waiting = new Map<Id, Promise<Board>>();
  #turn: Promise<unknown> = Promise.resolve();
  #look: Look | undefined;

  constructor(world: World, onFault: (error: Error) => void) {
    this.#world = world;
    this.#onFault = onFault;
  }

  /** Hands in the eyes: until then nothing is proved. */
  open(look: Look): void {
    this.#look = look;
  }

  /** The board proved last, if any; an old one is proved anew behind the visitor's back. */
  last(service: ServiceRecord): Board | undefined {
    const board = this.#boards.get(service.id);
    const old = board === undefined || this.#world.now() - board.at > boardLasts;
    if (old && this.#look && !this.#waiting.has(service.id)) {
      void this.#queue(service, false).catch(this.#onFault);
    }
    return board;
  }

  /** The same for a list of services: what it shows may be older, so that a list proves but few anew. */
  glance(service: ServiceRecord): Board | undefined {
    const board = this.#boards.get(service.id);
    return board && this.#world.now() - board.at < glanceLasts ? board : this.last(service);
  }

  /** Proves now, the whole log included, and remembers; two at once share one run. */
  prove(service: ServiceRecord): Promise<Board> {
    return this.#waiting.get(service.id) ?? this.#queue(service, true);
  }

  /**
   * One proof after another; one that fails leaves no board behind that would say what is no longer known.
   */
  #queue(service: ServiceRecord, whole: boolean): Promise<Board> {
    const run = this.#turn.then(() => this.#run(service, whole));
    this.#turn = run.catch(() => undefined);
    this.#waiting.set(service.id, run);
    return run.finally(() => this.#waiting.delete(service.id));
  }

  async #run(service: ServiceRecord, whole: boolean): Promise<Board> {
    const look = this.#look;
    if (!look) throw new Error('the board keeper was not opened');
    try {
      const log = await this.#checkLog(service, whole);
      const board = await provePolicy(this.#world, { service, look, log, onFault: this.#onFault });
      this.#boards.set(service.id, board);
      await this.#alert(service, { log: !log.ok, sealed: board.unopened > 0 }).catch(this.#onFault);
      return board;
    } catch (error) {
      this.#boards.delete(service.id);
      throw error;
    }
  }

  /** What a proof saw that nobody may have done: an alert of each kind, at most one a day. */
  async #alert({ id }: ServiceRecord, seen: { log: boolean; sealed: boolean }): Promise<void> {
    for (const source of ['log', 'sealed'] as const)
      if (seen[source]) await raiseOnce(this.#world, { service: id, source, fresh: false });
  }

  async #checkLog(service: ServiceRecord, whole: boolean): Promise<StoredLogCheck> {
    const known = this.#logs.get(service.id);
    const young = known && known.size > longLog && this.#world.now() - known.at < logCheckLasts;
    if (young && !whole) return known;
    const check = await checkStoredLog(this.#world, service);
    this.#logs.set(service.id, { ...check, at: this.#world.now() });
    return check;
  }
}
