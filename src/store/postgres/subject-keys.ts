import type { Id } from '../../base/index.ts';
import type { Tx } from '../store.ts';
import type { Database } from './schema.ts';

/** @see Tx.subjectKeys */
export function subjectKeys(db: Database): Tx['subjectKeys'] {
  return {
    async insert(service: Id, subject: Id, { epoch, bytes }) {
      await db
        .insertInto('subject_key')
        .values({ service_id: service, subject_id: subject, epoch, bytes })
        .execute();
    },
    get: (service, subject) =>
      db
        .selectFrom('subject_key')
        .select(['epoch', 'bytes'])
        .where('service_id', '=', service)
        .where('subject_id', '=', subject)
        .executeTakeFirst(),
    list(service, { after, limit }) {
      const page = db
        .selectFrom('subject_key')
        .select(['subject_id as subject', 'epoch', 'bytes'])
        .where('service_id', '=', service)
        .orderBy('subject_id')
        .limit(limit);
      return (after === undefined ? page : page.where('subject_id', '>', after)).execute();
    },
    async remove(service, subject) {
      const gone = db
        .deleteFrom('subject_key')
        .where('service_id', '=', service)
        .where('subject_id', '=', subject)
        .returning('epoch');
      return (await gone.executeTakeFirst())?.epoch;
    },
  };
}
