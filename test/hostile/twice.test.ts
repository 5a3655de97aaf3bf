import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Exemplar, nameOf } from './exemplar.ts';
import { exemplars } from './exemplars/index.ts';
import { write } from './making.ts';
import { Oracle } from './oracle.ts';
import { Place } from './place.ts';

/** Forms that do the same again each time they are sent: another password, another code, a setting saved. */
const eachTime = [
  'POST /s/:key/me/password (choose)',
  'POST /s/:key/me/prove (send)',
  'POST /console/s/:key/settings/visits',
];

/** Those that end the session they are sent in, or give it another token, come last. */
const rank = ({ url }: Exemplar) =>
  url.endsWith('/me/delete') ? 2 : /\/(prove|password)$/.test(url) ? 1 : 0;

const once = exemplars
  .filter((exemplar) => exemplar.effect === 'once' && !eachTime.includes(nameOf(exemplar)))
  .sort((a, b) => rank(a) - rank(b));

describe('a good form sent from two tabs at once, and once more', () => {
  let place: Place;
  let oracle: Oracle;
  beforeAll(async () => {
    place = await Place.open();
    oracle = await Oracle.open(place.attacker.sql);
  }, 120_000);
  afterAll(() => place?.close());

  async function send(exemplar: Exemplar): Promise<number> {
    const { method, url, headers, payload } = write(exemplar, place, []);
    const ask = { method, url, headers, ...(payload !== undefined && { payload }) };
    return (await place.attacker.world.installation.server.inject(ask as InjectOptions)).statusCode;
  }

  it.each(once.map((exemplar) => [nameOf(exemplar), exemplar] as const))('%s', async (_, exemplar) => {
    await place.attacker.sql.query('delete from attempt');
    const statuses = await Promise.all([send(exemplar), send(exemplar), send(exemplar)]);
    expect(statuses.filter((status) => status >= 500)).toEqual([]);
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
