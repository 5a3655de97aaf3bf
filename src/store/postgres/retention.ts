import { sql } from 'kysely';
import { type Id, nilId } from '../../base/index.ts';
import type { DeletionRecord, RetentionTables, RunRecord } from '../store.ts';
import { people } from './people.ts';
import { affected, json, present, presentOrNone } from './rows.ts';
import type { Database } from './schema.ts';

/** @see RetentionTables */
export function retention(db: Database): RetentionTables {
  return {
    terms: terms(db),
    holds: holds(db),
    runs: runs(db),
    deletions: deletions(db),
    destroyed: destroyed(db),
    words: words(db),
    async fields(service, subject) {
      const rows = await db
        .selectFrom('blind_index')
        .select('field')
        .distinct()
        .where('service_id', '=', service)
        .where('subject_id', '=', subject)
        .execute();
      return rows.map(({ field }) => field);
    },
  };
}

function terms(db: Database): RetentionTables['terms'] {
  return {
    async list(service) {
      const rows = db
        .selectFrom('category_term')
        .where('service_id', '=', service)
        .select(['service_id as service', 'category', 'months', 'days', 'reason', 'note'])
        .select(['set_by as by', 'set_at as at', 'entry_id as entry']);
      return (await rows.orderBy('category').execute()).map(present);
    },
    async put({ service, category, by, at, entry, ...row }) {
      const { months = null, days = null, reason, note } = row;
      const set = { months, days, reason, note, set_by: by, set_at: at, entry_id: entry };
      await db
        .insertInto('category_term')
        .values({ service_id: service, category, ...set })
        .onConflict((clash) => clash.columns(['service_id', 'category']).doUpdateSet(set))
        .execute();
    },
    async remove(service, category) {
      const gone = db
        .deleteFrom('category_term')
        .where('service_id', '=', service)
        .where('category', '=', category);
      return affected(await gone.executeTakeFirst());
    },
  };
}

function holds(db: Database): RetentionTables['holds'] {
  return {
    async insert(service, row) {
      const { id, subject, categories, kind, sealed, since, entry } = row;
      const of = { service_id: service, subject_id: subject, hold_id: id };
      const rest = { kind, sealed, since, entry_id: entry, lifted_at: null };
      await db
        .insertInto('hold')
        .values({ ...of, ...rest, categories: categories ? [...categories] : null })
        .execute();
    },
    async inForce(service, subject) {
      let rows = db
        .selectFrom('hold')
        .where('service_id', '=', service)
        .where('lifted_at', 'is', null)
        .select(['hold_id as id', 'subject_id as subject', 'categories', 'kind', 'sealed', 'since'])
        .select('entry_id as entry')
        .orderBy('hold_id');
      if (subject !== undefined) rows = rows.where('subject_id', 'in', [subject, nilId]);
      return (await rows.execute()).map(present);
    },
    async lift(service, id, at) {
      const lifted = db
        .updateTable('hold')
        .set({ lifted_at: at })
        .where('service_id', '=', service)
        .where('hold_id', '=', id)
        .where('lifted_at', 'is', null);
      return Number((await lifted.executeTakeFirst()).numUpdatedRows);
    },
    async removeAll(service, subject) {
      const gone = db.deleteFrom('hold').where('service_id', '=', service).where('subject_id', '=', subject);
      return affected(await gone.executeTakeFirst());
    },
  };
}

function runs(db: Database): RetentionTables['runs'] {
  const rows = (service: Id) =>
    db
      .selectFrom('destruction_run')
      .where('service_id', '=', service)
      .select(['service_id as service', 'run_on as on', 'cursor_id as cursor', 'act_id as act'])
      .select(['started_at as startedAt', 'finished_at as finishedAt', 'counts']);
  const put = (row: RunRecord) => {
    const rest = { cursor_id: row.cursor ?? null, act_id: row.act ?? null };
    const times = { started_at: row.startedAt, finished_at: row.finishedAt ?? null };
    const set = { ...rest, ...times, counts: json(row.counts) };
    const insert = db
      .insertInto('destruction_run')
      .values({ service_id: row.service, run_on: row.on, ...set });
    return { set, insert };
  };
  return {
    async open(row) {
      const { insert } = put(row);
      await insert.onConflict((clash) => clash.doNothing()).execute();
      const opened = rows(row.service).where('run_on', '=', row.on).forUpdate();
      return present(await opened.executeTakeFirstOrThrow());
    },
    async put(row) {
      const { set, insert } = put(row);
      await insert.onConflict((clash) => clash.columns(['service_id', 'run_on']).doUpdateSet(set)).execute();
    },
    list: async (service, limit) =>
      (await rows(service).orderBy('run_on', 'desc').limit(limit).execute()).map(present),
    async unfinished(service, before) {
      const left = rows(service).where('finished_at', 'is', null).where('run_on', '<', before);
      return (await left.orderBy('run_on').execute()).map(present);
    },
    people: (service, page) => people(db, service, page),
  };
}

function deletions(db: Database): RetentionTables['deletions'] {
  const rows = () =>
    db
      .selectFrom('deletion')
      .select(['service_id as service', 'subject_id as subject', 'act_id as act', 'asked_at as askedAt'])
      .select(['due_at as dueAt', 'entry_id as entry']);
  return {
    async insert(row: DeletionRecord) {
      const of = { service_id: row.service, subject_id: row.subject, act_id: row.act };
      const put = db
        .insertInto('deletion')
        .values({ ...of, asked_at: row.askedAt, due_at: row.dueAt, entry_id: row.entry })
        .onConflict((clash) => clash.doNothing());
      return ((await put.executeTakeFirst()).numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
    get: async (service, subject) =>
      presentOrNone(
        await rows().where('service_id', '=', service).where('subject_id', '=', subject).executeTakeFirst(),
      ),
    due: (now, limit) => rows().where('due_at', '<=', now).orderBy('due_at').limit(limit).execute(),
    list: (service, limit) =>
      rows().where('service_id', '=', service).orderBy('due_at').limit(limit).execute(),
    async remove(service, subject) {
      const gone = db
        .deleteFrom('deletion')
        .where('service_id', '=', service)
        .where('subject_id', '=', subject);
      return affected(await gone.executeTakeFirst());
    },
  };
}

function words(db: Database): RetentionTables['words'] {
  return {
    async closed(service, { category, before, limit }) {
      const { rows } = await sql<{ subject: Id; id: Id; closedAt: number }>`
        select r.subject_id as subject, r.request_id as id, r.closed_at as "closedAt" from request r
        where r.service_id = ${service} and r.state <> 'open' and r.sealed is not null
          and r.closed_at < ${before}
          and not exists (select from block b where b.service_id = r.service_id
            and b.subject_id = r.subject_id and b.lifted_at is null)
          and not exists (select from hold h where h.service_id = r.service_id
            and h.subject_id in (r.subject_id, ${nilId}) and h.lifted_at is null
            and (h.categories is null or ${category} = any(h.categories)))
        order by r.closed_at, r.request_id limit ${limit}`.execute(db);
      return rows;
    },
    async drop(service, subject, id) {
      const dropped = db
        .updateTable('request')
        .set({ sealed: null })
        .where('service_id', '=', service)
        .where('subject_id', '=', subject)
        .where('request_id', '=', id)
        .where('sealed', 'is not', null);
      return affected(await dropped.executeTakeFirst());
    },
  };
}

function destroyed(db: Database): RetentionTables['destroyed'] {
  return {
    async put(service, subject, { category, at, cause, clause = null, lastOn = null, entry }) {
      const set = { at, cause, clause, last_on: lastOn, entry_id: entry };
      await db
        .insertInto('destroyed_value')
        .values({ service_id: service, subject_id: subject, category, ...set })
        .onConflict((clash) => clash.columns(['service_id', 'subject_id', 'category']).doUpdateSet(set))
        .execute();
    },
    async list(service, subject) {
      const rows = db
        .selectFrom('destroyed_value')
        .where('service_id', '=', service)
        .where('subject_id', '=', subject)
        .select(['category', 'at', 'cause', 'clause', 'last_on as lastOn', 'entry_id as entry']);
      return (await rows.orderBy('category').execute()).map(present);
    },
    async removeAll(service, subject) {
      const { rows } = await sql<{ n: number }>`
        with gone as (
          delete from destroyed_value where service_id = ${service} and subject_id = ${subject} returning 1
        )
        select count(*) as n from gone`.execute(db);
      return rows[0]?.n ?? 0;
    },
  };
}
