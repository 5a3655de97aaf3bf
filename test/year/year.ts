import { addDays } from '../../src/base/index.ts';
import {
  type Board,
  endWaits,
  remindOfRequests,
  type ServiceRecord,
  sweepExpired,
} from '../../src/system/index.ts';
import { Chance } from '../kill/chance.ts';
import {
  ask,
  claimChild,
  edit,
  leave,
  lookAround,
  type OwnAct,
  optOut,
  registerSome,
  type Stage,
  stay,
  withdraw,
  withdrawPurpose,
} from './acts.ts';
import { Belief, type Surprise } from './believed.ts';
import {
  answerRequests,
  changePolicy,
  type DeskAct,
  hold,
  joinAndLeave,
  mail,
  oblige,
  refuseLetter,
} from './desk.ts';
import { isWorked } from './due.ts';
import { House } from './house.ts';
import { adopt, compareAll, compareValues, lookOver, passDay, proveDay, type Term } from './oracle.ts';
import { agreeToHanding, askAsProgram, grantLetter, handOver, sendOrders, testAgain } from './uses.ts';

/** How a stretch of time is simulated. */
export interface Plan {
  readonly seed: number;
  readonly databaseUrl: string;
  /** `YYYY-MM-DD`. */
  readonly from: string;
  readonly days: number;
  /** About how many people come in all, over the five services. */
  readonly subjects: number;
  /** How many of the open requests the desk gets to on a working day, from 0 to 1; 0.4 makes some late. */
  readonly diligence?: number;
  /** Told once a simulated week. */
  readonly onWeek?: (week: number, so: { people: number; surprises: number }) => void;
}

/** What came of it. */
export interface Lived {
  readonly surprises: readonly Surprise[];
  readonly acts: ReadonlyMap<string, number>;
  readonly people: number;
  readonly gone: number;
  readonly crashes: number;
  readonly late: number;
  readonly requests: number;
  readonly epochs: number;
  readonly boards: readonly Board[];
}

/** What people do, and how often. */
const ownActs: readonly (readonly [OwnAct, number])[] = [
  [lookAround, 0.1],
  [edit, 0.15],
  [ask, 0.2],
  [agreeToHanding, 0.15],
  [withdraw, 0.05],
  [withdrawPurpose, 0.08],
  [leave, 0.09],
  [stay, 0.05],
  [optOut, 0.09],
  [claimChild, 0.04],
];

/** What the desk of a service does on a working day beside answering requests, and how often. */
const deskActs: readonly (readonly [DeskAct, number])[] = [
  [hold, 0.25],
  [oblige, 0.3],
  [refuseLetter, 0.12],
  [mail, 0.12],
  [joinAndLeave, 0.01],
  [changePolicy, 0.05],
  [askAsProgram, 0.9],
  [askAsProgram, 0.9],
  [handOver, 0.5],
  [sendOrders, 0.5],
  [grantLetter, 0.06],
  [testAgain, 1],
];

/** Values that the desk lets go after some days. */
const terms: ReadonlyMap<string, Term> = new Map([
  ['consult', { category: 'postal_address', days: 20 }],
  ['prozango', { category: 'postal_address', days: 45 }],
  ['zhanuar', { category: 'full_name', days: 30 }],
]);

/** A seeded stretch of time in five services, with an oracle of its own that looks over it every night. */
export class Year {
  readonly #plan: Plan;
  readonly #stage: Stage;
  readonly #saved = new Map<string, string>();
  #crashes = 0;

  private constructor(plan: Plan, stage: Stage) {
    this.#plan = plan;
    this.#stage = stage;
  }

  /** Lives through it all. */
  static async live(plan: Plan): Promise<Lived> {
    const chance = new Chance(plan.seed);
    const house = await House.build({ databaseUrl: plan.databaseUrl, chance, begins: `${plan.from}T00:30` });
    try {
      const year = new Year(plan, { house, belief: new Belief(), chance, diligence: plan.diligence ?? 0.4 });
      return await year.#live();
    } finally {
      await house.close();
    }
  }

  async #live(): Promise<Lived> {
    const { house, belief } = this.#stage;
    await this.#furnish();
    for (let day = 0; day < this.#plan.days; day++) {
      const date = addDays(this.#plan.from, day);
      if (day > 0) house.goTo(date, '00:30');
      await house.beat();
      belief.passDeletions(house.now);
      passDay(this.#stage, terms);
      // Nobody is there on some days off: the clock jumps over them.
      if (isWorked(date) || this.#stage.chance.happens(0.5)) await this.#spend(date, day);
      await this.#night(date);
      if (day % 7 !== 6) continue;
      await lookOver(this.#stage, this.#saved);
      const so = { people: belief.people.length, surprises: belief.surprises.length };
      this.#plan.onWeek?.((day + 1) / 7, so);
    }
    await lookOver(this.#stage, this.#saved);
    return this.#sum();
  }

  /** The desk's terms. */
  async #furnish(): Promise<void> {
    const { house } = this.#stage;
    for (const { key } of house.services) {
      const term = terms.get(key);
      const said = { act: 'set', unit: 'days', reason: 'order', note: 'Бұйрық 7' };
      if (term)
        await house.must(`/console/s/${key}/terms/${term.category}`, { ...said, length: String(term.days) });
    }
  }

  /** The hours of a day: people at any, the desk on working days; once a week a crash in the middle of it. */
  async #spend(date: string, day: number): Promise<void> {
    const { house, belief } = this.#stage;
    house.goTo(date, '09:00');
    const hours = async () => {
      for (const service of this.#shuffled()) await this.#serve(service, date);
    };
    if (day % 7 !== this.#plan.seed % 7) return hours();
    this.#crashes += 1;
    await house.crash(async () => {
      await hours().catch((error: unknown) => {
        if (!house.isDying) throw error;
      });
    });
    await adopt(this.#stage);
    belief.count('crash');
  }

  #shuffled(): readonly ServiceRecord[] {
    const { house, chance } = this.#stage;
    return house.services
      .map((service) => ({ service, at: chance.next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ service }) => service);
  }

  async #serve(service: ServiceRecord, date: string): Promise<void> {
    const { house, belief, chance } = this.#stage;
    const daily = this.#plan.subjects / this.#plan.days / house.services.length;
    const count = Math.floor(daily) + (chance.happens(daily % 1) ? 1 : 0);
    if (count > 0) await registerSome(this.#stage, service, count);
    const living = belief.living(service).length;
    for (let n = Math.min(4, Math.ceil(living / 8)); n > 0; n--) {
      const person = chance.pick(belief.living(service));
      if (!person || house.isDying) break;
      await draw(ownActs, chance)(this.#stage, person);
      house.pass(chance.between(1, 12));
    }
    if (!isWorked(date) || house.isDying) return;
    await answerRequests(this.#stage, service);
    for (const [act, share] of deskActs)
      if (chance.happens(share) && !house.isDying) await act(this.#stage, service);
    house.pass(chance.between(1, 30));
  }

  /** What runs on the clock has run; then the oracle looks. */
  async #night(date: string): Promise<void> {
    const { house, belief } = this.#stage;
    const { world } = house.installation;
    house.goTo(date, '23:40');
    const onFault = (error: Error) => house.faults.push(error);
    await endWaits(world, onFault);
    await remindOfRequests(world, onFault);
    await sweepExpired(world);
    await house.beat();
    belief.passDeletions(house.now);
    for (const service of house.services) {
      await compareAll(this.#stage, service);
      await compareValues(this.#stage, service, house.furnitureOf(service).keys);
      await proveDay(this.#stage, service);
    }
    for (const error of house.faults.splice(0))
      belief.surprises.push({ on: house.today, what: `a fault of ours: ${error.message}` });
    house.post.given = [];
  }

  async #sum(): Promise<Lived> {
    const { house, belief } = this.#stage;
    const boards: Board[] = [];
    for (const service of house.services) boards.push(await house.installation.boards.prove(service));
    const { rows } = await house.sql.query<{ n: number }>('select max(epoch)::int as n from key_epoch');
    return {
      surprises: belief.surprises,
      acts: belief.acts,
      people: belief.people.length,
      gone: belief.people.filter(({ gone }) => gone).length,
      crashes: this.#crashes,
      late: belief.acts.get('a day late') ?? 0,
      requests: belief.claims.length,
      epochs: rows[0]?.n ?? 0,
      boards,
    };
  }
}

function draw<T>(all: readonly (readonly [T, number])[], chance: Chance): T {
  let drawn = chance.next();
  for (const [one, share] of all) {
    drawn -= share;
    if (drawn < 0) return one;
  }
  return (all[0] as readonly [T, number])[0];
}
