import { afterAll, describe, expect, it } from 'vitest';
import { Ground, type Victim } from './trial.ts';

/** Another one can be given to repeat what a long run found. */
const seed = Number(process.env.KEPIL_SEED ?? 20_261_120);

describe(`what was acknowledged survives a kill (seed ${seed})`, () => {
  const ground = new Ground(seed);
  const left: string[] = [];

  afterAll(async () => {
    left.push(...(await ground.close()));
    expect(left).toEqual([]);
  });

  it.each<Victim>(['server', 'postgres', 'postgres'])(
    'of the %s at a random moment',
    async (victim) => {
      const { found, how } = await ground.trial(victim);
      expect(found, how).toEqual([]);
      expect(ground.witness.acknowledged.registrations).toBeGreaterThan(0);
    },
    120_000,
  );
});
