import { expect, it } from 'vitest';
import { freshDatabase } from '../database.ts';
import { Year } from './year.ts';

/** Another one can be given to repeat what a long run found. */
const seed = Number(process.env.KEPIL_SEED ?? 20_261_201);

it(`keeps what it pledges through a month of random acts in five services (seed ${seed})`, async () => {
  const database = await freshDatabase();
  const lived = await Year.live({
    ...{ seed, databaseUrl: database.url, from: '2026-12-08', days: 31, subjects: 60 },
  });
  await database.drop();
  expect(lived.surprises).toEqual([]);
  expect(lived.people).toBeGreaterThan(30);
  expect(lived.gone).toBeGreaterThan(0);
  expect(lived.late).toBeGreaterThan(0);
  expect(lived.crashes).toBeGreaterThan(2);
  expect(lived.epochs).toBeGreaterThan(1);
}, 900_000);
