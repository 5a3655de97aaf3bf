import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Place } from '../../bench/gdprbench/kepil-load.ts';
import { addUser } from '../../bench/gdprbench/kepil-load.ts';
import { benchPolicy, metadataCategory, recordCategories } from '../../bench/gdprbench/kepil-policy.ts';
import { decodeEntry } from '../../src/ledger/index.ts';
import { policyVersion } from '../../src/system/world.ts';
import { exampleText } from '../scenarios/liar.ts';
import { openWorld, type TestWorld } from '../world.ts';

describe('a user of GDPRbench', () => {
  let world: TestWorld;
  let sql: pg.Client;
  beforeAll(async () => {
    const { policy } = await benchPolicy(0);
    world = await openWorld(exampleText(), { revise: () => policy });
    sql = new pg.Client({ connectionString: world.databaseUrl });
    await sql.connect();
  });
  afterAll(async () => {
    await sql?.end();
    await world?.close();
  });

  const rowsOf = async (subject: string) => {
    const counts: Record<string, unknown> = {};
    for (const table of ['subject', 'subject_key', 'consent', 'entry_link']) {
      const found = await sql.query(`select count(*)::int as n from ${table} where subject_id = $1`, [
        subject,
      ]);
      counts[table] = found.rows[0].n;
    }
    const segments = 'select access, retention, version from segment where subject_id = $1 order by 1, 2';
    const leaves = `select leaf from entry_pending where subject_id = $1 order by arrived`;
    const entries = (await sql.query(leaves, [subject])).rows.map(({ leaf }) => decodeEntry(leaf));
    return {
      counts,
      segments: (await sql.query(segments, [subject])).rows,
      entries: entries.map((entry) => [
        entry?.kind,
        entry?.outcome,
        entry?.channel,
        Boolean(entry?.commitment),
      ]),
      kept: (await sql.query('select categories, form from consent where subject_id = $1', [subject])).rows,
    };
  };

  it('is stored as a registration stores somebody who gave the same', async () => {
    const { installation, service } = world;
    const given = Object.fromEntries(recordCategories.slice(0, 10).map((category) => [category, 'сведения']));
    const { consent } = await world.register({
      email: 'aigul@example.kz',
      ...given,
      [metadataCategory]: '30',
    });
    const found = await sql.query('select subject_id as id from consent where consent_id = $1', [consent]);
    const head = await sql.query('select hash from policy_version where service_id = $1', [service.id]);
    const { hash } = head.rows[0];
    const of = { service: service.id, hash };
    const loaded = await installation.world.store.transaction(async (tx) => {
      const version = await policyVersion(tx, installation.world, of);
      const place = { service, version } as Place;
      const numbers = Array.from({ length: 10 }, (_, n) => 7 + n * 10_000);
      return addUser(tx, installation.world, { place, user: 7, numbers });
    });
    const registered = await rowsOf(found.rows[0].id);
    const mine = await rowsOf(loaded);
    expect(mine.segments).toEqual(registered.segments);
    expect(mine.kept).toEqual(registered.kept);
    expect(mine.entries).toEqual(registered.entries);
    expect(mine.counts).toEqual(registered.counts);
  });
});
