import type pg from 'pg';
import { decodeEntry, type Entry } from '../../src/ledger/index.ts';

/** The entries about somebody, oldest first, ordered in the log or not yet. */
async function entriesOf(sql: pg.Client, subject: string): Promise<readonly Entry[]> {
  const { rows } = await sql.query(
    `select leaf from entry_pending where subject_id = $1
     union all select l.leaf from entry_link e join log_leaf l using (service_id, entry_id)
     where e.subject_id = $1`,
    [subject],
  );
  return rows.flatMap(({ leaf }) => decodeEntry(leaf) ?? []).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What is written about their ways in and their sessions, oldest first. */
export async function reasonsOf(sql: pg.Client, subject: string): Promise<readonly string[]> {
  const about = (await entriesOf(sql, subject)).filter(({ kind }) => kind === 'session');
  return about.flatMap(({ because = [] }) => because);
}
