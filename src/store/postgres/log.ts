import { sql } from 'kysely';
import type { Id } from '../../base/index.ts';
import type { Tx } from '../store.ts';
import { written } from './pipeline.ts';
import type { Database } from './schema.ts';

const putTile = `
  insert into log_tile (service_id, level, tile_index, hashes) values ($1, $2, $3, $4)
  on conflict (service_id, level, tile_index) do update set hashes = excluded.hashes`;
const putCheckpoint = `
  insert into log_checkpoint (service_id, size, note, at) values ($1, $2, $3, $4)
  on conflict (service_id, size) do update set note = excluded.note, at = excluded.at`;

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
    putTile: (service, level, index, hashes) => written(db, putTile, [service, level, index, hashes]),
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
    putCheckpoint: ({ service, size, note, at }) => written(db, putCheckpoint, [service, size, note, at]),
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
  const [, firstIndex] = await Promise.all([
    sql`select pg_advisory_xact_lock(hashtextextended(${service}, 2))`.execute(db),
    sizeOf(db, service),
  ]);
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
