import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** Process number and port of the embedded server of a data folder, as its own file says. */
export function postmasterOf(data: string): { pid: number; port: number } {
  const lines = readFileSync(join(data, 'pg', 'postmaster.pid'), 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

/** The processes that serve connections of ours. Linux only. */
export function backendsOf(postmaster: number): readonly number[] {
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return numbers.map(Number).filter((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      return parent === postmaster && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('kepil postgres');
    } catch {
      return false;
    }
  });
}

/** Looks into the database of a running installation from outside. */
export async function withDatabase<T>(data: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const password = readFileSync(join(data, 'pg.secret'), 'utf8').trim();
  const { port } = postmasterOf(data);
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'kepil', database: 'postgres', password });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const persons = `select service_id, subject_id from subject
  join service using (service_id) where service.kind = 'service' and subject.kind = 'user'`;
const nobody = '00000000-0000-0000-0000-000000000000';
const entries = `(select entry_id from log_leaf l where l.service_id = c.service_id
  union all select entry_id from entry_pending e where e.service_id = c.service_id)`;
const has = (table: string) =>
  `exists (select from ${table} x where x.service_id = p.service_id and x.subject_id = p.subject_id)`;
const owned = [
  'segment',
  'blind_index',
  'consent',
  'entry_link',
  'entry_pending',
  'message',
  'request',
  'session',
  'block',
  'disclosure',
  'opt_out',
  'destroyed_value',
];

/** What must not be there, whatever was killed when: name → a query that counts it. */
const never: Readonly<Record<string, string>> = {
  'a subject without keys': `select count(*) from (${persons}) p where not ${has('subject_key')}`,
  'a subject without data': `select count(*) from (${persons}) p where not ${has('segment')}`,
  'a subject without consent': `select count(*) from (${persons}) p where not ${has('consent')}`,
  'a subject nobody could find': `select count(*) from (${persons}) p where not ${has('blind_index')}`,
  'a subject without entries': `select count(*) from (${persons}) p
    where not ${has('entry_link')} and not ${has('entry_pending')}`,
  'keys without a subject': `select count(*) from subject_key p where not ${has('subject')}`,
  'a consent without its entry': `select count(*) from consent c where entry_id not in ${entries}`,
  'an act without its entry': `select count(*) from destruction_act c where entry_id not in ${entries}`,
  'a block without its entry': `select count(*) from block c where entry_id not in ${entries}`,
  'a disclosure without its entry': `select count(*) from disclosure c where entry_id not in ${entries}`,
  'a term without its entry': `select count(*) from category_term c where entry_id not in ${entries}`,
  'a value destroyed without an entry': `select count(*) from destroyed_value c
    where entry_id not in ${entries}`,
  'a letter of a mailing that is nowhere': `select count(*) from campaign_recipient c
    where outcome = 'queued' and exists (select from subject s
      where s.service_id = c.service_id and s.subject_id = c.subject_id)
    and not exists (select from message m where m.service_id = c.service_id and m.message_id = c.message_id)`,
  'a key of an epoch that is over': `select count(*) from subject_key k join key_epoch e
    using (service_id, epoch) where e.ended_at is not null`,
  'an act that is not closed': 'select count(*) from destruction_act where swept_at is null',
  'a sweep that waits': 'select count(*) from sweep_job',
  'an entry both placed and waiting': `select count(*) from entry_pending e
    where exists (select from log_leaf l where l.service_id = e.service_id and l.entry_id = e.entry_id)`,
  'a hole in the log': `select count(*) from (
    select service_id from log_leaf group by service_id having max(leaf_index) + 1 <> count(*)) holes`,
  'a checkpoint of another size': `select count(*) from (
    select service_id, max(size) as size from log_checkpoint group by service_id) c
    where size <> (select count(*) from log_leaf l where l.service_id = c.service_id)`,
  'a draft whose time is over': `select count(*) from draft
    where expires_at <= extract(epoch from now()) * 1000 + $AHEAD - 20000`,
  'a message whose time is over': `select count(*) from message
    where expires_at <= extract(epoch from now()) * 1000 + $AHEAD - 20000`,
  ...Object.fromEntries(
    owned.map((table) => [
      `an orphan in ${table}`,
      `select count(*) from ${table} p join service s using (service_id)
        where s.kind = 'service' and p.subject_id <> '${nobody}' and not ${has('subject')}
          and p.subject_id not in (select draft_id from draft d where d.service_id = p.service_id)`,
    ]),
  ),
};

/**
 * Looks for what must never be there; `ahead`: of the machine's clock, in milliseconds.
 *
 * @returns a line for each thing found
 */
export function findHalfDone(data: string, ahead: number): Promise<readonly string[]> {
  return withDatabase(data, (client) => findHalfDoneIn(client, ahead));
}

/** The same in a database one is connected to. */
export async function findHalfDoneIn(client: pg.Client | pg.Pool, ahead: number): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [name, query] of Object.entries(never)) {
    const { rows } = await client.query<{ count: string }>(
      query.replace('$AHEAD', String(Math.round(ahead))),
    );
    if (rows[0]?.count !== '0') found.push(`${name}: ${rows[0]?.count}`);
  }
  return found;
}

/** How many rows of any table of the database name one of these subjects. */
export function countRowsOf(data: string, subjects: readonly string[]): Promise<number> {
  return withDatabase(data, async (client) => {
    const tables = await client.query<{ table_name: string }>(
      `select table_name from information_schema.columns
        where table_schema = 'public' and column_name = 'subject_id'`,
    );
    let rows = 0;
    for (const { table_name: table } of tables.rows) {
      const query = `select count(*) from "${table}" where subject_id = any($1::uuid[])`;
      const found = await client.query<{ count: string }>(query, [subjects]);
      rows += Number(found.rows[0]?.count);
    }
    return rows;
  });
}

/**
 * Lets ten minutes pass for the drafts that wait: the next sweep finds their time over.
 *
 * @returns how many waited
 */
export function ageDrafts(data: string, now: number): Promise<number> {
  return withDatabase(data, async (client) => {
    const past = now - 60_000;
    await client.query(
      'update message set expires_at = $1 where subject_id in (select draft_id from draft)',
      [past],
    );
    const { rowCount } = await client.query('update draft set expires_at = $1', [past]);
    return rowCount ?? 0;
  });
}

/** Has everybody prove anew who they are, as they would after days. */
export function freshenSessions(data: string, now: number): Promise<void> {
  return withDatabase(data, async (client) => {
    await client.query("update session set proved_at = $1 where role = 'subject'", [now]);
  });
}
