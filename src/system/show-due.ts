import type { CivilDate, Id } from '../base/index.ts';
import type { ActRecord, RunRecord, ServiceRecord, Tx } from '../store/index.ts';
import { type DuePerson, dueFacts, lookAtPeople } from './due-people.ts';
import type { World } from './world.ts';

/** How much of a category is due on a day. */
export interface DueTotal {
  readonly category: string;
  /** People of whom something of it would be destroyed. */
  readonly people: number;
  readonly values: number;
  /** People of whom something of it is due and frozen. */
  readonly frozen: number;
}

/** What is due on a day: figures, and some people. */
export interface DueDay {
  readonly totals: readonly DueTotal[];
  readonly people: readonly DuePerson[];
  /** Where the list goes on. */
  readonly next?: Id;
  /** How many people were looked at for the figures; `whole`: nobody else is there. */
  readonly looked: number;
  readonly whole: boolean;
  /** People whose data do not open. */
  readonly unread: number;
}

const peopleAtOnce = 200;
/** So many people are looked at for one page; further ones on the next. */
const lookedAtMost = 5_000;

/**
 * A dry run: what would be destroyed if the day were `on`, and what is frozen, by what. Changes nothing, and
 * shows no value.
 */
export async function showDue(
  world: World,
  service: ServiceRecord,
  ask: { on: CivilDate; after?: Id; limit: number },
): Promise<DueDay> {
  return world.store.transaction(async (tx) => {
    const look = new Look(ask.limit);
    const facts = await dueFacts(tx, { service: service.id, today: ask.on });
    for (let { after } = ask; look.goesOn; ) {
      const page = { facts, limit: peopleAtOnce, ...(after !== undefined && { after }) };
      const { people, unread, last } = await lookAtPeople(tx, world, page);
      look.take(people, unread.length);
      if (last === undefined) return look.result(true);
      after = last;
    }
    return look.result(false);
  });
}

/** What a dry run has come to. */
class Look {
  readonly #limit: number;
  readonly #totals = new Map<string, DueTotal>();
  readonly #people: DuePerson[] = [];
  #next: Id | undefined;
  #looked = 0;
  #unread = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get goesOn(): boolean {
    return this.#looked < lookedAtMost;
  }

  take(people: readonly DuePerson[], unread: number): void {
    this.#looked += people.length + unread;
    this.#unread += unread;
    for (const person of people) {
      if (person.due.length === 0 && person.frozen.length === 0) continue;
      this.#count(person);
      if (this.#people.length < this.#limit) this.#people.push(person);
      else this.#next ??= this.#people.at(-1)?.id;
    }
  }

  #count({ due, frozen }: DuePerson): void {
    for (const { category, values } of due) this.#add(category, { people: 1, values, frozen: 0 });
    for (const category of new Set(frozen.map((one) => one.category)))
      this.#add(category, { people: 0, values: 0, frozen: 1 });
  }

  #add(category: string, more: Omit<DueTotal, 'category'>): void {
    const { people = 0, values = 0, frozen = 0 } = this.#totals.get(category) ?? {};
    this.#totals.set(category, {
      category,
      people: people + more.people,
      values: values + more.values,
      frozen: frozen + more.frozen,
    });
  }

  result(whole: boolean): DueDay {
    const next = this.#next ?? (whole ? undefined : this.#people.at(-1)?.id);
    const totals = [...this.#totals.values()].sort((a, b) => b.people + b.frozen - a.people - a.frozen);
    const counted = { looked: this.#looked, unread: this.#unread, whole };
    return { totals, people: this.#people, ...counted, ...(next !== undefined && { next }) };
  }
}

/** The newest runs of destruction, each with its act when something was destroyed. */
export async function listRuns(
  world: World,
  service: ServiceRecord,
  limit: number,
): Promise<readonly { readonly run: RunRecord; readonly act?: ActRecord }[]> {
  return world.store.transaction(async (tx) => {
    const runs = await tx.retention.runs.list(service.id, limit);
    return Promise.all(runs.map((run) => withAct(tx, run)));
  });
}

async function withAct(tx: Tx, run: RunRecord) {
  const act = run.act === undefined ? undefined : await tx.destruction.act(run.service, run.act);
  return { run, ...(act && { act }) };
}
