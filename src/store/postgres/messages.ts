import type { Id } from '../../base/index.ts';
import type { MessageRecord, Tx } from '../store.ts';
import { affected, present, presentOrNone } from './rows.ts';
import type { Database } from './schema.ts';

/** @see Tx.messages */
export function messages(db: Database): Tx['messages'] {
  const rows = (service: Id) =>
    db
      .selectFrom('message')
      .where('service_id', '=', service)
      .select(['service_id as service', 'subject_id as subject', 'message_id as id', 'channel', 'template'])
      .select(['sealed', 'created_at as createdAt', 'expires_at as expiresAt']);
  const insert = async (row: MessageRecord) => {
    const at = { created_at: row.createdAt, expires_at: row.expiresAt ?? null };
    const { id, channel, template, sealed } = row;
    const values = {
      service_id: row.service,
      subject_id: row.subject,
      message_id: id,
      channel,
      template,
      sealed,
      ...at,
    };
    await db.insertInto('message').values(values).execute();
  };
  const removeAll = async (service: Id, subject: Id) => {
    const gone = db.deleteFrom('message').where('service_id', '=', service).where('subject_id', '=', subject);
    return affected(await gone.executeTakeFirst());
  };
  return {
    insert,
    async list(service, { after, limit }, templates) {
      if (templates?.length === 0) return [];
      const chosen = templates ? rows(service).where('template', 'in', templates) : rows(service);
      const page = chosen.orderBy('message_id', 'desc').limit(limit);
      return (await (after === undefined ? page : page.where('message_id', '<', after)).execute()).map(
        present,
      );
    },
    get: async (service, id) =>
      presentOrNone(await rows(service).where('message_id', '=', id).executeTakeFirst()),
    async reown(service, draft, subject, reseal) {
      const found = (await rows(service).where('subject_id', '=', draft).forUpdate().execute()).map(present);
      await removeAll(service, draft);
      for (const row of found) await insert({ ...row, subject, sealed: reseal(row) });
    },
    removeAll,
  };
}
