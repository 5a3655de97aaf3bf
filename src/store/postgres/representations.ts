import { sql } from 'kysely';
import type { Id } from '../../base/index.ts';
import type { RepresentationRecord, RepresentationTable } from '../store.ts';
import { affected, present, presentOrNone } from './rows.ts';
import type { Database } from './schema.ts';

/** @see RepresentationTable */
export function representations(db: Database): RepresentationTable {
  return { ...reads(db), ...writes(db), ...sweeps(db) };
}

const rowsIn = (db: Database) =>
  db
    .selectFrom('representation')
    .select(['representation_id as id', 'subject_id as subject', 'representative_id as representative'])
    .select(['state', 'request_id as request', 'asked_at as askedAt', 'expires_at as expiresAt'])
    .select(['began_at as beganAt', 'ended_at as endedAt', 'told_at as toldAt', 'waiting', 'birth', 'claim']);

function reads(db: Database): Pick<RepresentationTable, 'find' | 'ofSubject' | 'ofRepresentative' | 'list'> {
  const of = (service: Id) => rowsIn(db).where('service_id', '=', service).orderBy('representation_id');
  return {
    find: async (service, id) =>
      presentOrNone(await of(service).where('representation_id', '=', id).executeTakeFirst()),
    ofSubject: async (service, subject) =>
      (await of(service).where('subject_id', '=', subject).execute()).map(present),
    ofRepresentative: async (service, who) =>
      (await of(service).where('representative_id', '=', who).execute()).map(present),
    async list(service, { states, after, limit }) {
      const page = of(service)
        .where('state', 'in', [...states])
        .limit(limit);
      return (await (after ? page.where('representation_id', '>', after) : page).execute()).map(present);
    },
  };
}

function writes(db: Database): Pick<RepresentationTable, 'insert' | 'update' | 'endOf' | 'settle'> {
  return {
    async insert(service, row) {
      const key = { service_id: service, subject_id: row.subject, representation_id: row.id };
      await db
        .insertInto('representation')
        .values({ ...key, ...columnsOf(row) })
        .execute();
    },
    async update(service, row) {
      await db
        .updateTable('representation')
        .set(columnsOf(row))
        .where('service_id', '=', service)
        .where('subject_id', '=', row.subject)
        .where('representation_id', '=', row.id)
        .execute();
    },
    async endOf(service, subject, at) {
      const ended = db
        .updateTable('representation')
        .set({ state: 'over', ended_at: at, expires_at: null, waiting: null })
        .where('service_id', '=', service)
        .where('subject_id', '=', subject)
        .where('state', '<>', 'over');
      return affected(await ended.executeTakeFirst());
    },
    async settle(service) {
      const letIn = sql`update subject s set kind = 'user'
        where s.service_id = ${service} and s.kind = 'waiting' and exists (
          select from representation r where r.service_id = s.service_id
            and r.subject_id = s.subject_id and r.state = 'in-force')`;
      return Number((await letIn.execute(db)).numAffectedRows ?? 0n);
    },
  };
}

function sweeps(db: Database): Pick<RepresentationTable, 'lapsed' | 'stray' | 'removeAll'> {
  return {
    async lapsed(now, limit) {
      const over = rowsIn(db)
        .select('service_id as service')
        .where('expires_at', '<=', now)
        .orderBy('expires_at');
      return (await over.limit(limit).execute()).map(present);
    },
    stray: (now, limit) => stray(db, now, limit),
    async removeAll(service, subject) {
      const gone = db
        .deleteFrom('representation')
        .where('service_id', '=', service)
        .where('subject_id', '=', subject);
      return affected(await gone.executeTakeFirst());
    },
  };
}

function columnsOf(row: RepresentationRecord) {
  return {
    ...{ representative_id: row.representative, state: row.state, request_id: row.request ?? null },
    ...{ asked_at: row.askedAt, expires_at: row.expiresAt ?? null, began_at: row.beganAt ?? null },
    ...{ ended_at: row.endedAt ?? null, told_at: row.toldAt ?? null, waiting: row.waiting ?? null },
    ...{ birth: row.birth ?? null, claim: row.claim },
  };
}

/** Whoever is still to be told something is kept until that message went out, or is too old. */
async function stray(db: Database, now: number, limit: number) {
  const { rows } = await sql<{ service: Id; subject: Id }>`
    select s.service_id as service, s.subject_id as subject from subject s
    join subject_key k on k.service_id = s.service_id and k.subject_id = s.subject_id
    where s.kind = 'representative'
      and not exists (select from representation r where r.service_id = s.service_id
                      and r.representative_id = s.subject_id and r.state <> 'over')
      and not exists (select from message m where m.service_id = s.service_id
                      and m.subject_id = s.subject_id and m.state in ('by-hand', 'waiting', 'taken')
                      and coalesce(m.expires_at, 0) > ${now})
    order by s.subject_id limit ${limit}`.execute(db);
  return rows;
}
