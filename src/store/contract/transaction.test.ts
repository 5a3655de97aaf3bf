import pg from 'pg';
import { expect, it } from 'vitest';
import { databaseOn } from '../../../test/database.ts';
import { describeStore } from '../../../test/store-contract.ts';
import { anId, aSubject, register, someBytes } from '../../../test/store-rows.ts';
import { Bug, KepilError } from '../../base/index.ts';
import { openStore } from '../index.ts';
import { migrations } from '../migrations/index.ts';
import { migrate } from '../postgres/migrate.ts';

/** Runs one statement beside the store. */
async function beside(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

/** The error `promise` rejects with. */
async function failure(promise: Promise<unknown>): Promise<KepilError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(KepilError);
  return error as KepilError;
}

describeStore('transactions', (at) => {
  it('keeps all of what the work did, and gives its result', async () => {
    const service = at.service();
    const row = await at.transaction((tx) => register(tx, service));
    expect(await at.transaction((tx) => tx.subjects.get(service, row.id))).toStrictEqual(row);
  });

  it('keeps nothing when the work rejects, and passes its error on without a second try', async () => {
    const service = at.service();
    let tries = 0;
    const failing = at.transaction(async (tx) => {
      tries += 1;
      await register(tx, service);
      throw new KepilError('ERR_CONFLICT', 'already-there');
    });
    expect(await failure(failing)).toMatchObject({ code: 'ERR_CONFLICT', reason: 'already-there' });
    expect(tries).toBe(1);
    expect(await at.transaction((tx) => tx.subjects.count(service, 'user'))).toBe(0);
  });

  it('shows a snapshot as it stood at its first look, whatever is written meanwhile', async () => {
    const service = at.service();
    await at.transaction((tx) => register(tx, service));
    const counts = await at.store().snapshot(async (tx) => {
      const before = await tx.subjects.count(service, 'user');
      await at.transaction((other) => register(other, service));
      return [before, await tx.subjects.count(service, 'user')];
    });
    expect(counts).toEqual([1, 1]);
  });

  it('writes nothing in a snapshot', async () => {
    const service = at.service();
    await failure(at.store().snapshot((tx) => register(tx, service)));
    expect(await at.transaction((tx) => tx.subjects.count(service, 'user'))).toBe(0);
  });

  it('lets sharers of a subject in together', async () => {
    const service = at.service();
    const { id } = await at.transaction((tx) => register(tx, service));
    const inner = await at.transaction(async (tx) => {
      await tx.subjects.lock(service, id, 'share');
      return at.transaction((other) => other.subjects.lock(service, id, 'share'));
    });
    expect(inner?.id).toBe(id);
  });

  it.each(['share', 'update'] as const)(
    'makes a %s lock wait for an update lock, and then shows what it did',
    async (mode) => {
      const service = at.service();
      const { id } = await at.transaction((tx) => register(tx, service));
      let waiting: Promise<unknown> | undefined;
      await at.transaction(async (tx) => {
        await tx.subjects.lock(service, id, 'update');
        waiting = at.transaction((other) => other.subjects.lock(service, id, mode));
        await tx.subjects.bumpVersion(service, id);
        await tx.subjects.setPolicy(service, id, 'seen');
      });
      expect(await waiting).toMatchObject({ version: 2, policyHash: 'seen' });
    },
  );

  it('makes an update lock wait until readers are done', async () => {
    const service = at.service();
    const { id } = await at.transaction((tx) => register(tx, service));
    let removal: Promise<number | undefined> | undefined;
    const read = await at.transaction(async (tx) => {
      await tx.subjects.lock(service, id, 'share');
      removal = at.transaction(async (other) => {
        await other.subjects.lock(service, id, 'update');
        return other.subjectKeys.remove(service, id);
      });
      await at.transaction((third) => third.subjects.get(service, id));
      return tx.subjectKeys.get(service, id);
    });
    expect(read).toBeDefined();
    expect(await removal).toBe(1);
  });

  it('tries again after a deadlock, so that both sides come through', async () => {
    const service = at.service();
    const [a, b] = await at.transaction(async (tx) => [
      await register(tx, service),
      await register(tx, service),
    ]);
    let meet: (() => void) | undefined;
    const met = new Promise<void>((resolve) => {
      let arrived = 0;
      meet = () => {
        arrived += 1;
        if (arrived === 2) resolve();
      };
    });
    const crossing = (first: string, second: string) =>
      at.transaction(async (tx) => {
        await tx.subjects.bumpVersion(service, first);
        meet?.();
        await met;
        await tx.subjects.bumpVersion(service, second);
      });
    await Promise.all([crossing(a.id, b.id), crossing(b.id, a.id)]);
    const rows = await at.transaction((tx) => tx.subjects.list(service, 'user', { limit: 9 }));
    expect(rows.map((row) => row.version)).toStrictEqual([3, 3]);
  });

  it('gives up after three more tries on what stays in conflict', async () => {
    const service = at.service();
    const row = await at.transaction((tx) => register(tx, service));
    let tries = 0;
    const failing = at.transaction((tx) => {
      tries += 1;
      return tx.subjects.insert(row);
    });
    expect(await failure(failing)).toMatchObject({ code: 'ERR_STORE_CONFLICT', reason: 'store-conflict' });
    expect(tries).toBe(4);
  });

  it('does not call a transaction done in which a failure was swallowed', async () => {
    const service = at.service();
    const row = await at.transaction((tx) => register(tx, service));
    const hiding = at.transaction(async (tx) => {
      await register(tx, service);
      await tx.subjects.insert(row).catch(() => undefined);
      return 'done';
    });
    expect(await failure(hiding)).toMatchObject({ code: 'ERR_STORE_CONFLICT' });
    expect(await at.transaction((tx) => tx.subjects.count(service, 'user'))).toBe(1);
  });

  it('says nothing of row values in its errors', async () => {
    const service = at.service();
    const canary = 'canary-7f3a';
    const row = aSubject(service, { policyHash: canary });
    await at.transaction((tx) => tx.subjects.insert(row));
    const errors: unknown[] = [];
    const attempts = [
      () => at.transaction((tx) => tx.subjects.insert(row)),
      () => at.transaction((tx) => tx.subjects.get(service, canary)),
      () =>
        at.transaction((tx) =>
          tx.subjects.insert({ ...row, id: anId(), createdAt: canary as unknown as number }),
        ),
      () =>
        at.transaction((tx) => tx.subjects.insert({ ...row, id: anId(), kind: null as unknown as 'user' })),
    ];
    for (const attempt of attempts) await attempt().catch((error: unknown) => errors.push(error));
    expect(errors.map((error) => (error as Error).constructor)).toStrictEqual([KepilError, Bug, Bug, Bug]);
    for (const error of errors as Error[]) {
      const cause = error.cause as Error;
      const said = [
        error.message,
        error.stack,
        cause.message,
        cause.stack,
        JSON.stringify(error),
        JSON.stringify(cause),
      ];
      expect(said.join('\n')).not.toContain(canary);
      expect(said.join('\n')).not.toContain(row.id);
      expect(cause.cause).toBeUndefined();
    }
  });

  it('outlives broken connections: the work in course fails, the next goes on', async () => {
    const service = at.service();
    const breakAll = `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`;
    const broken = at.transaction(async (tx) => {
      const row = await register(tx, service);
      await beside(at.url(), breakAll);
      return tx.subjects.get(service, row.id);
    });
    expect(await failure(broken)).toMatchObject({ code: 'ERR_STORE_UNAVAILABLE' });
    expect(await at.transaction((tx) => tx.subjects.count(service, 'user'))).toBe(0);
  });
});

describeStore('opening', (at) => {
  it('brings an empty database forward once, also when two processes start together', async () => {
    const empty = await databaseOn(at.url());
    const stores = await Promise.all([openStore(empty.url), openStore(empty.url), openStore(empty.url)]);
    const rows = await Promise.all(stores.map((store) => store.transaction((tx) => register(tx, anId()))));
    expect(rows).toHaveLength(3);
    for (const store of stores) await store.close();
    await empty.drop();
  });

  it('takes a step that comes later than one with a higher number', async () => {
    const earlier = await databaseOn(at.url());
    await (await openStore(earlier.url)).close();
    const newest = migrations.at(-1)?.version ?? 0;
    const later = { version: newest + 2, name: 'a later one', sql: 'select broken' };
    await beside(
      earlier.url,
      `insert into schema_version (version, name) values (${later.version}, 'a later one')`,
    );
    const client = new pg.Client({ connectionString: earlier.url });
    const late = { version: newest + 1, name: 'late', sql: 'create table late (id int primary key)' };
    const steps = [...migrations, late, later];
    await client.connect();
    await migrate(client, steps);
    const { rows } = await client.query('select count(*)::int as n from late');
    expect(rows).toEqual([{ n: 0 }]);
    await client.end();
    await earlier.drop();
  });

  it('refuses a schema newer than it knows', async () => {
    const newer = await databaseOn(at.url());
    await (await openStore(newer.url)).close();
    await beside(newer.url, `insert into schema_version (version, name) values (999, 'of the future')`);
    const refusal = await failure(openStore(newer.url));
    expect(refusal).toMatchObject({
      code: 'ERR_STORE_UNAVAILABLE',
      reason: 'schema-newer',
      params: { found: 999 },
    });
    await newer.drop();
  });

  it('says so when nobody listens, when the password is wrong and when it is closed', async () => {
    const wrong = new URL(at.url());
    wrong.password = 'wrong';
    expect(await failure(openStore(wrong.href))).toMatchObject({ reason: 'store-refuses' });
    const nobody = new URL(at.url());
    nobody.port = '1';
    const refused = await failure(openStore(nobody.href));
    expect(refused).toMatchObject({ code: 'ERR_STORE_UNAVAILABLE', reason: 'store-unavailable' });
    const closed = await openStore(at.url());
    await closed.close();
    await closed.close();
    const late = closed.transaction((tx) => tx.services.list());
    expect(await failure(late)).toMatchObject({ code: 'ERR_STORE_UNAVAILABLE' });
  });

  it('keeps bytes as they are, empty and binary', async () => {
    const service = at.service();
    const all = new Uint8Array(256).map((_, n) => n);
    for (const bytes of [all, new Uint8Array(0), someBytes(100_000)]) {
      const segment = { access: 'a', retention: 'r', version: 1, bytes };
      const subject = anId();
      await at.transaction((tx) => tx.segments.put(service, subject, segment));
      expect(await at.transaction((tx) => tx.segments.list(service, subject))).toStrictEqual([segment]);
    }
  });
});
