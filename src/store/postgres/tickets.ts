import type { Id } from '../../base/index.ts';
import type { TicketRecord, Tx } from '../store.ts';
import { affected, presentOrNone } from './rows.ts';
import type { Database } from './schema.ts';

type Purpose = TicketRecord['purpose'];

/** @see Tx.tickets */
export function tickets(db: Database): Tx['tickets'] {
  const remove = (service: Id, purpose: Purpose) =>
    db.deleteFrom('ticket').where('service_id', '=', service).where('purpose', '=', purpose);
  return {
    async insert(row) {
      const { purpose, id, digest, attempts } = row;
      const at = { created_at: row.createdAt, expires_at: row.expiresAt };
      const of = { service_id: row.service, subject_id: row.subject ?? null };
      await db
        .insertInto('ticket')
        .values({ ...of, purpose, ticket_id: id, digest, attempts, ...at })
        .execute();
    },
    async lock(service, purpose, id) {
      const one = db
        .selectFrom('ticket')
        .select(['service_id as service', 'purpose', 'ticket_id as id', 'digest', 'subject_id as subject'])
        .select(['attempts', 'created_at as createdAt', 'expires_at as expiresAt'])
        .where('service_id', '=', service)
        .where('purpose', '=', purpose)
        .where('ticket_id', '=', id)
        .forUpdate();
      return presentOrNone(await one.executeTakeFirst());
    },
    async countAttempt(service, purpose, id) {
      await db
        .updateTable('ticket')
        .set((row) => ({ attempts: row('attempts', '+', 1) }))
        .where('service_id', '=', service)
        .where('purpose', '=', purpose)
        .where('ticket_id', '=', id)
        .execute();
    },
    async remove(service, purpose, id) {
      return affected(await remove(service, purpose).where('ticket_id', '=', id).executeTakeFirst());
    },
    async removeOf(service, purpose, subject) {
      return affected(await remove(service, purpose).where('subject_id', '=', subject).executeTakeFirst());
    },
    async countOf(service, purpose, { subject, now }) {
      const { count } = await db
        .selectFrom('ticket')
        .select((row) => row.fn.countAll<string>().as('count'))
        .where('service_id', '=', service)
        .where('purpose', '=', purpose)
        .where('subject_id', '=', subject)
        .where('expires_at', '>', now)
        .executeTakeFirstOrThrow();
      return Number(count);
    },
    async sweep(now) {
      return affected(await db.deleteFrom('ticket').where('expires_at', '<=', now).executeTakeFirst());
    },
  };
}
