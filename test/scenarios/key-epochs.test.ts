import { existsSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '../../src/base/index.ts';
import { keysPath } from '../../src/cli/installation.ts';
import { nodeCrypto, openKeyFile } from '../../src/keys/index.ts';
import { decodeEntry } from '../../src/ledger/index.ts';
import type { Tx } from '../../src/store/index.ts';
import { destroyAccount } from '../../src/system/destroy.ts';
import { turnDueEpochs, turnEpoch, type World } from '../../src/system/index.ts';
import { openSegments, openSubject } from '../../src/system/subjects.ts';
import { unwrapSubjectKeys } from '../../src/vault/index.ts';
import { Chance } from '../kill/chance.ts';
import { addPerson } from '../person.ts';
import { openWorld, type Person, type TestWorld } from '../world.ts';
import { exampleText } from './liar.ts';

const person = (n: number): Person => ({
  full_name: 'Айгүл Жақыпова',
  birth_date: '1985-05-15',
  email: `aigul${n}@example.kz`,
  phone: `+7701000112${n}`,
  postal_address: 'Алматы, улица Придуманная, 12',
});

let world: TestWorld;
let sql: pg.Client;

beforeAll(async () => {
  world = await openWorld(exampleText());
  sql = new pg.Client({ connectionString: world.databaseUrl });
  await sql.connect();
});

afterAll(async () => {
  await sql.end();
  await world.close();
});

const parts = () => world.installation.world;
const ringOf = () => parts().keys.service(world.service.id);
const turn = (within: World = parts()) => turnEpoch(within, world.service.id);

async function rows(statement: string): Promise<readonly Record<string, unknown>[]> {
  return (await sql.query(statement, [world.service.id])).rows;
}

/** The epochs that keys of people and days, and drafts, stand under. */
async function under(): Promise<readonly unknown[]> {
  const found = await rows(
    `select epoch from subject_key where service_id = $1 union select epoch from visit_day
     where service_id = $1 and bytes <> '' union select epoch from draft
     where service_id = $1 and epoch is not null order by 1`,
  );
  return found.map(({ epoch }) => epoch);
}

/** Everybody's values, opened. */
async function opened(): Promise<ReadonlyMap<Id, readonly string[]>> {
  const all = await rows(`select subject_id as id from subject_key where service_id = $1`);
  const found = new Map<Id, readonly string[]>();
  for (const { id } of all) {
    const at = { service: world.service.id, id: id as Id, mode: 'share' as const };
    await parts().store.transaction(async (tx) => {
      const subject = await openSubject(tx, parts(), at);
      if (!subject) return;
      const segments = await openSegments(tx, parts(), subject);
      const values = segments.flatMap(({ content }) => Object.values(content).flat());
      found.set(at.id, values.map(({ value }) => value).sort());
    });
  }
  return found;
}

/** Entries of the log that say a turn is through. */
async function turnsInLog(): Promise<readonly unknown[]> {
  await world.installation.tick();
  const leaves = await parts().store.transaction((tx) => tx.log.leaves(world.service.id, 0, 100_000));
  const entries = leaves.map((leaf) => decodeEntry(leaf));
  return entries.filter((entry) => entry?.because?.includes('epoch-turned')).map((entry) => entry?.counts);
}

describe('a key epoch', () => {
  it('turns while the service works, and takes people, days and waiting registrations along', async () => {
    const { visitor } = await world.register(person(1));
    await visitor.get(`${world.base}/me`);
    await world.installation.tick();
    const waiting = world.visitor();
    const started = await world.fill(waiting, person(2));
    const before = await opened();
    const [first] = ringOf().epochs;
    const { epoch, ended, rewrapped } = await turn();
    expect({ epoch, ended }).toEqual({ epoch: Number(first) + 1, ended: true });
    expect(rewrapped).toMatchObject({ keys: before.size, drafts: 1 });
    expect(await under()).toEqual([epoch]);
    expect(ringOf().epochs).toEqual([epoch]);
    expect(() => ringOf().epochKey(Number(first))).toThrow(expect.objectContaining({ reason: 'keys-epoch' }));
    expect(await opened()).toEqual(before);
    expect(await turnsInLog()).toEqual([{ epoch, keys: before.size, days: rewrapped.days }]);
    const draft = /name="draft"[^>]*value="([0-9a-f-]{36})"/.exec(started.body)?.[1] ?? '';
    const done = await waiting.post(`${world.base}/confirm`, { draft, code: await world.code() });
    expect(done.status, done.body).toBe(303);
    await world.checkPledges();
  });

  it('turns by itself when its term is over, and not before', async () => {
    const [epoch] = ringOf().epochs;
    world.wait({ days: 29 });
    await world.installation.tick();
    expect(ringOf().epochs).toEqual([epoch]);
    world.wait({ days: 1 });
    await world.installation.tick();
    expect(ringOf().epochs).toEqual([Number(epoch) + 1]);
    const house = await parts().store.transaction((tx) => tx.services.byKey('_house'));
    expect(parts().keys.service(house?.id as Id).epochs).toEqual([2]);
    await world.checkPledges();
  });

  it('is not ended while somebody reads who began before, and is when they are through', async () => {
    const [before = 0] = ringOf().epochs;
    const someone = [...(await opened()).keys()][0] as Id;
    const { ended } = await parts().store.transaction(async (tx) => {
      const wrapped = await tx.subjectKeys.get(world.service.id, someone);
      const state = await turn();
      const at = { service: world.service.id, subject: someone, epochKey: ringOf().epochKey(before) };
      expect(wrapped && unwrapSubjectKeys(wrapped, at, nodeCrypto)).toBeDefined();
      return state;
    });
    expect(ended).toBe(false);
    expect(ringOf().epochs).toEqual([before, before + 1]);
    expect(await turnDueEpochs(parts(), { onFault: fail })).toBe(1);
    expect(ringOf().epochs).toEqual([before + 1]);
  }, 20_000);

  it('keeps its key as long as one wrapped key is not what was wrapped, and says so', async () => {
    const [before = 0] = ringOf().epochs;
    const [victim] = await rows(
      `select subject_id as id, bytes from subject_key where service_id = $1 limit 1`,
    );
    const put = (bytes: unknown) =>
      sql.query('update subject_key set bytes = $1 where subject_id = $2', [bytes, victim?.['id']]);
    const edited = Buffer.from(victim?.['bytes'] as Buffer);
    edited[60] = (edited[60] ?? 0) ^ 1;
    await put(edited);
    await expect(turn()).rejects.toMatchObject({ reason: 'keys-refused' });
    expect(ringOf().epochs).toEqual([before, before + 1]);
    await put(victim?.['bytes']);
    expect(await turn()).toMatchObject({ ended: true });
  });
});

function fail(error: Error): never {
  throw error;
}

/** What a turn does to the world outside, as often as it is stopped there. */
class Stop extends Error {}

/** The world, stopped at its `n`th effect: just before it, or just after it is durable. */
function stoppedAt(n: number, when: 'before' | 'after'): { world: World; reached: () => boolean } {
  const { store, keys, ...rest } = parts();
  let count = 0;
  const step = <T>(work: () => T): T => {
    count += 1;
    if (count === n && when === 'before') throw new Stop();
    const value = work();
    if (count !== n) return value;
    if (value instanceof Promise) return value.then(() => Promise.reject(new Stop())) as T;
    throw new Stop();
  };
  const stopping: World = {
    ...rest,
    store: {
      ...store,
      transaction: async <T>(work: (tx: Tx) => Promise<T>) => step(() => store.transaction(work)),
      scour: async (patience) => step(() => store.scour(patience)),
    },
    keys: {
      service: (id) => keys.service(id),
      create: (id) => keys.create(id),
      beginEpoch: (id) => step(() => keys.beginEpoch(id)),
      endEpochsBefore: (id, epoch) => step(() => keys.endEpochsBefore(id, epoch)),
    },
  };
  return { world: stopping, reached: () => count >= n };
}

describe('a turn that is stopped', () => {
  it.each(['before', 'after'] as const)(
    'just %s any of its steps goes on at the next start',
    async (when) => {
      for (let n = 0; n < 210; n++) await addPerson(parts(), world.service.id, { email: `${when}${n}@x.kz` });
      const people = await openedKeys(parts());
      let steps = 0;
      for (let n = 1; ; n++) {
        const stopped = stoppedAt(n, when);
        const died = await turn(stopped.world).then(
          () => false,
          (error: unknown) => {
            expect(error).toBeInstanceOf(Stop);
            return true;
          },
        );
        // The next start knows what lies in the file and in the store, nothing else.
        const keys = openKeyFile(keysPath({ data: world.folder }), nodeCrypto);
        const again = { ...parts(), keys };
        expect(await openedKeys(again)).toEqual(people);
        const done = await turnDueEpochs(again, { onFault: fail });
        const { epochs } = keys.service(world.service.id);
        expect(epochs.length).toBe(1);
        expect(await under()).toEqual(epochs);
        expect(await openedKeys(again)).toEqual(people);
        const [row] = await rows(
          'select count(*) as n from key_epoch where service_id = $1 and ended_at is null',
        );
        expect(row).toEqual({ n: '1' });
        expect(existsSync(`${keysPath({ data: world.folder })}.old`)).toBe(false);
        const stored = JSON.parse(readFileSync(keysPath({ data: world.folder }), 'utf8'));
        expect(Object.keys(stored.services[world.service.id].epochs)).toEqual(epochs.map(String));
        (parts() as { keys: typeof keys }).keys = keys;
        steps = n;
        if (!died && !stopped.reached()) break;
        expect(done).toBeLessThanOrEqual(1);
      }
      expect(steps).toBeGreaterThan(8);
      const epochs = (await turnsInLog()).map((counts) => (counts as { epoch: number }).epoch);
      expect(epochs).toEqual([...new Set(epochs)].sort((a, b) => a - b));
      expect(epochs.at(-1)).toBe(ringOf().epochs[0]);
    },
  );
});

/** Whose keys open in a world, with a digest of what they are. */
async function openedKeys(within: World): Promise<ReadonlyMap<Id, string>> {
  const service = world.service.id;
  const ring = within.keys.service(service);
  const all = await within.store.transaction((tx) => tx.subjectKeys.list(service, { limit: 10_000 }));
  return new Map(
    all.map(({ subject, ...wrapped }) => {
      const at = { service, subject, epochKey: ring.epochKey(wrapped.epoch) };
      const keys = unwrapSubjectKeys(wrapped, at, nodeCrypto);
      expect(keys).toBeDefined();
      return [subject, Buffer.from(keys?.subjectKey ?? []).toString('hex')];
    }),
  );
}

describe('a turn among everything else', () => {
  it.each([1, 2, 3])(
    'loses nobody and brings nobody back (seed %i)',
    async (seed) => {
      const draw = new Chance(seed);
      const service = world.service.id;
      const living = new Map<Id, string>();
      const gone = new Set<Id>();
      const busy = new Set<Id>();
      const one = () => draw.pick([...living.keys()].filter((id) => !busy.has(id)));
      const acts: readonly (() => Promise<void>)[] = [
        async () => {
          await turn();
        },
        async () => {
          const email = `s${seed}-${draw.between(1, 1e9)}@x.kz`;
          living.set(await addPerson(parts(), service, { email }), email);
        },
        async () => {
          const id = one();
          if (!id) return;
          busy.add(id);
          await destroyAccount(parts(), { service: world.service, subject: id });
          living.delete(id);
          gone.add(id);
        },
        async () => {
          const id = one();
          if (!id) return;
          const value = living.get(id);
          const seen = await parts().store.transaction(async (tx) => {
            const subject = await openSubject(tx, parts(), { service, id, mode: 'share' });
            const segments = subject && (await openSegments(tx, parts(), subject));
            return segments?.flatMap(({ content }) => Object.values(content).flat())[0]?.value;
          });
          if (!busy.has(id) && !gone.has(id)) expect(seen).toBe(value);
        },
      ];
      const weights = [0, 1, 1, 1, 1, 2, 3, 3, 3, 3, 3] as const;
      const worker = async (acting: number) => {
        for (let n = 0; n < acting; n++) await acts[draw.pick(weights) ?? 1]?.();
      };
      await Promise.all(Array.from({ length: 6 }, () => worker(25)));
      expect(await turn()).toMatchObject({ ended: true });
      expect(await under()).toEqual(ringOf().epochs);
      const keys = await openedKeys(parts());
      for (const id of living.keys()) expect(keys.has(id)).toBe(true);
      for (const id of gone) expect(keys.has(id)).toBe(false);
      expect(gone.size).toBeGreaterThan(3);
      await world.installation.tick();
    },
    60_000,
  );
});
