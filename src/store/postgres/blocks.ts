import type { Tx } from '../store.ts';
import { affected, presentOrNone } from './rows.ts';
import type { Database } from './schema.ts';

/** @see Tx.blocks */
export function blocks(db: Database): Tx['blocks'] {
  const ofSubject = (service: string, subject: string) =>
    db
      .selectFrom('block')
      .select(['block_id as id', 'request_id as request', 'since', 'entry_id as entry'])
      .where('service_id', '=', service)
      .where('subject_id', '=', subject);
  return {
    async insert(service, subject, row) {
      await db
        .insertInto('block')
        .values({
          service_id: service,
          subject_id: subject,
          block_id: row.id,
          request_id: row.request,
          since: row.since,
          entry_id: row.entry,
          lifted_at: null,
        })
        .execute();
    },
    async inForce(service, subject) {
      return presentOrNone(
        await ofSubject(service, subject).where('lifted_at', 'is', null).executeTakeFirst(),
      );
    },
    async lift(service, subject, { id, at }) {
      const lifted = db
        .updateTable('block')
        .set({ lifted_at: at })
        .where('service_id', '=', service)
        .where('subject_id', '=', subject)
        .where('block_id', '=', id)
        .where('lifted_at', 'is', null);
      return Number((await lifted.executeTakeFirst()).numUpdatedRows);
    },
    async removeAll(service, subject) {
      const gone = db.deleteFrom('block').where('service_id', '=', service).where('subject_id', '=', subject);
      return affected(await gone.executeTakeFirst());
    },
  };
}
