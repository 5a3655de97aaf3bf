import type { Id } from '../../base/index.ts';
import type { MessageRecord, Tx } from '../store.ts';
import { affected, present, presentOrNone } from './rows.ts';
import type { Database } from './schema.ts';

const columns = [
  ...(['service_id as service', 'subject_id as subject', 'message_id as id', 'channel'] as const),
  ...(['template', 'sealed', 'created_at as createdAt', 'expires_at as expiresAt', 'state'] as const),
  ...(['attempts', 'due_at as dueAt', 'carrier_id as carrierId', 'reason'] as const),
] as const;

/** @see Tx.messages */
export function messages(db: Database): Tx['messages'] {
  const rows = (service: Id) => db.selectFrom('message').where('service_id', '=', service).select(columns);
  const insert = async (row: MessageRecord) => {
    const { id, channel, template, sealed, state, attempts } = row;
    const values = {
      service_id: row.service,
      subject_id: row.subject,
      message_id: id,
      ...{ channel, template, sealed, state, attempts },
      created_at: row.createdAt,
      expires_at: row.expiresAt ?? null,
      due_at: row.dueAt,
      carrier_id: row.carrierId ?? null,
      reason: row.reason ?? null,
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
    ofSubject: async (service, subject) =>
      (await rows(service).where('subject_id', '=', subject).orderBy('message_id').execute()).map(present),
    async reown(service, draft, subject, reseal) {
      const found = (await rows(service).where('subject_id', '=', draft).forUpdate().execute()).map(present);
      await removeAll(service, draft);
      for (const row of found) await insert({ ...row, subject, sealed: reseal(row) });
    },
    removeAll,
    ...delivery(db),
  };
}

function delivery(
  db: Database,
): Pick<Tx['messages'], 'takeDue' | 'settle' | 'dueReports' | 'putBack' | 'abandonTaken'> {
  return {
    async takeDue(now, channels, limit) {
      if (channels.length === 0) return [];
      const due = await db
        .selectFrom('message')
        .where('state', '=', 'waiting')
        .where('due_at', '<=', now)
        .where('channel', 'in', channels)
        .where((is) => is.or([is('expires_at', 'is', null), is('expires_at', '>', now)]))
        .orderBy('due_at')
        .limit(limit)
        .forUpdate()
        .skipLocked()
        .select(columns)
        .execute();
      for (const { service, id } of due)
        await db
          .updateTable('message')
          .set((is) => ({ state: 'taken' as const, attempts: is('attempts', '+', 1) }))
          .where('service_id', '=', service)
          .where('message_id', '=', id)
          .execute();
      return due.map((row) => present({ ...row, state: 'taken' as const, attempts: row.attempts + 1 }));
    },
    async settle(service, id, { state, dueAt, attempts, carrierId, reason }) {
      const settled = db
        .updateTable('message')
        .set({
          ...{ state, due_at: dueAt, reason: reason ?? null },
          ...(attempts !== undefined && { attempts }),
          ...(carrierId !== undefined && { carrier_id: carrierId }),
        })
        .where('service_id', '=', service)
        .where('message_id', '=', id);
      return affected(await settled.executeTakeFirst());
    },
    async dueReports(now, limit) {
      const due = db
        .selectFrom('message')
        .where('state', '=', 'sent')
        .where('carrier_id', 'is not', null)
        .where('due_at', '<=', now);
      return (await due.orderBy('due_at').limit(limit).select(columns).execute()).map(present);
    },
    async putBack(but) {
      const left = db.updateTable('message').set({ state: 'waiting' }).where('state', '=', 'taken');
      const lost = but.length === 0 ? left : left.where('message_id', 'not in', but);
      return affected(await lost.executeTakeFirst());
    },
    async abandonTaken() {
      const left = db.updateTable('message').set({ state: 'unsure' }).where('state', '=', 'taken');
      return affected(await left.executeTakeFirst());
    },
  };
}
