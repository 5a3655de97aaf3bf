import type { Tx } from '../store.ts';
import { countOf } from './rows.ts';
import type { Database } from './schema.ts';

/** @see Tx.staff */
export function staff(db: Database): Tx['staff'] {
  return {
    async grant(subject, service, role) {
      await db
        .insertInto('staff')
        .values({ subject_id: subject, service_id: service, role })
        .onConflict((clash) => clash.doNothing())
        .execute();
    },
    roles: (subject) =>
      db
        .selectFrom('staff')
        .select(['service_id as service', 'role'])
        .where('subject_id', '=', subject)
        .orderBy('service_id')
        .orderBy('role')
        .execute(),
    async count() {
      const people = db.selectFrom('staff').select((is) => countOf(is.ref('subject_id')).as('n'));
      return (await people.executeTakeFirstOrThrow()).n;
    },
  };
}
