import { sql } from 'kysely';
import { type Id, nilId } from '../../base/index.ts';
import type { PageAsk, PendingEntry, SequencedEntry, Tx } from '../store.ts';
import { written } from './pipeline.ts';
import { countOf, present } from './rows.ts';
import type { Database } from './schema.ts';

interface EntryRow {
  readonly id: Id;
  readonly index: number | null;
  readonly leaf: Uint8Array;
}

/** @see Tx.entries */
export function entries(db: Database): Tx['entries'] {
  return {
    append: (row) => append(db, row),
    async get(service, id) {
      const { rows } = await sql<EntryRow>`
        select entry_id as id, leaf_index as index, leaf from log_leaf
        where service_id = ${service} and entry_id = ${id}
        union all
        select entry_id, null, leaf from entry_pending
        where service_id = ${service} and entry_id = ${id}`.execute(db);
      return rows[0] && present(rows[0]);
    },
    ofSubject: (service, subject, page) => ofSubject(db, { service, subject, page }),
    unlink: (service, subject) => unlink(db, service, subject),
    recent: (service, limit) => recent(db, service, limit),
    async countPending(service) {
      const all = db.selectFrom('entry_pending').where('service_id', '=', service);
      return (await all.select(countOf().as('n')).executeTakeFirstOrThrow()).n;
    },
  };
}

/** Entries of the operator get no link: there is nobody to whom they would be tied. */
function append(db: Database, { service, subject, id, leaf }: PendingEntry): Promise<void> {
  const text = subject === nilId ? pending : `with pending as (${pending}) ${link}`;
  return written(db, text, [service, subject, id, leaf]);
}

const pending = 'insert into entry_pending (service_id, subject_id, entry_id, leaf) values ($1, $2, $3, $4)';
const link = 'insert into entry_link (service_id, subject_id, entry_id) values ($1, $2, $3)';

interface SubjectPage {
  readonly service: Id;
  readonly subject: Id;
  readonly page: PageAsk;
}

/** What waits for its place stands under its subject, or under nobody when it speaks of several people. */
async function ofSubject(db: Database, { service, subject, page }: SubjectPage): Promise<SequencedEntry[]> {
  const before = page.after === undefined ? sql`` : sql`and entry_id < ${page.after}`;
  const { rows } = await sql<EntryRow>`
    with link as (
      select service_id, subject_id, entry_id from entry_link
      where service_id = ${service} and subject_id = ${subject} ${before}
      order by entry_id desc limit ${page.limit}
    )
    select link.entry_id as id, l.leaf_index as index, coalesce(l.leaf, p.leaf) as leaf
    from link
    left join log_leaf l on l.service_id = link.service_id and l.entry_id = link.entry_id
    left join entry_pending p on p.service_id = link.service_id
      and p.subject_id in (link.subject_id, ${nilId}::uuid) and p.entry_id = link.entry_id
    order by link.entry_id desc`.execute(db);
  return rows.map(present);
}

/**
 * Pending rows first, links after: a sequencer at work on them is waited for, and what it took has only its
 * link left. A pending row is written anew, not updated: its key says where it lies when the tables are
 * distributed.
 */
async function unlink(db: Database, service: Id, subject: Id): Promise<number> {
  await sql`
    with mine as (
      delete from entry_pending where service_id = ${service} and subject_id = ${subject}
      returning service_id, entry_id, arrived, leaf
    )
    insert into entry_pending (service_id, subject_id, entry_id, arrived, leaf)
    select service_id, ${nilId}::uuid, entry_id, arrived, leaf from mine`.execute(db);
  const links = db
    .deleteFrom('entry_link')
    .where('service_id', '=', service)
    .where('subject_id', '=', subject);
  return Number((await links.executeTakeFirst()).numDeletedRows);
}

/** What waits for its place is newer than anything that has one. */
async function recent(db: Database, service: Id, limit: number): Promise<SequencedEntry[]> {
  const { rows } = await sql<EntryRow>`
    with pending as (
      select entry_id as id, null::bigint as index, leaf, arrived from entry_pending
      where service_id = ${service}
      order by arrived desc, entry_id desc limit ${limit}
    ), placed as (
      select entry_id as id, leaf_index as index, leaf, null::bigint as arrived from log_leaf
      where service_id = ${service} order by leaf_index desc limit ${limit}
    )
    select id, index, leaf from (select * from pending union all select * from placed) both_kinds
    order by index desc nulls first, arrived desc, id desc limit ${limit}`.execute(db);
  return rows.map(present);
}
