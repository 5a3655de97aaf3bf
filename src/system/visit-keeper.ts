import { type Id, KepilError } from '../base/index.ts';
import { groupedBy } from './grouped.ts';
import { recordVisits, type VisitEntry, type WaitingVisit } from './record-visits.ts';
import { wholeRuns } from './whole-runs.ts';
import type { World } from './world.ts';

/** Visits that wait at most; those beyond are not recorded at all. */
const mostWaiting = 5_000;
/** People whose visits go into one commit at most. */
const peopleAtOnce = 100;
/** Entries remembered at most. */
const mostEntries = 10_000;

/** Failures of the store that may be over the next time: what could not be written waits. */
const passing: readonly string[] = ['ERR_STORE_UNAVAILABLE', 'ERR_STORE_CONFLICT', 'ERR_STORAGE_FULL'];

/**
 * Takes visits from pages without keeping them waiting, and records them together. What waits is in memory
 * alone: a crash loses what came since the last `flush`.
 *
 * INVARIANT: at most `mostWaiting` visits are held, however many come.
 */
export class VisitKeeper {
  readonly #world: World;
  readonly #onFault: (error: Error) => void;
  #waiting: WaitingVisit[] = [];
  #missed = 0;
  readonly #entries = new Map<string, VisitEntry>();

  constructor(world: World, onFault: (error: Error) => void) {
    this.#world = world;
    this.#onFault = onFault;
  }

  /** Takes a visit; never waits and never fails. */
  note(visit: WaitingVisit): void {
    if (this.#waiting.length < mostWaiting) this.#waiting.push(visit);
    else this.#missed += 1;
  }

  /** Visits that wait, and those that found no room since the start. */
  get state(): { readonly waiting: number; readonly missed: number } {
    return { waiting: this.#waiting.length, missed: this.#missed };
  }

  /** Records all that waited when it was called. */
  readonly flush = wholeRuns(() => this.#work());

  async #work(): Promise<void> {
    const taken = this.#waiting;
    if (taken.length === 0) return;
    this.#waiting = [];
    for (const [service, visits] of groupedBy(taken, (visit) => visit.service)) {
      for (const batch of batchesOf(visits)) await this.#write(service, batch);
    }
  }

  /** One that fails does not take the others along: then each person's visits go by themselves. */
  async #write(service: Id, visits: readonly WaitingVisit[]): Promise<void> {
    try {
      const known = this.#entries;
      const entries = await this.#world.store.transaction((tx) =>
        recordVisits(tx, this.#world, { service, visits, known }),
      );
      if (this.#entries.size > mostEntries) this.#entries.clear();
      for (const [key, entry] of entries) this.#entries.set(key, entry);
    } catch (error) {
      await this.#rescue(service, { visits, error: error as Error });
    }
  }

  async #rescue(service: Id, what: { visits: readonly WaitingVisit[]; error: Error }): Promise<void> {
    const { visits, error } = what;
    const owners = [...groupedBy(visits, ({ subject }) => subject).values()];
    if (error instanceof KepilError && passing.includes(error.code)) {
      this.#onFault(error);
      for (const visit of visits) this.note(visit);
    } else if (owners.length > 1) {
      for (const own of owners) await this.#write(service, own);
    } else this.#onFault(error);
  }
}

/** Visits split so that none of the batches is of more people than one commit takes. */
function batchesOf(visits: readonly WaitingVisit[]): readonly (readonly WaitingVisit[])[] {
  const owners = [...groupedBy(visits, ({ subject }) => subject).values()];
  const batches: WaitingVisit[][] = [];
  for (let at = 0; at < owners.length; at += peopleAtOnce)
    batches.push(owners.slice(at, at + peopleAtOnce).flat());
  return batches;
}
