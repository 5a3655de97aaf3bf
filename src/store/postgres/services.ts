import type { Tx } from '../store.ts';
import type { Database } from './schema.ts';

const columns = ['service_id as id', 'key', 'kind', 'created_at as createdAt'] as const;

/** @see Tx.services */
export function services(db: Database): Tx['services'] {
  return {
    list: () => db.selectFrom('service').select(columns).orderBy('service_id').execute(),
    byKey: (key) => db.selectFrom('service').select(columns).where('key', '=', key).executeTakeFirst(),
    async insert({ id, key, kind, createdAt }) {
      await db.insertInto('service').values({ service_id: id, key, kind, created_at: createdAt }).execute();
      const first = { service_id: id, epoch: 1, began_at: createdAt, closed_at: null, ended_at: null };
      await db.insertInto('key_epoch').values(first).execute();
    },
    async lock(id) {
      await db.selectFrom('service').select('key').where('service_id', '=', id).forUpdate().execute();
    },
  };
}
