import { sql } from 'kysely';
import type { Id } from '../../base/index.ts';
import type { PaperRecord, PaperTable } from '../store.ts';
import { affected, countOf, present, presentOrNone } from './rows.ts';
import type { Database } from './schema.ts';

const rows = (db: Database, service: Id) =>
  db
    .selectFrom('paper')
    .where('service_id', '=', service)
    .select(['service_id as service', 'subject_id as subject', 'paper_id as id', 'offer', 'state'])
    .select(['policy_hash as policyHash', 'language', 'purposes', 'categories', 'made_at as madeAt'])
    .select(['ends_on as endsOn', 'way', 'sent_at as sentAt', 'due_on as dueOn'])
    .select(['decided_at as decidedAt', 'consents', 'sealed']);

const changing = (row: PaperRecord) => ({
  state: row.state,
  ends_on: row.endsOn ?? null,
  way: row.way ?? null,
  sent_at: row.sentAt ?? null,
  due_on: row.dueOn ?? null,
  decided_at: row.decidedAt ?? null,
  consents: [...row.consents],
  sealed: row.sealed,
});

/** @see PaperTable */
export function papers(db: Database): PaperTable {
  return { ...writing(db), ...finding(db), ...waiting(db) };
}

function writing(db: Database): Pick<PaperTable, 'insert' | 'put' | 'remove' | 'removeAll'> {
  const gone = (service: Id, subject: Id) =>
    db.deleteFrom('paper').where('service_id', '=', service).where('subject_id', '=', subject);
  return {
    async insert(row) {
      await db
        .insertInto('paper')
        .values({
          ...{ service_id: row.service, subject_id: row.subject, paper_id: row.id, offer: row.offer },
          ...{ policy_hash: row.policyHash, language: row.language, made_at: row.madeAt },
          ...{ purposes: [...row.purposes], categories: [...row.categories] },
          ...changing(row),
        })
        .execute();
    },
    async put(row) {
      await db
        .updateTable('paper')
        .set(changing(row))
        .where('service_id', '=', row.service)
        .where('subject_id', '=', row.subject)
        .where('paper_id', '=', row.id)
        .execute();
    },
    remove: async (service, subject, id) =>
      affected(await gone(service, subject).where('paper_id', '=', id).executeTakeFirst()),
    removeAll: async (service, subject) => affected(await gone(service, subject).executeTakeFirst()),
  };
}

function finding(db: Database): Pick<PaperTable, 'get' | 'find' | 'ofSubject' | 'list' | 'ending'> {
  return {
    async get(service, subject, id) {
      const one = rows(db, service).where('subject_id', '=', subject).where('paper_id', '=', id);
      return presentOrNone(await one.executeTakeFirst());
    },
    find: async (service, id) =>
      presentOrNone(await rows(db, service).where('paper_id', '=', id).executeTakeFirst()),
    async ofSubject(service, subject) {
      const theirs = rows(db, service).where('subject_id', '=', subject).orderBy('paper_id', 'desc');
      return (await theirs.execute()).map(present);
    },
    async list(service, { state, after, limit }) {
      let page = rows(db, service).limit(limit);
      if (state !== 'all') page = page.where('state', '=', state);
      if (after !== undefined) page = page.where('paper_id', '<', after);
      if (state === 'waiting') page = page.orderBy('due_on');
      return (await page.orderBy('paper_id', 'desc').execute()).map(present);
    },
    async ending(service, { from, before, ending }) {
      const made = rows(db, service).where('made_at', '>=', from).where('made_at', '<', before);
      const found = made.where(sql<boolean>`right(paper_id::text, ${ending.length}) = ${ending}`).limit(20);
      return (await found.execute()).map(present);
    },
  };
}

function waiting(db: Database): Pick<PaperTable, 'count' | 'dueBetween' | 'over' | 'unused'> {
  const those = (service: Id) =>
    db.selectFrom('paper').where('service_id', '=', service).where('state', '=', 'waiting');
  return {
    async count(service, today) {
      const late = sql<number>`count(*) filter (where due_on < ${today})`;
      return those(service)
        .select([countOf().as('waiting'), late.as('late')])
        .executeTakeFirstOrThrow();
    },
    async dueBetween(service, from, to) {
      const due = those(service).where('due_on', '>=', from).where('due_on', '<=', to);
      return (await due.select(countOf().as('n')).executeTakeFirstOrThrow()).n;
    },
    async over(service, { today, after, limit }) {
      let page = rows(db, service).where('ends_on', '<', today);
      if (after !== undefined) page = page.where('paper_id', '>', after);
      return (await page.orderBy('paper_id').limit(limit).execute()).map(present);
    },
    async unused(service, { now, limit }) {
      const used = sql<boolean>`exists (
        select from consent c where c.service_id = paper.service_id and c.subject_id = paper.subject_id
          and c.consent_id = any(paper.consents) and c.withdrawn_at is null
          and (c.expires_at is null or c.expires_at > ${now})
          and exists (select from unnest(c.purposes) p where not jsonb_exists(c.withdrawn_purposes, p)))`;
      const kept = rows(db, service).where('state', '=', 'confirmed').where('ends_on', 'is', null);
      return (await kept.where(sql<boolean>`not ${used}`).limit(limit).execute()).map(present);
    },
  };
}
