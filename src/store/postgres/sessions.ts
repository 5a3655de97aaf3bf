import type { Tx } from '../store.ts';
import { affected, present, presentOrNone } from './rows.ts';
import type { Database } from './schema.ts';

/** @see Tx.sessions */
export function sessions(db: Database): Tx['sessions'] {
  const rows = () =>
    db
      .selectFrom('session')
      .select(['digest', 'session_id as id', 'service_id as service', 'subject_id as subject', 'role'])
      .select(['created_at as createdAt', 'seen_at as seenAt', 'proved_at as provedAt'])
      .select(['expires_at as expiresAt', 'sealed']);
  const one = (digest: Uint8Array) => rows().where('digest', '=', digest);
  const theirs = (service: string, subject: string) =>
    rows().where('service_id', '=', service).where('subject_id', '=', subject);
  return {
    async insert(row) {
      const { digest, role } = row;
      const at = { created_at: row.createdAt, seen_at: row.seenAt, expires_at: row.expiresAt };
      const more = { session_id: row.id, proved_at: row.provedAt, sealed: row.sealed ?? null };
      const values = { digest, service_id: row.service, subject_id: row.subject, role, ...at, ...more };
      await db.insertInto('session').values(values).execute();
    },
    get: async (digest) => presentOrNone(await one(digest).executeTakeFirst()),
    async hold(digest, mode) {
      const held = mode === 'share' ? one(digest).forShare() : one(digest).forUpdate();
      return presentOrNone(await held.executeTakeFirst());
    },
    async holdAll(service, subject) {
      const held = theirs(service, subject).orderBy('session_id', 'desc').forUpdate();
      return (await held.execute()).map(present);
    },
    async ofSubject(service, subject) {
      return (await theirs(service, subject).orderBy('session_id', 'desc').execute()).map(present);
    },
    async touch(digest, seenAt) {
      await db.updateTable('session').set({ seen_at: seenAt }).where('digest', '=', digest).execute();
    },
    async renew(digest, to) {
      const { role } = to;
      const values = { digest: to.digest, role, proved_at: to.provedAt, expires_at: to.expiresAt };
      await db.updateTable('session').set(values).where('digest', '=', digest).execute();
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
