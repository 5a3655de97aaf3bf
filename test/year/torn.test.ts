import { describe, expect, it } from 'vitest';
import { sweepExpired } from '../../src/system/index.ts';
import { freshDatabase } from '../database.ts';
import { Chance } from '../kill/chance.ts';
import {
  ask,
  edit,
  leave,
  type OwnAct,
  optOut,
  registerSome,
  type Stage,
  withdraw,
  withdrawPurpose,
} from './acts.ts';
import { Belief, type Believed } from './believed.ts';
import { answerRequests, hold, oblige } from './desk.ts';
import { House } from './house.ts';
import { adopt, compareAll, lookOver, proveDay } from './oracle.ts';

/** Another one can be given to repeat what a run found. */
const seed = Number(process.env.KEPIL_SEED ?? 20_261_202);
const acts: readonly OwnAct[] = [edit, edit, ask, ask, withdraw, withdrawPurpose, leave, optOut];

/** Different people each do something, at once. */
async function together(stage: Stage): Promise<void> {
  const { chance, belief } = stage;
  const all = belief.people.filter(({ gone }) => !gone);
  const some = new Set<Believed>();
  for (let n = 0; n < 6; n++) some.add(chance.pick(all) as Believed);
  await Promise.all([...some].map((person) => (chance.pick(acts) as OwnAct)(stage, person)));
}

describe(`a store that loses tails, loses answers and commits in another order (seed ${seed})`, () => {
  it('costs nothing that was acknowledged and leaves nothing half done', async () => {
    const database = await freshDatabase();
    const chance = new Chance(seed);
    const house = await House.build({ databaseUrl: database.url, chance, begins: '2026-12-08T09:00' });
    const stage: Stage = { house, belief: new Belief(), chance, diligence: 0.4 };
    for (const service of house.services) await registerSome(stage, service, 6);
    house.tear({ lose: 0.06, mute: 0.06, wait: 0.15 });
    for (let round = 0; round < 12; round++) {
      await together(stage);
      const service = chance.pick(house.services);
      if (service) await registerSome(stage, service, 1);
      for (const act of [answerRequests, hold, oblige])
        if (service && chance.happens(0.5)) await act(stage, service);
      await house.beat();
      house.pass(20);
    }
    const torn = { ...house.torn };
    house.tear({});
    await sweepExpired(house.installation.world);
    await house.beat();
    await adopt(stage);
    for (const service of house.services) {
      await compareAll(stage, service);
      await proveDay(stage, service);
    }
    await lookOver(stage, new Map());
    const { surprises } = stage.belief;
    const faults = house.faults.map(({ message }) => message);
    await house.close();
    await database.drop();
    expect([surprises, faults]).toEqual([[], []]);
    for (const [tear, n] of Object.entries(torn)) expect(n, tear).toBeGreaterThan(5);
    expect(stage.belief.acts.get('confirm 201')).toBeGreaterThan(20);
  }, 600_000);
});
