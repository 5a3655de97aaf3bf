import { sql } from 'kysely';
import { type Id, nilId } from '../../base/index.ts';
import type { CutRecord, Tx } from '../store.ts';
import { written } from './pipeline.ts';
import { json, present, presentOrNone } from './rows.ts';
import type { Database } from './schema.ts';

const insertAct = `
  insert into destruction_act
    (service_id, act_id, decided_at, entry_id, swept_at, recoverable_until, epoch, counts)
  values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb)`;
const enqueue =
  'insert into sweep_job (service_id, subject_id, act_id) values ($1, $2, $3) on conflict do nothing';

/** @see Tx.destruction */
export function destruction(db: Database): Tx['destruction'] {
  const cutOf: Tx['destruction']['cut'] = (service, subject) => cut(db, service, subject);
  return { ...acts(db), ...sweeps(db), cut: cutOf, countOrphans: (service) => countOrphans(db, service) };
}

function acts(db: Database): Pick<Tx['destruction'], 'insertAct' | 'act' | 'acts' | 'closeAct'> {
  const rows = (service: Id) =>
    db
      .selectFrom('destruction_act')
      .where('service_id', '=', service)
      .select(['service_id as service', 'act_id as id', 'decided_at as decidedAt', 'swept_at as sweptAt'])
      .select(['recoverable_until as recoverableUntil', 'epoch', 'counts', 'entry_id as entry']);
  return {
    insertAct(row) {
      const until = [row.sweptAt ?? null, row.recoverableUntil ?? null, row.epoch ?? null] as const;
      const act = [row.service, row.id, row.decidedAt, row.entry] as const;
      return written(db, insertAct, [...act, ...until, JSON.stringify(row.counts)]);
    },
    act: async (service, id) =>
      presentOrNone(await rows(service).where('act_id', '=', id).executeTakeFirst()),
    async acts(service, { after, limit }) {
      const page = rows(service).orderBy('act_id', 'desc').limit(limit);
      return (await (after === undefined ? page : page.where('act_id', '<', after)).execute()).map(present);
    },
    async closeAct(service, id, sweptAt, counts) {
      await db
        .updateTable('destruction_act')
        .set({ swept_at: sweptAt, counts: json(counts) })
        .where('service_id', '=', service)
        .where('act_id', '=', id)
        .execute();
    },
  };
}

function sweeps(db: Database): Pick<Tx['destruction'], 'enqueue' | 'pending' | 'dequeue'> {
  return {
    enqueue: ({ service, subject, act }) => written(db, enqueue, [service, subject, act]),
    pending: (limit) =>
      db
        .selectFrom('sweep_job')
        .select(['service_id as service', 'subject_id as subject', 'act_id as act'])
        .orderBy('act_id')
        .limit(limit)
        .execute(),
    async dequeue({ service, subject, act }) {
      await db
        .deleteFrom('sweep_job')
        .where('service_id', '=', service)
        .where('subject_id', '=', subject)
        .where('act_id', '=', act)
        .execute();
    },
  };
}

/**
 * Pending rows go with the first statement and links with the second: a sequencer at work on the former is
 * waited for, and what it took has only its link left. A pending row is written anew, not updated: its key
 * says where it lies when the tables are distributed.
 */
async function cut(db: Database, service: Id, subject: Id): Promise<CutRecord> {
  const theirs = sql`service_id = ${service} and subject_id = ${subject}`;
  const cutting = sql<Omit<CutRecord, 'epoch' | 'links'> & { epoch: number | null }>`
    with keys as (delete from subject_key where ${theirs} returning epoch),
      sessions as (delete from session where ${theirs} returning 1),
      indexes as (delete from blind_index where ${theirs} returning 1),
      consents as (delete from consent where ${theirs} returning 1),
      disclosures as (delete from disclosure where ${theirs} returning 1),
      files as (delete from file where ${theirs} returning 1),
      reads as (delete from recent_read where ${theirs}),
      stops as (delete from staff_stop where ${theirs}),
      waiting as (delete from deletion where ${theirs}),
      mine as (delete from entry_pending where ${theirs} returning service_id, entry_id, arrived, leaf),
      nobodys as (
        insert into entry_pending (service_id, subject_id, entry_id, arrived, leaf)
        select service_id, ${nilId}::uuid, entry_id, arrived, leaf from mine
      )
    select (select epoch from keys) as epoch, (select count(*) from sessions) as sessions,
      (select count(*) from indexes) as indexes, (select count(*) from consents) as consents,
      (select count(*) from disclosures) as disclosures, (select count(*) from files) as files`.execute(db);
  const [{ rows }, links] = await Promise.all([
    cutting,
    sql`delete from entry_link where ${theirs}`.execute(db),
  ]);
  const taken = rows[0] as (typeof rows)[number];
  return { ...present(taken), links: Number(links.numAffectedRows ?? 0n) };
}

/** Every table in which a row belongs to a subject, but for the key itself and the sweep that waits. */
export const ownedTables = [
  'subject',
  'segment',
  'blind_index',
  'block',
  'consent',
  'acceptance',
  'contract',
  'identity_check',
  'policy_choice',
  'campaign_recipient',
  'opt_out',
  'disclosure',
  'authority_request',
  'incident_subject',
  'recent_read',
  'staff_stop',
  'entry_pending',
  'entry_link',
  'message',
  'session',
  'ticket',
  'request',
  'broken_seal',
  'obligation',
  'mention',
  'paper',
  'representation',
  'file',
  'file_part',
  'staff_member',
  'second_factor',
  'recovery_code',
  'visit',
  'hold',
  'deletion',
  'destroyed_value',
] as const;

/** A message may belong to a draft, an entry or ticket to nobody. */
async function countOrphans(db: Database, service: Id): Promise<number> {
  const owned = ownedTables.map(
    (table) => sql`select subject_id from ${sql.table(table)} where service_id = ${service}`,
  );
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (${sql.join(owned, sql` union all `)}) o
    where o.subject_id <> ${nilId}
      and not exists (select from subject_key k
                      where k.service_id = ${service} and k.subject_id = o.subject_id)
      and not exists (select from sweep_job j
                      where j.service_id = ${service} and j.subject_id = o.subject_id)
      and not exists (select from draft d
                      where d.service_id = ${service} and d.draft_id = o.subject_id)`.execute(db);
  return rows[0]?.n ?? 0;
}
