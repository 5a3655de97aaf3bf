import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Place } from './place.ts';
import { report, Trial } from './trial.ts';

/** Another one can be given to repeat what a long run found. */
const seed = Number(process.env.KEPIL_SEED ?? 20_261_120);
/** A part of the name of a route, such as `/console/staff`: that one alone, each spoil once. */
const only = process.env.KEPIL_ROUTE;
const total = Number(process.env.KEPIL_REQUESTS ?? (only === undefined ? 20_000 : 0));
describe(`whatever is sent (seed ${seed})`, () => {
  let place: Place;
  let trial: Trial;
  const longest = Math.max(900_000, total * 100);
  beforeAll(async () => {
    place = await Place.open();
    trial = await Trial.open(place, { seed, only });
  }, 120_000);
  afterAll(() => place?.close());

  const nothing = () => {
    if (trial.findings.length > 0) expect.fail(`KEPIL_SEED=${seed}\n${report(trial.findings).join('\n')}`);
  };

  it(
    `is refused and leaves no trace: ${total} requests`,
    async () => {
      await trial.each({ whole: total > 100_000 });
      await trial.some(total);
      expect(trial.sent).toBeGreaterThanOrEqual(total);
      nothing();
    },
    longest,
  );

  it(
    'is taken when it is good, and comes back as it was written',
    async () => {
      await trial.welcome();
      nothing();
    },
    longest,
  );

  it('leaves the house in order', async () => {
    await place.attacker.world.checkPledges();
  });
});
