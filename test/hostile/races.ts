import { setTimeout as sleep } from 'node:timers/promises';
import type { InjectOptions } from 'fastify';
import { Chance } from '../kill/chance.ts';
import { curlOf } from './curl.ts';
import { type Exemplar, nameOf } from './exemplar.ts';
import { exemplars } from './exemplars/index.ts';
import { type Ask, write } from './making.ts';
import type { Place } from './place.ts';
import { Rewind } from './rewind.ts';
import { shapeOf } from './shape.ts';

/** Two requests that may come at the same time. */
export type Pair = readonly [Exemplar, Exemplar];

/** What came of two requests: their statuses, and what stands in the database. */
interface Outcome {
  readonly statuses: readonly [number, number];
  readonly shape: ReadonlyMap<string, string>;
}

/** Everything that changes something when it is good, and what reads through the gate. */
export const acts: readonly Exemplar[] = exemplars.filter(
  ({ method, effect, url }) => method === 'POST' && (effect !== 'none' || url.endsWith('/read')),
);

/** Pairs in which the one may take away what the other rests on: they are always tried. */
const telling: readonly (readonly [RegExp, RegExp])[] = [
  [
    /me\/delete/,
    /me\/correct.*\(code\)|withdraw.*whole|me\/requests$|\/read$|requests\/:id|me\/password.*choose/,
  ],
  [/withdraw.*whole/, /\/read$|withdraw.*purposes|subjects\/:id$/],
  [/keys \(revoke\)/, /\/read$/],
  [/me\/security$/, /me\/correct|withdraw.*whole/],
  [/me\/prove/, /me\/correct|me\/password|me\/security$/],
  [/console\/prove/, /console\/security|console\/factor/],
  [/console\/staff\/:id \(end\)/, /console\/staff\/:id|console\/factor|console\/enrol/],
  [/approve \(in force\)/, /approve|versions\/:version|register$/],
  [/\/confirm$/, /\/confirm$|register$|in force/],
];

/** How a pair is called in messages. */
export const nameOfPair = ([a, b]: Pair): string => `${nameOf(a)} with ${nameOf(b)}`;

/** Every pair, the telling ones first, the others as `seed` shuffles them. */
export function pairsOf(seed: number): readonly Pair[] {
  const chance = new Chance(seed);
  const all = acts.flatMap((a, at) => acts.slice(at + 1).map((b): Pair => [a, b]));
  const tells = ([a, b]: Pair) =>
    telling.some(
      ([one, two]) =>
        (one.test(nameOf(a)) && two.test(nameOf(b))) || (one.test(nameOf(b)) && two.test(nameOf(a))),
    );
  const others = all.filter((pair) => !tells(pair)).map((pair) => [chance.next(), pair] as const);
  return [...all.filter(tells), ...others.sort(([a], [b]) => a - b).map(([, pair]) => pair)];
}

/**
 * Sends pairs of good requests at once, from one state of the database each time, and compares what comes of
 * it with what comes of the one after the other.
 */
export class Races {
  readonly #place: Place;
  readonly #rewind: Rewind;
  readonly #chance: Chance;
  tried = 0;

  private constructor(place: Place, rewind: Rewind, seed: number) {
    this.#place = place;
    this.#rewind = rewind;
    this.#chance = new Chance(seed);
  }

  static async open(place: Place, seed: number): Promise<Races> {
    await place.attacker.sql.query('delete from attempt');
    return new Races(place, await Rewind.take(place.attacker.sql), seed);
  }

  /** What came of a pair that neither order gives; undefined when all is well. */
  async fault(pair: Pair): Promise<string | undefined> {
    const asks = pair.map((exemplar) => write(exemplar, this.#place, [])) as [Ask, Ask];
    const first = await this.#outcome(async () => [await this.#send(asks[0]), await this.#send(asks[1])]);
    const second = await this.#outcome(async () => {
      const later = await this.#send(asks[1]);
      return [await this.#send(asks[0]), later];
    });
    const orders = [first, second];
    for (let round = 0; round < rounds; round++) {
      const early = this.#chance.happens(0.5);
      const pause = this.#chance.next() * 6;
      const delayed = async (ask: Ask, waits: boolean) => {
        if (waits) await sleep(pause);
        return this.#send(ask);
      };
      const at = await this.#outcome(() => Promise.all([delayed(asks[0], early), delayed(asks[1], !early)]));
      this.tried += 1;
      if (!orders.some((order) => endedAs(order, at))) return told(pair, asks, { at, orders });
    }
    return undefined;
  }

  /** Leaves the place as it was taken over. */
  close(): Promise<void> {
    return this.#rewind.back();
  }

  async #outcome(doing: () => Promise<readonly [number, number]>): Promise<Outcome> {
    await this.#rewind.back();
    const statuses = await doing();
    return { statuses, shape: await shapeOf(this.#place.attacker.sql) };
  }

  async #send({ method, url, headers, payload }: Ask): Promise<number> {
    const ask = { method, url, headers, ...(payload !== undefined && { payload }) };
    return (await this.#place.attacker.world.installation.server.inject(ask as InjectOptions)).statusCode;
  }
}

/** How often a pair is sent at once. */
const rounds = 2;

const isRefusal = (status: number) => status >= 400 && status < 500;

/**
 * Whether two requests at once ended as they do in an order. Which of its refusals an act meets is all one;
 * and whose session ends while the answer is on its way is told that, though the act was done.
 */
function endedAs(order: Outcome, at: Outcome): boolean {
  const alike = at.statuses.every((status, index) => {
    const then = order.statuses[index] as number;
    return status === then || status === 401 || (isRefusal(status) && isRefusal(then));
  });
  return alike && differing(order, at).length === 0;
}

function differing(a: Outcome, b: Outcome): readonly string[] {
  const names = new Set([...a.shape.keys(), ...b.shape.keys()]);
  return [...names].filter((name) => a.shape.get(name) !== b.shape.get(name));
}

function told(
  pair: Pair,
  asks: readonly Ask[],
  { at, orders }: { at: Outcome; orders: readonly Outcome[] },
): string {
  const against = orders.map((order) => {
    const tables = differing(order, at).map((name) => `${name}: ${lineOfDifference(order, at, name)}`);
    return `  one after the other ${order.statuses.join(' ')}; ${tables.join('; ') || 'the same rows'}`;
  });
  return [
    `${nameOfPair(pair)}: at once ${at.statuses.join(' ')}`,
    ...against,
    ...asks.map((ask) => `  ${curlOf(ask)}`),
  ].join('\n');
}

function lineOfDifference(order: Outcome, at: Outcome, name: string): string {
  const [before, after] = [order, at].map(({ shape }) => (shape.get(name) ?? '').split('\n'));
  const missing = before?.filter((line) => !after?.includes(line)) ?? [];
  const more = after?.filter((line) => !before?.includes(line)) ?? [];
  const counts = `${before?.length} rows then, ${after?.length} now`;
  return [
    counts,
    ...missing.slice(0, 2).map((line) => `- ${line}`),
    ...more.slice(0, 2).map((line) => `+ ${line}`),
  ]
    .join(' ')
    .slice(0, 600);
}
