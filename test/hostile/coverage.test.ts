import { expect, it } from 'vitest';
import { exampleText } from '../scenarios/liar.ts';
import { withRoutes } from '../server-routes.ts';
import { openWorld } from '../world.ts';
import { nameOf } from './exemplar.ts';
import { exemplars } from './exemplars/index.ts';
import { Place } from './place.ts';

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

it('every field of a form that takes a password, a code or a token says that it is secret', async () => {
  const place = await Place.open();
  const fields = exemplars.flatMap((exemplar) =>
    Object.entries(exemplar.form?.(place) ?? {}).map(([name, field]) => ({ exemplar, name, field })),
  );
  await place.close();
  const secrets = fields.filter(({ name }) => /^(?:.*\.)?(?:password|code|recovery|current)$/.test(name));
  const open = secrets.filter(({ field }) => !field.secret);
  expect(open.map(({ exemplar, name }) => `${nameOf(exemplar)}: ${name}`)).toEqual([]);
  expect(secrets.length).toBeGreaterThan(10);
}, 120_000);
