import { sql } from 'kysely';
import type { Id } from '../../base/index.ts';
import type { Tx } from '../store.ts';
import type { Database } from './schema.ts';

/** @see Tx.log */
export function log(db: Database): Tx['log'] {
  return {
    sequence: (service, limit) => sequence(db, service, limit),
    async leaves(service, from, limit) {
      const rows = await db
        .selectFrom('log_leaf')
        .select('leaf')
        .where('service_id', '=', service)
        .where('leaf_index', '>=', from)
        .orderBy('leaf_index')
        .limit(limit)
        .execute();
      return rows.map((row) => row.leaf);
    },
    takeUp: (service, firstIndex, entries) => takeUp(db, { service, firstIndex, entries }),
    size: (service) => sizeOf(db, service),
    ...tiles(db),
    ...checkpoints(db),
  };
}

function tiles(db: Database): Pick<Tx['log'], 'putTile' | 'tile'> {
  return {
    async putTile(service, level, index, hashes) {
      await db
        .insertInto('log_tile')
        .values({ service_id: service, level, tile_index: index, hashes })
        .onConflict((clash) => clash.columns(['service_id', 'level', 'tile_index']).doUpdateSet({ hashes }))
        .execute();
    },
    async tile(service, level, index) {
      const row = await db
        .selectFrom('log_tile')
        .select('hashes')
        .where('service_id', '=', service)
        .where('level', '=', level)
        .where('tile_index', '=', index)
        .executeTakeFirst();
      return row?.hashes;
    },
  };
}

function checkpoints(db: Database): Pick<Tx['log'], 'putCheckpoint' | 'checkpoint'> {
  return {
    async putCheckpoint({ service, size, note, at }) {
      await db
        .insertInto('log_checkpoint')
        .values({ service_id: service, size, note, at })
        .onConflict((clash) => clash.columns(['service_id', 'size']).doUpdateSet({ note, at }))
        .execute();
    },
    checkpoint(service, size) {
      const all = db
        .selectFrom('log_checkpoint')
        .select(['service_id as service', 'size', 'note', 'at'])
        .where('service_id', '=', service)
        .orderBy('size', 'desc')
        .limit(1);
      return (size === undefined ? all : all.where('size', '=', size)).executeTakeFirst();
    },
  };
}

async function takeUp(
  db: Database,
  what: { service: Id; firstIndex: number; entries: readonly { id: Id; leaf: Uint8Array }[] },
): Promise<readonly Id[]> {
  if (what.entries.length === 0) return [];
  const rows = what.entries.map(({ id, leaf }, n) => ({
    service_id: what.service,
    leaf_index: what.firstIndex + n,
    entry_id: id,
    leaf,
  }));
  await db.insertInto('log_leaf').values(rows).execute();
  const ids = what.entries.map(({ id }) => id);
  const placed = await db
    .deleteFrom('entry_pending')
    .where('service_id', '=', what.service)
    .where('entry_id', 'in', ids)
    .returning('entry_id as id')
    .execute();
  return placed.map(({ id }) => id);
}

async function sizeOf(db: Database, service: Id): Promise<number> {
  const last = db
    .selectFrom('log_leaf')
    .select('leaf_index')
    .where('service_id', '=', service)
    .orderBy('leaf_index', 'desc')
    .limit(1);
  const row = await last.executeTakeFirst();
  return row === undefined ? 0 : row.leaf_index + 1;
}

/**
 * INVARIANT: the size is read after the lock was granted, so it includes what the former holder committed.
 * Rows that a destruction is rewriting just now are left for the next time, and later ones of that person may
 * come before them: the sequencer waits for nobody but another sequencer.
 */
async function sequence(db: Database, service: Id, limit: number) {
  await sql`select pg_advisory_xact_lock(hashtextextended(${service}, 2))`.execute(db);
  const firstIndex = await sizeOf(db, service);
  const { rows } = await sql<{ index: number; leaf: Uint8Array }>`
    with next as (
      select service_id, subject_id, entry_id from entry_pending
      where service_id = ${service} order by arrived, entry_id limit ${limit} for update skip locked
    ), taken as (
      delete from entry_pending p using next
      where p.service_id = next.service_id and p.subject_id = next.subject_id and p.entry_id = next.entry_id
      returning p.service_id, p.entry_id, p.arrived, p.leaf
    )
    insert into log_leaf (service_id, leaf_index, entry_id, leaf)
    select service_id, ${firstIndex}::bigint + row_number() over (order by arrived, entry_id) - 1,
      entry_id, leaf
    from taken
    returning leaf_index as index, leaf`.execute(db);
  const leaves = [...rows].sort((a, b) => a.index - b.index).map((row) => row.leaf);
  return { firstIndex, leaves };
}
