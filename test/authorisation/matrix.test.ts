import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { curlOf } from '../hostile/curl.ts';
import type { Exemplar } from '../hostile/exemplar.ts';
import { exemplars } from '../hostile/exemplars/index.ts';
import { type Ask, write } from '../hostile/making.ts';
import { Oracle } from '../hostile/oracle.ts';
import { Place } from '../hostile/place.ts';
import { type ServedRoute, withRoutes } from '../server-routes.ts';
import { type Actor, actors, Cast } from './actors.ts';
import { declared } from './declared/index.ts';
import type { Row } from './declared/row.ts';

/** A request of one actor with the status it must be answered with. */
interface Case {
  readonly actor: Actor;
  readonly ask: Ask;
  readonly status: number;
  readonly refused: boolean;
}

const help = [
  'a route has no row: add it to test/authorisation/declared/ by method and address,',
  'with who may come (open, mine, owners, desk, anywhere, house, step, keyed) and how a form without a field',
  'is answered; what a good request looks like stands in test/hostile/exemplars/',
].join(' ');

describe('who may what', () => {
  let place: Place;
  let cast: Cast;
  let oracle: Oracle;
  let served: readonly ServedRoute[];
  let sent = 0;
  beforeAll(async () => {
    const { opened, served: all } = await withRoutes(() => Place.open());
    place = opened;
    served = all;
    cast = await Cast.open(place);
    oracle = await Oracle.open(place.attacker.sql);
  }, 120_000);
  afterAll(() => place?.close());

  it('is said for every route of the server, and for no other', () => {
    const all = new Set(served.map(({ method, url }) => `${method} ${url}`));
    const without = [...all].filter((route) => !Object.hasOwn(declared, route));
    expect({ without, help }).toEqual({ without: [], help });
    expect(Object.keys(declared).filter((route) => !all.has(route))).toEqual([]);
    expect(all.size).toBeGreaterThan(80);
  });

  /** A good request at the first service, or one whose form says nothing. */
  function askOf(exemplar: Exemplar, empty: boolean): Ask {
    const { at: _, ...here } = exemplar;
    const ask = write({ ...here, who: 'guest' }, place, []);
    if (!empty || ask.payload === undefined) return ask;
    return { ...ask, payload: exemplar.call ? '{}' : '' };
  }

  function casesOf(exemplar: Exemplar, row: Row): readonly Case[] {
    return actors.map((actor) => {
      const admitted = row.may.get(actor);
      const ask = askOf(exemplar, admitted !== undefined && row.sends !== 'good');
      const headers = { ...ask.headers, ...cast.of(actor) };
      const status = admitted ?? row.refused(actor, exemplar.method);
      return { actor, ask: { ...ask, headers }, status, refused: admitted === undefined };
    });
  }

  async function statusOf({ method, url, headers, payload }: Ask): Promise<number> {
    sent += 1;
    await place.attacker.sql.query('delete from attempt');
    const ask = { method, url, headers, ...(payload !== undefined && { payload }) };
    const reply = await place.attacker.world.installation.server.inject(ask as InjectOptions);
    return reply.statusCode;
  }

  /** The cases that were answered otherwise than declared. */
  async function wrong(cases: readonly Case[]): Promise<readonly string[]> {
    const found: string[] = [];
    for (const { actor, ask, status } of cases) {
      const got = await statusOf(ask);
      if (got !== status) found.push(`${actor}: ${got}, declared ${status}\n  ${curlOf(ask)}`);
    }
    return found;
  }

  /** What the refusals left behind, but for entries of their own. */
  async function traces(before: ReadonlyMap<string, string>): Promise<readonly string[]> {
    const after = await oracle.digests();
    const changed = [...after].filter(([name, digest]) => before.get(name) !== digest).map(([name]) => name);
    const entries = await oracle.entries();
    const others = entries.filter(({ outcome }) => outcome !== 'refused');
    return [...changed, ...others.map(({ kind, outcome }) => `entry ${kind} ${outcome}`)];
  }

  it.each(Object.entries(declared))('%s', async (route, row) => {
    const of = exemplars.filter(({ method, url }) => `${method} ${url}` === route);
    expect(of.length, help).toBeGreaterThan(0);
    for (const exemplar of of) {
      const cases = casesOf(exemplar, row);
      const refused = cases.filter((one) => one.refused);
      await oracle.entries();
      const before = await oracle.digests();
      expect(await wrong(refused)).toEqual([]);
      const heads = refused.filter(({ ask }) => ask.method === 'GET');
      expect(await wrong(heads.map((one) => ({ ...one, ask: { ...one.ask, method: 'HEAD' } })))).toEqual([]);
      expect(await traces(before)).toEqual([]);
      expect(await wrong(cases.filter((one) => !one.refused))).toEqual([]);
      if (row.signsOut) await cast.renew();
    }
  });

  it('was asked of everybody at every route', () => {
    expect(sent).toBeGreaterThan(actors.length * Object.keys(declared).length);
  });
});
