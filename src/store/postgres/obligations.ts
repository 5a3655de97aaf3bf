import type { ObligationTable } from '../store.ts';
import { affected, present } from './rows.ts';
import type { Database } from './schema.ts';

/** @see ObligationTable */
export function obligations(db: Database): ObligationTable {
  return {
    async insert(service, subject, row) {
      await db
        .insertInto('obligation')
        .values({
          service_id: service,
          subject_id: subject,
          obligation_id: row.id,
          kind: row.kind,
          categories: [...row.categories],
          recorded_at: row.recordedAt,
          met_at: row.metAt ?? null,
          sealed: row.sealed,
        })
        .execute();
    },
    async list(service, subject) {
      const rows = db
        .selectFrom('obligation')
        .select(['obligation_id as id', 'kind', 'categories', 'recorded_at as recordedAt'])
        .select(['met_at as metAt', 'sealed'])
        .where('service_id', '=', service)
        .where('subject_id', '=', subject)
        .orderBy('obligation_id');
      return (await rows.execute()).map(present);
    },
    async meet(service, subject, { id, at }) {
      const met = db
        .updateTable('obligation')
        .set({ met_at: at })
        .where('service_id', '=', service)
        .where('subject_id', '=', subject)
        .where('obligation_id', '=', id)
        .where('met_at', 'is', null);
      return affected(await met.executeTakeFirst());
    },
    async removeAll(service, subject) {
      const gone = db
        .deleteFrom('obligation')
        .where('service_id', '=', service)
        .where('subject_id', '=', subject);
      return affected(await gone.executeTakeFirst());
    },
  };
}
