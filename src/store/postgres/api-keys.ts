import type { Tx } from '../store.ts';
import { present, presentOrNone } from './rows.ts';
import type { Database } from './schema.ts';

/** @see Tx.apiKeys */
export function apiKeys(db: Database): Tx['apiKeys'] {
  const rows = () =>
    db
      .selectFrom('api_key')
      .select(['service_id as service', 'key_id as id', 'name', 'digest', 'purposes', 'categories'])
      .select(['created_at as createdAt', 'expires_at as expiresAt', 'revoked_at as revokedAt'])
      .select('used_on as usedOn');
  return {
    async insert(row) {
      const { id, name, digest } = row;
      const scope = { purposes: [...row.purposes], categories: [...row.categories] };
      const at = { created_at: row.createdAt, expires_at: row.expiresAt, revoked_at: row.revokedAt ?? null };
      const used_on = row.usedOn ?? null;
      await db
        .insertInto('api_key')
        .values({ key_id: id, service_id: row.service, name, digest, ...scope, ...at, used_on })
        .execute();
    },
    byId: async (id) => presentOrNone(await rows().where('key_id', '=', id).executeTakeFirst()),
    hold: async (id) => presentOrNone(await rows().where('key_id', '=', id).forShare().executeTakeFirst()),
    async noteUse(id, on) {
      await db
        .updateTable('api_key')
        .set({ used_on: on })
        .where('key_id', '=', id)
        .where((row) => row.or([row('used_on', 'is', null), row('used_on', '<', on)]))
        .execute();
    },
    async list(service) {
      return (await rows().where('service_id', '=', service).orderBy('key_id').execute()).map(present);
    },
    async revoke(service, id, at) {
      await db
        .updateTable('api_key')
        .set((row) => ({ revoked_at: row.fn.coalesce('revoked_at', row.val(at)) }))
        .where('service_id', '=', service)
        .where('key_id', '=', id)
        .execute();
    },
  };
}
