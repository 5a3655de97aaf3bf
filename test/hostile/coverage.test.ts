import { expect, it } from 'vitest';
import { exampleText } from '../scenarios/liar.ts';
import { withRoutes } from '../server-routes.ts';
import { openWorld } from '../world.ts';
import { exemplars } from './exemplars/index.ts';

const help =
  'add a row for each to test/hostile/exemplars/: who asks, what stands in the address and the form';

it('every route of the server has an exemplar of a good request, and no other has', async () => {
  const { opened: world, served } = await withRoutes(() => openWorld(exampleText()));
  await world.close();
  const all = new Set(served.map(({ method, url }) => `${method} ${url}`));
  const known = new Set(exemplars.map(({ method, url }) => `${method} ${url}`));
  const missing = [...all].filter((route) => !known.has(route));
  expect({ missing, help }).toEqual({ missing: [], help });
  expect([...known].filter((route) => !all.has(route))).toEqual([]);
  expect(all.size).toBeGreaterThan(80);
});
