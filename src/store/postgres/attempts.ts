import type { Id } from '../../base/index.ts';
import type { Tx } from '../store.ts';
import { affected } from './rows.ts';
import type { Database } from './schema.ts';

/** @see Tx.attempts */
export function attempts(db: Database): Tx['attempts'] {
  const one = (service: Id, scope: string, digest: Uint8Array) =>
    db
      .deleteFrom('attempt')
      .where('service_id', '=', service)
      .where('scope', '=', scope)
      .where('digest', '=', digest);
  return {
    // The update that changes nothing locks the row that is there.
    lock: (service, scope, digest) =>
      db
        .insertInto('attempt')
        .values({ service_id: service, scope, digest, tries: 0, last_at: 0, expires_at: 0 })
        .onConflict((clash) =>
          clash
            .columns(['service_id', 'scope', 'digest'])
            .doUpdateSet((row) => ({ tries: row.ref('attempt.tries') })),
        )
        .returning(['service_id as service', 'scope', 'digest', 'tries'])
        .returning(['last_at as lastAt', 'expires_at as expiresAt'])
        .executeTakeFirstOrThrow(),
    async put({ service, scope, digest, tries, lastAt, expiresAt }) {
      await db
        .updateTable('attempt')
        .set({ tries, last_at: lastAt, expires_at: expiresAt })
        .where('service_id', '=', service)
        .where('scope', '=', scope)
        .where('digest', '=', digest)
        .execute();
    },
    async remove(service, scope, digest) {
      return affected(await one(service, scope, digest).executeTakeFirst());
    },
    async sweep(now) {
      return affected(await db.deleteFrom('attempt').where('expires_at', '<=', now).executeTakeFirst());
    },
  };
}
