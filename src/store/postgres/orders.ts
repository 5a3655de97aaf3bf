import type { Id } from '../../base/index.ts';
import type { Tx } from '../store.ts';
import { present, presentOrNone } from './rows.ts';
import type { Database } from './schema.ts';

/** @see Tx.orders */
export function orders(db: Database): Tx['orders'] {
  const rows = (service: Id) =>
    db
      .selectFrom('recipient_order')
      .where('service_id', '=', service)
      .select(['service_id as service', 'order_id as id', 'recipient_id as recipient', 'kind', 'packages'])
      .select(['categories', 'made_at as madeAt', 'due_on as dueOn', 'sent_at as sentAt'])
      .select(['confirmed_at as confirmedAt', 'entry_id as entry']);
  return {
    async insert(row) {
      const { id, recipient, kind } = row;
      await db
        .insertInto('recipient_order')
        .values({
          ...{ service_id: row.service, order_id: id, recipient_id: recipient, kind },
          packages: [...row.packages],
          categories: [...row.categories],
          made_at: row.madeAt,
          due_on: row.dueOn,
          sent_at: row.sentAt ?? null,
          confirmed_at: row.confirmedAt ?? null,
          entry_id: row.entry,
        })
        .execute();
    },
    get: async (service, id) =>
      presentOrNone(await rows(service).where('order_id', '=', id).executeTakeFirst()),
    async list(service, state, { after, limit }) {
      let page = rows(service).orderBy('order_id', 'desc').limit(limit);
      if (state === 'open') page = page.where('confirmed_at', 'is', null);
      if (after !== undefined) page = page.where('order_id', '<', after);
      return (await page.execute()).map(present);
    },
    async mark(service, id, { sentAt, confirmedAt }) {
      const set = {
        ...(sentAt !== undefined && { sent_at: sentAt }),
        ...(confirmedAt !== undefined && { confirmed_at: confirmedAt }),
      };
      await db
        .updateTable('recipient_order')
        .set(set)
        .where('service_id', '=', service)
        .where('order_id', '=', id)
        .execute();
    },
  };
}
