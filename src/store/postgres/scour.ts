import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { failureOf } from './failure.ts';

/**
 * Tables in which keys wrapped under an epoch, or what is sealed under it, have stood; and segments, which
 * are rewritten without what was destroyed.
 */
const scoured = ['subject_key', 'visit_day', 'draft', 'message', 'segment'];

const lookAgainMs = 25;

/** PostgreSQL's word for a right that a role lacks. */
const denied = '42501';

/**
 * Waits for every transaction of ours that began before now, then takes dead rows away and lets go of the log
 * written so far. Where the role may not make a checkpoint, the server makes its own within minutes.
 *
 * @returns false when one of the transactions was still open after `patienceMs`
 * @see Store.scour
 */
export async function scour(pool: pg.Pool, patienceMs: number): Promise<boolean> {
  const client = await pool.connect().catch((error: unknown) => Promise.reject(failureOf(error)));
  try {
    if (!(await olderAreThrough(client, patienceMs))) return false;
    for (const table of scoured) await client.query(`vacuum (truncate off) ${table}`);
    await client.query('checkpoint').catch((error: unknown) => {
      if ((error as { code?: string }).code !== denied) throw error;
    });
    return true;
  } catch (error) {
    throw failureOf(error);
  } finally {
    client.release();
  }
}

async function olderAreThrough(client: pg.PoolClient, patienceMs: number): Promise<boolean> {
  const { rows } = await client.query<{ at: string }>('select clock_timestamp()::text as at');
  const until = Date.now() + patienceMs;
  for (;;) {
    const open = await client.query(
      `select from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and xact_start < $1::timestamptz
         and backend_type = 'client backend' limit 1`,
      [rows[0]?.at],
    );
    if (open.rowCount === 0) return true;
    if (Date.now() >= until) return false;
    await pause(lookAgainMs);
  }
}
