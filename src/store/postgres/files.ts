import { sql } from 'kysely';
import type { Id } from '../../base/index.ts';
import type { FileRecord, FileTable } from '../store.ts';
import { affected, countOf, present, presentOrNone } from './rows.ts';
import type { Database } from './schema.ts';

const whole = (db: Database) =>
  db
    .selectFrom('file')
    .select(['file_id as id', 'use', 'category', 'state', 'matter_id as matter', 'reserved', 'parts'])
    .select(['digest', 'sealed', 'begun_at as begunAt', 'kept_at as keptAt', 'entry_id as entry'])
    .select(['until_on as untilOn', 'checked_at as checkedAt']);

const owned = (db: Database) => whole(db).select(['service_id as service', 'subject_id as subject']);

const ofSubject = (db: Database, service: Id, subject: Id) =>
  whole(db).where('service_id', '=', service).where('subject_id', '=', subject);

const update = (db: Database, service: Id, subject: Id) =>
  db.updateTable('file').where('service_id', '=', service).where('subject_id', '=', subject);

/** @see FileTable */
export function files(db: Database): FileTable {
  return { ...arriving(db), ...looking(db), ...removing(db), ...keeping(db) };
}

function arriving(db: Database): Pick<FileTable, 'begin' | 'usage' | 'addPart' | 'keep' | 'sweepArriving'> {
  return {
    async begin(service, subject, { id, use, category, state, reserved, parts, begunAt }) {
      const of = { service_id: service, subject_id: subject, file_id: id };
      const row = { ...of, use, category, state, reserved, parts, begun_at: begunAt };
      await db.insertInto('file').values(row).execute();
    },
    async usage(service, subject) {
      return db
        .selectFrom('file')
        .where('service_id', '=', service)
        .where('subject_id', '=', subject)
        .select([countOf().as('files'), sql<number>`coalesce(sum(reserved), 0)::float8`.as('bytes')])
        .executeTakeFirstOrThrow();
    },
    async addPart(service, subject, { id, part, bytes }) {
      // Holds the file: who removes it waits, and then finds this part as well.
      const { numAffectedRows = 0n } = await sql`
        insert into file_part (service_id, subject_id, file_id, part, bytes)
        select f.service_id, f.subject_id, f.file_id, ${part}::int, ${bytes}::bytea from file f
        where f.service_id = ${service} and f.subject_id = ${subject} and f.file_id = ${id}
          and f.state = 'arriving'
        for share of f`.execute(db);
      return numAffectedRows > 0n;
    },
    async keep(service, subject, { id, reserved, parts, digest, sealed, keptAt, entry, matter }) {
      const kept = update(db, service, subject)
        .where('file_id', '=', id)
        .where('state', '=', 'arriving')
        .set({ state: 'kept', reserved, parts, digest, sealed, kept_at: keptAt, checked_at: keptAt })
        .set({ entry_id: entry, matter_id: matter ?? null });
      return affected(await kept.executeTakeFirst());
    },
    async sweepArriving(before) {
      const old = db.selectFrom('file').where('state', '=', 'arriving').where('begun_at', '<', before);
      const rows = await old.select(['service_id', 'subject_id', 'file_id']).limit(100).execute();
      let gone = 0;
      for (const { service_id: service, subject_id: subject, file_id: id } of rows)
        gone += await removing(db).remove(service, subject, id);
      return gone;
    },
  };
}

function looking(
  db: Database,
): Pick<FileTable, 'get' | 'find' | 'part' | 'ofMatter' | 'ofSubject' | 'due' | 'unchecked' | 'damaged'> {
  const here = async (rows: { execute(): Promise<Parameters<typeof present>[0][]> }) =>
    (await rows.execute()).map(present) as unknown as readonly FileRecord[];
  return {
    async get(service, subject, id) {
      const row = ofSubject(db, service, subject).where('file_id', '=', id);
      return presentOrNone(await row.executeTakeFirst());
    },
    async find(service, id) {
      const row = owned(db).where('service_id', '=', service).where('file_id', '=', id);
      return presentOrNone(await row.executeTakeFirst());
    },
    async part(service, subject, { id, part }) {
      const row = await db
        .selectFrom('file_part')
        .where('service_id', '=', service)
        .where('subject_id', '=', subject)
        .where('file_id', '=', id)
        .where('part', '=', part)
        .select('bytes')
        .executeTakeFirst();
      return row?.bytes;
    },
    ofMatter: (service, subject, matter) =>
      here(ofSubject(db, service, subject).where('matter_id', '=', matter).orderBy('file_id')),
    ofSubject: (service, subject) =>
      here(ofSubject(db, service, subject).where('state', '<>', 'arriving').orderBy('file_id')),
    async due(service, { today, after, limit }) {
      let page = owned(db).where('service_id', '=', service).where('until_on', '<', today);
      if (after !== undefined) page = page.where('file_id', '>', after);
      return (await page.orderBy('file_id').limit(limit).execute()).map(present);
    },
    async unchecked(before, limit) {
      const page = owned(db).where('state', '=', 'kept').where('checked_at', '<', before);
      return (await page.orderBy('checked_at').limit(limit).execute()).map(present);
    },
    async damaged(service) {
      const rows = db.selectFrom('file').where('service_id', '=', service).where('state', '=', 'damaged');
      return (await rows.select(countOf().as('n')).executeTakeFirstOrThrow()).n;
    },
  };
}

function removing(db: Database): Pick<FileTable, 'remove' | 'removeAll'> {
  const keys = (service: Id, subject: Id) =>
    db.deleteFrom('file').where('service_id', '=', service).where('subject_id', '=', subject);
  const parts = (service: Id, subject: Id) =>
    db.deleteFrom('file_part').where('service_id', '=', service).where('subject_id', '=', subject);
  return {
    async remove(service, subject, id) {
      // The row first: a part on its way is waited for, and then seen.
      const gone = affected(await keys(service, subject).where('file_id', '=', id).executeTakeFirst());
      await parts(service, subject).where('file_id', '=', id).execute();
      return gone;
    },
    async removeAll(service, subject) {
      await keys(service, subject).execute();
      return affected(await parts(service, subject).executeTakeFirst());
    },
  };
}

function keeping(db: Database): Pick<FileTable, 'keepUntil' | 'checked' | 'settle'> {
  return {
    async keepUntil(service, subject, { matter, on }) {
      const kept = update(db, service, subject).where('matter_id', '=', matter).set({ until_on: on });
      return affected(await kept.executeTakeFirst());
    },
    async checked(service, subject, { id, at, damaged }) {
      const row = update(db, service, subject).where('file_id', '=', id).where('state', '=', 'kept');
      const noted = row.set({ checked_at: at, ...(damaged && { state: 'damaged' as const }) });
      return affected(await noted.executeTakeFirst());
    },
    async settle(service) {
      await sql`
        delete from file_part p where p.service_id = ${service} and not exists (
          select from file f where f.service_id = p.service_id and f.subject_id = p.subject_id
            and f.file_id = p.file_id)`.execute(db);
      const { numAffectedRows = 0n } = await sql`
        update file f set state = 'damaged' where f.service_id = ${service} and f.state = 'kept'
          and f.parts <> (select count(*) from file_part p where p.service_id = f.service_id
            and p.subject_id = f.subject_id and p.file_id = f.file_id)`.execute(db);
      return Number(numAffectedRows);
    },
  };
}
