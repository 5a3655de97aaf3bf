import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrations } from '../../src/store/migrations/index.ts';
import { migrate } from '../../src/store/postgres/migrate.ts';
import { databaseOn, type FreshDatabase, freshDatabase } from '../database.ts';
import { kepil, startKepil, stopLeft } from '../kepil-process.ts';
import { examplePath, temporaryFolder } from './place.ts';

const folder = temporaryFolder();
const newest = migrations.at(-1)?.version ?? 0;

afterAll(stopLeft);

describe('kepil migrate', () => {
  let fresh: FreshDatabase;
  let old: FreshDatabase;
  let client: pg.Client;

  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    fresh = await freshDatabase();
    old = await databaseOn(fresh.url);
    client = new pg.Client({ connectionString: old.url });
    await client.connect();
    await migrate(
      client,
      migrations.filter(({ version }) => version <= newest - 3),
    );
  });
  afterAll(async () => {
    await client.end();
    await old.drop();
    await fresh.drop();
  });

  const on = (url: string, ...words: string[]) =>
    kepil(['migrate', '--lang', 'en', '--data', join(folder, 'none'), '--database-url', url, ...words]);
  const versionOf = async () =>
    (await client.query('select max(version)::int as n from schema_version')).rows[0].n;

  it('says what it lacks where Kepil was never run', async () => {
    const { code, err } = await kepil(['migrate', '--data', join(folder, 'none')]);
    expect([code, err.includes('--data')], err).toEqual([2, true]);
  });

  it('tries every step that is missing and changes nothing', async () => {
    const tried = await on(old.url, '--dry-run');
    expect(tried.code, tried.err).toBe(0);
    expect(tried.out).toContain(`from step ${newest - 3} to step ${newest}`);
    for (const { name } of migrations.slice(-3)) expect(tried.out).toContain(name);
    expect(tried.out).toContain('has not changed');
    expect(await versionOf()).toBe(newest - 3);
  });

  it('gives a trial up when somebody uses the tables, and leaves them alone', async () => {
    await client.query('begin');
    await client.query('lock table schema_version in access exclusive mode');
    const busy = await on(old.url, '--dry-run');
    await client.query('rollback');
    expect([busy.code, busy.out], busy.err).toEqual([3, '']);
    expect(await versionOf()).toBe(newest - 3);
  });

  it('takes them, and finds nothing to do afterwards', async () => {
    const done = await on(old.url, '--json');
    const { from, to, steps } = JSON.parse(done.out) as { from: number; to: number; steps: unknown[] };
    expect([done.code, from, to, steps.length]).toEqual([0, newest - 3, newest, 3]);
    expect(await versionOf()).toBe(newest);
    const again = await on(old.url);
    expect([again.code, again.out.includes('nothing to do')], again.err).toEqual([0, true]);
  });

  it('refuses a database of a newer Kepil', async () => {
    await client.query('insert into schema_version (version, name) values (9999, $1)', ['later']);
    const newer = await on(old.url, '--dry-run');
    expect([newer.code, newer.out], newer.err).toEqual([3, '']);
  });

  it('leaves the embedded database alone while Kepil runs on it, and looks at it afterwards', async () => {
    const data = join(folder, 'data');
    const running = await startKepil([examplePath, '--data', data]);
    const locked = await kepil(['migrate', '--data', data]);
    expect([locked.code, locked.out], locked.err).toEqual([3, '']);
    await running.stop();
    const looked = await kepil(['migrate', '--dry-run', '--lang', 'en', '--data', data]);
    expect([looked.code, looked.out.includes('nothing to do')], looked.err).toEqual([0, true]);
  });
});
