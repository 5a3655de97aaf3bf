import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Call } from '../../src/server/route.ts';
import { routes } from '../../src/server/route-table.ts';
import { openService, sessionTerms } from '../../src/system/index.ts';
import { putInForce } from '../scenarios/liar.ts';
import { type Exemplar, nameOf } from './exemplar.ts';
import { exemplars } from './exemplars/index.ts';
import { goodOf, write } from './making.ts';
import { Oracle } from './oracle.ts';
import { Place } from './place.ts';
import { draftKey } from './place-draft.ts';
import { Rewind } from './rewind.ts';

const acts = exemplars.filter(({ method, effect }) => method === 'POST' && effect !== 'none');
const minute = 60_000;

/** Whether the row of the route table wants fresh proof for a good request. */
function wantsProof(exemplar: Exemplar, place: Place): boolean {
  const { method, url, form } = exemplar;
  const { params } = goodOf(exemplar, place);
  const fields = Object.entries(form?.(place) ?? {}).map(([name, { value }]) => [name, [value]] as const);
  const call = { params, form: new Map(fields), query: {} } as unknown as Call;
  const row = routes.find((route) => route.method === method && route.url === url);
  return row !== undefined && 'fresh' in row && row.fresh?.(call) === true;
}

/** Whether something in a form, or its address, was sent to somebody and is good for ten minutes. */
function bearsCode(exemplar: Exemplar, place: Place): boolean {
  const names = Object.entries(exemplar.form?.(place) ?? {}).filter(([, { value }]) => value !== '');
  return exemplar.url.includes(':draft') || names.some(([name]) => /^(draft|ticket)$/.test(name));
}

/** How much time has gone, and what must be over by then. */
const steps: readonly [string, number, (exemplar: Exemplar, place: Place) => boolean][] = [
  [
    'eleven minutes',
    11 * minute,
    (exemplar, place) =>
      exemplar.who === 'factor' || wantsProof(exemplar, place) || bearsCode(exemplar, place),
  ],
  ['half an hour', 31 * minute, ({ who }) => ['officer', 'factor', 'enrol'].includes(who)],
  ['eight days', 8 * 1440 * minute, ({ who }) => who !== 'guest' && who !== 'key'],
  ['a month', 31 * 1440 * minute, ({ who }) => who !== 'guest'],
];

describe('a good request that comes too late', () => {
  let place: Place;
  let rewind: Rewind;
  let oracle: Oracle;
  let began = 0;
  beforeAll(async () => {
    place = await Place.open();
    const { sql, world } = place.attacker;
    began = world.now;
    for (const [role, { longest }] of Object.entries(sessionTerms))
      await sql.query(
        `update session set seen_at = $1, proved_at = $1, expires_at = $2
         where role = $3 and expires_at > $1`,
        [began, began + longest, role],
      );
    rewind = await Rewind.take(sql);
    oracle = await Oracle.open(sql);
  }, 120_000);
  afterAll(() => place?.close());

  async function send(exemplar: Exemplar) {
    const { method, url, headers, payload } = write(exemplar, place, []);
    await place.attacker.sql.query('delete from attempt');
    const ask = { method, url, headers, ...(payload !== undefined && { payload }) };
    const reply = await place.attacker.world.installation.server.inject(ask as InjectOptions);
    return { status: reply.statusCode, to: String(reply.headers.location ?? ''), body: reply.body };
  }

  /** What is wrong with how a late request was answered, or with what it left. */
  async function complaint(exemplar: Exemplar): Promise<string | undefined> {
    await oracle.entries();
    const before = await oracle.digests();
    const { status, to } = await send(exemplar);
    const led = status === 303 && /\/(sign-in|prove)(\?|$)/.test(to);
    if (!led && ![400, 401, 403, 404, 409, 410, 422].includes(status)) return `answered ${status} ${to}`;
    const after = await oracle.digests();
    // A session that is over is removed when it is looked at.
    const changed = [...after].filter(([name, is]) => name !== 'session' && before.get(name) !== is);
    if (changed.length > 0) return `changed ${changed.map(([name]) => name).join(', ')}`;
    const done = (await oracle.entries()).filter(
      ({ kind, outcome }) => kind !== 'read' && outcome !== 'refused',
    );
    return done.length > 0 ? `left ${done.map(({ kind }) => kind).join(', ')}` : undefined;
  }

  it.each(steps)('after %s is refused where something in it is over', async (_what, ms, over) => {
    const { world } = place.attacker;
    world.wait({ minutes: (began + ms - world.now) / minute });
    const late = acts.filter((exemplar) => over(exemplar, place));
    expect(late.length).toBeGreaterThan(10);
    const found: string[] = [];
    for (const exemplar of late) {
      await rewind.back();
      const fault = await complaint(exemplar);
      if (fault !== undefined) found.push(`${nameOf(exemplar)}: ${fault}`);
    }
    expect(found).toEqual([]);
    const others = acts.filter((exemplar) => !over(exemplar, place));
    for (const exemplar of others) {
      await rewind.back();
      expect((await send(exemplar)).status, nameOf(exemplar)).toBeLessThan(500);
    }
  });
});

/** Forms that name what they were made from: the field, and what makes it stale. */
const stale: Readonly<Record<string, (place: Place) => Promise<void>>> = {
  policy: async ({ attacker: { world } }) => {
    // The change that is announced there would keep another one from being made.
    const officer = await world.officer();
    const recalled = await officer.post(`/console${world.base}/versions/3`, { act: 'recall' });
    expect(recalled.status, recalled.body).toBe(303);
    const { policy } = (await world.prove()).version;
    const revised = { key: world.service.key, policy: { ...policy, title: 'Новая редакция' } };
    await openService(world.installation.world, revised);
    await putInForce(world);
  },
  version: async (place) => {
    const { world } = place.attacker.world.installation;
    const { policy } = (await place.attacker.world.prove(place.draftService)).version;
    await openService(world, { key: draftKey, policy: { ...policy, title: 'Другой черновик' } });
  },
  was: async (place) => {
    const [roles] = exemplars.filter((exemplar) => nameOf(exemplar).endsWith('staff/:id (roles)'));
    const { method, url, headers, payload } = write(roles as Exemplar, place, []);
    const other = String(payload).replace('=support', '=analyst');
    const ask = { method, url, headers, payload: other } as InjectOptions;
    const reply = await place.attacker.world.installation.server.inject(ask);
    expect(reply.statusCode, reply.body).toBe(303);
  },
};

describe('a good request made from what has changed since', () => {
  let place: Place;
  let rewind: Rewind;
  let oracle: Oracle;
  beforeAll(async () => {
    place = await Place.open();
    rewind = await Rewind.take(place.attacker.sql);
    oracle = await Oracle.open(place.attacker.sql);
  }, 120_000);
  afterAll(() => place?.close());

  // What people answer to an announced change names its version, which no draft elsewhere makes stale.
  const made = (field: string) =>
    exemplars.filter(
      (exemplar) =>
        (exemplar.url !== '/s/:key/me/policy' && Object.hasOwn(exemplar.form?.(place) ?? {}, field)) ||
        Object.hasOwn((exemplar.call?.(place).good ?? {}) as object, field),
    );

  it.each(Object.keys(stale))('in its field %s is refused and stores nothing', async (field) => {
    const forms = made(field);
    expect(forms.length).toBeGreaterThan(0);
    for (const exemplar of forms) {
      await rewind.back();
      await stale[field]?.(place);
      await oracle.entries();
      const before = await oracle.digests();
      const { method, url, headers, payload } = write(exemplar, place, []);
      const ask = { method, url, headers, payload } as InjectOptions;
      const reply = await place.attacker.world.installation.server.inject(ask);
      expect([409, 410, 422], `${nameOf(exemplar)} ${reply.statusCode}`).toContain(reply.statusCode);
      const after = await oracle.digests();
      expect([...after].filter(([name, is]) => before.get(name) !== is)).toEqual([]);
      expect((await oracle.entries()).filter(({ outcome }) => outcome !== 'refused')).toEqual([]);
    }
  });
});
