import { afterAll, describe, expect, it } from 'vitest';
import { Ground, type Victim } from './trial.ts';

/** Another one can be given to repeat what a long run found. */
const seed = Number(process.env.KEPIL_SEED ?? 20_261_120);

/** Fifteen trials on each data folder: one kill in three is the server's. */
const trials = Array.from({ length: 15 }, (_, at): [number, Victim] => [
  at + 1,
  at % 3 === 0 ? 'server' : 'postgres',
]);

describe.each([
  ['messages are handed on by the officer', false],
  ['a mail server takes messages', true],
])(`what was acknowledged survives a kill where %s (seed ${seed})`, (_, mailed) => {
  const ground = new Ground(seed, mailed);

  afterAll(async () => {
    expect(await ground.close()).toEqual([]);
  }, 300_000);

  it.each(trials)(
    'trial %i: of the %s at a random moment',
    async (_at, victim) => {
      const { found, how } = await ground.trial(victim);
      expect(found, how).toEqual([]);
      expect(ground.witness.acknowledged.registrations).toBeGreaterThan(0);
    },
    300_000,
  );
});
