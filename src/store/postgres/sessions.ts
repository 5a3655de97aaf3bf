import type { Tx } from '../store.ts';
import { affected } from './rows.ts';
import type { Database } from './schema.ts';

/** @see Tx.sessions */
export function sessions(db: Database): Tx['sessions'] {
  return {
    async insert(row) {
      const { digest, role } = row;
      const at = { created_at: row.createdAt, seen_at: row.seenAt, expires_at: row.expiresAt };
      const values = { digest, service_id: row.service, subject_id: row.subject, role, ...at };
      await db.insertInto('session').values(values).execute();
    },
    get: (digest) =>
      db
        .selectFrom('session')
        .select([
          'digest',
          'service_id as service',
          'subject_id as subject',
          'role',
          'created_at as createdAt',
        ])
        .select(['seen_at as seenAt', 'expires_at as expiresAt'])
        .where('digest', '=', digest)
        .executeTakeFirst(),
    async touch(digest, seenAt) {
      await db.updateTable('session').set({ seen_at: seenAt }).where('digest', '=', digest).execute();
    },
    async remove(digest) {
      return affected(await db.deleteFrom('session').where('digest', '=', digest).executeTakeFirst());
    },
    async removeAll(service, subject) {
      const gone = db
        .deleteFrom('session')
        .where('service_id', '=', service)
        .where('subject_id', '=', subject);
      return affected(await gone.executeTakeFirst());
    },
    async sweep(now) {
      return affected(await db.deleteFrom('session').where('expires_at', '<=', now).executeTakeFirst());
    },
  };
}
