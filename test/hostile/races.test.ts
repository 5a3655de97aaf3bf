import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Place } from './place.ts';
import { acts, nameOfPair, pairsOf, Races } from './races.ts';

const seed = Number(process.env.KEPIL_SEED ?? 20_261_127);
const most = Number(process.env.KEPIL_PAIRS ?? 80);
/** The most milliseconds a timer counts; more becomes one. */
const longestTimeout = 2 ** 31 - 1;
/** A part of the name of a pair: those alone. */
const only = process.env.KEPIL_PAIR;

describe(`two acts at once, from two tabs or two people (seed ${seed})`, () => {
  let place: Place;
  let races: Races;
  beforeAll(async () => {
    place = await Place.open();
    races = await Races.open(place, seed);
  }, 120_000);
  afterAll(() => place?.close());

  it(
    'end as one of them after the other would have',
    async () => {
      const pairs = pairsOf(seed).filter((pair) => only === undefined || nameOfPair(pair).includes(only));
      const found: string[] = [];
      for (const pair of pairs.slice(0, most)) {
        const fault = await races.fault(pair);
        if (fault !== undefined) found.push(fault);
      }
      expect(acts.length).toBeGreaterThan(30);
      expect(races.tried).toBeGreaterThan(0);
      if (found.length > 0) expect.fail(`KEPIL_SEED=${seed}\n${found.join('\n')}`);
    },
    Math.min(Math.max(300_000, most * 4000), longestTimeout),
  );

  it('leaves the house in order', async () => {
    await races.close();
    await place.attacker.world.checkPledges();
  });
});
