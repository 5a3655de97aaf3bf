import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Exemplar, nameOf } from './exemplar.ts';
import { exemplars } from './exemplars/index.ts';
import { write } from './making.ts';
import { Oracle } from './oracle.ts';
import { Place } from './place.ts';
import { Rewind } from './rewind.ts';

/** Forms that do the same again each time they are sent: another password, another code, a setting saved. */
const eachTime = [
  'POST /s/:key/me/password (choose)',
  'POST /s/:key/me/prove (send)',
  'POST /console/s/:key/settings/visits',
];

/** Wants all clauses approved before: `test/scenarios/attacks-race.test.ts` has it. */
const neverGood: readonly string[] = ['POST /console/s/:key/approve (in force)'];

const once = exemplars.filter(
  (exemplar) => exemplar.effect === 'once' && !eachTime.includes(nameOf(exemplar)),
);

describe('a good form sent from two tabs at once, and once more', () => {
  let place: Place;
  let oracle: Oracle;
  let rewind: Rewind;
  beforeAll(async () => {
    place = await Place.open();
    rewind = await Rewind.take(place.attacker.sql);
    oracle = await Oracle.open(place.attacker.sql);
  }, 120_000);
  afterAll(() => place?.close());

  async function send(exemplar: Exemplar): Promise<number> {
    const { method, url, headers, payload } = write(exemplar, place, []);
    const ask = { method, url, headers, ...(payload !== undefined && { payload }) };
    return (await place.attacker.world.installation.server.inject(ask as InjectOptions)).statusCode;
  }

  it.each(once.map((exemplar) => [nameOf(exemplar), exemplar] as const))('%s', async (_, exemplar) => {
    await rewind.back();
    await place.attacker.sql.query('delete from attempt');
    const statuses = await Promise.all([send(exemplar), send(exemplar), send(exemplar)]);
    expect(statuses.filter((status) => status >= 500)).toEqual([]);
    if (!neverGood.includes(nameOf(exemplar))) expect(statuses).toContain(exemplar.ok);
    await oracle.entries();
    const before = await oracle.digests();
    await place.attacker.sql.query('delete from attempt');
    expect(await send(exemplar)).toBeLessThan(500);
    const after = await oracle.digests();
    expect([...after].filter(([name, digest]) => before.get(name) !== digest)).toEqual([]);
    const done = (await oracle.entries()).filter(
      ({ kind, outcome }) => kind !== 'read' && outcome !== 'refused',
    );
    expect(done).toEqual([]);
  });

  it('leaves the house in order', async () => {
    await place.attacker.world.checkPledges();
  });
});
