import { sql } from 'kysely';
import type { CivilDate, Id } from '../../base/index.ts';
import type { Tx, VisitDayRecord } from '../store.ts';
import { affected } from './rows.ts';
import type { Database } from './schema.ts';

/** @see Tx.visits */
export function visits(db: Database): Tx['visits'] {
  return { ...terms(db), ...days(db), ...rows(db), ...removals(db), ...counts(db) };
}

function terms(db: Database): Pick<Tx['visits'], 'term' | 'putTerm' | 'dropTerm'> {
  return {
    term: (service) =>
      db
        .selectFrom('visit_term')
        .where('service_id', '=', service)
        .select(['service_id as service', 'days', 'set_at as setAt'])
        .executeTakeFirst(),
    async putTerm({ service, days: n, setAt }) {
      const term = { days: n, set_at: setAt };
      await db
        .insertInto('visit_term')
        .values({ service_id: service, ...term })
        .onConflict((clash) => clash.column('service_id').doUpdateSet(term))
        .execute();
    },
    async dropTerm(service) {
      await db.deleteFrom('visit_term').where('service_id', '=', service).execute();
    },
  };
}

/** What stands in the place of a key that was destroyed. */
const noKey = new Uint8Array(0);

interface DayRow {
  readonly service: Id;
  readonly day: CivilDate;
  readonly epoch: number;
  readonly bytes: Uint8Array;
  readonly endsOn: CivilDate;
}

function dayOf({ service, day, epoch, bytes, endsOn }: DayRow): VisitDayRecord {
  return { service, day, ...(bytes.length > 0 && { key: { epoch, bytes } }), endsOn };
}

function days(db: Database): Pick<Tx['visits'], 'openDay' | 'days' | 'endBy' | 'destroyKey' | 'removeDay'> {
  const found = (service: Id) =>
    db
      .selectFrom('visit_day')
      .where('service_id', '=', service)
      .select(['service_id as service', 'day', 'epoch', 'bytes', 'ends_on as endsOn']);
  const one = (service: Id, day: CivilDate) =>
    db.updateTable('visit_day').where('service_id', '=', service).where('day', '=', day);
  return {
    async openDay({ service, day, key, endsOn }) {
      const row = { service_id: service, day, ends_on: endsOn };
      await db
        .insertInto('visit_day')
        .values({ ...row, epoch: key?.epoch ?? 0, bytes: key?.bytes ?? noKey })
        .onConflict((clash) => clash.doNothing())
        .execute();
      return dayOf(await found(service).where('day', '=', day).forShare().executeTakeFirstOrThrow());
    },
    days: async (service) => (await found(service).orderBy('day').execute()).map(dayOf),
    async endBy(service, day, endsOn) {
      await one(service, day).where('ends_on', '>', endsOn).set({ ends_on: endsOn }).execute();
    },
    async destroyKey(service, day) {
      const gone = await one(service, day)
        .where('bytes', '<>', noKey)
        .set({ bytes: noKey })
        .executeTakeFirst();
      if (affected(gone) === 0) return undefined;
      const { rows: sums } = await sql<{ n: number }>`
        select coalesce(sum(n), 0) as n from visit
        where service_id = ${service} and day = ${day}`.execute(db);
      return sums[0]?.n ?? 0;
    },
    async removeDay(service, day) {
      await db.deleteFrom('visit_count').where('service_id', '=', service).where('day', '=', day).execute();
      await db
        .deleteFrom('visit_day')
        .where('service_id', '=', service)
        .where('day', '=', day)
        .where('bytes', '=', noKey)
        .execute();
    },
  };
}

function rows(db: Database): Pick<Tx['visits'], 'insert' | 'ofSubject' | 'recent' | 'oldest'> {
  const found = (service: Id) =>
    db
      .selectFrom('visit')
      .where('service_id', '=', service)
      .select(['service_id as service', 'subject_id as subject', 'day', 'visit_id as id', 'n'])
      .select(['entry_id as entry', 'sealed']);
  return {
    async insert(visited) {
      if (visited.length === 0) return;
      const values = visited.map(({ service, subject, day, id, n, entry, sealed }) => ({
        ...{ service_id: service, subject_id: subject, day, visit_id: id },
        ...{ n, entry_id: entry, sealed },
      }));
      await db.insertInto('visit').values(values).execute();
    },
    ofSubject(service, subject, { after, limit }) {
      const page = found(service).where('subject_id', '=', subject).orderBy('visit_id', 'desc').limit(limit);
      return (after === undefined ? page : page.where('visit_id', '<', after)).execute();
    },
    recent: (service, limit) =>
      found(service).orderBy('day', 'desc').orderBy('visit_id', 'desc').limit(limit).execute(),
    async oldest(service) {
      const row = await db
        .selectFrom('visit')
        .where('service_id', '=', service)
        .select('day')
        .orderBy('day')
        .limit(1)
        .executeTakeFirst();
      return row?.day;
    },
  };
}

function removals(db: Database): Pick<Tx['visits'], 'removeAll' | 'removeSome'> {
  return {
    async removeAll(service, subject) {
      const { rows: gone } = await sql<{ n: number }>`
        with gone as (
          delete from visit where service_id = ${service} and subject_id = ${subject} returning n
        )
        select coalesce(sum(n), 0) as n from gone`.execute(db);
      return gone[0]?.n ?? 0;
    },
    async removeSome(service, day, limit) {
      const { numAffectedRows = 0n } = await sql`
        delete from visit where ctid = any(array(
          select ctid from visit where service_id = ${service} and day = ${day} limit ${limit}
        ))`.execute(db);
      return Number(numAffectedRows);
    },
  };
}

function counts(db: Database): Pick<Tx['visits'], 'count' | 'counts'> {
  return {
    async count(service, counted) {
      if (counted.length === 0) return;
      await db
        .insertInto('visit_count')
        .values(counted.map(({ day, page, n }) => ({ service_id: service, day, page, n })))
        .onConflict((clash) =>
          clash.columns(['service_id', 'day', 'page']).doUpdateSet((row) => ({
            n: sql<number>`${row.ref('visit_count.n')} + ${row.ref('excluded.n')}`,
          })),
        )
        .execute();
    },
    counts: (service) =>
      db
        .selectFrom('visit_count')
        .where('service_id', '=', service)
        .select(['day', 'page', 'n'])
        .orderBy('day', 'desc')
        .orderBy('n', 'desc')
        .orderBy('page')
        .execute(),
  };
}
