import { sql } from 'kysely';
import { hexOf, type Id } from '../../base/index.ts';
import type { Tx } from '../store.ts';
import { written } from './pipeline.ts';
import { affected, countOf } from './rows.ts';
import type { Database } from './schema.ts';

const put = `
  insert into blind_index (service_id, subject_id, field, digest) values ($1, $2, $3, $4)
  on conflict do nothing`;

/** @see Tx.blindIndex */
export function blindIndex(db: Database): Tx['blindIndex'] {
  const remove = (service: Id, subject: Id) =>
    db.deleteFrom('blind_index').where('service_id', '=', service).where('subject_id', '=', subject);
  return {
    put: (service, subject, field, digest) => written(db, put, [service, subject, field, digest]),
    async find(service, field, digest) {
      const rows = await db
        .selectFrom('blind_index')
        .select('subject_id')
        .where('service_id', '=', service)
        .where('field', '=', field)
        .where('digest', '=', digest)
        .orderBy('subject_id')
        .execute();
      return rows.map((row) => row.subject_id);
    },
    async claim(service, field, digest) {
      const place = `${service} ${field} ${hexOf(digest)}`;
      await sql`select pg_advisory_xact_lock(hashtextextended(${place}, 1))`.execute(db);
    },
    async remove(service, subject, field) {
      return affected(await remove(service, subject).where('field', '=', field).executeTakeFirst());
    },
    removeAll: async (service, subject) => affected(await remove(service, subject).executeTakeFirst()),
    async count(service, subject) {
      const all = db
        .selectFrom('blind_index')
        .where('service_id', '=', service)
        .where('subject_id', '=', subject);
      return (await all.select(countOf().as('n')).executeTakeFirstOrThrow()).n;
    },
  };
}
