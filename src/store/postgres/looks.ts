import type { Tx } from '../store.ts';
import { present, presentOrNone } from './rows.ts';
import type { Database } from './schema.ts';

const columns = ['service_id as service', 'name', 'mark', 'accent', 'with_key as withKey'] as const;

/** @see Tx.looks */
export function looks(db: Database): Tx['looks'] {
  return {
    list: async () =>
      (await db.selectFrom('service_look').select(columns).orderBy('service_id').execute()).map(present),
    get: async (service) =>
      presentOrNone(
        await db
          .selectFrom('service_look')
          .select(columns)
          .where('service_id', '=', service)
          .executeTakeFirst(),
      ),
    async put({ service, name, mark, accent, withKey }) {
      const look = { name: name ?? null, mark, accent, with_key: withKey };
      await db
        .insertInto('service_look')
        .values({ service_id: service, ...look })
        .onConflict((clash) => clash.column('service_id').doUpdateSet(look))
        .execute();
    },
  };
}
