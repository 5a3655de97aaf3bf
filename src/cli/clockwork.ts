import {
  carryOutDeletions,
  checkFiles,
  destroyDue,
  endLapsed,
  endPapers,
  endStrayGuardians,
  endStrayMentions,
  endWaits,
  keepChanges,
  listLogs,
  lookAgain,
  remindOfCertificates,
  remindOfIncidents,
  remindOfRequests,
  runCampaigns,
  sequenceLog,
  sweepDestroyed,
  sweepExpired,
  sweepVisits,
  tellAffected,
  tellAgreements,
  turnDueEpochs,
  type VisitKeeper,
  type World,
  wholeRuns,
} from '../system/index.ts';
import { Courier } from './courier.ts';

/** How often logs are sequenced and sweeps run, in milliseconds. */
const beatMs = 250;
const sweepBeatMs = 15_000;
/** How often visits are written: what a crash may lose of them. */
const visitBeatMs = 500;
/** How often it is looked whether a key epoch is due. */
const epochBeatMs = 60_000;

/** Does what runs on the clock, one thing at a time; a failure is told and tried again at the next beat. */
export class Clockwork {
  readonly #world: World;
  readonly #onFault: (error: Error) => void;
  readonly #visits: VisitKeeper;
  readonly #courier: Courier;
  #timer: NodeJS.Timeout | undefined;
  #writing: NodeJS.Timeout | undefined;
  #turning: NodeJS.Timeout | undefined;
  #stopped = false;
  #lastSweep = 0;
  #lastVisitSweep = 0;
  #lastTermLook = 0;

  constructor(world: World, visits: VisitKeeper, onFault: (error: Error) => void) {
    this.#world = world;
    this.#visits = visits;
    this.#onFault = onFault;
    this.#courier = new Courier(world, onFault);
  }

  /** Starts beating. */
  start(): void {
    this.#courier.start();
    this.#next();
    // Visits have a beat of their own: what else runs long does not keep them in memory.
    this.#writing ??= setInterval(() => void this.#visits.flush().catch(this.#onFault), visitBeatMs);
    // A turn takes as long as there are people: logs do not wait for it.
    this.#turning ??= setInterval(() => void this.#turn(), epochBeatMs);
    void this.#turn();
  }

  #next(): void {
    this.#timer = setTimeout(() => this.#beat(), beatMs);
  }

  #beat(): void {
    this.#round()
      .catch((error: Error) => this.#onFault(error))
      .finally(() => {
        if (!this.#stopped) this.#next();
      });
  }

  readonly #round = wholeRuns(() => this.#work());
  readonly #turn = wholeRuns(() => this.#turnEpochs());

  /**
   * A whole beat that begins after this call, with the turns of key epochs that are due and a round of the
   * courier: all that was done before is in it. None once stopped.
   */
  async tick(): Promise<void> {
    await this.#turn();
    await this.#round();
    await this.#courier.tick();
  }

  async #turnEpochs(): Promise<void> {
    const watch = { onFault: this.#onFault, stopped: () => this.#stopped };
    if (!this.#stopped) await this.#apart(() => turnDueEpochs(this.#world, watch));
  }

  /** Each service and each job by itself: one that fails does not hold up the others. */
  async #work(): Promise<void> {
    if (this.#stopped) return;
    const due = Date.now() - this.#lastSweep >= sweepBeatMs;
    await this.#apart(() => this.#visits.flush());
    await this.#sweepVisits();
    await this.#apart(() => carryOutDeletions(this.#world, this.#onFault));
    await this.#destroyDue();
    await endStrayMentions(this.#world, this.#onFault);
    await endLapsed(this.#world, this.#onFault);
    await endStrayGuardians(this.#world, this.#onFault);
    await sweepDestroyed(this.#world, this.#onFault);
    await this.#apart(() => keepChanges(this.#world, this.#onFault));
    await this.#apart(() => tellAgreements(this.#world, this.#onFault));
    await this.#apart(() => runCampaigns(this.#world, this.#onFault));
    await this.#apart(() => tellAffected(this.#world, this.#onFault));
    if (due) await this.#apart(() => sweepExpired(this.#world));
    if (due) await this.#apart(() => checkFiles(this.#world, this.#onFault));
    if (due) await this.#apart(() => endWaits(this.#world, this.#onFault));
    if (due) await this.#apart(() => endPapers(this.#world, this.#onFault));
    if (due) await this.#apart(() => remindOfRequests(this.#world, this.#onFault));
    if (due) await this.#apart(() => remindOfIncidents(this.#world, this.#onFault));
    if (due) await this.#apart(() => remindOfCertificates(this.#world, this.#onFault));
    if (due) this.#lastSweep = Date.now();
    for (const service of await listLogs(this.#world)) {
      if (due) await this.#apart(() => lookAgain(this.#world, service.id));
      await this.#apart(async () => {
        while ((await sequenceLog(this.#world, service)) > 0);
      });
    }
  }

  /** Terms run on the world's own clock. */
  async #sweepVisits(): Promise<void> {
    const now = this.#world.now();
    if (Math.abs(now - this.#lastVisitSweep) < sweepBeatMs) return;
    this.#lastVisitSweep = now;
    await this.#apart(() => sweepVisits(this.#world, this.#onFault));
  }

  /** A run that is not through goes on at the next beat. */
  async #destroyDue(): Promise<void> {
    const now = this.#world.now();
    if (Math.abs(now - this.#lastTermLook) < sweepBeatMs) return;
    await this.#apart(async () => {
      const looked = await destroyDue(this.#world, this.#onFault);
      if (looked === 0) this.#lastTermLook = now;
    });
  }

  async #apart(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#onFault(error as Error);
    }
  }

  /** Stops beating; what runs just now is finished first. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    clearInterval(this.#writing);
    clearInterval(this.#turning);
    await this.#round().catch(() => undefined);
    await this.#turn();
    await this.#courier.stop();
    await this.#visits.flush().catch(this.#onFault);
  }
}
