import type { BrokenSealTable } from '../store.ts';
import { affected, countOf } from './rows.ts';
import type { Database } from './schema.ts';

/** @see BrokenSealTable */
export function brokenSeals(db: Database): BrokenSealTable {
  return {
    async note(service, { subject, place, noticedAt, entry }) {
      const row = { service_id: service, subject_id: subject, place, noticed_at: noticedAt, entry_id: entry };
      const noted = db
        .insertInto('broken_seal')
        .values(row)
        .onConflict((clash) => clash.doNothing());
      return Number((await noted.executeTakeFirst()).numInsertedOrUpdatedRows ?? 0) > 0;
    },
    list: (service, limit) =>
      db
        .selectFrom('broken_seal')
        .select(['subject_id as subject', 'place', 'noticed_at as noticedAt', 'entry_id as entry'])
        .where('service_id', '=', service)
        .orderBy('noticed_at')
        .orderBy('subject_id')
        .orderBy('place')
        .limit(limit)
        .execute(),
    async count(service) {
      const all = db.selectFrom('broken_seal').where('service_id', '=', service);
      return (await all.select(countOf().as('n')).executeTakeFirstOrThrow()).n;
    },
    async remove(service, subject, place) {
      const one = db
        .deleteFrom('broken_seal')
        .where('service_id', '=', service)
        .where('subject_id', '=', subject)
        .where('place', '=', place);
      return affected(await one.executeTakeFirst());
    },
    async removeAll(service, subject) {
      const all = db
        .deleteFrom('broken_seal')
        .where('service_id', '=', service)
        .where('subject_id', '=', subject);
      return affected(await all.executeTakeFirst());
    },
  };
}
